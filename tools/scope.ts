/** What there is to test: some areas on every floor, and steps that run whole. */
export interface Scope {
  /** Folder names; a test file in a folder of that name runs, and the rows of the matrix in it. */
  readonly areas: readonly string[]
  /** Names of steps that run whole, whatever the areas. */
  readonly whole: readonly string[]
}

const everything = ['rules', 'tools', 'db', 'api', 'e2e']

/** Files in which every area has a line, and the folder of the tests that judge such lines. */
const registers: Readonly<Record<string, string>> = {
  'apps/web/src/routes.tsx': 'shell',
  'apps/web/src/paths.ts': 'shell',
  'apps/web/src/navigation.ts': 'shell',
  'apps/api/src/schema.ts': 'test',
  'apps/api/src/access/acts.ts': 'test',
  'schema.graphql': 'test',
}

/** What to run for what lies under a path that is of no area; the first that fits counts. */
const shared: readonly (readonly [path: RegExp, steps: readonly string[]])[] = [
  [/^(?:docs|bench|docker)\/|\.md$/, []],
  [/^packages\/rules\//, ['rules', 'api', 'e2e']],
  [/^(?:packages\/db|prisma)\//, ['db', 'api', 'e2e']],
  [/^apps\/api\//, ['api']],
  [/^(?:apps\/web|e2e)\//, ['e2e']],
]

/**
 * What changed files call for. The domain word names the folder on every floor, and in packages/rules the file (`firm.ts`
 * is of `firms`); what is of no area runs the steps of its package whole, and what is of no package runs everything.
 */
export function scopeOf(paths: readonly string[], areas: readonly string[]): Scope {
  const named = new Set<string>()
  const whole = new Set<string>()
  for (const path of paths) {
    const area = registers[path] ?? areaOf(path, areas)
    if (area !== undefined) named.add(area)
    else for (const step of stepsFor(path)) whole.add(step)
  }
  return { areas: [...named].toSorted(), whole: everything.filter((step) => whole.has(step)) }
}

function areaOf(path: string, areas: readonly string[]): string | undefined {
  // The tests of a folder are of that folder, though what they test may be everyone's.
  const [, tests] = /^(?:apps\/api\/src|e2e)\/(\w+)\/.*\.(?:test|e2e)\.ts$/.exec(path) ?? []
  const [, folder] = /^(?:apps\/(?:api|web)\/src|e2e)\/(\w+)\//.exec(path) ?? []
  const [, noun] = /^packages\/rules\/src\/(\w+)\./.exec(path) ?? []
  return tests ?? areas.find((it) => it === folder || (noun !== undefined && oneOf(it) === noun))
}

/** The word for one of them: `firm` of `firms`, `community` of `communities`; nothing for a word that has no plural. */
function oneOf(area: string): string | undefined {
  if (area.endsWith('ies')) return `${area.slice(0, -3)}y`
  return area.endsWith('s') ? area.slice(0, -1) : undefined
}

function stepsFor(path: string): readonly string[] {
  return shared.find(([pattern]) => pattern.test(path))?.[1] ?? everything
}
