/**
 * `pnpm generate [--force]`: what is made from other files, made anew where those have changed.
 * .prisma files → the Prisma client and Pothos types; the API → schema.graphql; schema and documents → the web's types.
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { root, runNode } from './run.ts'
import { make, type Step } from './stamps.ts'

const prismaClient: Step = {
  name: 'prisma-client',
  from: ['prisma.config.ts', 'packages/db/package.json', 'prisma'],
  to: ['packages/db/generated/client/client.ts', 'packages/db/generated/pothos.ts'],
  make: () =>
    runNode([join(root, 'node_modules/prisma/build/index.js'), 'generate'], {
      env: {
        PATH: [join(root, 'packages/db/node_modules/.bin'), process.env['PATH']].join(delimiter),
        // Generating is WebAssembly; Prisma only wants to see that an engine is there, and would else download one.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    }),
}

const printer = 'apps/api/src/tools/printSchema.ts'
const printedSchema: Step = {
  name: 'schema.graphql',
  from: ['schema.graphql', 'apps/api/src', 'packages/rules/src', 'prisma'],
  to: ['schema.graphql'],
  make: () => runNode(['--import', 'tsx', join(root, printer)]),
}

const codegen = 'apps/web/codegen.ts'
const webTypes: Step = {
  name: 'web-types',
  from: ['schema.graphql', codegen, 'apps/web/src'],
  to: ['apps/web/generated/gql/graphql.ts'],
  make: () =>
    runNode([join(root, 'apps/web/node_modules/@graphql-codegen/cli/cjs/bin.js'), '--config', 'codegen.ts'], {
      cwd: join(root, 'apps/web'),
    }),
}

/** Brings every generated file up to date; tells the name of each that had to be made. */
export async function generate(force = false, onMade: (name: string) => void = () => {}): Promise<void> {
  const steps = [prismaClient, ...(existsSync(join(root, printer)) ? [printedSchema] : [])]
  if (existsSync(join(root, codegen))) steps.push(webTypes)
  for (const step of steps) if (await make(step, force)) onMade(step.name)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await generate(process.argv.includes('--force'), (name) => console.log(`made ${name}`))
}
