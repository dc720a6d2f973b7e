import { url, type UrlOf } from '../urlState.ts'

/** What of the leader's page stands in its address, so that a link shows another person the same. */
export const OverviewUrl = {
  /** Empty: the running month. */
  period: url.text(),
  street: url.text(),
  firm: url.text(),
  /** The figure whose facts are open; empty for none. */
  figure: url.text(),
  /** The street the open facts are of, when it is not the page's. */
  at: url.text(),
  page: url.count(1),
  trend: url.oneOf(['arrival', 'coverage', 'minutes', 'consultations', 'lectures', 'mediations']),
  streets: url.oneOf(['picture', 'table']),
  sort: url.sort(['name', 'covered', 'arrival', 'hours', 'consultations', 'red']),
}

export type OverviewState = UrlOf<typeof OverviewUrl>
