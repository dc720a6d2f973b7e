import { describe, expect, test } from '@jest/globals'
import { monthOf, shiftMonth } from '@sitai/rules/calendar'
import { ask, askWell } from '../test/ask.ts'
import { day, fromToday, given, globalId } from '../test/given.ts'
import { useExports } from '../test/exports.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'
import { today } from '../time/clock.ts'
import { figureAreas } from './areas.ts'

const clerk = { system: '测试', requestId: 'test' }

const Register = `query ($period: String, $streetCode: String, $firmId: ID) {
  areaFigures(area: "register", period: $period, streetCode: $streetCode, firmId: $firmId) {
    __typename
    ... on Refusal { code message }
    ... on AreaFigures {
      label now { label isPartial } months
      figures { code label unit definition now last lastYear trend }
      streets { code name numbers }
    }
  }
}`

interface Figure {
  code: string
  now: number
  last: number
  trend: number[]
}

const opened = async (viewer: Viewer, variables: Record<string, unknown> = {}) =>
  (await ask(viewer, Register, variables)).data.areaFigures

const numbersIn = ({ figures }: { figures: Figure[] }) =>
  Object.fromEntries(figures.map(({ code, now }) => [code, now]))

const factsOf = async (viewer: Viewer, figure: string, variables: Record<string, unknown> = {}) =>
  (
    await askWell(
      viewer,
      `query ($figure: String!, $firmId: ID) { areaFigures(area: "register", firmId: $firmId) { ... on AreaFigures {
        facts(figure: $figure, first: 50) { totalCount totalAmount edges { node { id amount what nodeType firmName practitionerName } } } } } }`,
      { figure, ...variables },
    )
  ).areaFigures.facts

describe('板块的数字', () => {
  const { exported } = useExports()

  test('执业队伍：在所的、到所离所的、惩戒的，各归其机构和街道', async () => {
    const world = await given.world()
    const other = await given.firm(world.bureau)
    await given.practitioner(other, { kind: 'GRASSROOTS_WORKER', licenceNo: `G${world.divisionCode}` })
    await write(clerk, 'given', (tx) =>
      tx.sanction.create({
        data: {
          practitionerId: world.practitioner.id,
          kind: 'CIRCULAR',
          validFrom: day(fromToday(0)),
          reason: '通报批评',
          blocksPairing: false,
        },
      }),
    )
    const area = await opened(world.leader)
    expect(area).toMatchObject({ label: '执业队伍', now: { isPartial: true } })
    expect(numbersIn(area)).toMatchObject({ PEOPLE: 2, LAWYERS: 1, FIRMS: 2, SANCTIONS: 1 })
    const own = await opened(world.leader, { firmId: globalId('Firm', other.id) })
    expect(numbersIn(own)).toMatchObject({ PEOPLE: 1, LAWYERS: 0, FIRMS: 1, SANCTIONS: 0 })
  })

  test('每个数字等于点开后的清单之和，也等于各街道之和', async () => {
    const world = await given.world()
    await given.practitioner(await given.firm(world.bureau))
    const area = await opened(world.admin)
    for (const [at, { code, now }] of area.figures.entries()) {
      const facts = await factsOf(world.admin, code)
      const amounts: number[] = facts.edges.map(({ node }: { node: { amount: number } }) => node.amount)
      expect({ code, sum: facts.totalAmount }).toEqual({ code, sum: now })
      expect({ code, sum: amounts.reduce((sum, it) => sum + it, 0) }).toEqual({ code, sum: now })
      const streets: number[] = area.streets.map(({ numbers }: { numbers: number[] }) => numbers[at] ?? 0)
      expect({ code, sum: streets.reduce((sum, it) => sum + it, 0) }).toEqual({ code, sum: now })
    }
  })

  test('离所的从那一天起不再算，趋势各月如当时所见', async () => {
    const world = await given.world()
    const month = monthOf(today())
    const before = `${shiftMonth(month, -2)}-10`
    const left = await given.practitioner(world.firm)
    await write(clerk, 'given', (tx) =>
      tx.firmMembership.updateMany({
        where: { practitionerId: left.id },
        data: { validFrom: day(`${shiftMonth(month, -5)}-10`), validTo: day(before) },
      }),
    )
    const { figures, months } = await opened(world.admin)
    const people: Figure = figures.find(({ code }: Figure) => code === 'PEOPLE')
    const leavers: Figure = figures.find(({ code }: Figure) => code === 'LEFT')
    const at = months.indexOf(shiftMonth(month, -2))
    expect(people.trend[at - 1]).toBe((people.trend[at] ?? 0) + (leavers.trend[at] ?? 0))
    expect(leavers.trend[at]).toBeGreaterThan(0)
  })

  test('律所管理员只看本机构的；别处的街道、没有的板块和指标，如同没有', async () => {
    const world = await given.world()
    const other = await given.world()
    await given.practitioner(await given.firm(world.bureau))
    expect(numbersIn(await opened(world.firmAdmin))).toMatchObject({ PEOPLE: 1, FIRMS: 1 })
    expect(await opened(world.firmAdmin, { firmId: globalId('Firm', other.firm.id) })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await opened(world.admin, { streetCode: other.streetCode })).toMatchObject({ code: 'NOT_FOUND' })
    const { data } = await ask(world.admin, '{ areaFigures(area: "none") { ... on Refusal { code } } }')
    expect(data.areaFigures.code).toBe('NOT_FOUND')
    const { codes } = await ask(
      world.admin,
      '{ areaFigures(area: "register") { ... on AreaFigures { facts(figure: "NONE") { totalCount } } } }',
    )
    expect(codes).toEqual(['BAD_USER_INPUT'])
  })

  test('明细导出为Excel，合计写在表头', async () => {
    const world = await given.world()
    const { texts, rows } = await exported(world.admin, 'areaFacts', {
      columns: ['practitioner', 'firm', 'what'],
      filter: { area: 'register', figure: 'PEOPLE', period: monthOf(today()) },
    })
    expect(rows.flat().join()).toContain(world.practitioner.name)
    expect(texts(2).join()).toContain('在所执业人员，合计 1人')
  })

  test('每个板块的指标都有来源、名称、单位和算法，代码不重', () => {
    for (const { figures, sources } of figureAreas) {
      expect(new Set(figures.map(({ code }) => code)).size).toBe(figures.length)
      for (const figure of figures) {
        expect(Object.keys(sources)).toContain(figure.source)
        expect([figure.label, figure.unit, figure.definition].every((words) => words !== '')).toBe(true)
      }
    }
  })
})
