import { DISTRICT, TODAY } from '../fixed.ts'

/*
 * The whole register in a few INSERT … SELECT: everything follows from running numbers and a hash of them, so that the
 * same size gives the same rows on every machine. Triggers are off while it runs; what they would do is done here.
 */

const surnames =
  '王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 林lin 高gao 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 韩han 冯feng 邓deng 曹cao 彭peng 潘pan 袁yuan 董dong 余yu 苏su 叶ye 吕lü 魏wei 蒋jiang'
    .replaceAll('ü', 'v')
    .split(' ')
const given =
  '伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 涛tao 明ming 超chao 兰lan 霞xia 平ping 刚gang 桂gui 英ying 华hua 玉yu 红hong 建jian 文wen 辉hui 晓xiao 琳lin 波bo 斌bin 宇yu 浩hao 凯kai 健jian 俊jun 帆fan 雪xue 倩qian 婷ting 云yun 龙long 林lin 鹏peng 飞fei 鑫xin 荣rong 海hai 山shan 春chun 梅mei 东dong 南nan 青qing 松song 思si 雨yu 佳jia 欣xin'.split(
    ' ',
  )
const cut = (words: readonly string[], latin: boolean) =>
  `ARRAY[${words.map((word) => `'${latin ? word.slice(1) : word.slice(0, 1)}'`).join(',')}]`

/** An id of its running number and, as its last digit, the kind of row, so that ids of two kinds never meet. */
const id = (kind: string, number: string) =>
  `('0000' || lpad(to_hex((${number})::bigint), 12, '0') || '700080000000000${kind}')::uuid`

/** The id of another kind of row with the same running number. */
const idAs = (kind: string, column = 'id') => `(left(${column}::text, 35) || '${kind}')::uuid`

/** Functions and the numbers of a size; `bench_place(no, code, name, pinyin, initials)` is filled before. */
export const prepare = `
  CREATE OR REPLACE FUNCTION bench_hash(seed text, number bigint) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT ('x' || substr(md5(seed || number), 1, 7))::bit(28)::int $$;
  CREATE TABLE bench_size AS
    SELECT n, greatest(3, round(n * 0.0644565))::bigint AS firms, round(n * 1.2891310)::bigint AS people
      FROM (SELECT count(*) AS n FROM bench_place) AS counted;
  CREATE TABLE bench_firm AS
    SELECT f, min(b.code) AS code FROM bench_size s, generate_series(0, s.firms - 1) f
      JOIN bench_place b ON b.no = (f * (SELECT n FROM bench_size)) / (SELECT firms FROM bench_size) GROUP BY f;
  CREATE UNIQUE INDEX ON bench_firm (f);
  ANALYZE bench_firm; ANALYZE bench_size; ANALYZE bench_place;`

const communities = `
  INSERT INTO community (code, name, pinyin, initials, kind, street_code, address, visit_room, population, lat, lng)
  SELECT code, name, pinyin, initials, CASE WHEN name LIKE '%村%' THEN 'VILLAGE' ELSE 'URBAN' END::community_kind,
         left(code, 9), '演示路' || bench_hash('road', no) % 300 || '号', '一楼会议室', 1500 + bench_hash('pop', no) % 6000,
         29.7 + (bench_hash('lat', no) % 3000) / 10000.0, 121.3 + (bench_hash('lng', no) % 3000) / 10000.0
    FROM bench_place ORDER BY no;
  INSERT INTO community_demand (community_code, topic_code, weight)
  SELECT code, (ARRAY['LABOUR','PROPERTY_MGMT','MARRIAGE_FAMILY','CONTRACT_DEBT','HOUSING'])[1 + bench_hash('d', no) % 5], 3
    FROM bench_place;`

