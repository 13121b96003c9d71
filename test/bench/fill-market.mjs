// Fills a demonstration database with service tasks, and with firms whose people are signed in already.
import { createHmac, randomUUID } from 'node:crypto';
import pg from 'pg';

const WHO = ['东许石灰', '新义焦化', '兑镇耐火', '梧桐铝业', '下栅洗煤', '驿马酿酒', '高阳建材', '柱濮陶瓷', '胜溪湖医院', '大孝堡养殖'];
const WHAT = ['自行监测', '环评报告编制', '危险废物处置', '脱硫设施运维', '应急预案修编', '排污许可申报', '土壤调查', '噪声治理工程', '清洁生产审核', '在线监测比对'];
const KINDS = ['testing', 'consulting', 'disposal', 'engineering'];
const STAGES = ['construction', 'operation', 'closure'];
/** One task in twenty takes bids; of the others most are done. */
const STATE = `CASE WHEN i % 20 = 0 THEN 'published' WHEN i % 20 = 1 THEN 'opened' WHEN i % 20 = 2 THEN 'awarded' ELSE 'accepted' END`;

const list = words => `ARRAY[${words.map(word => `'${word}'`).join(',')}]`;
const pickBy = (words, of) => `(${list(words)})[1 + (${of}) % ${words.length}]`;

