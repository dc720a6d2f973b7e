/** Every link of the web is built here; routes.tsx uses the same names. */
export const paths = {
  home: () => '/',
  signIn: (search: { from?: string | undefined } = {}) => withSearch('/sign-in', search),
  firstPassword: (search: { from?: string | undefined } = {}) => withSearch('/first-password', search),

  me: () => '/me',
  password: () => '/me/password',
  sessions: () => '/me/sessions',

  today: () => '/today',
  overview: (search: { period?: string; street?: string; firm?: string; figure?: string } = {}) =>
    withSearch('/overview', search),
  pairings: () => '/pairings',
  visits: () => '/visits',
  serviceLogs: () => '/service-logs',
  duties: () => '/duties',
  streets: () => '/streets',
  communities: () => '/communities',
  firms: () => '/firms',
  practitioners: () => '/practitioners',
  imports: () => '/imports',
  accounts: () => '/accounts',
  dictionaries: () => '/dictionaries',
  settings: () => '/settings',
  audit: () => '/audit',
}

/** Builds `path?key=value`, leaving out what is absent or empty. */
export function withSearch(path: string, search: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) if (value) params.set(key, value)
  const text = params.toString()
  return text ? `${path}?${text}` : path
}

/** The page to return to after sign-in: a path of ours, never another site's address. */
export function returnAddress(search: URLSearchParams): string {
  const from = search.get('from') ?? ''
  return /^\/(?![/\\])/.test(from) && !from.startsWith('/sign-in') ? from : paths.home()
}
