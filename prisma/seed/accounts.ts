import type { Prisma } from '@sitai/db/client'
import { searchKeys } from '@sitai/rules/pinyin'
import type { Chance } from './chance.ts'
import type { DemoFirm } from './firms.ts'
import type { DemoPairing } from './pairings.ts'
import type { DemoPerson } from './people.ts'
import { district } from './places.ts'

/** The password of every demo sign-in: known to all, so never used outside a demo. */
export const demoPassword = 'Sitai-Demo-2026'

/** Who may sign in to the demo bureau and what for; printed when the system starts. */
export const demoSignIns = [
  { userName: 'admin', label: '局管理员、领导（可切换）' },
  { userName: 'leader', label: '局领导' },
  { userName: 'firm', label: '律所管理员' },
  { userName: 'lawyer', label: '社区法律顾问（宜用手机）' },
  { userName: 'sysadmin', label: '系统管理员' },
] as const

/**
 * One account of each role: the firm is the one whose people advise most communities, the lawyer whoever of them has
 * most, so that both have something to do; admin is leader too.
 */
export function makeAccounts(
  chance: Chance,
  passwordHash: string,
  firms: readonly DemoFirm[],
  people: readonly DemoPerson[],
  pairings: readonly DemoPairing[],
) {
  const active = pairings.filter((it) => it.status === 'ACTIVE')
  const held = (person: DemoPerson) => active.filter((it) => it.person === person).length
  const heldBy = (firm: DemoFirm) => active.filter((it) => it.person.firm === firm).length
  const [firm] = [...firms].sort((a, b) => heldBy(b) - heldBy(a))
  if (!firm) throw new Error('The demo has no firm.')
  const [lawyer] = people.filter((person) => person.firm === firm).sort((a, b) => held(b) - held(a))
  if (!lawyer) throw new Error('The firm has nobody.')

  const accounts: Prisma.AccountCreateManyInput[] = []
  const grants: Prisma.GrantCreateManyInput[] = []
  const add = (
    userName: string,
    displayName: string,
    roles: readonly Prisma.GrantCreateManyInput['role'][],
    practitionerId: string | null = null,
  ) => {
    const id = chance.uuid()
    accounts.push({
      id,
      userName,
      displayName,
      passwordHash,
      mustChangePassword: false,
      divisionCode: district,
      practitionerId,
      ...searchKeys(displayName, 'PERSON'),
    })
    for (const role of roles) {
      grants.push({
        id: chance.uuid(),
        accountId: id,
        role,
        divisionCode: district,
        firmId: role === 'FIRM_ADMIN' ? firm.id : null,
      })
    }
  }
  add('sysadmin', '系统管理员', ['SYS_ADMIN'])
  add('admin', '林管理（演示）', ['BUREAU_ADMIN', 'LEADER'])
  add('leader', '方局长（演示）', ['LEADER'])
  add('firm', '律所内勤（演示）', ['FIRM_ADMIN'])
  add('lawyer', lawyer.name, ['LAWYER'], lawyer.id)
  return { accounts, grants }
}
