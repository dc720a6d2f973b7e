/** `pnpm build [--force]`: the SPA in apps/web/dist and the API in apps/api/dist; each only when its sources changed. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { bundleApi } from './bundle.ts'
import { generate } from './generate.ts'
import { root, runNode } from './run.ts'
import { apiFolder } from './server.ts'
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

const api: Step = {
  name: 'api-build',
  from: [
    ...['apps/api', 'packages/rules', 'packages/db'].flatMap((folder) => [`${folder}/src`, `${folder}/package.json`]),
    ...['serve', 'bundle'].map((name) => `tools/${name}.ts`),
    'prisma.config.ts',
    'prisma',
    'pnpm-lock.yaml',
  ],
  to: [`${apiFolder}/main.js`, `${apiFolder}/serve.js`],
  make: bundleApi,
}

/** Builds the SPA when its sources have changed; answers whether it had to. Generated files must be up to date. */
export async function buildWeb(force = false): Promise<boolean> {
  return make(web, force)
}

/** Compiles the API when its sources have changed; answers whether it had to. Generated files must be up to date. */
export async function buildApi(force = false): Promise<boolean> {
  return make(api, force)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await generate()
  const force = process.argv.includes('--force')
  for (const [folder, build] of [
    ['apps/web/dist', buildWeb],
    [apiFolder, buildApi],
  ] as const)
    console.log((await build(force)) ? `built ${folder}` : `${folder} is up to date`)
}
