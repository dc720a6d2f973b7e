import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

/** What the first load of the first routes (sign-in, and the shell with its home) may weigh, in bytes of gzipped JavaScript. */
export const budget = 400_000

/** The pages a browser with an empty cache opens first: sign-in, and the homes of the roles. */
const first = ['/sign-in', '/first-password', '/', '/overview', '/today', '/duties', '/accounts']

/** The gzipped JavaScript a browser with an empty cache loads for each page, in bytes, largest first. */
export function firstLoads(
  dist = new URL('../dist/', import.meta.url),
): { page: string; bytes: number; fits: boolean }[] {
  const routes: Record<string, string[]> = JSON.parse(read(new URL('routes.json', dist)))
  return Object.entries(routes)
    .map(([page, files]) => {
      const bytes = files.reduce((sum, file) => sum + gzipped(new URL(file, dist)), 0)
      return { page, bytes, fits: bytes <= budget || !first.includes(page) }
    })
    .toSorted((a, b) => b.bytes - a.bytes)
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
