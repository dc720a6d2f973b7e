import { readFileSync } from 'node:fs'

// By its file: what Vite finds by the name of a package it leaves to Node, which reads no TypeScript.
import { syllables } from '../../../packages/rules/src/pinyin.ts'

/** Where the pages and acts are said that the search finds by name. */
const sources = ['navigation.ts', 'search/places.ts']

/** The pinyin of each name there, in syllables: `{ 结对: 'jie dui' }`. The tables this takes are too heavy for a browser. */
export function spellings(): Readonly<Record<string, string>> {
  const names = sources.flatMap((file) => [
    ...readFileSync(new URL(`../src/${file}`, import.meta.url), 'utf8').matchAll(/label: '([^']+)'/g),
  ])
  return Object.fromEntries(names.map(([, name = '']) => [name, syllables(name, 'OTHER').join(' ')]))
}
