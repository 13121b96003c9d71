// Fills a demonstration database with permits and applications until there are so many. Everything is copied from the
// city's own application, under names that people might have, so that searches find few, some or nearly all of them.

import pg from 'pg';

const PLACES = ['东许', '新义', '中阳楼', '振兴', '胜溪湖', '兑镇', '阳泉曲', '下堡', '西辛庄', '高阳', '梧桐', '柱濮', '大孝堡', '下栅', '驿马', '南阳', '杜村', '城东', '城西', '崇文', '司马', '府前', '汾河', '孝河', '青龙', '白壁', '石公', '桥南', '桥北', '吴西'];
const GOODS = ['石灰', '焦化', '耐火材料', '铝业', '水泥', '洗煤', '陶瓷', '机械', '铸造', '化工', '包装', '食品', '酿酒', '屠宰', '饲料', '建材', '砖瓦', '玻璃', '医药', '家具', '印刷', '塑料', '电力', '热力', '污水处理', '再生资源', '汽修', '养殖'];
const KINDS = ['有限公司', '有限责任公司', '股份有限公司', '厂', '合作社'];
const TOWNS = ['新义街道', '中阳楼街道', '振兴街道', '胜溪湖街道', '兑镇镇', '阳泉曲镇', '下堡镇', '西辛庄镇', '高阳镇', '梧桐镇', '柱濮镇', '大孝堡镇', '下栅乡', '驿马乡', '南阳乡', '杜村乡'];
const INDUSTRIES = [['3012', '石灰和石膏制造'], ['2521', '炼焦'], ['3089', '耐火陶瓷制品及其他耐火材料制造'], ['3216', '铝冶炼'], ['3011', '水泥制造'], ['0610', '烟煤和无烟煤开采洗选'], ['1512', '白酒制造'], ['1351', '牲畜屠宰'], ['8411', '综合医院'], ['4620', '污水处理及其再生利用']];
/** In the order in which they are filled. */
const TABLES = ['permit_application', 'case_record', 'case_event', 'application_section', 'form_state', 'permit', 'permit_pair', 'permit_version', 'permit_limit'];
const BATCH = 10_000;
/** As many connections fill side by side. */
const WRITERS = 2;
/** Events of the history of each case, limits of each permit. */
const [EVENTS, LIMITS] = [2, 6];
/** What makes a load quick and is of no use afterwards: the database is thrown away. */
const LOADING = ['fsync = off', 'full_page_writes = off', "max_wal_size = '2GB'", "checkpoint_timeout = '30min'", 'autovacuum = off'];

/** 1-based text arrays as SQL. */
const list = words => `ARRAY[${words.map(word => `'${word}'`).join(',')}]`;
const NAME = `(${list(PLACES)})[1 + i % ${PLACES.length}] || (${list(GOODS)})[1 + (i / 7) % ${GOODS.length}] || i || '号' || (${list(KINDS)})[1 + (i / 3) % ${KINDS.length}]`;
const INDUSTRY = column => `(${list(INDUSTRIES.map(one => one[column]))})[1 + (i / 11) % ${INDUSTRIES.length}]`;
const TOWN = `1 + (i / 5) % ${TOWNS.length}`;
/** One in four hundred was revoked; every fifth is of 2021 and has run out. */
const REVOKED = 'i % 400 = 7';
const ISSUED = "CASE WHEN i % 5 = 1 THEN date '2021-01-04' + i % 300 ELSE date '2022-01-04' + i % 1700 END";
/** Every fiftieth application is under way; the rest has its permit. */
const OPEN = 'i % 50 = 0';

/** Ids from `i`, so that the tables fit together and the order of ids is that of time. */
const id = prefix => `('01a0${prefix}' || lpad(to_hex(i), 8, '0') || '7000800000000000')::uuid`;