/** Each in a session of its own; foreign keys and triggers rest, for all rows come from here. */
async function filling(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('SET session_replication_role = replica; SET synchronous_commit = off');
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** `INSERT … SELECT` of copies of one row of a table with other values in some columns. */
async function copying(client, table, over, { from, where }) {
  const { rows } = await client.query("SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position", [table]);
  const names = rows.map(row => row.name);
  await client.query(`INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.map(name => over[name] ?? `t.${name}`).join(', ')} FROM (SELECT * FROM ${table} WHERE ${where} LIMIT 1) t, ${from}`);
}

/** Tasks of ten kinds of work for a thousand enterprises, `rows` in all. @param connectionString of a superuser */
export function fillTasks(connectionString, rows) {
  return filling(connectionString, async client => {
    await copying(client, 'service_task', {
      id: `('01a04444' || lpad(to_hex(i), 8, '0') || '7000800000000000')::uuid`, number: `'RW-BENCH-' || i`, enterprise_id: `md5('e' || i % 1000)::uuid`, enterprise_name: `${pickBy(WHO, 'i / 3')} || i % 1000 || '号有限公司'`,
      title: `${pickBy(WHAT, 'i / 7')} || '（' || i || '）'`, kind: pickBy(KINDS, 'i / 7'), stage: pickBy(STAGES, 'i / 11'), state: STATE, listed: 'true', method: `'open'`, awarded_bid_id: 'NULL', awarded_firm_id: 'NULL',
      bid_deadline: `now() + make_interval(hours => CASE WHEN i % 20 = 0 THEN 24 + i % 2000 ELSE -24 - i % 9000 END)`, published_at: `now() - make_interval(mins => i % 500000)`, created_at: `now() - make_interval(mins => i % 500000)`,
    }, { where: "state = 'published'", from: `generate_series(1, ${rows}) AS i` });
    await client.query('VACUUM ANALYZE service_task');
  });
}

const TASK = `('01a04444' || lpad(to_hex(i), 8, '0') || '7000800000000000')::uuid`;
const idOf = of => `md5('${of}' || i)::uuid`;

/** What grows with the tasks: a contract, a result and a complaint for each of them. Half the contracts are those of the firm that asks. */
export function fillAfterwards(connectionString, rows) {
  return filling(connectionString, async client => {
    const { rows: [firm] } = await client.query("SELECT f.firm_id AS id, f.firm_name AS name FROM firm_profile f JOIN membership m ON m.org_id = f.firm_id AND 'firm.manager' = ANY (m.roles) ORDER BY f.firm_id LIMIT 1");
    const { rows: [{ region, enterprise }] } = await client.query("SELECT region_code AS region, enterprise_id AS enterprise FROM service_task WHERE id::text NOT LIKE '01a04444%' LIMIT 1");
    const title = `${pickBy(WHAT, 'i / 7')} || '（' || i || '）'`;
    const client_ = `${pickBy(WHO, 'i / 3')} || i % 1000 || '号有限公司'`;
    const at = `now() - make_interval(mins => i % 500000)`;
    await client.query(`INSERT INTO contract (id, task_id, number, title, kind, enterprise_id, enterprise_name, firm_id, firm_name, region_code, state, awarded_at, sign_due, sign_by_law, bid_price_yuan, bid_duration_days, revision, price_yuan, next_due, search, version, created_at, updated_at)
      SELECT ${idOf('contract')}, ${TASK}, 'HT-BENCH-' || i, ${title}, ${pickBy(KINDS, 'i / 7')}, $1, ${client_}, CASE WHEN i % 2 = 0 THEN $2::uuid ELSE md5('f' || i % 500)::uuid END, $3, $4, CASE WHEN i % 5 = 0 THEN 'active' ELSE 'closed' END, ${at}, current_date, false, 1000 + i, 30, 1, 1000 + i, CASE WHEN i % 5 = 0 THEN current_date + i % 300 END, ${title} || ' HT-BENCH-' || i || ' ' || ${client_}, 1, ${at}, ${at}
        FROM generate_series(1, ${rows}) AS i`, [enterprise, firm.id, firm.name, region]);
    await client.query(`INSERT INTO evaluation (task_id, state, revealed_at, result, publicity_from, publicity_to, created_at)
      SELECT ${TASK}, CASE WHEN i % 20 = 1 THEN 'publicity' ELSE 'awarded' END, ${at}, jsonb_build_object('ranking', jsonb_build_object('lines', jsonb_build_array(jsonb_build_object('bidId', ${idOf('bid')}, 'firmName', '压测机构' || i % 500))), 'sheets', '[]'::jsonb), ${at}, ${at} + interval '3 days', ${at}
        FROM generate_series(1, ${rows}) AS i`);
    await client.query(`INSERT INTO tender_complaint (id, task_id, objection_id, task_title, task_number, region_code, enterprise_id, enterprise_name, firm_id, firm_name, demand, facts, state, lodged_at, lodged_by, accept_due, ended_at, reason, version, search)
      SELECT ${idOf('complaint')}, ${TASK}, ${idOf('objection')}, ${title}, 'RW-BENCH-' || i, $2, $1, ${client_}, md5('f' || i % 500)::uuid, '压测机构' || i % 500, '责令重新评审', '业绩合同的签订日期晚于投标截止日', CASE WHEN i % 50 = 0 THEN 'lodged' ELSE 'refused' END, ${at}, $1, current_date, CASE WHEN i % 50 = 0 THEN NULL ELSE ${at} END, CASE WHEN i % 50 = 0 THEN NULL ELSE '没有证明材料' END, 1, ${title} || ' ' || ${client_}
        FROM generate_series(1, ${rows}) AS i`, [enterprise, region]);
    for (const table of ['contract', 'evaluation', 'tender_complaint']) await client.query(`VACUUM ANALYZE ${table}`);
  });
}

/**
 * Firms with one person each, signed in as by a login.
 * @returns {Promise<{id: string, headers: object}[]>}
 */
export function signedInFirms(connectionString, count, secret) {
  const firms = Array.from({ length: count }, (_, nth) => ({ id: randomUUID(), user: randomUUID(), session: randomUUID(), name: `压测机构${nth + 1}` }));
  const rows = column => `unnest(ARRAY[${firms.map(firm => `'${firm[column]}'`).join(',')}]${column === 'name' ? '' : '::uuid[]'})`;
  return filling(connectionString, async client => {
    await client.query(`CREATE TEMP TABLE f AS SELECT ${rows('id')} AS id, ${rows('user')} AS "user", ${rows('session')} AS session, ${rows('name')} AS name, generate_series(1, ${count}) AS i`);
    const from = 'f';
    const known = `(SELECT firm_id FROM firm_profile ORDER BY firm_id LIMIT 1)`;
    await copying(client, 'organisation', { id: 'f.id', name: 'f.name', uscc: `'91141181BENCH' || lpad(i::text, 5, '0')` }, { from, where: `id = ${known}` });
    await copying(client, 'firm_profile', { firm_id: 'f.id', firm_name: 'f.name' }, { from, where: `firm_id = ${known}` });
    await copying(client, 'app_user', { id: 'f.user', name: 'f.name', email: `'bench' || i || '@example.com'`, phone_index: 'NULL', phone_cipher: 'NULL' }, { from, where: 'totp_cipher IS NULL' });
    await copying(client, 'membership', { user_id: 'f.user', org_id: 'f.id' }, { from, where: "'firm.manager' = ANY (roles)" });
    await client.query(`INSERT INTO user_session (id, user_id, refresh_hash, rotated_at, ip, agent, second_factor, idle_minutes, created_at, last_seen_at, expires_at)
      SELECT session, "user", md5(session::text) || md5("user"::text), now(), '127.0.0.1', 'bench', false, 60, now(), now(), now() + interval '1 day' FROM f`);
    return firms.map(firm => ({ id: firm.id, headers: { 'x-client': 'api', 'x-organisation': firm.id, authorization: `Bearer ${accessToken(firm, secret)}` } }));
  });
}

/** HS256 over who and which session, as a login answers it. */
function accessToken({ user, session }, secret) {
  const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: user, sid: session, aud: 'access', iat: now, exp: now + 3600 })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
