import { describe, expect, test } from '@jest/globals'
import { firmMachine, pairingMachine, practitionerMachine, serviceLogMachine, visitMachine } from './machines.ts'
import { allowedFrom, type Machine, mayGo, refuseMove, stateLabel, statesOf } from './stateMachine.ts'

describe('the state machines', () => {
  test('a pairing goes its usual way', () => {
    expect(mayGo(pairingMachine, 'PROPOSED', 'CONFIRMED')).toBe(true)
    expect(mayGo(pairingMachine, 'CONFIRMED', 'ACTIVE')).toBe(true)
    expect(mayGo(pairingMachine, 'ACTIVE', 'PAUSED')).toBe(true)
    expect(mayGo(pairingMachine, 'PAUSED', 'ACTIVE')).toBe(true)
    expect(mayGo(pairingMachine, 'ACTIVE', 'RENEWED')).toBe(true)
  })

  test('a refused move says where the thing is and where it may go', () => {
    expect(refuseMove(pairingMachine, 'PROPOSED', 'ACTIVE')).toBe('结对当前为「拟聘」，只能转为「已确认」、「未通过」')
    expect(refuseMove(pairingMachine, 'ACTIVE', 'ENDED')).toBeNull()
  })

  test('nothing follows a final state', () => {
    expect(refuseMove(pairingMachine, 'ENDED', 'ACTIVE')).toBe('结对当前为「已期满」，已是最终状态，不能再变更')
    expect(allowedFrom(pairingMachine, 'RENEWED')).toEqual([])
    expect(allowedFrom(practitionerMachine, 'CANCELLED')).toEqual([])
  })

  test('a missed visit can only be made up', () => {
    expect(allowedFrom(visitMachine, 'MISSED')).toEqual(['MADE_UP'])
    expect(stateLabel(visitMachine, 'MADE_UP')).toBe('已补到')
  })

  test('a locked log is not touched again', () => {
    expect(allowedFrom(serviceLogMachine, 'LOCKED')).toEqual([])
  })

  const expectSound = <State extends string>(machine: Machine<State>, start: State) => {
    const reached = new Set<State>([start])
    for (const state of reached) for (const next of machine.moves[state]) reached.add(next)
    expect([...reached].toSorted()).toEqual(statesOf(machine).toSorted())
    expect(new Set(Object.values(machine.labels)).size).toBe(statesOf(machine).length)
    for (const state of statesOf(machine)) expect(mayGo(machine, state, state)).toBe(false)
  }

  test('every state is reached from the first one, has its own label and does not lead to itself', () => {
    expectSound(practitionerMachine, 'PENDING_VERIFY')
    expectSound(firmMachine, 'ACTIVE')
    expectSound(pairingMachine, 'PROPOSED')
    expectSound(visitMachine, 'PLANNED')
    expectSound(serviceLogMachine, 'DRAFT')
  })
})
