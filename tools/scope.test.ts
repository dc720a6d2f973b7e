import { describe, expect, test } from '@jest/globals'

import { scopeOf } from './scope.ts'

const areas = ['calendar', 'communities', 'firms', 'serviceLogs']

describe('what changed files call for', () => {
  test.each([
    ['apps/api/src/firms/firm.ts', ['firms']],
    ['apps/web/src/firms/FirmPage.tsx', ['firms']],
    ['packages/rules/src/firm.fields.ts', ['firms']],
    ['packages/rules/src/community.ts', ['communities']],
    ['packages/rules/src/serviceLog.test.ts', ['serviceLogs']],
    ['e2e/serviceLogs/look.e2e.ts', ['serviceLogs']],
    ['e2e/shell/keyboard.e2e.ts', ['shell']],
    ['apps/api/src/test/law.test.ts', ['test']],
  ])('%s: its area, on every floor', (path, expected) => {
    expect(scopeOf([path], areas)).toEqual({ areas: expected, whole: [] })
  })

  test.each([
    ['apps/web/src/routes.tsx', ['shell']],
    ['schema.graphql', ['test']],
  ])('%s, where each area has a line: the tests that judge such lines', (path, expected) => {
    expect(scopeOf([path], areas)).toEqual({ areas: expected, whole: [] })
  })

  test.each([
    ['packages/rules/src/text.ts', ['rules', 'api', 'e2e']],
    ['packages/rules/src/calendar.ts', ['rules', 'api', 'e2e']],
    ['prisma/firm.prisma', ['db', 'api', 'e2e']],
    ['apps/api/src/acts/write.ts', ['api']],
    ['apps/web/src/ui/List.tsx', ['e2e']],
    ['apps/web/src/shell/Shell.tsx', ['e2e']],
    ['e2e/harness/look.ts', ['e2e']],
    ['pnpm-lock.yaml', ['rules', 'tools', 'db', 'api', 'e2e']],
    ['tools/test.ts', ['rules', 'tools', 'db', 'api', 'e2e']],
    ['docs/rules.md', []],
  ])('%s, which is of no area: the steps of its package', (path, whole) => {
    expect(scopeOf([path], areas)).toEqual({ areas: [], whole })
  })

  test('together: each area once, each step once', () => {
    const paths = ['apps/api/src/firms/firm.ts', 'apps/web/src/firms/FirmPage.tsx', 'apps/web/src/page.tsx']
    expect(scopeOf(paths, areas)).toEqual({ areas: ['firms'], whole: ['e2e'] })
  })
})