const firms = `
  INSERT INTO firm (id, kind, name, pinyin, initials, credit_code, licence_no, director, street_code, division_code,
                    status, address, lat, lng)
  SELECT ${id('1', 'f')}, 'LAW_FIRM', '演示' || w[1 + a] || w[1 + b] || f || '律师事务所',
         'yanshi' || l[1 + a] || l[1 + b] || f, 'ys' || left(l[1 + a], 1) || left(l[1 + b], 1) || f,
         'BENCH' || lpad(f::text, 13, '0'), 'F' || lpad(f::text, 16, '0'), '演示负责人', left(code, 9), left(code, 6),
         'ACTIVE', '演示路1号', 29.85, 121.5
    FROM bench_firm, LATERAL (SELECT bench_hash('fa', f) % 60 AS a, bench_hash('fb', f) % 60 AS b) hash,
         LATERAL (SELECT ${cut(given, false)} AS w, ${cut(given, true)} AS l) words
   ORDER BY f;`

const people = `
  INSERT INTO practitioner (id, kind, name, pinyin, initials, gender, birth_year, licence_no, first_licensed_on,
                            political_status, phone_masked, phone_tail, languages, capacity, status, division_code, firm_id)
  SELECT ${id('2', 'j')}, CASE WHEN j % 9 = 0 THEN 'PART_TIME' ELSE 'FULL_TIME' END::practitioner_kind,
         sw[1 + s] || gw[1 + a] || gw[1 + b], sl[1 + s] || gl[1 + a] || gl[1 + b],
         left(sl[1 + s], 1) || left(gl[1 + a], 1) || left(gl[1 + b], 1),
         CASE WHEN j % 2 = 0 THEN 'MALE' ELSE 'FEMALE' END::gender, 1965 + (a + b) % 35, 'P' || lpad(j::text, 16, '0'),
         date '2005-01-01' + bench_hash('lic', j) % 5000,
         (ARRAY['PARTY_MEMBER','MASSES','MASSES','LEAGUE_MEMBER'])[1 + j % 4]::political_status,
         '139****' || lpad((bench_hash('tel', j) % 10000)::text, 4, '0'),
         lpad((bench_hash('tel', j) % 10000)::text, 4, '0'), '{普通话}', 3, 'ACTIVE', left(f.code, 6), ${id('1', 'f.f')}
    FROM bench_size z, generate_series(0, z.people - 1) j
    JOIN bench_firm f ON f.f = (j * (SELECT firms FROM bench_size)) / (SELECT people FROM bench_size),
         LATERAL (SELECT bench_hash('s', j) % 40 AS s, bench_hash('a', j) % 60 AS a, bench_hash('b', j) % 60 AS b) hash,
         LATERAL (SELECT ${cut(surnames, false)} AS sw, ${cut(surnames, true)} AS sl,
                         ${cut(given, false)} AS gw, ${cut(given, true)} AS gl) words
   ORDER BY j;
  INSERT INTO firm_membership (id, practitioner_id, firm_id, valid_from)
  SELECT ${idAs('3')}, id, firm_id, '2020-01-01' FROM practitioner ORDER BY id;
  INSERT INTO annual_assessment (id, practitioner_id, year, result)
  SELECT ${idAs('4')}, id, 2025, 'COMPETENT' FROM practitioner ORDER BY id;
  INSERT INTO practitioner_specialty (practitioner_id, topic_code, level)
  SELECT id, (ARRAY['LABOUR','PROPERTY_MGMT','MARRIAGE_FAMILY','CONTRACT_DEBT','HOUSING'])[1 + birth_year % 5], 2
    FROM practitioner ORDER BY id;`

/** Every second practitioner or so advises two neighbouring communities; 4 % of the communities have no adviser. */
const pairings = `
  CREATE TABLE bench_seat AS
  SELECT b.no, b.code, p.id AS person, p.firm_id AS firm, (b.no % 2)::int AS parity
    FROM bench_place b, bench_size z, LATERAL (SELECT (b.no / 2 * 2 * z.people) / z.n AS j) who
    JOIN practitioner p ON p.id = ${id('2', 'who.j')}
   WHERE bench_hash('gap', b.no) % 25 <> 0;
  ANALYZE bench_seat;
  INSERT INTO pairing (id, community_code, practitioner_id, firm_id_at_start, seat, status, term_from, term_to, ends_on)
  SELECT ${id('5', 'no * 2')}, code, person, firm, 'LEAD', 'ENDED', '2023-07-01', '2025-07-01', '2025-07-01'
    FROM bench_seat WHERE no % 3 > 0 ORDER BY no;
  INSERT INTO pairing (id, community_code, practitioner_id, firm_id_at_start, seat, status, term_from, term_to, ends_on)
  SELECT ${id('5', 'no * 2 + 1')}, code, person, firm, 'LEAD', 'ACTIVE', '2025-07-01', '2027-07-01', '2027-07-01'
    FROM bench_seat ORDER BY no;`

