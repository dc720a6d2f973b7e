import { type Figure, figures } from '@sitai/rules/overview'

import { FactsLink } from '../figures/FactsLink.tsx'

interface FigureLinkProps {
  figure: Figure
  /** The number as it is to be read. */
  value: string | number
  /** The street the number is of, when it is not the page's. */
  street?: { code: string; name: string }
  /** In a line of text, not a card's big number. */
  small?: boolean
}

/** A number of the overview that opens the facts it counts. */
export function FigureLink(props: FigureLinkProps) {
  return <FactsLink {...props} label={figures[props.figure].label} />
}
