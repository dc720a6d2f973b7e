/** Where the compiled API lies, from the root of the repository. */
export const apiFolder = 'apps/api/dist'

/**
 * How production starts a Node for the API: `start.ts`, the Dockerfile and the bench do it alike.
 * docs/decisions/0014 has the measurements.
 */
export const nodeFlags: readonly string[] = [
  '--min-semi-space-size=16',
  '--max-semi-space-size=16',
  '--max-old-space-size=512',
]

/** The arguments that start the compiled API. */
export const apiArgs: readonly string[] = [...nodeFlags, `${apiFolder}/main.js`]