const statements = (from, to) => {
  const series = `FROM generate_series(${from}, ${to}) AS i`;
  return [
    `INSERT INTO permit_application (id, enterprise_id, enterprise_name, uscc, site_id, site_sequence, site_name, region_code, management_category, business_type, form_version, editing, state, case_number, open, submitted_at, created_by, created_at, updated_at)
     SELECT ${id('0000')}, ${id('1111')}, ${NAME}, t.uscc, t.site_id, 1, '第' || i || '厂区', t.region_code, t.management_category, t.business_type, t.form_version, 'sealed', CASE WHEN ${OPEN} THEN 'submitted' ELSE 'issued' END, 'XK-BENCH-' || i, ${OPEN}, now(), t.created_by, now(), now()
       ${series}, template t`,
    `INSERT INTO case_record (id, kind, number, title, state, holder, version, party_org_id, party_name, matter, region_code, opened_at, opened_by, submitted_at, state_since, closed_at, clock, due_on, remaining_days, clock_as_of, query_code)
     SELECT ${id('0000')}, c.kind, 'XK-BENCH-' || i, ${NAME} || '排污许可首次申请', CASE WHEN ${OPEN} THEN 'submitted' ELSE 'issued' END, CASE WHEN ${OPEN} THEN 'bureau.intake' ELSE 'applicant' END, 3, ${id('1111')}, ${NAME}, c.matter, c.region_code, now(), c.opened_by, now(), now(),
            CASE WHEN ${OPEN} THEN NULL ELSE now() END, CASE WHEN ${OPEN} THEN 'intake' END, CASE WHEN ${OPEN} THEN current_date + 3 + i % 9 END, CASE WHEN ${OPEN} THEN i % 9 END, current_date, 'BENCH'
       ${series}, template t JOIN case_record c ON c.id = t.id`,
    `INSERT INTO case_event (id, case_id, at, kind, action, from_state, to_state, zh, en, article, visibility, actor_user_id, actor_name, actor_org_id, actor_org_name, details, version_before)
     SELECT uuidv7(), ${id('0000')}, e.at, e.kind, e.action, e.from_state, e.to_state, e.zh, e.en, e.article, e.visibility, e.actor_user_id, e.actor_name, e.actor_org_id, e.actor_org_name, e.details, e.version_before
       ${series}, (SELECT e.* FROM template t JOIN case_event e ON e.case_id = t.id ORDER BY e.at LIMIT ${EVENTS}) e`,
    `INSERT INTO application_section (application_id, section, data, form_version, version, completed, updated_by, updated_at)
     SELECT ${id('0000')}, s.section, s.data, s.form_version, 2, true, s.updated_by, now() ${series}, template t JOIN application_section s ON s.application_id = t.id`,
    `INSERT INTO form_state (application_id, stamp, asked, hash, sections)
     SELECT s.application_id, md5(string_agg(concat_ws(' ', s.section, s.version, s.completed, extract(epoch FROM s.updated_at)), ',' ORDER BY s.section)), f.asked, f.hash, f.sections
       FROM application_section s, template t JOIN form_state f ON f.application_id = t.id
      WHERE s.application_id BETWEEN (SELECT ${id('0000')} FROM (SELECT ${from} AS i) AS one) AND (SELECT ${id('0000')} FROM (SELECT ${to} AS i) AS one) GROUP BY s.application_id, f.asked, f.hash, f.sections`,
    `INSERT INTO permit (id, number, application_id, enterprise_id, enterprise_name, uscc, site_id, site_name, site_sequence, site_address, region_code, legal_representative, industry_code, industry_name, management_category, issuer,
                         issued_on, valid_from, valid_to, status, ended_on, longitude, latitude, signed_text, signature, signing_key, version, issued_by, created_at)
     SELECT ${id('2222')}, 'BENCH' || lpad(i::text, 17, '0'), ${id('0000')}, ${id('1111')}, ${NAME}, p.uscc, p.site_id, '第' || i || '厂区', 1, '孝义市' || (${list(TOWNS)})[${TOWN}] || '工业路' || i % 300 || '号', '1411811' || lpad((${TOWN})::text, 2, '0'),
            p.legal_representative, ${INDUSTRY(0)}, ${INDUSTRY(1)}, CASE WHEN i % 6 = 0 THEN 'key' ELSE 'simplified' END, p.issuer, ${ISSUED}, ${ISSUED}, ((${ISSUED}) + interval '5 years' - interval '1 day')::date,
            CASE WHEN ${REVOKED} THEN 'revoked' ELSE 'valid' END, CASE WHEN ${REVOKED} THEN current_date - 30 END,
            111.40 + (i % 977) * 0.0005, 36.97 + (i % 613) * 0.0005,
            p.signed_text, p.signature, p.signing_key, 1, p.issued_by, now()
       ${series}, (SELECT * FROM permit ORDER BY created_at LIMIT 1) p WHERE NOT (${OPEN})`,
    // triggers rest while rows are filled in
    `INSERT INTO permit_pair (pair, id, enterprise_name) SELECT pair, p.id, p.enterprise_name FROM permit p, permit_pairs(p.enterprise_name || ' ' || p.site_name || ' ' || p.number || ' ' || p.uscc) AS pair
      WHERE p.id BETWEEN (SELECT ${id('2222')} FROM (SELECT ${from} AS i) AS one) AND (SELECT ${id('2222')} FROM (SELECT ${to} AS i) AS one)`,
    `INSERT INTO permit_version (permit_id, number, business_type, application_id, effective_from, valid_from, valid_to, issued_on, enterprise_name, site_name, site_address, legal_representative, industry_code, industry_name,
                                 management_category, issuer, snapshot, form_version, signed_text, signature, signing_key, issued_by, created_at)
     SELECT p.id, 1, 'new', p.application_id, p.issued_on, p.valid_from, p.valid_to, p.issued_on, p.enterprise_name, p.site_name, p.site_address, p.legal_representative, p.industry_code, p.industry_name,
            p.management_category, p.issuer, v.snapshot, v.form_version, p.signed_text, p.signature, p.signing_key, p.issued_by, p.created_at
       FROM permit p, (SELECT snapshot, form_version FROM permit_version ORDER BY created_at LIMIT 1) v WHERE p.id BETWEEN (SELECT ${id('2222')} FROM (SELECT ${from} AS i) AS one) AND (SELECT ${id('2222')} FROM (SELECT ${to} AS i) AS one)`,
    `INSERT INTO permit_limit (id, permit_id, medium, outlet_code, pollutant, measure, permit_year, value, unit, standard, valid_from, valid_until, from_version)
     SELECT uuidv7(), ${id('2222')}, l.medium, l.outlet_code, l.pollutant, l.measure, l.permit_year, l.value, l.unit, l.standard, ${ISSUED}, NULL, 1
       ${series}, (SELECT l.* FROM permit_limit l JOIN (SELECT id FROM permit ORDER BY created_at LIMIT 1) p ON p.id = l.permit_id ORDER BY l.id LIMIT ${LIMITS}) l WHERE NOT (${OPEN})`,
  ];
};

