import type { Who } from '../fixed.ts'

/** What the hand-written endpoint is sent, and from which the variables of the two documents are made. */
export type Arguments = Readonly<Record<string, string>>

type Variables = Readonly<Record<string, unknown>>

/** One thing that people do, as each of the systems is asked for it. The answer stands under the alias `answer`. */
export interface Operation {
  readonly name: string
  readonly title: string
  readonly writes: boolean
  readonly ours: { readonly document: string; readonly variables: (given: Arguments) => Variables }
  readonly postgraphile: {
    readonly document: string
    readonly variables: (given: Arguments, world: World) => Variables
  }
  /** Who does it and with what, the n-th time. Writes give something new each time. */
  readonly call: (world: World, n: number) => { readonly who: Who; readonly given: Arguments }
}

export interface Person {
  readonly id: string
  readonly pairing: string
  readonly community: string
  readonly firm: string
}

/** What a dataset holds that operations name. */
export interface World {
  /** The signed-in firm and the people of the advisers' accounts, by their number. */
  readonly firm: string
  readonly advisers: readonly Person[]
  /** Some people of the district, some who advise nobody, some communities. */
  readonly people: readonly string[]
  readonly free: readonly { readonly id: string; readonly firm: string }[]
  readonly communities: readonly string[]
}
