/** The database role every connection of the application runs as: it may read and write rows, never change tables. */
export const APP_ROLE = 'sitai_app'

/**
 * What the connections of the application set: days are days in UTC, and a statement works on one processor. With all of
 * a small machine at work on one page the others wait, and it is hardly ready sooner.
 */
const SETTINGS = ['TimeZone=UTC', 'max_parallel_workers_per_gather=0']

/**
 * The url with the role and the settings written into it, so that anything that takes a connection string
 * (the pool, a LISTEN client, the job runner) runs as that role.
 */
export function urlAs(role: string | undefined, url: string): string {
  const target = new URL(url)
  const options = [...(role ? [`role=${role}`] : []), ...SETTINGS].map((setting) => `-c ${setting}`).join(' ')
  target.searchParams.delete('options')
  const query = target.searchParams.toString()
  target.search = `${query ? `${query}&` : ''}options=${encodeURIComponent(options)}`
  return target.toString()
}

/** The role that `urlAs` wrote into this url. */
export function roleOf(url: string): string | undefined {
  return /-c role=(\w+)/.exec(new URL(url).searchParams.get('options') ?? '')?.[1]
}
