/** `pnpm build [--force]`: the SPA, as the API serves it, in apps/web/dist; only when its sources have changed. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { generate } from './generate.ts'
import { root, runNode } from './run.ts'
import { make, type Step } from './stamps.ts'

const web: Step = {
  name: 'web-build',
  from: [
    ...['src', 'public', 'tools', 'index.html', 'vite.config.ts', 'package.json'].map((path) => `apps/web/${path}`),
    'packages/rules/src',
    'schema.graphql',
    'pnpm-lock.yaml',
  ],
  to: ['apps/web/dist/index.html'],
  make: () =>
    runNode([join(root, 'apps/web/node_modules/vite/bin/vite.js'), 'build'], {
      cwd: join(root, 'apps/web'),
      // Whatever the caller runs as: React's development half would be built in otherwise.
      env: { NODE_ENV: 'production' },
    }),
}

/** Builds the SPA when its sources have changed; answers whether it had to. Generated files must be up to date. */
export async function buildWeb(force = false): Promise<boolean> {
  return make(web, force)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await generate()
  const built = await buildWeb(process.argv.includes('--force'))
  console.log(built ? 'built apps/web/dist' : 'apps/web/dist is up to date')
}
