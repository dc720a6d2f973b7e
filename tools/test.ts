/**
 * `pnpm test`: everything that has to hold, in order, up to the first step that does not.
 * `pnpm test api firms`: one step (or several), its tests narrowed to files whose path matches.
 * `pnpm test firms pairings`: some areas, on every floor.
 * `pnpm test --changed [main]`: what the files call for that differ from where this branch left the other.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

import { buildWeb } from './build.ts'
import { allAreas, changedSince } from './changed.ts'
import { generate } from './generate.ts'
import { CommandFailed, root, showNode } from './run.ts'
import { type Scope, scopeOf } from './scope.ts'

const bin = (name: string) => join(root, 'node_modules', name)

interface Check {
  name: string
  title: string
  run: (filter: readonly string[]) => Promise<void>
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
  jest('tools', 'The tools', 'tools'),
  jest('db', 'The database and its migrations', 'packages/db'),
  jest('api', 'The API, on PostgreSQL', 'apps/api'),
  { name: 'build', title: 'The web builds', run: built },
  jest('e2e', 'The system in a browser', 'e2e', built),
]

const counts = { passed: 0, failed: 0 }
const results = mkdtempSync(join(tmpdir(), 'sitai-results-'))

type Job = readonly [check: Check, filter: readonly string[]]

async function main(args: readonly string[]) {
  const jobs = jobsFor(args)
  const begin = Date.now()
  const failed = await runAll(jobs)
  rmSync(results, { recursive: true, force: true })
  console.log(`\n${failed ? `${failed} failed after` : 'All of it took'} ${seconds(begin)}`)
  console.log(`${counts.passed} passed, ${counts.failed} failed`)
  process.exit(failed ? 1 : 0)
}

/** The steps that the command line asks for, each with what its tests are narrowed to. */
function jobsFor(args: readonly string[]): readonly Job[] {
  const [word, ref = 'main'] = args
  if (word === undefined) return checks.map((check) => [check, []])
  if (word === '--changed') return narrowed(scopeOf(changedSince(ref), allAreas()))
  const areas = allAreas()
  if (args.every((it) => areas.includes(it))) return narrowed({ areas: args, whole: ['rules'] })

  const end = args.findIndex((it) => !checks.some(({ name }) => name === it))
  const names = end === -1 ? args : args.slice(0, end)
  if (names.length === 0) {
    const steps = checks.map(({ name }) => name)
    console.error(`There is no step or area "${word}".\nSteps: ${steps.join(' ')}\nAreas: ${areas.join(' ')}`)
    process.exit(1)
  }
  const chosen = checks.filter(({ name }) => names.includes(name))
  // A step alone needs the generated files too, but does not ask whether they were committed.
  const generates: Check = { ...first, title: 'Generated files', run: () => generate() }
  const all = chosen.includes(first) ? chosen : [generates, ...chosen]
  return all.map((check) => [check, end === -1 ? [] : args.slice(end)])
}

/** What is checked of every change, and the tests of a scope. */
function narrowed({ areas, whole }: Scope): readonly Job[] {
  console.log(`Areas: ${areas.join(' ') || 'none'}. Whole: ${whole.join(' ') || 'none'}.`)
  const always = ['generate', 'types', 'lint', 'format']
  const folders = (parent: string) => (areas.length > 0 ? [`${parent}/(${areas.join('|')})/`, '--passWithNoTests'] : [])
  // The tests across all areas go with each; they read which rows of the matrix are asked for.
  const floors: Readonly<Record<string, readonly string[]>> = {
    api: areas.length > 0 ? ['src/test/', ...folders('src')] : [],
    e2e: folders('e2e'),
  }
  if (!whole.includes('api')) process.env['SITAI_TEST_AREAS'] = areas.join(' ')
  return checks.flatMap((check): readonly Job[] => {
    if (always.includes(check.name) || whole.includes(check.name)) return [[check, []]]
    const filter = floors[check.name] ?? []
    return filter.length > 0 ? [[check, filter]] : []
  })
}

/** Runs the steps up to the first that fails, and answers its name. */
async function runAll(jobs: readonly Job[]): Promise<string | undefined> {
  for (const [index, [{ name, title, run }, filter]] of jobs.entries()) {
    console.log(`\n━━ ${index + 1}/${jobs.length} ${name}: ${title}`)
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
  const run = async (filter: readonly string[]) => {
    await before()
    const outputFile = join(results, `${name}.json`)
    // Jest leaves one core to others; here nothing else runs. Each worker of the browser tests starts a system.
    const workers = name === 'e2e' ? String(Math.min(availableParallelism(), 4)) : '100%'
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
