import { Prisma } from '@sitai/db/client'
import { labelOf } from '@sitai/rules/dictionaries'
import { defaultTopics } from '@sitai/rules/taxonomy'
import type { Context } from '../graphql/context.ts'
import { db } from '../data/db.ts'
import { Refusal } from '../acts/refusal.ts'
import type { Tx } from '../acts/write.ts'

/** The divisions whose dictionaries count in a place: the whole system, its province, its city, itself. */
function dictionariesOf(divisionCode: string): string[] {
  return [
    '',
    ...[2, 4, 6].filter((length) => length <= divisionCode.length).map((length) => divisionCode.slice(0, length)),
  ]
}

/**
 * Topic codes with their labels in a place: what the taxonomy brings, overlaid by the bureau's dictionary. Retired ones
 * are in it too, since old records bear them.
 */
export async function topicLabels(divisionCode: string, tx: Tx = db): Promise<(code: string) => string> {
  const items = await tx.dictItem.findMany({
    where: { kind: 'TOPIC', divisionCode: { in: dictionariesOf(divisionCode) } },
    orderBy: { divisionCode: 'asc' },
    select: { code: true, label: true },
  })
  const own = new Map(items.map(({ code, label }) => [code, label]))
  return (code) => own.get(code) ?? labelOf(defaultTopics, code)
}

/** SQL of what the viewer's dictionaries call a topic, the nearest first; NULL where they say nothing of it. */
export function topicLabel({ divisionCode }: { readonly divisionCode: string }, code: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT i.label FROM dict_item i
    WHERE i.kind = 'TOPIC' AND i.code = ${code} AND i.division_code = ANY(${dictionariesOf(divisionCode)})
    ORDER BY i.division_code DESC LIMIT 1)`
}

/** Refuses, at `field`, a topic that no dictionary of the place knows. */
export async function checkTopics(
  tx: Tx,
  divisionCode: string,
  rows: readonly { topicCode: string }[],
  field: string,
): Promise<void> {
  if (rows.length === 0) return
  const unknown = rows.filter(({ topicCode }) => !defaultTopics.some(({ code }) => code === topicCode))
  if (unknown.length === 0) return
  const codes = unknown.map(({ topicCode }) => topicCode)
  const items = await tx.dictItem.findMany({
    where: { kind: 'TOPIC', code: { in: codes }, divisionCode: { in: dictionariesOf(divisionCode) } },
    select: { code: true },
  })
  const missing = codes.find((code) => !items.some((item) => item.code === code))
  if (missing !== undefined) throw new Refusal('TOPIC_UNKNOWN', '字典中没有这个主题，请重新选择。', [field])
}

const remembered = new WeakMap<Context, Map<string, ReturnType<typeof topicLabels>>>()

/** As topicLabels, read once for a request however many rows ask. */
export function topicLabelsOnce(context: Context, divisionCode: string): ReturnType<typeof topicLabels> {
  const known = remembered.get(context) ?? new Map<string, ReturnType<typeof topicLabels>>()
  remembered.set(context, known)
  const district = divisionCode.slice(0, 6)
  const labels = known.get(district) ?? topicLabels(district)
  known.set(district, labels)
  return labels
}
