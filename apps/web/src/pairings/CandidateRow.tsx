import { Button, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { paths } from '../paths.ts'
import { cx } from '../ui/cx.ts'
import { Tag } from '../ui/Tag.tsx'
import styles from './CandidateRow.module.css'
import { distanceText } from './term.ts'

export const CandidateRow_candidate = graphql(`
  fragment CandidateRow_candidate on Candidate {
    practitioner {
      id
      name
      firm {
        id
        name
      }
    }
    eligible
    score
    distanceKm
    held
    capacity
    components {
      key
      label
      value
      weight
      reason
    }
    exclusions {
      code
      reason
      approvable
    }
  }
`)

interface CandidateRowProps {
  candidate: FragmentType<typeof CandidateRow_candidate>
  /** The rank in the list, from 1; none for those excluded. */
  rank?: number
  onChoose: (person: { id: string; name: string; approvable: boolean }) => void
}

/** One candidate: score and what it is made of, or why he or she can't take the seat. */
export function CandidateRow(props: CandidateRowProps) {
  const { practitioner, eligible, score, distanceKm, held, capacity, components, exclusions } = readFragment(
    CandidateRow_candidate,
    props.candidate,
  )
  const approvable = !eligible && exclusions.every((it) => it.approvable)
  const choose = () => props.onChoose({ id: practitioner.id, name: practitioner.name, approvable })
  return (
    <li className={cx(styles['row'], !eligible && styles['excluded'])}>
      <div className={styles['head']}>
        {props.rank !== undefined && (
          <span className={styles['rank']} aria-label={`第 ${props.rank} 名`}>
            {props.rank}
          </span>
        )}
        <div className={styles['who']}>
          <Link to={paths.practitioner(practitioner.id)} className={styles['name']}>
            {practitioner.name}
          </Link>
          <span className={styles['firm']}>{practitioner.firm?.name ?? '无执业机构'}</span>
        </div>
        {eligible && score != null && (
          <span className={styles['score']} aria-label={`得分 ${score.toFixed(0)}`}>
            {score.toFixed(0)}
            <small>分</small>
          </span>
        )}
        {(eligible || approvable) && (
          <Button
            type={eligible ? 'primary' : 'default'}
            ghost={eligible}
            onClick={choose}
            aria-label={`选择${practitioner.name}`}
          >
            选择
          </Button>
        )}
      </div>
      {eligible ? (
        <Components components={components} />
      ) : (
        <>
          <p className={styles['facts']}>
            <Fact>{distanceText(distanceKm)}</Fact>
            <Fact>
              已任 {held}/{capacity} 个社区
            </Fact>
            {approvable && <Tag tone="warn">须领导批准</Tag>}
          </p>
          <ul className={styles['reasons']} aria-label="不能担任的原因">
            {exclusions.map((it) => (
              <li key={it.code}>{it.reason}</li>
            ))}
          </ul>
        </>
      )}
    </li>
  )
}

function Fact({ children }: { children: ReactNode }) {
  return <span className={styles['fact']}>{children}</span>
}

interface Part {
  key: string
  label: string
  value: number
  weight: number
  reason: string
}

/** Each part of the score as a bar, with its sentence. */
function Components({ components }: { components: readonly Part[] }) {
  return (
    <dl className={styles['parts']}>
      {components
        .filter((it) => it.weight > 0)
        .map(({ key, label, value, weight, reason }) => (
          <div key={key} className={styles['part']}>
            <dt>{label}</dt>
            <dd>
              <Tooltip title={`${value.toFixed(0)} 分 × 权重 ${weight}`}>
                <span className={styles['bar']} aria-hidden="true">
                  <svg width="100%" height="6" preserveAspectRatio="none" viewBox="0 0 100 6">
                    <rect width={value} height="6" className={styles['fill']} />
                  </svg>
                </span>
              </Tooltip>
              <span className={styles['reason']}>
                <span className="sr-only">{value.toFixed(0)} 分，</span>
                {reason}
              </span>
            </dd>
          </div>
        ))}
    </dl>
  )
}
