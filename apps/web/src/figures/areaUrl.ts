import { url, type UrlOf } from '../urlState.ts'

/** What of an area's page stands in its address. */
export const AreaUrl = {
  /** Empty: the running month. */
  period: url.text(),
  street: url.text(),
  firm: url.text(),
  /** The figure whose facts are open; empty for none. */
  figure: url.text(),
  /** The street the open facts are of, when it is not the page's. */
  at: url.text(),
  page: url.count(1),
  /** The figure whose months are drawn; empty: the first. */
  trend: url.text(),
}

export type AreaState = UrlOf<typeof AreaUrl>
