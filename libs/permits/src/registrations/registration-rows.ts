import { addDays } from '@huanbao/calendar';
import type { SheetColumn } from '@huanbao/documents';
import { City, containsWords, Db, decodeCursor } from '@huanbao/platform';
import { industryOf } from '@huanbao/standards';
import type { RegistrationListDto } from './registration.dto';
import type { PermitRegistration } from './registration.entity';
import type { RegistrationCountView, RegistrationNumbersView, RegistrationRowView } from './registration.view';

const WORDS = `enterprise_name || ' ' || site_name || ' ' || number`;
const MOST_NAMED = 40;
const STATUS: Readonly<Record<RegistrationRowView['status'], string>> = { valid: '有效', expired: '已过期', cancelled: '已注销' };

/** A list of registrations as a spreadsheet: what its rows show to everyone. */
export const REGISTRATION_COLUMNS: readonly SheetColumn<RegistrationRowView>[] = [
  { header: '回执编号', width: 20, of: row => row.number },
  { header: '单位名称', width: 36, of: row => row.enterpriseName },
  { header: '生产经营场所', width: 28, of: row => row.siteName },
  { header: '行业类别', width: 24, of: row => row.industryName },
  { header: '有效期起', width: 12, of: row => row.validFrom },
  { header: '有效期止', width: 12, of: row => row.validTo },
  { header: '状态', width: 12, of: row => STATUS[row.status] },
  { header: '剩余天数', width: 10, of: row => row.remainingDays },
];

interface Order {
  readonly column: 'id' | 'valid_to' | 'enterprise_name';
  readonly down: boolean;
}

const ORDERS = {
  newest: { column: 'id', down: true },
  validTo: { column: 'valid_to', down: false },
  '-validTo': { column: 'valid_to', down: true },
  name: { column: 'enterprise_name', down: false },
  '-name': { column: 'enterprise_name', down: true },
} as const satisfies Readonly<Record<string, Order>>;

const orderOf = ({ sort, endsWithin }: RegistrationListDto): Order => ORDERS[sort ?? (endsWithin === undefined ? 'newest' : 'validTo')];

/** Where the next page goes on. */
export function registrationKeys(filter: RegistrationListDto, row: PermitRegistration): string[] {
  const { column } = orderOf(filter);
  return column === 'id' ? [row.id] : [column === 'valid_to' ? row.validTo : row.enterpriseName, row.id];
}

interface Asked {
  /** Whose: a condition with its values. */
  readonly scope: string;
  readonly values: unknown[];
  readonly today: string;
  readonly limit: number;
}

/** The rows of one page, each order by an index of its own. */
export function registrationRows(db: Db, filter: RegistrationListDto, { scope, values, today, limit }: Asked): Promise<PermitRegistration[]> {
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const { column, down } = orderOf(filter);
  const [sign, order] = down ? ['<', 'DESC'] : ['>', 'ASC'];
  const conditions = [scope, ...conditionsOf(filter, today, bind)];
  const after = decodeCursor(filter.cursor, column === 'id' ? 1 : 2);
  if (after) conditions.push(column === 'id' ? `id ${sign} ${bind(after[0])}::uuid` : `(${column}, id) ${sign} (${bind(after[0])}::${column === 'valid_to' ? 'date' : 'text'}, ${bind(after[1])}::uuid)`);
  return db.query<PermitRegistration>(
    `SELECT id, number, enterprise_name AS "enterpriseName", site_name AS "siteName", industry_name AS "industryName", valid_from::text AS "validFrom", valid_to::text AS "validTo", status, created_at AS "createdAt"
       FROM permit_registration WHERE ${conditions.join(' AND ')} ORDER BY ${column === 'id' ? '' : `${column} ${order}, `}id ${order} LIMIT ${limit}`,
    values,
  );
}

function conditionsOf({ q, status, industry, region, endsWithin }: RegistrationListDto, today: string, bind: (value: unknown) => string): string[] {
  return [
    ...(q ? [containsWords(WORDS, bind(q))] : []),
    ...(status === 'cancelled' ? [`status = 'cancelled'`] : []),
    ...(status === 'valid' ? [`status = 'valid' AND valid_to >= ${bind(today)}`] : []),
    ...(status === 'expired' ? [`status = 'valid' AND valid_to < ${bind(today)}`] : []),
    ...(industry ? [`industry_code LIKE ${bind(`${industry}%`)}`] : []),
    ...(region ? [`region_code LIKE ${bind(`${region}%`)}`] : []),
    ...(endsWithin === undefined ? [] : [`status = 'valid' AND valid_to BETWEEN ${bind(today)}::date AND ${bind(addDays(today, endsWithin))}::date`]),
  ];
}

/** What holds on a day, by industry and region: the filters of the lists. */
export async function registrationNumbers(db: Db, city: City, today: string): Promise<RegistrationNumbersView> {
  const grouped = (key: string): Promise<RegistrationCountView[]> =>
    db.query<RegistrationCountView>(`SELECT ${key} AS key, '' AS label, count(*)::int AS count FROM permit_registration WHERE status = 'valid' AND valid_to >= $1 GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT ${MOST_NAMED}`, [today]);
  const [held] = await db.query<{ count: number }>(`SELECT count(*)::int AS count FROM permit_registration WHERE status = 'valid' AND valid_to >= $1`, [today]);
  const [byIndustry, byRegion] = [await grouped('left(industry_code, 2)'), await grouped('left(region_code, 6)')];
  return {
    valid: held?.count ?? 0,
    byIndustry: byIndustry.map(one => ({ ...one, label: `${one.key} ${industryOf(one.key)?.name ?? ''}`.trim() })),
    byRegion: byRegion.map(one => ({ ...one, label: one.key === city.adcode ? city.name : one.key })),
  };
}
