import { DISTRICT } from '../fixed.ts'
import { duties } from './duties.ts'
import { searchWhere } from './lists.ts'
import { overviewOf } from './overview.ts'

const held = `left(p.community_code, 6) = '${DISTRICT}'`
const place = (column: string) => `${column} BETWEEN '${DISTRICT}' AND '${DISTRICT}999999'`

/**
 * What PostGraphile cannot say with tables alone, as its documentation advises: functions in SQL, with the same
 * statements the hand-written endpoint runs. They name the place themselves and run past row level security, under which
 * their plans would be far worse.
 */
export const functions = `
  DROP SCHEMA IF EXISTS bench CASCADE;
  CREATE SCHEMA bench;
  CREATE FUNCTION bench.firm_duties(firm uuid) RETURNS json LANGUAGE sql STABLE SECURITY DEFINER AS $$
    ${duties('p.practitioner_id = ANY (ARRAY(SELECT id FROM practitioner WHERE firm_id = firm_duties.firm))', held)} $$;
  CREATE FUNCTION bench.adviser_duties(person uuid) RETURNS json LANGUAGE sql STABLE SECURITY DEFINER AS $$
    ${duties('p.practitioner_id = adviser_duties.person', held)} $$;
  CREATE FUNCTION bench.overview_of_district() RETURNS json LANGUAGE sql STABLE SECURITY DEFINER AS $$ ${overviewOf(place)} $$;
  CREATE FUNCTION bench.search_people(text text) RETURNS SETOF practitioner LANGUAGE sql STABLE AS $$
    SELECT * FROM practitioner
     WHERE ${searchWhere(`division_code = '${DISTRICT}'`, `text || '%'`, `upper(text) || '%'`, `'%' || text || '%'`)}
     ORDER BY pinyin, id $$;
  GRANT USAGE ON SCHEMA bench TO sitai_app;`

const own = `(SELECT current_setting('bench.place'))`
const guarded = [
  ['practitioner', `division_code = ${own}`],
  ['firm', `left(division_code, 6) = ${own}`],
  ['pairing', `left(community_code, 6) = ${own}`],
  ['visit', `left(community_code, 6) = ${own}`],
  ['service_log', `left(community_code, 6) = ${own}`],
] as const

/**
 * Who sees what, as PostGraphile's documentation has it: a role and row level security. Our own role goes past it, for
 * its statements bear the filter themselves; the hand-written ones too.
 */
export const rowSecurity = `
  DO $$ BEGIN CREATE ROLE bench_viewer NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
  GRANT sitai_app TO bench_viewer;
  ALTER ROLE sitai_app BYPASSRLS;
  ${guarded
    .map(
      ([table, condition]) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  DROP POLICY IF EXISTS bench ON ${table};
  CREATE POLICY bench ON ${table} TO bench_viewer USING (${condition});`,
    )
    .join('')}`
