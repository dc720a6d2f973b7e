/**
 * Asks for many things with one question: whoever asks while the events of this turn of the loop are handled asks with
 * the others. `ask` is given each key once.
 */
export function coalesced<Key, Answer>(
  ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>,
): (key: Key) => Promise<Answer | undefined> {
  let keys = new Set<Key>()
  let next: Promise<ReadonlyMap<Key, Answer>> | null = null
  const send = async () => {
    await new Promise((resolve) => setImmediate(resolve))
    const asked = [...keys]
    keys = new Set()
    next = null
    return ask(asked)
  }
  return async (key) => {
    keys.add(key)
    next ??= send()
    return (await next).get(key)
  }
}
