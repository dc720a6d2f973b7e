import type { Role } from '@sitai/db/client'
import { inDistricts, within } from '../access/place.ts'
import { db } from '../data/db.ts'
import type { Viewer } from '../access/viewer.ts'

const rolesBelow: readonly Role[] = ['BUREAU_ADMIN', 'LEADER', 'FIRM_ADMIN', 'LAWYER']

/** What a viewer may choose from when granting: roles not above theirs, bureaus and firms within their place. */
export async function scopeChoices(viewer: Viewer) {
  const [places, firms] = await Promise.all([
    db.division.findMany({
      where: { code: within(viewer.divisionCode) },
      orderBy: { code: 'asc' },
      select: { code: true, name: true },
    }),
    db.firm.findMany({
      where: { divisionCode: inDistricts(viewer.divisionCode), status: { not: 'CANCELLED' } },
      orderBy: [{ pinyin: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true, divisionCode: true },
    }),
  ])
  const roles: readonly Role[] = viewer.role === 'SYS_ADMIN' ? ['SYS_ADMIN', ...rolesBelow] : rolesBelow
  return { roles, places, firms }
}
