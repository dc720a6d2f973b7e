import { readFile } from 'node:fs/promises'

import { type DefinitionNode, type DocumentNode, Kind, parse, visit } from 'graphql'
import type { Plugin } from 'vite'

const generated = new URL('../generated/gql/', import.meta.url)
const call = /\bgraphql\(\s*(?:\/\*\s*GraphQL\s*\*\/\s*)?`([^`]*)`\s*,?\s*\)/g

/**
 * Puts each document into the module that names it, so that a page's chunk carries its own operations only.
 * Without it every page's documents would sit in the first chunk, since the generated `graphql()` looks
 * them up in one table. Development and tests use that table; the two hold equal documents.
 */
export function documents(): Plugin {
  let trusted: ReadonlyMap<string, { hash: string; text: string }> = new Map()
  return {
    name: 'sitai-documents',
    apply: 'build',
    enforce: 'pre',
    async buildStart() {
      trusted = byName(await readFile(new URL('persisted-documents.json', generated), 'utf8'))
    },
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || !code.includes('graphql(')) return null
      return code.replaceAll(call, (_, text: string) => JSON.stringify(inlined(text, trusted)))
    },
  }
}

function byName(manifest: string) {
  const entries: [string, string][] = Object.entries(JSON.parse(manifest))
  return new Map(
    entries.map(([hash, text]) => {
      const operation = parse(text).definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION)
      return [operation?.name?.value ?? hash, { hash, text }]
    }),
  )
}

function inlined(text: string, trusted: ReadonlyMap<string, { hash: string; text: string }>) {
  const [first] = parse(text, { noLocation: true }).definitions
  // A fragment's document is never sent or read at run time: reading one only changes its type.
  if (first?.kind !== Kind.OPERATION_DEFINITION) return { kind: Kind.DOCUMENT, definitions: [] }
  const found = trusted.get(first.name?.value ?? '')
  if (!found) throw new Error(`No trusted document named ${first.name?.value}: run "pnpm generate" first.`)
  return { __meta__: { hash: found.hash }, ...slim(parse(found.text, { noLocation: true })) }
}

/** Drops the empty lists graphql-js allows to be absent; they are a third of a document's size. */
function slim(document: DocumentNode): DocumentNode {
  const definitions: readonly DefinitionNode[] = document.definitions
  return visit(
    { kind: Kind.DOCUMENT, definitions },
    {
      enter: (node) =>
        Object.fromEntries(Object.entries(node).filter(([, value]) => !(Array.isArray(value) && value.length === 0))),
    },
  )
}