/** Fills one share of the rows; foreign keys are not asked, for all rows come from here. */
async function write(connectionString, batches) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query("SET session_replication_role = replica; SET synchronous_commit = off");
  for (let batch = batches.next(); !batch.done; batch = batches.next()) for (const sql of statements(...batch.value)) await client.query(sql);
  await client.end();
}

function* batchesOf(from, to, note) {
  for (let start = from + 1; start <= to; start += BATCH) {
    yield [start, Math.min(start + BATCH - 1, to)];
    note?.(start - 1);
  }
}

async function settings(client, lines) {
  for (const line of lines) await client.query(`ALTER SYSTEM ${line}`);
  await client.query('SELECT pg_reload_conf()');
}

/**
 * Indexes that are not constraints are taken away first and made at the end: a million rows at once go far faster into them than
 * one after another.
 * @param connectionString of a superuser @param from rows that are there already @param to rows there shall be
 */
export async function fillPermits(connectionString, { from, to, note, step = () => undefined }) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await settings(client, LOADING.map(line => `SET ${line}`));
  await client.query('CREATE TABLE IF NOT EXISTS template AS SELECT a.* FROM permit_application a JOIN permit p ON p.application_id = a.id LIMIT 1');
  const { rows: indexes } = await client.query(
    `SELECT i.indexname AS name, i.indexdef AS definition FROM pg_indexes i
      WHERE i.tablename = ANY ($1) AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)`, [TABLES]);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  const batches = batchesOf(from, to, note);
  await Promise.all(Array.from({ length: WRITERS }, () => write(connectionString, batches)));
  step('rows');
  await client.query("SET maintenance_work_mem = '512MB'");
  for (const { definition } of indexes) await client.query(definition);
  await client.query('ALTER INDEX permit_terms ALTER COLUMN 1 SET STATISTICS 1000');
  step('indexes');
  for (const table of TABLES) await client.query(`VACUUM ANALYZE ${table}`);
  step('statistics');
  await settings(client, LOADING.map(line => `RESET ${line.split(' ')[0]}`));
  await client.query('CHECKPOINT');
  await client.end();
}

/** What lies on disk, by table with its indexes and long values, in megabytes. */
export async function sizesOf(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query(
    `SELECT relname AS table, reltuples::bigint AS rows, round(pg_total_relation_size(oid) / 1e6)::int AS mb FROM pg_class WHERE relname = ANY ($1) AND relkind = 'r' ORDER BY 3 DESC`, [TABLES]);
  await client.end();
  return rows;
}
