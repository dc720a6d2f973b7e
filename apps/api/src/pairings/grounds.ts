import { labelOf, terminationGrounds } from '@sitai/rules/dictionaries'
import { db } from '../data/db.ts'
import { Refusal } from '../acts/refusal.ts'
import { placesOf } from '../settings/settings.ts'
import type { Tx } from '../acts/write.ts'

/** The codes of the places above a division code, the whole country ('') first: their dictionaries hold below. */
export function placesAbove(code: string): string[] {
  return ['', ...placesOf(code)]
}

/** A ground of termination in force where the community lies: the bureau's dictionary, else the list it starts with. */
export async function groundsOf(communityCode: string, tx: Tx = db): Promise<{ code: string; label: string }[]> {
  const rows = await tx.dictItem.findMany({
    where: { kind: 'TERMINATION_GROUND', divisionCode: { in: placesAbove(communityCode) } },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
  })
  if (rows.length > 0) return rows.filter(({ active }) => active).map(({ code, label }) => ({ code, label }))
  return terminationGrounds.map(({ code, label }) => ({ code, label }))
}

export async function checkGround(tx: Tx, communityCode: string, ground: string): Promise<void> {
  const grounds = await groundsOf(communityCode, tx)
  if (!grounds.some(({ code }) => code === ground)) {
    throw new Refusal('INVALID', '解聘事由不正确，请重新选择。', ['ground'])
  }
}

/** The label of a ground: as the dictionaries have it, else as the list it starts with. */
export async function groundLabels(): Promise<(code: string) => string> {
  const rows = await db.dictItem.findMany({
    where: { kind: 'TERMINATION_GROUND' },
    select: { code: true, label: true },
  })
  const known = new Map(rows.map(({ code, label }) => [code, label]))
  return (code) => known.get(code) ?? labelOf(terminationGrounds, code)
}
