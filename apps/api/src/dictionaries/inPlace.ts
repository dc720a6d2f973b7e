/** What the dictionaries say in a place: the words of codes, what may be chosen, and whether a code may be used anew. */
import DataLoader from 'dataloader'
import { type DictKind, Prisma } from '@sitai/db/client'
import { districtOf } from '@sitai/rules/community'
import { divisionsAbove } from '../access/place.ts'
import { Refusal } from '../acts/refusal.ts'
import type { Tx } from '../acts/write.ts'
import { db } from '../data/db.ts'
import type { Context } from '../graphql/context.ts'
import { dictionaryOf } from './dictionary.ts'

/** The word for a code in a place; retired ones are known too, since old records bear them. The code itself if unknown. */
export type Labels = (kind: DictKind, code: string) => string

/** The words of the districts these places lie in, by the district: one statement however many. */
export async function labelsAmong(places: readonly string[], tx: Tx = db): Promise<ReadonlyMap<string, Labels>> {
  const districts = [...new Set(places.map(districtOf))]
  if (districts.length === 0) return new Map()
  const rows = await tx.dictItem.findMany({
    where: { divisionCode: { in: [...new Set(districts.flatMap(divisionsAbove))] } },
    orderBy: { divisionCode: 'asc' },
    select: { divisionCode: true, kind: true, code: true, label: true },
  })
  return new Map(
    districts.map((district) => {
      const above = divisionsAbove(district)
      // The nearest comes last and stands over the others.
      const own = rows.filter(({ divisionCode }) => above.includes(divisionCode))
      const words = new Map(own.map(({ kind, code, label }) => [`${kind} ${code}`, label]))
      return [district, (kind, code) => words.get(`${kind} ${code}`) ?? code]
    }),
  )
}

/** The words used in one place. */
export async function labelsIn(place: string, tx: Tx = db): Promise<Labels> {
  return (await labelsAmong([place], tx)).get(districtOf(place)) ?? ((_kind, code) => code)
}

const loaders = new WeakMap<Context, DataLoader<string, Labels>>()

/** The word for one code where a record lies, for a field: read once in a request, however many rows ask. */
export async function labelFor(context: Context, kind: DictKind, place: string, code: string): Promise<string> {
  const loader =
    loaders.get(context) ??
    new DataLoader<string, Labels>(async (districts) => {
      const found = await labelsAmong(districts)
      return districts.map((district) => found.get(district) ?? ((_kind, unknown) => unknown))
    })
  loaders.set(context, loader)
  return (await loader.load(districtOf(place)))(kind, code)
}

/** SQL of the word for a code where `place` (a division's or community's code) lies; NULL where no dictionary knows it. */
export function labelSql(kind: DictKind, place: Prisma.Sql, code: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT i.label FROM dict_item i
    WHERE i.kind = ${kind}::dict_kind AND i.code = ${code}
      AND i.division_code IN ('', left(${place}, 2), left(${place}, 4), left(${place}, 6))
    ORDER BY i.division_code DESC LIMIT 1)`
}

/** What may be chosen in a place, in its order: retired items are not. */
export async function optionsIn(
  kind: DictKind,
  place: string,
  tx: Tx = db,
): Promise<{ readonly code: string; readonly label: string }[]> {
  const entries = await dictionaryOf(districtOf(place), kind, tx)
  return entries.filter(({ active }) => active).map(({ code, label }) => ({ code, label }))
}

const unknown: Readonly<Record<DictKind, readonly [code: string, noun: string]>> = {
  TOPIC: ['TOPIC_UNKNOWN', '主题'],
  SERVICE_TYPE: ['TYPE_UNKNOWN', '服务类型'],
  TERMINATION_GROUND: ['INVALID', '解聘事由'],
}

/** Codes that an input field brings. */
interface Used {
  readonly kind: DictKind
  readonly codes: readonly string[]
  /** The input field to blame. */
  readonly field: string
  /** What the record bears already: it may keep what was retired since. */
  readonly standing?: readonly string[]
}

/** Refuses a code that may not be used anew in a place: no dictionary that counts there knows it, or it is retired. */
export async function checkCodes(tx: Tx, place: string, uses: readonly Used[]): Promise<void> {
  const fresh = uses.flatMap(({ kind, codes, field, standing = [] }) =>
    codes.filter((code) => !standing.includes(code)).map((code) => ({ kind, code, field })),
  )
  if (fresh.length === 0) return
  const rows = await tx.dictItem.findMany({
    where: {
      divisionCode: { in: divisionsAbove(districtOf(place)) },
      kind: { in: [...new Set(fresh.map(({ kind }) => kind))] },
      code: { in: [...new Set(fresh.map(({ code }) => code))] },
    },
    orderBy: { divisionCode: 'asc' },
    select: { kind: true, code: true, active: true },
  })
  for (const { kind, code, field } of fresh) {
    if (rows.findLast((row) => row.kind === kind && row.code === code)?.active) continue
    const [refusal, noun] = unknown[kind]
    throw new Refusal(refusal, `字典中没有这个${noun}，或已停用，请重新选择。`, [field])
  }
}
