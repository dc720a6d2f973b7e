/**
 * The first script of the page, a few kB: asks the server who is signed in and what the page at this address shows,
 * while the program itself (app.tsx) is still on its way, which then finds the answers (`takeEarly`).
 */
import { dutiesVariables, DutiesPageQuery } from './duties/dutiesQuery.ts'
import { askEarly } from './earlyAnswers.ts'
import { whenAble } from './oldBrowsers.ts'
import { OverviewPageQuery, overviewVariables } from './overview/overviewQuery.ts'
import { paths } from './paths.ts'
import { sayMissing } from './sayMissing.ts'
import { ViewerQuery } from './session/viewerQuery.ts'
import { TodayPageQuery, todayVariables } from './visits/todayQuery.ts'

/** The ids of documents are of the build: in development the program asks by itself. */
function ask({ pathname, search }: Location): void {
  const params = new URLSearchParams(search)
  if (pathname !== paths.signIn() && pathname !== paths.firstPassword()) askEarly(ViewerQuery, {})
  if (pathname === paths.duties()) askEarly(DutiesPageQuery, dutiesVariables(params))
  if (pathname === paths.today()) askEarly(TodayPageQuery, todayVariables())
  if (pathname === paths.overview()) askEarly(OverviewPageQuery, overviewVariables(params))
}

if (import.meta.env.PROD) ask(window.location)
whenAble(() => void import('./app.tsx').catch(sayMissing))
