/** The database role every connection of the application runs as: it may read and write rows, never change tables. */
export const APP_ROLE = 'sitai_app'

/**
 * The url with the role and UTC written into it, so that anything that takes a connection string
 * (the pool, a LISTEN client, the job runner) runs as that role.
 */
export function urlAs(role: string | undefined, url: string): string {
  const target = new URL(url)
  const options = [role ? `-c role=${role}` : '', '-c TimeZone=UTC'].filter(Boolean).join(' ')
  target.searchParams.delete('options')
  const query = target.searchParams.toString()
  target.search = `${query ? `${query}&` : ''}options=${encodeURIComponent(options)}`
  return target.toString()
}

/** The role that `urlAs` wrote into this url. */
export function roleOf(url: string): string | undefined {
  return /-c role=(\w+)/.exec(new URL(url).searchParams.get('options') ?? '')?.[1]
}
