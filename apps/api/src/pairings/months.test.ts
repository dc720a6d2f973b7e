import { expect, test } from '@jest/globals'
import { monthOf, shiftMonth } from '@sitai/rules/calendar'
import { today } from '../time/clock.ts'
import { askWell } from '../test/ask.ts'
import { globalId } from '../test/given.ts'
import { givenVisit, pairedWorld } from '../test/givenVisits.ts'

const months = `query ($id: ID!) { pairing(id: $id) { termFrom months { month status kept planned missed } } }`
const thisMonth = monthOf(today())

test('结对的各月：新的在前，到了的已到位，没到的记未到，下月只有安排；聘期之前没有', async () => {
  const world = await pairedWorld()
  const [last, next] = [shiftMonth(thisMonth, -1), shiftMonth(thisMonth, 1)]
  await givenVisit(world.pairing, { on: `${last}-10`, status: 'CONFIRMED' })
  await givenVisit(world.pairing, { on: `${last}-12`, status: 'MISSED' })
  await givenVisit(world.pairing, { on: `${next}-05` })
  const { pairing } = await askWell(world.lawyer, months, { id: globalId('Pairing', world.pairing.id) })
  const [coming, , before] = pairing.months
  expect(coming).toEqual({ month: next, status: 'NOT_DUE', kept: 0, planned: 1, missed: 0 })
  expect(before).toEqual({ month: last, status: 'MET', kept: 1, planned: 0, missed: 1 })
  expect(pairing.months.length).toBeLessThanOrEqual(12)
  for (const { month } of pairing.months) expect(month >= monthOf(pairing.termFrom)).toBe(true)
})
