/** The operations the web really sends, and how each is called in a test's world. */
import { readFileSync } from 'node:fs'
import type { Role } from '@sitai/db/client'
import { addMonths, monthOf } from '@sitai/rules/calendar'
import { type FieldNode, Kind, OperationTypeNode, parse } from 'graphql'
import { rolesFor } from '../access/acts.ts'
import { today } from '../time/clock.ts'
import type { Viewer } from '../access/viewer.ts'
import { fromToday, globalId, type World } from './given.ts'
import { matrixRows } from './matrixRows.ts'
import type { Populated } from './populated.ts'

export interface Operation {
  readonly name: string
  readonly text: string
  readonly isMutation: boolean
  /** The root fields it selects. */
  readonly fields: readonly string[]
  /** The variables it declares. */
  readonly variables: readonly string[]
}

const manifest = new URL('../../../web/generated/gql/persisted-documents.json', import.meta.url)

/** Every trusted document, by name. */
export function operations(): readonly Operation[] {
  const documents: Record<string, string> = JSON.parse(readFileSync(manifest, 'utf8'))
  return Object.values(documents)
    .map(operationIn)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function operationIn(text: string): Operation {
  const operation = parse(text).definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION)
  if (!operation?.name) throw new Error('A trusted document holds one named operation.')
  return {
    name: operation.name.value,
    text,
    isMutation: operation.operation === OperationTypeNode.MUTATION,
    fields: operation.selectionSet.selections
      .filter((it): it is FieldNode => it.kind === Kind.FIELD)
      .map((it) => it.name.value)
      .filter((it) => !it.startsWith('__')),
    variables: (operation.variableDefinitions ?? []).map((it) => it.variable.name.value),
  }
}

const matrix = await matrixRows()

interface Call {
  readonly viewer: Viewer
  readonly variables: Record<string, unknown>
}

/** Who asks a query, with which variables. */
export function queryCall(operation: Operation, world: Populated): Call {
  const [field] = operation.fields
  const row = matrix.find((it) => it.field === `Query.${field}`)
  const role = asked[operation.name] ?? preferred(row?.act ? rolesFor(row.act) : [])
  return { viewer: viewerIn(world, role), variables: variablesOf(operation, world) }
}

/** Who does a mutation, with which variables: as its row of the permission matrix says. */
export async function mutationCall(operation: Operation, world: World): Promise<Call> {
  const [field = ''] = operation.fields
  const row = matrix.find((it) => it.field === `Mutation.${field}`)
  if (!row) throw new Error(`The permission matrix has no row for ${field}.`)
  const role = preferred((row.act ? rolesFor(row.act) : []).filter((it) => !row.except?.[it]))
  const given = await row.variables(world, role)
  const isWhole = 'input' in given || operation.variables.length === 0
  return { viewer: viewerIn(world, role), variables: isWhole ? given : { input: { ...given, ...more[field] } } }
}

/** What the row of a mutation writes into its document instead of its variables. */
const more: Readonly<Record<string, object>> = { commitImport: { mode: 'SKIP_BAD' } }

/** Pages of one role only, where the root field alone would let others ask too. */
const asked: Readonly<Record<string, Role>> = {
  TodayPage: 'LAWYER',
  LogServicePage: 'LAWYER',
  EditServiceLogPage: 'LAWYER',
  CheckInPage: 'LAWYER',
  CalendarFeedPage: 'LAWYER',
  DutiesPage: 'FIRM_ADMIN',
}

function preferred(roles: readonly Role[]): Role {
  const order: readonly Role[] = ['BUREAU_ADMIN', 'LAWYER', 'FIRM_ADMIN', 'SYS_ADMIN', 'LEADER']
  return order.find((it) => roles.includes(it)) ?? 'BUREAU_ADMIN'
}

function viewerIn(world: World, role: Role): Viewer {
  const { sysAdmin, admin, leader, firmAdmin, lawyer } = world
  return { SYS_ADMIN: sysAdmin, BUREAU_ADMIN: admin, LEADER: leader, FIRM_ADMIN: firmAdmin, LAWYER: lawyer }[role]
}

/** The variables of a query: what its name says if that says anything, else what the variable's own name says. */
function variablesOf({ name, variables }: Operation, world: Populated): Record<string, unknown> {
  const month = monthOf(today())
  const common: Record<string, unknown> = {
    first: 50,
    offset: 0,
    code: world.community.code,
    community: world.community.code,
    month,
    lastMonth: monthOf(addMonths(today(), -1)),
    nextMonth: monthOf(addMonths(today(), 1)),
    today: today(),
    yesterday: fromToday(-1),
    tomorrow: fromToday(1),
    from: fromToday(-90),
    to: fromToday(90),
    termFrom: fromToday(0),
    termTo: fromToday(300),
    eligible: false,
    withFirms: true,
    displayName: '王示例',
    page: 'firms',
    search: '示例',
    figure: name === 'AreaFactsDrawer' ? 'PEOPLE' : 'CONSULTATIONS',
    area: 'register',
    text: '示例',
    filter: {},
    kind: name === 'ChangeHistory' ? 'FIRM' : 'TOPIC',
    wish: { month: monthOf(addMonths(today(), 1)), startTime: '14:00', endTime: '16:00' },
    input: {
      communityCodes: world.vacant.map(({ code }) => code),
      termFrom: fromToday(0),
      termTo: fromToday(300),
    },
    id: idFor(name, world),
  }
  if (name === 'EditStreetPage') common['code'] = world.streetCode
  return Object.fromEntries(variables.flatMap((it) => (it in common ? [[it, common[it]]] : [])))
}

function idFor(name: string, world: Populated): string {
  if (/^(?:Edit)?FirmPage|^FirmSelect|^ChangeHistory/.test(name)) return globalId('Firm', world.firm.id)
  if (name.startsWith('Import')) return globalId('ImportBatch', world.importId)
  if (name.startsWith('AccountPage')) return globalId('Account', world.lawyer.accountId)
  if (name.startsWith('Pairing')) return globalId('Pairing', world.pairing.id)
  if (name.startsWith('VisitPage')) return globalId('Visit', world.visit.id)
  if (/^(?:Edit)?ServiceLog/.test(name)) return globalId('ServiceLog', world.logId)
  return globalId('Practitioner', world.practitioner.id)
}
