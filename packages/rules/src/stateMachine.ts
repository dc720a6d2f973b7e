/**
 * A state machine as data: the allowed moves and nothing else. The same table answers the API
 * ("may this act happen"), the web (which buttons are grey, with which sentence) and the Chinese labels.
 */

/** States of a thing, their Chinese labels and the moves between them. */
export interface Machine<State extends string> {
  /** The thing in Chinese, e.g. 结对. */
  readonly noun: string
  readonly labels: Readonly<Record<State, string>>
  readonly moves: Readonly<Record<State, readonly State[]>>
}

/** The states that may follow; empty when the state is final. */
export function allowedFrom<State extends string>(machine: Machine<State>, from: State): readonly State[] {
  return machine.moves[from]
}

/** True when the move is in the table. Staying where one is counts as no move. */
export function mayGo<State extends string>(machine: Machine<State>, from: State, to: NoInfer<State>): boolean {
  return machine.moves[from].includes(to)
}

/** The Chinese label of a state. */
export function stateLabel<State extends string>(machine: Machine<State>, state: State): string {
  return machine.labels[state]
}

/** Null when the move is allowed, else the sentence to show: the state it is in and where it may go from there. */
export function refuseMove<State extends string>(
  machine: Machine<State>,
  from: State,
  to: NoInfer<State>,
): string | null {
  if (mayGo(machine, from, to)) return null
  const next = machine.moves[from].map((state) => `「${machine.labels[state]}」`).join('、')
  const here = `${machine.noun}当前为「${machine.labels[from]}」`
  return next === '' ? `${here}，已是最终状态，不能再变更` : `${here}，只能转为${next}`
}

/** The states of a machine in the order of its table. */
export function statesOf<State extends string>(machine: Machine<State>): State[] {
  const states: State[] = []
  for (const state in machine.moves) states.push(state)
  return states
}
