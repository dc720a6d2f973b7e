import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import type { Plugin } from 'vite'

import { paths } from '../src/paths.ts'

const routes = new URL('../src/routes.tsx', import.meta.url)
const line = /page\(paths\.(\w+)\(([^)]*)\), \(\) => import\('\.\/([\w/]+\.tsx)'\)/g

/**
 * Writes `routes.json`: which files the page at an address consists of. The server names them in the head of the
 * page, so that a browser asks for all of them at once and not for one after it has read the other.
 */
export function routeFiles(): Plugin {
  let addresses: ReadonlyMap<string, string> = new Map()
  return {
    name: 'sitai-route-files',
    apply: 'build',
    async buildStart() {
      addresses = addressesOf(await readFile(routes, 'utf8'))
    },
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((it) => it.type === 'chunk')
      const filesOf = (file: string, found: Set<string> = new Set()): Set<string> => {
        if (found.has(file)) return found
        found.add(file)
        for (const next of chunks.find((it) => it.fileName === file)?.imports ?? []) filesOf(next, found)
        return found
      }
      const found = [...addresses].map(([address, module]) => {
        const chunk = chunks.find((it) => it.facadeModuleId === module)
        if (!chunk) throw new Error(`No chunk holds ${module}.`)
        return [address, [...filesOf(chunk.fileName)]]
      })
      this.emitFile({ type: 'asset', fileName: 'routes.json', source: JSON.stringify(Object.fromEntries(found)) })
    },
  }
}

/** Address → module, read from the lines of routes.tsx. */
function addressesOf(source: string): ReadonlyMap<string, string> {
  const found = [...source.matchAll(line)].map(([, name = '', given = '', file = '']): [string, string] => [
    addressOf(name, given),
    fileURLToPath(new URL(file, routes)),
  ])
  if (found.length === 0) throw new Error('routes.tsx has no line of the usual form.')
  return new Map(found)
}

/** `pairing` and `':id'` as they stand in the line: `/pairings/:id`. */
function addressOf(name: string, given: string): string {
  const build: unknown = Reflect.get(paths, name)
  if (typeof build !== 'function') throw new Error(`There is no path named ${name}.`)
  const parts = [...given.matchAll(/':\w+'/g)].map(([quoted]) => quoted.slice(1, -1))
  return String(Reflect.apply(build, undefined, given === '{}' ? [{}] : parts))
}
