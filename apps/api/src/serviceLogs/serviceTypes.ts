import { labelOf } from '@sitai/rules/dictionaries'
import { defaultServiceTypes } from '@sitai/rules/taxonomy'
import { batched } from '../graphql/batched.ts'
import { db } from '../data/db.ts'
import { Refusal } from '../acts/refusal.ts'
import { topicLabels } from '../dictionaries/topics.ts'
import type { Tx } from '../acts/write.ts'

function dictionariesOf(divisionCode: string): string[] {
  return ['', ...[2, 4, 6].map((length) => divisionCode.slice(0, length))]
}

/** Refuses a service type that the place does not use: unknown, or retired. */
export async function checkServiceType(tx: Tx, divisionCode: string, code: string): Promise<void> {
  const items = await tx.dictItem.findMany({
    where: { kind: 'SERVICE_TYPE', code, divisionCode: { in: dictionariesOf(divisionCode) } },
    orderBy: { divisionCode: 'desc' },
    select: { active: true },
  })
  const known = items[0]?.active ?? defaultServiceTypes.some((type) => type.code === code)
  if (!known) throw new Refusal('TYPE_UNKNOWN', '字典中没有这个服务类型，或已停用，请重新选择。', ['typeCode'])
}

/** Labels of the service types of a district, old ones too. */
async function typeLabels(divisionCode: string): Promise<(code: string) => string> {
  const items = await db.dictItem.findMany({
    where: { kind: 'SERVICE_TYPE', divisionCode: { in: dictionariesOf(divisionCode) } },
    orderBy: { divisionCode: 'asc' },
    select: { code: true, label: true },
  })
  const own = new Map(items.map(({ code, label }) => [code, label]))
  return (code) => own.get(code) ?? labelOf(defaultServiceTypes, code)
}

/** The labels of a log's two codes. */
export interface LogLabels {
  readonly type: (code: string) => string
  readonly topic: (code: string) => string
}

/** The labels that some districts use, by the district. */
export async function labelsAmong(districts: readonly string[]): Promise<ReadonlyMap<string, LogLabels>> {
  const found = new Map<string, LogLabels>()
  for (const district of new Set(districts))
    found.set(district, { type: await typeLabels(district), topic: await topicLabels(district) })
  return found
}

/** The two labels of a log, by its district: asked once for a whole list. */
export const labelsIn = batched(labelsAmong)
