import { Link, useLocation } from 'react-router'

interface FactsLinkProps {
  /** The code of the figure, as it stands in the address. */
  figure: string
  label: string
  /** The number as it is to be read. */
  value: string | number
  /** The street the number is of, when it is not the page's. */
  street?: { code: string; name: string }
  /** In a line of text, not a card's big number. */
  small?: boolean
}

/** A number that opens the facts it counts, beside the page. */
export function FactsLink({ figure, label, value, street, small = false }: FactsLinkProps) {
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
      aria-label={`${street ? street.name : ''}${label} ${value}，查看明细`}
    >
      {small ? value : <strong>{value}</strong>}
    </Link>
  )
}
