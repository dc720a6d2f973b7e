import { districtOf } from '@sitai/rules/community'
import { line } from '@sitai/rules/fields'
import { searchKeys } from '@sitai/rules/pinyin'
import { streetFields } from '@sitai/rules/street.fields'
import { notFound, Refusal } from '../acts/refusal.ts'
import { expectOne } from '../acts/checks.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'
import { visibleStreets } from './street.access.ts'

interface NewStreet {
  readonly code: string
  readonly name: string
  readonly justiceOffice?: string | null
}

/** Registers a street of the viewer's place, without neighbours yet. Answers its code. */
export async function createStreet(viewer: Viewer, street: NewStreet): Promise<string> {
  const code = street.code.trim()
  if (!/^\d{9}$/.test(code)) throw new Refusal('CODE_INVALID', '街道代码应为 9 位数字。', ['code'])
  if (!code.startsWith(viewer.divisionCode)) throw new Refusal('CODE_FOREIGN', '这个代码不在您的管辖区划内。', ['code'])
  const name = checkedLine(streetFields.name.label, 40, street.name, 'name')
  if (!name) throw new Refusal('INVALID', `请填写${streetFields.name.label}。`, ['name'])
  const justiceOffice = checkedLine(streetFields.justiceOffice.label, 60, street.justiceOffice, 'justiceOffice') ?? null
  const { initials } = searchKeys(name, 'OTHER')
  await write(viewer, 'createStreet', (tx) =>
    tx.street.create({ data: { code, name, initials, districtCode: districtOf(code), justiceOffice } }),
  )
  return code
}

interface StreetChange {
  readonly expectedVersion: number
  readonly name?: string | null
  readonly justiceOffice?: string | null
  readonly adjacentCodes?: readonly string[] | null
}

/**
 * Changes a street's name, its justice office and its neighbours. Neighbourhood goes both ways: the streets that come or
 * go are told too.
 */
export async function updateStreet(viewer: Viewer, code: string, change: StreetChange): Promise<string> {
  const name = checkedLine(streetFields.name.label, 40, change.name, 'name')
  const justiceOffice = checkedLine(streetFields.justiceOffice.label, 60, change.justiceOffice, 'justiceOffice')
  if (name === null) throw new Refusal('INVALID', `请填写${streetFields.name.label}。`, ['name'])
  const wanted = change.adjacentCodes && [...new Set(change.adjacentCodes)].toSorted()
  if (wanted?.includes(code)) throw new Refusal('INVALID', '街道不能与自己相邻。', ['adjacentCodes'])
  return write(viewer, 'updateStreet', async (tx) => {
    const street = await tx.street.findFirst({ where: { code, AND: visibleStreets(viewer) } })
    if (!street) throw notFound('个街道')
    expectOne(
      await tx.street.updateMany({
        where: { code, version: change.expectedVersion },
        data: {
          ...(name === undefined ? {} : { name, initials: searchKeys(name, 'OTHER').initials }),
          justiceOffice,
          ...(wanted ? { adjacentCodes: wanted } : {}),
        },
      }),
    )
    if (!wanted) return code
    const neighbours = await tx.street.findMany({ where: { code: { in: wanted }, AND: visibleStreets(viewer) } })
    if (neighbours.length < wanted.length) throw new Refusal('STREET_UNKNOWN', '没有登记这个街道。', ['adjacentCodes'])
    for (const { code: other, adjacentCodes } of neighbours.filter((it) => !it.adjacentCodes.includes(code))) {
      await tx.street.update({ where: { code: other }, data: { adjacentCodes: [...adjacentCodes, code].toSorted() } })
    }
    const gone = street.adjacentCodes.filter((other) => !wanted.includes(other))
    for (const former of await tx.street.findMany({ where: { code: { in: gone } } })) {
      const adjacentCodes = former.adjacentCodes.filter((other) => other !== code)
      await tx.street.update({ where: { code: former.code }, data: { adjacentCodes } })
    }
    return code
  })
}

/** Undefined stays undefined, blanks become null, too long a line is refused at its field. */
function checkedLine(
  label: string,
  max: number,
  text: string | null | undefined,
  field: string,
): string | null | undefined {
  if (text === undefined) return undefined
  const checked = line(max)(text ?? '', label)
  if (!checked.ok) throw new Refusal('INVALID', `${checked.reason}。`, [field])
  return checked.value === '' ? null : checked.value
}
