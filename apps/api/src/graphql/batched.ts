import DataLoader from 'dataloader'
import type { Context } from './context.ts'

/**
 * Makes a field that needs a question of its own ask it once for a whole list: the keys of one request that are wanted
 * at the same time are collected, and `load` answers them together. Declared once, outside of the resolvers:
 * `const warningsOf = batched(load)`, then `warningsOf(context, id)`.
 */
export function batched<T>(load: (keys: readonly string[], context: Context) => Promise<ReadonlyMap<string, T>>) {
  const loaders = new WeakMap<Context, DataLoader<string, T | undefined>>()
  return (context: Context, key: string): Promise<T | undefined> => {
    const loader =
      loaders.get(context) ??
      new DataLoader<string, T | undefined>(
        async (keys) => {
          const found = await load(keys, context)
          return keys.map((it) => found.get(it))
        },
        { cache: false },
      )
    loaders.set(context, loader)
    return loader.load(key)
  }
}
