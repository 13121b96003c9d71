import { addDays, daysBetween } from '@huanbao/calendar';
import { Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import { PermitStanding, statusOn } from '../certificate/validity';
import type { Permit } from '../permit.entity';
import type { PermitRowView } from '../views/permit.view';
import type { PermitListDto, RegisterSort } from './register.dto';

const DEFAULT_LIMIT = 20;
/** What a fragment is looked for in; also the first argument of the index `permit_terms`. */
const WORDS = `enterprise_name || ' ' || site_name || ' ' || number || ' ' || uscc`;
const TERMS = `permit_terms(${WORDS}, site_address, industry_code, management_category, status, region_code)`;
const COLUMNS = `id, number, enterprise_name AS "enterpriseName", site_name AS "siteName", industry_name AS "industryName", management_category AS "managementCategory",
  issuer, issued_on::text AS "issuedOn", valid_from::text AS "validFrom", valid_to::text AS "validTo", ended_on::text AS "endedOn", status`;

/** So many of the first rows are looked at one after another before the index of words is asked. */
const LOOKED_AT = 1500;

interface Order {
  readonly column: 'id' | 'valid_to' | 'issued_on' | 'enterprise_name';
  readonly down: boolean;
}

const ORDERS: Readonly<Record<RegisterSort | 'newest', Order>> = {
  newest: { column: 'id', down: true },
  validTo: { column: 'valid_to', down: false },
  '-validTo': { column: 'valid_to', down: true },
  issuedOn: { column: 'issued_on', down: false },
  '-issuedOn': { column: 'issued_on', down: true },
  name: { column: 'enterprise_name', down: false },
  '-name': { column: 'enterprise_name', down: true },
};

/** What a page goes on after, by the column it is sorted by; `id` follows everywhere. */
const KEYS: Readonly<Record<Exclude<Order['column'], 'id'>, { readonly of: (row: Permit) => string; readonly type: string }>> = {
  valid_to: { of: row => row.validTo, type: 'date' },
  issued_on: { of: row => row.issuedOn, type: 'date' },
  enterprise_name: { of: row => row.enterpriseName, type: 'text' },
};

/** Whose permits: an SQL condition with its values. `narrow` when an index of its own leads to a few rows. */
export interface PermitScope {
  readonly sql: string;
  readonly values: readonly unknown[];
  readonly narrow: boolean;
}

export const EVERYONE: PermitScope = { sql: 'true', values: [], narrow: false };

/** SQL under construction. */
export interface Conditions {
  /** What decides, cheap to ask of a row. */
  readonly sql: string[];
  /** The same by the index of words, where it knows: dear to ask of a row, cheap to ask of a million. */
  indexed: string | null;
  /** A pair of characters of the words, as SQL, where the index of pairs has it; `alone`: the words are that pair, and nothing else is asked. */
  readonly pair: { readonly sql: string; readonly alone: boolean } | null;
  /** Days of the last day that are asked for: the index of ends knows them, so they go before what is looked at row by row. */
  readonly ends: string | null;
  readonly values: unknown[];
}

/** What the index of pairs is sorted by. */
const PAIR_ORDERS: readonly Order['column'][] = ['id', 'enterprise_name'];

/** One page of permits. Filters that fit many rows are answered from the first rows in order, rare ones by the index of words. */
export async function permitPage(db: Db, filter: PermitListDto, { scope, today }: { scope: PermitScope; today: string }): Promise<Page<PermitRowView>> {
  const limit = filter.limit ?? DEFAULT_LIMIT;
  const order = ORDERS[filter.sort ?? (filter.endsWithin === undefined ? 'newest' : 'validTo')];
  const where = conditionsOf(filter, scope, today);
  const after = afterCursor(filter.cursor, order, where.values);
  const rows = await findRows(db, { where, after, order, scope, filtered: where.sql.length > 1, limit: limit + 1 });
  return toPage(rows, limit, row => (order.column === 'id' ? [row.id] : [KEYS[order.column].of(row), row.id]), row => rowView(row, today));
}

interface Search {
  readonly where: Conditions;
  readonly after: string | null;
  readonly order: Order;
  readonly scope: PermitScope;
  readonly filtered: boolean;
  readonly limit: number;
}

/**
 * The planner cannot know that 石灰 and 2521 never meet, or that a fragment is frequent but only in old permits: it would read
 * a million rows in order for the few that fit. So the way is chosen here: the first rows in order are looked at, which
 * is enough wherever rows that fit are common; else the index of words names all of them, which are then few. Words are looked for in the
 * index of pairs, which has the rows of each pair in order, by id and by name.
 */
async function findRows(db: Db, search: Search): Promise<Permit[]> {
  const { where, after, order, scope, filtered, limit } = search;
  const sorted = sortedBy(order);
  const own = where.sql.join(' AND ');
  const start = [after, where.ends].filter(Boolean).join(' AND ') || 'true';
  if (!filtered || scope.narrow) return db.query<Permit>(`SELECT ${COLUMNS} FROM permit WHERE ${own} AND ${start} ${sorted} LIMIT ${limit}`, where.values);
  const pair = PAIR_ORDERS.includes(order.column) ? where.pair : null;
  const few = pair
    ? await pairRows(db, search, pair.sql)
    : await db.query<Permit>(`SELECT ${COLUMNS} FROM (SELECT * FROM permit WHERE ${start} ${sorted} LIMIT ${LOOKED_AT}) AS permit WHERE ${own} ${sorted} LIMIT ${limit}`, where.values);
  // no row fits that its pair does not name
  if (few.length >= limit || pair?.alone) return few;
  const all = `${where.indexed ?? 'true'} AND ${own} AND ${start}`;
  return db.query<Permit>(`WITH hit AS MATERIALIZED (SELECT ${COLUMNS}, valid_to, issued_on, enterprise_name FROM permit WHERE ${all}) SELECT * FROM hit ${sorted} LIMIT ${limit}`, where.values);
}

/** The first rows in order that have the pair, looked at one after another until there are enough. */
function pairRows(db: Db, { where, after, order, limit }: Search, pair: string): Promise<Permit[]> {
  return db.query<Permit>(
    `SELECT permit.* FROM (SELECT id, enterprise_name FROM permit_pair WHERE pair = ${pair} AND ${after ?? 'true'} ${sortedBy(order)} LIMIT ${Math.max(LOOKED_AT, limit)}) AS hit
      CROSS JOIN LATERAL (SELECT ${COLUMNS} FROM permit WHERE permit.id = hit.id AND ${where.sql.join(' AND ')} OFFSET 0) AS permit ${sortedBy(order, 'hit.')} LIMIT ${limit}`,
    where.values,
  );
}

function sortedBy({ column, down }: Order, of = ''): string {
  const way = down ? 'DESC' : 'ASC';
  return `ORDER BY ${column === 'id' ? '' : `${of}${column} ${way}, `}${of}id ${way}`;
}

/** What a filter asks. Also for the map. */
export function conditionsOf(filter: PermitListDto, scope: PermitScope, today: string): Conditions {
  const values = [...scope.values];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const asked = [
    ...(filter.q ? [wordsAsked(filter.q, bind)] : []),
    ...(filter.place ? [placeAsked(bind(filter.place))] : []),
    ...attributesAsked(filter, bind),
    ...(filter.status === 'valid' ? [{ sql: `valid_to >= ${bind(today)}::date` }] : []),
    ...(filter.status === 'expired' ? [{ sql: `valid_to < ${bind(today)}::date` }] : []),
  ];
  const terms = asked.flatMap(one => one.terms ?? []);
  const pair = asked.find(one => one.pair !== undefined)?.pair;
  const ends = filter.endsWithin === undefined ? null : `status = 'valid' AND valid_to BETWEEN ${bind(today)}::date AND ${bind(addDays(today, filter.endsWithin))}::date`;
  return { sql: [scope.sql, ...asked.map(one => one.sql), ...(ends ? [ends] : [])], indexed: terms.length > 0 ? `${TERMS} @> (${terms.join(' || ')})` : null, ends, values,
    pair: pair === undefined ? null : { sql: pair, alone: asked.length === 1 && ends === null && scope.sql === EVERYONE.sql && [...(filter.q ?? '')].length === 2 },
  };
}

interface Asked {
  readonly sql: string;
  readonly terms?: string;
  /** A pair of characters of words, as SQL. */
  readonly pair?: string;
}

type Bind = (value: unknown) => string;

/** The beginning of a number is found by its own index: its pairs of digits are in every row. */
function wordsAsked(q: string, bind: Bind): Asked {
  if (/^[0-9A-Z]{9,22}$/i.test(q)) {
    const begins = bind(`${q.toUpperCase()}%`);
    return { sql: `(number LIKE ${begins} OR uscc LIKE ${begins})` };
  }
  const words = bind(q);
  return { sql: `position(lower(${words}::text) IN lower(${WORDS})) > 0`, terms: `bigrams(${words}::text)`, ...pairAsked(q, words) };
}

/** The first pair of the words that is not of digits and letters alone. */
function pairAsked(q: string, words: string): Pick<Asked, 'pair'> {
  const at = [...q].findIndex((one, index, all) => index + 1 < all.length && /[^\x00-\x7f]/.test(`${one}${all[index + 1] ?? ''}`));
  return at < 0 ? {} : { pair: `substr(lower(${words}::text), ${at + 1}, 2)` };
}

const placeAsked = (place: string): Asked => ({ sql: `position(lower(${place}::text) IN lower(site_address)) > 0`, terms: `ARRAY(SELECT 'a:' || one FROM unnest(bigrams(${place}::text)) AS one)` });

/** Filters as a row has them and as the index has them. `expired` is a `valid` one whose days are over. */
function attributesAsked({ category, industry, status, region }: PermitListDto, bind: Bind): Asked[] {
  const stored = status === 'expired' ? 'valid' : status;
  const asked = (value: string | undefined, kind: string, sql: (bound: string) => string): Asked[] => {
    if (value === undefined) return [];
    // one value for both: whichever of the two a query holds, the value has its place in it
    const bound = bind(value);
    return [{ sql: sql(bound), terms: `ARRAY['${kind}:' || ${bound}::text]` }];
  };
  return [
    ...asked(category, 'c', bound => `management_category = ${bound}::text`),
    ...asked(industry, 'i', bound => `left(industry_code, ${industry?.length ?? 4}) = ${bound}::text`),
    ...asked(stored, 's', bound => `status = ${bound}::text`),
    ...asked(region, 'r', bound => (region?.length === 6 ? `left(region_code, 6) = ${bound}::text` : `region_code = ${bound}::text`)),
  ];
}

function afterCursor(cursor: string | undefined, order: Order, values: unknown[]): string | null {
  const keys = decodeCursor(cursor, order.column === 'id' ? 1 : 2);
  if (!keys) return null;
  const sign = order.down ? '<' : '>';
  const bound = keys.map(key => `$${values.push(key)}`);
  return order.column === 'id' ? `id ${sign} ${bound[0]}::uuid` : `(${order.column}, id) ${sign} (${bound[0]}::${KEYS[order.column].type}, ${bound[1]}::uuid)`;
}

export function rowView(permit: Pick<Permit, Exclude<keyof PermitRowView, 'status' | 'remainingDays'>> & { readonly status: Permit['status']; readonly endedOn: string | null }, today: string): PermitRowView {
  const { id, number, enterpriseName, siteName, industryName, managementCategory, issuer, issuedOn, validFrom, validTo } = permit;
  const standing: PermitStanding = statusOn(permit, today);
  return { id, number, enterpriseName, siteName, industryName, managementCategory, issuer, issuedOn, validFrom, validTo, status: standing, remainingDays: standing === 'valid' || standing === 'expired' ? daysBetween(today, validTo) : null };
}
