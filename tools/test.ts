/**
 * `pnpm test`: everything that has to hold, in order, up to the first step that does not.
 * `pnpm test api firms`: one step (or several), its tests narrowed to files whose path matches.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

import { buildWeb } from './build.ts'
import { generate } from './generate.ts'
import { CommandFailed, root, showNode } from './run.ts'

const bin = (name: string) => join(root, 'node_modules', name)

interface Check {
  name: string
  title: string
  run: (filter: string[]) => Promise<void>
}

const first: Check = {
  name: 'generate',
  title: 'Generated files are made, and schema.graphql is in step',
  run: generated,
}

const checks: Check[] = [
  first,
  { name: 'types', title: 'Types', run: () => showNode([bin('typescript/bin/tsc'), '-b']) },
  { name: 'lint', title: 'Lint', run: () => showNode([bin('oxlint/bin/oxlint'), '--deny-warnings']) },
  { name: 'format', title: 'Format', run: () => showNode([bin('oxfmt/bin/oxfmt'), '--check']) },
  jest('rules', 'The rules of the domain', 'packages/rules'),
  jest('db', 'The database and its migrations', 'packages/db'),
  jest('api', 'The API, on PostgreSQL', 'apps/api'),
  jest('web', 'The components of the web', 'apps/web'),
  { name: 'build', title: 'The web builds', run: built },
  jest('e2e', 'The system in a browser', 'e2e', built),
]

const counts = { passed: 0, failed: 0 }
const results = mkdtempSync(join(tmpdir(), 'sitai-results-'))

async function main(args: string[]) {
  const names = new Set<string>()
  while (args[0] && checks.some(({ name }) => name === args[0])) names.add(args.shift() ?? '')
  if (names.size === 0 && args.length > 0) {
    console.error(`There is no step "${args[0]}". Steps: ${checks.map(({ name }) => name).join(' ')}`)
    process.exit(1)
  }
  const chosen = names.size === 0 ? checks : checks.filter(({ name }) => names.has(name))
  // A step alone needs the generated files too, but does not ask whether they were committed.
  if (!chosen.includes(first)) chosen.unshift({ ...first, title: 'Generated files', run: () => generate() })
  const begin = Date.now()
  const failed = await runAll(chosen, args)
  rmSync(results, { recursive: true, force: true })
  console.log(`\n${failed ? `${failed} failed after` : 'All of it took'} ${seconds(begin)}`)
  console.log(`${counts.passed} passed, ${counts.failed} failed`)
  process.exit(failed ? 1 : 0)
}

/** Runs the steps up to the first that fails, and answers its name. */
async function runAll(chosen: Check[], filter: string[]): Promise<string | undefined> {
  for (const [index, { name, title, run }] of chosen.entries()) {
    console.log(`\n━━ ${index + 1}/${chosen.length} ${name}: ${title}`)
    const begin = Date.now()
    try {
      await run(filter)
    } catch (error) {
      console.error(error instanceof CommandFailed ? error.message : error)
      return name
    }
    console.log(`   ${name} took ${seconds(begin)}`)
  }
  return undefined
}

async function generated() {
  const file = join(root, 'schema.graphql')
  const read = () => (existsSync(file) ? readFileSync(file, 'utf8') : '')
  const before = read()
  await generate(false, (name) => console.log(`   made ${name}`))
  if (read() !== before) throw new CommandFailed('schema.graphql was not in step with the API. It is now: commit it.')
}

async function built() {
  console.log((await buildWeb()) ? '   built apps/web/dist' : '   apps/web/dist is up to date')
}

/** The tests of one package; `before` makes what they need. */
function jest(name: string, title: string, folder: string, before = async () => {}): Check {
  const run = async (filter: string[]) => {
    if (!existsSync(join(root, folder, 'jest.config.mjs'))) {
      console.log(`   ${folder} has no tests`)
      return
    }
    await before()
    const outputFile = join(results, `${name}.json`)
    // Jest leaves one core to others; here nothing else runs. Browsers do not share a core well.
    const workers = name === 'e2e' ? '1' : '100%'
    const flags = [
      '--json',
      '--outputFile',
      outputFile,
      '--maxWorkers',
      workers,
      ...(process.env['CI'] ? ['--ci'] : []),
    ]
    try {
      await showNode(
        [
          '--experimental-vm-modules',
          '--disable-warning=ExperimentalWarning',
          '--import',
          'tsx',
          bin('jest/bin/jest.js'),
          ...flags,
          ...filter,
        ],
        { cwd: join(root, folder) },
      )
    } finally {
      count(outputFile)
    }
  }
  return { name, title, run }
}

const Results = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
})

/** A test file that does not even load counts as one failure. */
function count(file: string) {
  if (!existsSync(file)) {
    counts.failed += 1
    return
  }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = Results.parse(
    JSON.parse(readFileSync(file, 'utf8')),
  )
  counts.passed += numPassedTests
  counts.failed += numFailedTests + numRuntimeErrorTestSuites
}

function seconds(begin: number): string {
  return `${((Date.now() - begin) / 1000).toFixed(1)} s`
}

await main(process.argv.slice(2))