/** Twelve months of visits, month by month as they would have come; the two communities of an adviser have days of their own. */
const visits = `
  INSERT INTO visit (id, pairing_id, community_code, practitioner_id, firm_id, starts_at, ends_at, planned_on, status,
                     checked_in_at, check_in_method, checked_out_at, minutes)
  SELECT ${id('6', 'no * 16 + m')}, ${id('5', 'no * 2 + 1')}, code, person, firm, begins, begins + interval '2 hours', day,
         status::visit_status,
         CASE WHEN status = 'CONFIRMED' THEN begins END, CASE WHEN status = 'CONFIRMED' THEN 'QR' END::check_in_method,
         CASE WHEN status = 'CONFIRMED' THEN begins + interval '1 hour' * (1 + h % 3) END,
         CASE WHEN status = 'CONFIRMED' THEN 60 * (1 + h % 3) END
    FROM generate_series(0, 11) m, bench_seat,
         LATERAL (SELECT bench_hash('v', no * 16 + m) AS h) hash,
         LATERAL (SELECT (date '2025-12-01' + make_interval(months => m))::date + 2 + parity * 12 + h % 12 AS day) days,
         LATERAL (SELECT (day + time '09:00' + interval '1 hour' * (h / 12 % 7)) AT TIME ZONE 'Asia/Shanghai' AS begins) hours,
         LATERAL (SELECT CASE WHEN day >= date '${TODAY}' THEN 'PLANNED' WHEN h / 84 % 100 < 6 THEN 'MISSED'
                              ELSE 'CONFIRMED' END AS status) states
   WHERE m < 11 OR h / 84 % 100 < 80
   ORDER BY m, no;
  INSERT INTO duty_slot (id, practitioner_id, starts_at, ends_at, visit_id)
  SELECT ${idAs('7')}, practitioner_id, starts_at, ends_at, id FROM visit
   WHERE status <> 'MISSED';
  INSERT INTO service_log (id, pairing_id, visit_id, community_code, practitioner_id, firm_id, type_code, topic_code,
                           occurred_on, persons, items, sessions, content, status, submitted_at, confirmed_at, rating)
  SELECT ${idAs('8')}, pairing_id, id, community_code, practitioner_id, firm_id,
         (ARRAY['CONSULTATION','CONSULTATION','LECTURE','MEDIATION'])[1 + h % 4], 'LABOUR', planned_on,
         CASE WHEN h % 4 < 3 THEN 1 + h % 30 ELSE 0 END, CASE WHEN h % 4 = 3 THEN 1 + h % 2 ELSE 0 END,
         CASE WHEN h % 4 = 2 THEN 1 ELSE 0 END, '虚构的演示日志：为社区居民解答法律问题，并讲解有关规定。', 'CONFIRMED', ends_at, ends_at,
         CASE WHEN h % 3 = 0 THEN 3 + h / 3 % 3 END
    FROM visit, LATERAL (SELECT bench_hash('log', extract(epoch FROM starts_at)::bigint + hashtext(community_code)) AS h) hash
   WHERE status = 'CONFIRMED' AND h / 12 % 3 = 0;`

const offices = `
  INSERT INTO bureau (division_code, name, short_name, is_demo)
  VALUES ('${DISTRICT}', '宁波市海曙区司法局', '海曙区司法局', true);`

/** What fills the tables, by name, in order. */
export const steps: readonly (readonly [name: string, sql: string])[] = [
  ['communities', communities],
  ['firms', firms],
  ['people', people],
  ['pairings', pairings],
  ['visits, duty slots, service logs', visits],
  ['bureau', offices],
  ['tidying', 'DROP TABLE bench_place, bench_seat, bench_firm, bench_size; DROP FUNCTION bench_hash'],
]
