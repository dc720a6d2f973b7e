import { Prisma } from '@sitai/db/client'
import { spanOf, spanBefore, spanLastYear, trendMonths } from '@sitai/rules/overview'
import { db } from '../db.ts'
import { sumsOf } from './figures.sql.ts'
import { frameOf } from './span.sql.ts'
import { today } from '../clock.ts'
const period = process.argv[2] ?? '2026-11'
const span = spanOf(period, today())!
const frame = frameOf([{ key: 'now', span, byStreet: true }, { key: 'last', span: spanBefore(span), byStreet: true }, { key: 'lastYear', span: spanLastYear(span) }, ...trendMonths(span).map((m) => ({ key: m, span: spanOf(m, today())! }))])
const scope = { place: '330203', firmId: null, rules: [{ divisionCode: '330203', termStartDay: 15, yellowFromDay: 25 }] }
for (const s of ['community', 'community', 'month', 'visit', 'log'] as const) {
  const rows = await db.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`explain (analyze, buffers) ${sumsOf(s, frame, scope)}`)
  const text = rows.map((r) => r['QUERY PLAN'])
  console.log(s, text.filter((l) => /Execution|Planning Time/.test(l)).join(' '))
  if (process.argv[3] === s) console.log(text.join('\n'))
}
await db.$disconnect()
