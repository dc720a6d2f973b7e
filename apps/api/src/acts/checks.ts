import { plainReason, type ReasonRule } from '@sitai/rules/reason'
import { refuseMove, type Machine } from '@sitai/rules/stateMachine'
import { now } from '../time/clock.ts'
import { changedMeanwhile, Refusal } from './refusal.ts'
import { todayIn } from '@sitai/rules/calendar'

/** What the acts of the register share: reasons, years, moves, versions. */

/** A reason as it is kept, if the rule has nothing against it. */
export function checkedReason(reason: string, rule: ReasonRule = plainReason): string {
  const checked = rule.check(reason)
  if (!checked.ok) throw new Refusal('REASON_REQUIRED', `${checked.reason}。`, ['reason'])
  return checked.value
}

/** Refuses a move the state machine does not know, with the state it is in and where it may go. */
export function checkMove<State extends string>(machine: Machine<State>, from: State, to: NoInfer<State>): void {
  const sentence = refuseMove(machine, from, to)
  if (sentence !== null) throw new Refusal('STATE_CHANGED', `${sentence}。`)
}

/** A year of an annual check: not before the profession's return, not after this year. */
export function checkedYear(year: number): number {
  const thisYear = Number(todayIn(now()).slice(0, 4))
  if (year >= 1979 && year <= thisYear) return year
  throw new Refusal('INVALID', `年度应在 1979 至 ${thisYear} 之间。`, ['year'])
}

/** Throws when no row of the expected version was there to change. */
export function expectOne({ count }: { count: number }): void {
  if (count === 0) throw changedMeanwhile()
}

/** How the rows of a small list (specialties, demands) come from what stands to what should be; equal rows stay untouched. */
export function rowChange<Row extends { readonly topicCode: string }>(
  before: readonly Row[],
  after: readonly Row[],
  same: (a: Row, b: Row) => boolean,
) {
  const standing = new Map(before.map((row) => [row.topicCode, row]))
  const wanted = new Set(after.map(({ topicCode }) => topicCode))
  return {
    gone: before.filter(({ topicCode }) => !wanted.has(topicCode)).map(({ topicCode }) => topicCode),
    come: after.filter(({ topicCode }) => !standing.has(topicCode)),
    changed: after.filter((row) => {
      const old = standing.get(row.topicCode)
      return old !== undefined && !same(old, row)
    }),
  }
}
