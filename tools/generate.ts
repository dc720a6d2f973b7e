/**
 * `pnpm generate`: what is made from other files, made anew where those have changed.
 * .prisma files → the Prisma client and Pothos types; the API → schema.graphql; schema and documents → the web's types.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { filesBelow, hashOf, remember, remembered } from './stamps.ts'
import { root, run } from './run.ts'

const printer = join(root, 'apps/api/src/tools/printSchema.ts')
const codegen = join(root, 'apps/web/codegen.ts')

/** Brings every generated file up to date; skips a step whose inputs have not changed since it last ran. */
export async function generate({ force = false, quiet = false } = {}): Promise<void> {
  for (const step of [prismaClient(), printedSchema(), webTypes()]) {
    if (!step) continue
    const hash = hashOf(step.inputs)
    if (!force && step.outputs.every((file) => existsSync(join(root, file))) && remembered(step.name) === hash) continue
    if (!quiet) console.log(`generate: ${step.name}`)
    await step.make()
    remember(step.name, hash)
  }
}

interface Step {
  name: string
  inputs: string[]
  outputs: string[]
  make(): Promise<unknown>
}

function prismaClient(): Step {
  return {
    name: 'prisma-client',
    inputs: [...filesBelow('prisma', ['.prisma']), 'prisma.config.ts', 'packages/db/package.json'],
    outputs: ['packages/db/generated/client/client.ts', 'packages/db/generated/pothos.ts'],
    make: () =>
      run('node', [join(root, 'node_modules/prisma/build/index.js'), 'generate'], {
        env: {
          PATH: `${join(root, 'packages/db/node_modules/.bin')}:${process.env['PATH']}`,
          // Generating is WebAssembly; Prisma only wants to see that an engine is there and would else download one.
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
          CHECKPOINT_DISABLE: '1',
        },
      }),
  }
}

function printedSchema(): Step | undefined {
  if (!existsSync(printer)) return undefined
  return {
    name: 'schema.graphql',
    inputs: [
      ...filesBelow('apps/api/src', ['.ts']).filter((file) => !file.endsWith('.test.ts')),
      ...filesBelow('packages/rules/src', ['.ts']),
      ...filesBelow('prisma', ['.prisma']),
      'schema.graphql',
    ],
    outputs: ['schema.graphql'],
    make: () => run('node', ['--import', 'tsx', printer]),
  }
}

function webTypes(): Step | undefined {
  if (!existsSync(codegen)) return undefined
  return {
    name: 'web-types',
    inputs: [...filesBelow('apps/web/src', ['.ts', '.tsx', '.graphql']), 'apps/web/codegen.ts', 'schema.graphql'],
    outputs: [],
    make: () =>
      run('node', [join(root, 'apps/web/node_modules/@graphql-codegen/cli/cjs/bin.js'), '--config', 'codegen.ts'], {
        cwd: join(root, 'apps/web'),
      }),
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await generate({ force: process.argv.includes('--force') })
}
