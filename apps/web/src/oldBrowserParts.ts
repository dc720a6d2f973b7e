/**
 * What browsers of 2020 lack; `oldBrowsers.ts` lists the same and says when it is loaded.
 * The build lowers syntax only; e2e/oldBrowsers.e2e.ts removes newer functions and opens pages.
 */
import 'core-js/actual/array/at'
import 'core-js/actual/array/find-last'
import 'core-js/actual/array/find-last-index'
import 'core-js/actual/array/to-reversed'
import 'core-js/actual/array/to-sorted'
import 'core-js/actual/array/with'
import 'core-js/actual/object/group-by'
import 'core-js/actual/object/has-own'
import 'core-js/actual/string/at'
