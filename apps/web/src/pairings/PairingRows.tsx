import { Link } from 'react-router'

import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { paths } from '../paths.ts'
import styles from './PairingRows.module.css'
import { PairingState } from './PairingState.tsx'

export const PairingRows_pairing = graphql(`
  fragment PairingRows_pairing on Pairing {
    id
    seatLabel
    status
    statusLabel
    termFrom
    lastDay
    gradeLabel
    community {
      code
      name
    }
    practitioner {
      id
      name
    }
  }
`)

interface PairingRowsProps {
  label: string
  pairings: readonly FragmentType<typeof PairingRows_pairing>[]
  /** The pairing whose page this is: it is no link. */
  here?: string
  /** What tells the rows apart. */
  show: 'community' | 'practitioner' | 'term'
}

/** Pairings in a few words each, every one a link to its page. */
export function PairingRows({ label, pairings, here, show }: PairingRowsProps) {
  return (
    <ul className={styles['rows']} aria-label={label}>
      {pairings.map((it) => {
        const { id, seatLabel, status, statusLabel, termFrom, lastDay, gradeLabel, community, practitioner } =
          readFragment(PairingRows_pairing, it)
        const term = `${termFrom} 至 ${lastDay}`
        const name = { community: community.name, practitioner: practitioner.name, term }[show]
        return (
          <li key={id} className={styles['row']}>
            {id === here ? <strong aria-current="page">{name}</strong> : <Link to={paths.pairing(id)}>{name}</Link>}
            <PairingState status={status} label={statusLabel} />
            <span className={styles['more']}>
              {show !== 'term' && `${seatLabel}，${term}`}
              {gradeLabel && ` 考核${gradeLabel}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
