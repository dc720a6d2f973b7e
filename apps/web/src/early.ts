/**
 * The first script of the page, a few kB: asks the server who is signed in and what the page at this address shows,
 * while the program itself is still on its way. The program then finds the answers (`takeEarly`).
 */
import { dutiesVariables, DutiesPageQuery } from './duties/dutiesQuery.ts'
import { askEarly } from './earlyAnswers.ts'
import { OverviewPageQuery, overviewVariables } from './overview/overviewQuery.ts'
import { paths } from './paths.ts'
import { ViewerQuery } from './session/viewerQuery.ts'
import { TodayPageQuery, todayVariables } from './visits/todayQuery.ts'

const { pathname, search } = window.location
const params = new URLSearchParams(search)

if (pathname !== paths.signIn() && pathname !== paths.firstPassword()) askEarly(ViewerQuery, {})
if (pathname === paths.duties()) askEarly(DutiesPageQuery, dutiesVariables(params))
if (pathname === paths.today()) askEarly(TodayPageQuery, todayVariables())
if (pathname === paths.overview()) askEarly(OverviewPageQuery, overviewVariables(params))
