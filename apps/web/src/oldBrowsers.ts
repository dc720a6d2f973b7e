/**
 * What the bureau's browsers of 2020 (Chrome 86 inside 360 and the like) lack and our code or a library uses.
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
