import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const web = fileURLToPath(new URL('../../apps/web', import.meta.url))

/** Where the build under test lies. */
export const dist = fileURLToPath(new URL('../.data/web', import.meta.url))

/** Builds the SPA with the kit's sheet of samples in it; `pnpm generate` must have run. */
export async function buildWeb(): Promise<void> {
  const vite = fileURLToPath(new URL('node_modules/vite/bin/vite.js', `file://${web}/`))
  // Jest sets NODE_ENV to "test", which would make a build that is not production's.
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, [vite, 'build', '--mode', 'kit', '--outDir', dist, '--emptyOutDir'], {
    cwd: web,
    env,
  })
}
