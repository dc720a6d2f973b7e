import { Prisma } from '@sitai/db/client'
import { codeWithin } from '../access/place.ts'
import { knownCells } from './rollup.sql.ts'
import { judgedLights, type Narrowing } from './sources.sql.ts'
import type { Frame, Scope } from './span.sql.ts'

/**
 * The lights that active communities have by `judgedLights` in a single span, read from the rollup, which has a bit for each community that
 * was late in a month. Judged again is the one month that tells whom the light falls to, and each month of a street that
 * is not rolled up or was touched since. So a city's year takes as long as it has communities, not visits.
 */
export function rolledLights(frame: Frame, scope: Scope, { only }: Narrowing): Prisma.Sql {
  // A firm's part of a light is not in the rollup, and its pairings are few.
  if (scope.firmId !== null) return judgedLights(frame, scope, {})
  const ofPlace = Prisma.sql`${codeWithin('c.code', scope.place)} and ${only?.('c.code') ?? Prisma.sql`true`}`
  // Of a community the month that decides among those known to be late, and every month of which nothing is known.
  const asked = Prisma.sql`
    select late.community_code, late.no from late
     union all
    select c.code, cell.no from cell join community c on c.street_code = cell.code and ${ofPlace} where cell.is_missing`
  // Nothing here may make the planner expect next to nothing: it would go through all of it for each community. So the
  // lights are a row for every community, whether or not it has any.
  return Prisma.sql`
    with cell as materialized (
      select code, no, is_missing, late_red, late_red | late_yellow as late
        from (${knownCells(frame.months, scope)}) wanted),
    late as materialized (
      select c.code as community_code,
             bit_or(1::bigint << cell.no) filter (where month.is_red) as red_in,
             bit_or(1::bigint << cell.no) filter (where not month.is_red) as yellow_in,
             coalesce(max(cell.no) filter (where month.is_red), max(cell.no)) as no
        from cell
        join community c on c.street_code = cell.code and ${ofPlace} and get_bit(cell.late, right(c.code, 3)::int) > 0
       cross join lateral (select get_bit(cell.late_red, right(c.code, 3)::int) > 0 as is_red) month
       group by c.code),
    judged as (${judgedLights(frame, scope, { among: asked })}),
    light as materialized (
      select c.code as community_code, judged.pairing_id, judged.practitioner_id, judged.firm_id,
             nullif(coalesce(late.red_in, 0) | coalesce(judged.red_in, 0), 0) as red_in,
             nullif(coalesce(late.yellow_in, 0) | coalesce(judged.yellow_in, 0), 0) as yellow_in
        from community c
        left join late on late.community_code = c.code
        left join judged on judged.community_code = c.code
       where ${ofPlace})
    select 'now' as key, light.* from light`
}
