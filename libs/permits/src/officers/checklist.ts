import type { Form, Row } from '../form/field';

/** One thing to look at on the site. */
export interface CheckItem {
  readonly key: string;
  readonly kind: 'site' | 'air-outlet' | 'water-outlet' | 'facility' | 'monitoring';
  readonly code: string | null;
  readonly question: string;
  /** Where it should be, `lng, lat` in degrees WGS-84, if the form says so. */
  readonly at: { readonly lng: number; readonly lat: number } | null;
}

const GENERAL: readonly (readonly [string, string])[] = [
  ['location', '厂址、四至与申请材料和环评批复一致'],
  ['products', '主要产品、产能与申请一致，未见淘汰工艺和设备'],
  ['waste', '固体废物贮存场所按规范设置，标识和台账齐全'],
  ['records', '环境管理台账按要求记录和保存'],
];

/** The list is drawn from what was applied for: every outlet and treatment facility once. Pure. */
export function checklistOf(form: Form): CheckItem[] {
  const centre = placeOf(form.basic?.['location']);
  const outlets = (['air-outlets', 'water-outlets'] as const).flatMap(section =>
    rowsOf(form, section, 'outlets').flatMap(row => {
      const code = textAt(row, 'code');
      if (!code) return [];
      const air = section === 'air-outlets';
      const question = air
        ? `${code} ${textAt(row, 'name') ?? ''}：位置、高度${has(row, 'heightM') ? `（${String(row['heightM'])} 米）` : ''}、监测孔和标志牌与申请一致`
        : `${code} ${textAt(row, 'name') ?? ''}：位置、去向、规范化设置和标志牌与申请一致`;
      return [{ key: `outlet:${code}`, kind: air ? ('air-outlet' as const) : ('water-outlet' as const), code, question, at: placeOf(row['location']) ?? centre }];
    }),
  );
  const facilities = [...new Set(JSON.stringify(form['process-nodes'] ?? {}).match(/\bT[AWNS]\d{3}\b/g) ?? [])].sort();
  return [
    ...GENERAL.map(([key, question]) => ({ key: `site:${key}`, kind: 'site' as const, code: null, question, at: centre })),
    ...outlets,
    ...facilities.map(code => ({ key: `facility:${code}`, kind: 'facility' as const, code, question: `${code}：治理设施已建成，工艺与申请一致，正常运行`, at: centre })),
    { key: 'monitoring:points', kind: 'monitoring', code: null, question: '自行监测点位、自动监测设备及联网情况与监测方案一致', at: centre },
  ];
}

const EARTH_M = 6_371_000;

/** Great-circle distance in whole metres. Pure. */
export function distanceM(a: { readonly lng: number; readonly lat: number }, b: { readonly lng: number; readonly lat: number }): number {
  const rad = (degrees: number): number => (degrees * Math.PI) / 180;
  const h = Math.sin(rad(b.lat - a.lat) / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lng - a.lng) / 2) ** 2;
  return Math.round(2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h))));
}

/** The form keeps coordinates as `{ longitude, latitude }` in decimal degrees, WGS-84. */
export function placeOf(value: unknown): CheckItem['at'] {
  if (typeof value !== 'object' || value === null) return null;
  const { longitude, latitude } = value as { longitude?: unknown; latitude?: unknown };
  if (typeof longitude !== 'string' || typeof latitude !== 'string') return null;
  const [lng, lat] = [Number(longitude), Number(latitude)];
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? { lng, lat } : null;
}

function rowsOf(form: Form, section: 'air-outlets' | 'water-outlets', table: string): Row[] {
  const rows = form[section]?.[table];
  return Array.isArray(rows) ? (rows as Row[]) : [];
}

const has = (row: Row, name: string): boolean => row[name] !== undefined && row[name] !== null && row[name] !== '';

function textAt(row: Row, name: string): string | undefined {
  return has(row, name) ? String(row[name]) : undefined;
}
