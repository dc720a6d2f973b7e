import { useQuery } from '@apollo/client/react'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'

import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { paths } from '../paths.ts'
import { describeError } from '../ui/describeError.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { ErrorMessage } from '../ui/ErrorMessage.tsx'
import { usePhone } from '../ui/usePhone.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Candidates } from './Candidates.tsx'
import styles from './DeskCommunity.module.css'
import { JustPaired } from './JustPaired.tsx'
import { PairDialog } from './PairDialog.tsx'
import { PairingState } from './PairingState.tsx'
import { termEnd } from './term.ts'
import { TermFields } from './TermFields.tsx'

const DeskCommunity_defaults = graphql(`
  fragment DeskCommunity_defaults on PairingDefaults {
    today
    nextMonth
    termYears
    maxTermYears
    visitsPerMonth
  }
`)

const DeskCommunityQuery = graphql(`
  query DeskCommunity($code: String!) {
    community(code: $code) {
      code
      name
      street {
        name
      }
      leads {
        id
        status
        statusLabel
        termFrom
        lastDay
        endsOn
        practitioner {
          id
          name
        }
      }
    }
  }
`)

interface DeskCommunityProps {
  code: string
  defaults: FragmentType<typeof DeskCommunity_defaults>
  /** The term that was asked for; empty and 0 for the usual one. */
  from: string
  years: number
  onTerm: (term: { from: string; years: number }) => void
  /** The first other community without an adviser; null when there is none. */
  next: { code: string; name: string } | null
  onNext: (code: string) => void
  onClose: () => void
}

/** One community: who leads it now, from when somebody is sought, and everyone judged for that term. */
export function DeskCommunity({ code, from, years, onTerm, next, onNext, onClose, ...props }: DeskCommunityProps) {
  const defaults = readFragment(DeskCommunity_defaults, props.defaults)
  const { data, error, loading, refetch } = useQuery(DeskCommunityQuery, {
    variables: { code },
    fetchPolicy: 'cache-and-network',
  })
  const [person, setPerson] = useState<{ id: string; name: string; approvable: boolean } | null>(null)
  const [done, setDone] = useState<{ id: string; text: string } | null>(null)
  const phone = usePhone()
  if (error) return <ErrorMessage {...describeError(error)} busy={loading} onRetry={() => void refetch()} />
  if (!data) return <Skeleton />
  const { community } = data
  if (!community) return <EmptyMessage title="没有找到这个社区" action={<Button onClick={onClose}>返回</Button>} />

  // Whoever leads now leads until the end of the term: the next one begins there.
  const last = community.leads.at(-1)
  const start = from || (last && last.endsOn > defaults.today ? last.endsOn : defaults.today)
  const length = years || defaults.termYears
  const termTo = termEnd(start, Math.min(length, defaults.maxTermYears))
  const starts = [
    ...(last ? [['接现任', last.endsOn] as const] : [['今天起', defaults.today] as const]),
    ['下月 1 日起', defaults.nextMonth] as const,
  ]
  return (
    <>
      {phone && (
        <Button onClick={onClose} className={styles['back'] ?? ''}>
          返回社区列表
        </Button>
      )}
      <h2 className={styles['name']}>
        <Link to={paths.community(community.code)}>{community.name}</Link> <small>{community.street.name}</small>
      </h2>
      {community.leads.length > 0 && (
        <ul className={styles['leads']} aria-label="首席顾问">
          {community.leads.map((it) => (
            <li key={it.id}>
              <PairingState status={it.status} label={it.statusLabel} />
              <Link to={paths.pairing(it.id)}>{it.practitioner.name}</Link> {it.termFrom} 至 {it.lastDay}
            </li>
          ))}
        </ul>
      )}
      {done ? (
        <JustPaired
          pairing={done}
          next={next}
          onNext={onNext}
          onUndone={() => setDone(null)}
          onMore={() => setDone(null)}
        />
      ) : (
        <>
          <TermFields
            from={start}
            years={Math.min(length, defaults.maxTermYears)}
            maxYears={defaults.maxTermYears}
            starts={starts}
            onChange={onTerm}
          />
          <Candidates communityCode={code} termFrom={start} termTo={termTo} onChoose={setPerson} />
        </>
      )}
      <PairDialog
        community={community}
        person={person}
        termFrom={start}
        termTo={termTo}
        visitsPerMonth={defaults.visitsPerMonth}
        onClose={() => setPerson(null)}
        onDone={(pairing) => {
          setPerson(null)
          setDone(pairing)
          onTerm({ from: '', years: 0 })
        }}
      />
    </>
  )
}
