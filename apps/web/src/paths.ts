/** Every link of the web is built here; routes.tsx uses the same names. */
export const paths = {
  home: () => '/',
  /** `why: 'ended'` says that the session has ended. */
  signIn: (search: { from?: string | undefined; why?: 'ended' | undefined } = {}) => withSearch('/sign-in', search),
  firstPassword: (search: { from?: string | undefined } = {}) => withSearch('/first-password', search),

  me: () => '/me',
  password: () => '/me/password',
  sessions: () => '/me/sessions',

  today: () => '/today',
  overview: (search: { period?: string; street?: string; firm?: string; figure?: string } = {}) =>
    withSearch('/overview', search),
  /** The figures of an area, by its name in the API. */
  areaFigures: (area: string) => `/figures/${area}`,
  calendarFeed: () => '/me/calendar',
  pairings: (search: { batch?: string; street?: string; person?: string } = {}) => withSearch('/pairings', search),
  pairing: (id: string) => `/pairings/${id}`,
  pairingDesk: (search: { community?: string; standing?: string } = {}) => withSearch('/pairing-desk', search),
  /** The preview of a bulk pairing; the communities stand in the address as `code`, many times. */
  pairingPreview: (codes: readonly string[] = []) =>
    codes.length === 0 ? '/pairing-desk/preview' : `/pairing-desk/preview?${codes.map((it) => `code=${it}`).join('&')}`,
  visits: (search: { doubtful?: string } = {}) => withSearch('/visits', search),
  visit: (id: string) => `/visits/${id}`,
  /** Where a community's printed code leads. */
  checkIn: (communityCode: string, mark: string) => `/check-in/${communityCode}/${mark}`,
  checkInCode: (communityCode: string) => `/check-in-codes/${communityCode}`,
  serviceLogs: (search: { state?: string; firm?: string; from?: string; to?: string } = {}) =>
    withSearch('/service-logs', search),
  serviceLog: (id: string) => `/service-logs/${id}`,
  editServiceLog: (id: string) => `/service-logs/${id}/edit`,
  logService: (search: { visit?: string; pairing?: string; draft?: string }) => withSearch('/service-logs/new', search),
  duties: () => '/duties',
  streets: () => '/streets',
  newStreet: () => '/streets/new',
  editStreet: (code: string) => `/streets/${code}/edit`,
  communities: (search: { street?: string; advised?: string; state?: string } = {}) =>
    withSearch('/communities', search),
  newCommunity: () => '/communities/new',
  community: (code: string) => `/communities/${code}`,
  editCommunity: (code: string) => `/communities/${code}/edit`,
  firms: (search: { street?: string; state?: string } = {}) => withSearch('/firms', search),
  newFirm: () => '/firms/new',
  firm: (id: string) => `/firms/${id}`,
  editFirm: (id: string) => `/firms/${id}/edit`,
  practitioners: (search: { firm?: string; state?: string } = {}) => withSearch('/practitioners', search),
  newPractitioner: (search: { firm?: string } = {}) => withSearch('/practitioners/new', search),
  practitioner: (id: string) => `/practitioners/${id}`,
  editPractitioner: (id: string) => `/practitioners/${id}/edit`,
  imports: (search: { kind?: string } = {}) => withSearch('/imports', search),
  import: (id: string) => `/imports/${id}`,
  accounts: () => '/accounts',
  newAccount: () => '/accounts/new',
  batchAccounts: () => '/accounts/batch',
  liveSessions: () => '/accounts/sessions',
  account: (id: string) => `/accounts/${id}`,
  dictionaries: () => '/dictionaries',
  settings: () => '/settings',
  audit: (search: { accountId?: string; record?: string; entityId?: string } = {}) => withSearch('/audit', search),
  signIns: (search: { q?: string } = {}) => withSearch('/logins', search),
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
