/** The API as production runs it: compiled into apps/api/dist, where nothing has to be found or translated at the start. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

import { apiFolder } from './server.ts'
import { root } from './run.ts'

/**
 * Three entries: `main.js`, the API; `serve.js`, which migrates first (the container); `sheetProcess.js`, which the API
 * starts for workbooks. What is imported only when it is used (workbooks, Prisma's WebAssembly) becomes a file of its own. Source maps lead stack traces back.
 */
export async function bundleApi(): Promise<void> {
  rmSync(join(root, apiFolder), { recursive: true, force: true })
  const bundle = await rolldown({
    input: {
      main: join(root, 'apps/api/src/main.ts'),
      serve: join(root, 'tools/serve.ts'),
      sheetProcess: join(root, 'apps/api/src/sheets/sheetProcess.ts'),
    },
    platform: 'node',
    // Modules first: they can be shaken, and every package must get the same copy of graphql.
    resolve: { mainFields: ['module', 'main'] },
    // Machine code, found by its package; and what pg only tries.
    external: ['@node-rs/argon2', 'pg-native'],
    onLog: (level, log, otherwise) => {
      if (level === 'warn') throw new Error(log.message)
      otherwise(level, log)
    },
  })
  try {
    await bundle.write({
      dir: join(root, apiFolder),
      format: 'esm',
      sourcemap: true,
      // Names stay: stack traces say them. The rest is what a start has to read.
      minify: { mangle: false, compress: true, codegen: { removeWhitespace: true } },
      chunkFileNames: '[name]-[hash].js',
    })
  } finally {
    await bundle.close()
  }
}
