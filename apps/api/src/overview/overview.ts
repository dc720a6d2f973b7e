import { monthOf } from '@sitai/rules/calendar'
import { isPeriod } from '@sitai/rules/periods'
import { spanBefore, spanLastYear, spanOf, type Span } from '@sitai/rules/overview'
import { within } from '../access/place.ts'
import { now, today } from '../time/clock.ts'
import { db } from '../data/db.ts'
import { notFound, Refusal } from '../acts/refusal.ts'
import { visibleFirms } from '../firms/firm.access.ts'
import type { Viewer } from '../access/viewer.ts'
import { rulesOfPlace } from '../commitments/placeRules.ts'
import type { Scope } from './span.sql.ts'

/** A leader's page that was opened: what it looks at. Its figures are worked out only when they are asked for. */
export interface Overview {
  readonly span: Span
  readonly last: Span
  readonly lastYear: Span
  readonly scope: Scope & { readonly place: string }
  readonly asOf: Date
  readonly street: { readonly code: string; readonly name: string } | null
  readonly firm: { readonly id: string; readonly name: string } | null
  readonly satisfactionMinResponses: number
  /** The place to compare a firm with; null where that is no question. */
  readonly averagePlace: string | null
}

interface OverviewArgs {
  /** The running month when left out. */
  readonly period?: string | null | undefined
  readonly streetCode?: string | null | undefined
  readonly firmId?: string | null | undefined
}

/**
 * Opens the page for a period, perhaps for one street or firm. A firm admin always sees their own firm. Throws a
 * Refusal for what is no period, has not begun, or is not theirs to see.
 */
export async function openOverview(
  viewer: Viewer,
  { period: given, streetCode, firmId }: OverviewArgs,
): Promise<Overview> {
  const period = given ?? monthOf(today())
  if (!isPeriod(period))
    throw new Refusal('INVALID', '统计期应为月、季度、半年或年，例如 2026-11、2026-Q4、2026-H2、2026。', ['period'])
  const span = spanOf(period, today())
  if (!span) throw new Refusal('NOT_BEGUN', '这个统计期还没有开始。', ['period'])

  const place = streetCode ?? viewer.divisionCode
  const own = viewer.role === 'FIRM_ADMIN' ? viewer.firmId : null
  if (own !== null && firmId && firmId !== own) throw notFound('家机构')
  const asked = own ?? firmId ?? null
  const [street, firm, { rules, satisfactionMinResponses }] = await Promise.all([
    streetCode
      ? db.street.findFirst({
          where: { code: streetCode, AND: { code: within(viewer.divisionCode) } },
          select: { code: true, name: true },
        })
      : null,
    asked
      ? db.firm.findFirst({ where: { id: asked, AND: visibleFirms(viewer) }, select: { id: true, name: true } })
      : null,
    rulesOfPlace(place, viewer),
  ])
  if (streetCode && !street) throw notFound('个街道')
  if (asked && !firm) throw notFound('家机构')
  return {
    span,
    last: spanBefore(span),
    lastYear: spanLastYear(span),
    scope: { place, firmId: asked, rules },
    asOf: now(),
    street,
    firm,
    satisfactionMinResponses,
    averagePlace: asked ? place : null,
  }
}
