/**
 * Reads log lines or a stack trace of the compiled API and prints them with the places of the sources, by the maps that
 * lie beside what was compiled: `node --import tsx tools/stack.ts < api.log`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { basename, join, relative, resolve } from 'node:path'
import { text } from 'node:stream/consumers'

import { root } from './run.ts'
import { apiFolder } from './server.ts'

const folder = join(root, apiFolder)
const maps = new Map<string, SourceMap | undefined>()

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) {
    const path = join(folder, `${file}.map`)
    maps.set(file, existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : undefined)
  }
  return maps.get(file)
}

const place = /(?:file:\/\/)?[^\s()"]*\/([\w.-]+\.js):(\d+):(\d+)/g

const said = (await text(process.stdin)).replaceAll(place, (found, file: string, line: string, column: string) => {
  const entry = mapOf(basename(file))?.findEntry(Number(line) - 1, Number(column) - 1)
  if (!entry || !('originalSource' in entry)) return found
  const source = relative(root, resolve(folder, entry.originalSource))
  return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
})
process.stdout.write(said)
