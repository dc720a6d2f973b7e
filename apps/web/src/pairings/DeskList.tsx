import { Checkbox } from 'antd'

import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { cx } from '../ui/cx.ts'
import styles from './DeskList.module.css'
import { StandingTag } from './StandingTag.tsx'

const DeskList_desk = graphql(`
  fragment DeskList_desk on PairingDesk {
    nodes {
      standing
      standingLabel
      vacantSince
      community {
        code
        name
        street {
          name
        }
      }
      lead {
        id
        lastDay
        practitioner {
          id
          name
        }
      }
      next {
        id
        statusLabel
        termFrom
        practitioner {
          id
          name
        }
      }
    }
  }
`)

interface DeskListProps {
  desk: FragmentType<typeof DeskList_desk>
  /** The code of the community whose candidates are shown. */
  open: string
  onOpen: (code: string) => void
  /** The codes ticked for a bulk pairing. */
  chosen: readonly string[]
  onChoose: (codes: readonly string[]) => void
}

/** The communities of the desk; each opens its candidates, and can be ticked for a bulk pairing. */
export function DeskList({ desk, open, onOpen, chosen, onChoose }: DeskListProps) {
  const { nodes } = readFragment(DeskList_desk, desk)
  const here = nodes.filter((it) => it.standing === 'VACANT').map((it) => it.community.code)
  const all = here.length > 0 && here.every((it) => chosen.includes(it))
  const toggle = (code: string) =>
    onChoose(chosen.includes(code) ? chosen.filter((it) => it !== code) : [...chosen, code])
  const toggleAll = () => onChoose(all ? chosen.filter((it) => !here.includes(it)) : [...new Set([...chosen, ...here])])
  return (
    <>
      {here.length > 1 && (
        <div className={styles['all']}>
          <Checkbox checked={all} indeterminate={!all && here.some((it) => chosen.includes(it))} onChange={toggleAll}>
            勾选本页无顾问的 {here.length} 个社区
          </Checkbox>
        </div>
      )}
      <ul className={styles['list']}>
        {nodes.map(({ standing, standingLabel, vacantSince, community, lead, next }) => (
          <li key={community.code} className={cx(styles['item'], open === community.code && styles['open'])}>
            <Checkbox
              aria-label={`勾选${community.name}`}
              checked={chosen.includes(community.code)}
              onChange={() => toggle(community.code)}
            />
            <button
              type="button"
              className={styles['button']}
              aria-current={open === community.code}
              onClick={() => onOpen(community.code)}
            >
              <span className={styles['name']}>{community.name}</span>
              <span className={styles['street']}>{community.street.name}</span>
              <span className={styles['standing']}>
                <StandingTag standing={standing} label={standingLabel} />
                {lead && (
                  <span>
                    {lead.practitioner.name}，至 {lead.lastDay}
                  </span>
                )}
                {next && (
                  <span>
                    {next.statusLabel} {next.practitioner.name}，自 {next.termFrom}
                  </span>
                )}
                {!lead && !next && <span>{vacantSince ? `自 ${vacantSince} 起空缺` : '从未结对'}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
