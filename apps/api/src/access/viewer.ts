import type { Role } from '@sitai/db/client'

/** Who is asking, under which grant. Read from the session at every request, so a changed grant counts at once. */
export interface Viewer {
  readonly accountId: string
  readonly userName: string
  readonly displayName: string
  readonly mustChangePassword: boolean
  readonly sessionId: string
  readonly grantId: string
  readonly role: Role
  /** The place of the grant: '3302' for a city bureau, '330203' for a district. */
  readonly divisionCode: string
  /** The firm a FIRM_ADMIN runs; null for every other role. */
  readonly firmId: string | null
  /** The practitioner this account belongs to, if any. */
  readonly practitionerId: string | null
  readonly requestId: string
  readonly ip: string | null
}
