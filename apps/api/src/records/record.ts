import type { Act } from '../access/acts.ts'
import { may } from '../access/acts.ts'
import type { Viewer } from '../access/viewer.ts'

/** What every record of the bureau says of itself, whatever its table. */
export interface BureauRecord {
  /** Its table, as the operation log names it. */
  readonly table: string
  /** What one is called. */
  readonly label: string
  /** The tables whose rows belong to it, and what a row of theirs is called. Their log lines stand under its key. */
  readonly parts?: Readonly<Record<string, string>>
  /** Whose role may not try this reads neither it nor what the log says of it. */
  readonly act: Act
  /** The column that the log knows it by: a code, a key of the catalogue, else an id. */
  readonly key?: 'id' | 'code' | 'key'
  /** Its key means another thing in each place: a setting's. */
  readonly isPerPlace?: boolean
  readonly machine?: {
    readonly labels: Readonly<Record<string, string>>
    readonly moves: Readonly<Record<string, readonly string[]>>
  }
  /** The names of some, with their keys. */
  readonly namesOf?: (keys: string[]) => Promise<readonly (readonly [key: string, name: string])[]>
  /** Whether this viewer may read the history of the one with this key. Without it, nobody reads one. */
  readonly mayReadHistory?: (viewer: Viewer, key: string) => Promise<boolean>
}

/** What a slice says of its record; `Where` is the filter of its table. */
interface Saying<Where, Key extends 'id' | 'code' | 'key'> extends Omit<BureauRecord, 'namesOf' | 'mayReadHistory'> {
  readonly key: Key
  /** Those that this viewer sees. */
  readonly visible: (viewer: Viewer) => Where
  /** Reads the names of some. */
  readonly names?: (keys: string[]) => Promise<readonly (Readonly<Record<Key, string>> & { readonly name: string })[]>
  /** Who reads its history. */
  readonly history?: {
    /** How many have this key and meet all of this: one or none. */
    readonly count: (key: string, all: NoInfer<Where>[]) => Promise<number>
    /** Of those who see it, not everyone: only where this is met too; null is nowhere. */
    readonly only?: (viewer: Viewer) => NoInfer<Where> | null
  }
}

/**
 * A record of the bureau, from what its slice says of it. Its history is read by those who see it, never by more:
 * `visible` and the act are asked here.
 */
export function record<Where, Key extends 'id' | 'code' | 'key'>(said: Saying<Where, Key>) {
  const { act, key, visible, names, history, ...rest } = said
  return {
    ...rest,
    act,
    key,
    visible,
    ...(names && { namesOf: async (keys: string[]) => (await names(keys)).map((it) => [it[key], it.name] as const) }),
    ...(history && {
      mayReadHistory: async (viewer: Viewer, id: string) => {
        const only = history.only ? history.only(viewer) : undefined
        if (!may(viewer, act) || only === null) return false
        return (await history.count(id, only === undefined ? [visible(viewer)] : [visible(viewer), only])) > 0
      },
    }),
  }
}
