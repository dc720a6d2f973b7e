import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

/** What the first load of the first routes (sign-in, and the shell with its home) may weigh, in bytes of gzipped JavaScript. */
export const budget = 400_000

/** The pages a browser with an empty cache opens first. All others load after sign-in, when the shell is there. */
const first = /\/(?:SignInPage|FirstPasswordPage|HomePage)\.tsx$/

interface Chunk {
  file: string
  isEntry?: boolean
  imports?: readonly string[]
}

/** The gzipped JavaScript a browser with an empty cache loads for each route's chunk, in bytes, largest first. */
export function firstLoads(
  dist = new URL('../dist/', import.meta.url),
): { page: string; bytes: number; fits: boolean }[] {
  const manifest = new Map<string, Chunk>(Object.entries(JSON.parse(read(new URL('.vite/manifest.json', dist)))))
  const entry = [...manifest].find(([, chunk]) => chunk.isEntry)?.[0]
  if (!entry) throw new Error('The manifest names no entry: run "pnpm build" first.')
  const shell = 'src/shell/Shell.tsx'
  const pages = [...manifest.keys()].filter((key) => /^src\/.*Page\.tsx$/.test(key))
  return pages
    .map((page) => {
      const outside = /SignInPage|FirstPasswordPage/.test(page)
      const files = new Set<string>()
      for (const start of outside ? [entry, page] : [entry, shell, page]) collect(manifest, start, files)
      const bytes = [...files].reduce((sum, file) => sum + gzipped(new URL(file, dist)), 0)
      return { page, bytes, fits: bytes <= budget || !first.test(page) }
    })
    .toSorted((a, b) => b.bytes - a.bytes)
}

function collect(manifest: ReadonlyMap<string, Chunk>, key: string, files: Set<string>) {
  const chunk = manifest.get(key)
  if (!chunk || files.has(chunk.file)) return
  files.add(chunk.file)
  for (const next of chunk.imports ?? []) collect(manifest, next, files)
}

function read(file: URL): string {
  if (!existsSync(file)) throw new Error(`${file.pathname} is missing: build the web first.`)
  return readFileSync(file, 'utf8')
}

function gzipped(file: URL): number {
  return gzipSync(readFileSync(file), { level: 9 }).length
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , folder] = process.argv
  const loads = folder ? firstLoads(pathToFileURL(`${folder}/`)) : firstLoads()
  for (const { page, bytes, fits } of loads) {
    console.log(`${(bytes / 1000).toFixed(0).padStart(4)} kB  ${page}${fits ? '' : '  TOO LARGE'}`)
  }
  process.exitCode = loads.every(({ fits }) => fits) ? 0 : 1
}
