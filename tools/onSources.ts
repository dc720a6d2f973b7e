import { watch } from 'node:fs'
import { join } from 'node:path'

import { root } from './run.ts'

/**
 * Calls back with the files that changed below these folders, once they have been quiet for a moment,
 * and never twice at a time. Answers how to stop.
 */
export function onSources(folders: string[], changed: (paths: string[]) => Promise<void>): () => Promise<void> {
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let busy = Promise.resolve()
  const flush = () => {
    busy = busy.then(async () => {
      const paths = [...waiting]
      waiting.clear()
      if (paths.length > 0) await changed(paths).catch((error: unknown) => console.error(String(error)))
    })
  }
  const watchers = folders.map((folder) =>
    watch(join(root, folder), { recursive: true }, (_event, name) => {
      if (!name || !/\.(ts|tsx|prisma)$/.test(name)) return
      waiting.add(`${folder}/${name}`)
      clearTimeout(timer)
      timer = setTimeout(flush, 150)
    }),
  )
  return async () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
    await busy
  }
}
