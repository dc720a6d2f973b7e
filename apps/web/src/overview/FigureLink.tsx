import { type Figure, figures } from '@sitai/rules/overview'
import { Link, useLocation } from 'react-router'

interface FigureLinkProps {
  figure: Figure
  /** The number as it is to be read. */
  value: string | number
  /** The street the number is of, when it is not the page's. */
  street?: { code: string; name: string }
  /** In a line of text, not a card's big number. */
  small?: boolean
}

/** A number that opens the facts it counts, beside the page. */
export function FigureLink({ figure, value, street, small = false }: FigureLinkProps) {
  const { pathname, search } = useLocation()
  const params = new URLSearchParams(search)
  params.set('figure', figure)
  params.delete('page')
  if (street) params.set('at', street.code)
  else params.delete('at')
  return (
    <Link
      to={{ pathname, search: params.toString() }}
      preventScrollReset
      aria-label={`${street ? street.name : ''}${figures[figure].label} ${value}，查看明细`}
    >
      {small ? value : <strong>{value}</strong>}
    </Link>
  )
}
