/** What is reported, as the hotline sorts it. */
export const SUBJECTS = ['air', 'odour', 'dust', 'smoke', 'water', 'drinking-water', 'noise', 'solid-waste', 'hazardous-waste', 'soil', 'ecology', 'radiation', 'livestock', 'project', 'other'] as const;
export type Subject = (typeof SUBJECTS)[number];
export const CHANNELS = ['web', 'wechat', 'phone', 'walk-in', 'import'] as const;
export type Channel = (typeof CHANNELS)[number];
export const OUTCOMES = ['confirmed', 'partly', 'unfounded'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const SATISFACTIONS = ['satisfied', 'fair', 'dissatisfied'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];

interface Words {
  readonly zh: string;
  readonly en: string;
}

export const SUBJECT_WORDS: Readonly<Record<Subject, Words>> = {
  air: { zh: '废气', en: 'Waste gas' },
  odour: { zh: '异味恶臭', en: 'Odour' },
  dust: { zh: '扬尘', en: 'Dust' },
  smoke: { zh: '餐饮油烟', en: 'Cooking fumes' },
  water: { zh: '水污染', en: 'Water' },
  'drinking-water': { zh: '饮用水水源', en: 'Drinking water source' },
  noise: { zh: '噪声振动', en: 'Noise' },
  'solid-waste': { zh: '固体废物、垃圾', en: 'Solid waste' },
  'hazardous-waste': { zh: '危险废物', en: 'Hazardous waste' },
  soil: { zh: '土壤、地下水', en: 'Soil and groundwater' },
  ecology: { zh: '生态破坏', en: 'Ecology' },
  radiation: { zh: '电磁、辐射', en: 'Radiation' },
  livestock: { zh: '畜禽养殖', en: 'Livestock' },
  project: { zh: '建设项目、无证排污', en: 'Projects, no permit' },
  other: { zh: '其他', en: 'Other' },
};
export const CHANNEL_WORDS: Readonly<Record<Channel, Words>> = {
  web: { zh: '网上', en: 'Web' }, wechat: { zh: '微信', en: 'WeChat' }, phone: { zh: '电话', en: 'Phone' }, 'walk-in': { zh: '来访', en: 'Walk-in' }, import: { zh: '其他平台导入', en: 'Imported' },
};
export const OUTCOME_WORDS: Readonly<Record<Outcome, Words>> = {
  confirmed: { zh: '属实', en: 'Confirmed' }, partly: { zh: '部分属实', en: 'Partly confirmed' }, unfounded: { zh: '不属实', en: 'Not confirmed' },
};
export const SATISFACTION_WORDS: Readonly<Record<Satisfaction, Words>> = {
  satisfied: { zh: '满意', en: 'Satisfied' }, fair: { zh: '基本满意', en: 'Fairly satisfied' }, dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
};

/** Colours of states, for lists. */
export const TONES: Readonly<Record<string, string>> = { received: 'warning', untold: 'warning', accepted: 'warning', handling: 'progress', answered: 'info', disputed: 'danger', review: 'danger', closed: 'done', refused: 'muted', referred: 'muted', merged: 'muted' };

/** What stands where: short enough for a list. */
export const titleOf = (subject: Subject, place: string): string => `${SUBJECT_WORDS[subject].zh}：${place}`.slice(0, 120);

export interface RouteRow {
  readonly id: string;
  readonly regionCode: string;
  readonly subject: string | null;
  readonly placeWords: readonly string[];
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/**
 * The row that fits a place and a subject on a day: a row with words of the place before one without, a subject before all
 * subjects, the smaller region before the larger, the newer before the older.
 */
export function routeFor<R extends RouteRow>(rows: readonly R[], { place, subject, regionCode }: { readonly place: string; readonly subject: string; readonly regionCode: string }, day: string): R | undefined {
  const fits = rows.filter(
    row =>
      row.effectiveFrom <= day && (row.effectiveTo === null || day <= row.effectiveTo) && regionCode.startsWith(row.regionCode) && (row.subject === null || row.subject === subject) &&
      (row.placeWords.length === 0 || row.placeWords.some(word => place.includes(word))),
  );
  const rank = (row: R): string => [row.placeWords.length > 0 ? 1 : 0, row.subject === null ? 0 : 1, String(row.regionCode.length).padStart(2, '0'), row.effectiveFrom, row.id].join(' ');
  return fits.sort((a, b) => (rank(a) < rank(b) ? 1 : -1))[0];
}

export interface Located {
  readonly subject: string;
  readonly place: string;
  readonly lng: string | null;
  readonly lat: string | null;
  readonly enterpriseId: string | null;
}

const pointOf = ({ lng, lat }: Located): { lng: number; lat: number } | null => (lng === null || lat === null ? null : { lng: Number(lng), lat: Number(lat) });
const plainPlace = (place: string): string => place.replace(/[\s，,。.、；;（）()]/g, '');

/** Whether two reports can be of one problem: of one subject, and of one enterprise, one spot on the map or one place by name. Pure. */
export function sameProblem(a: Located, b: Located, metres: number): boolean {
  if (a.subject !== b.subject) return false;
  if (a.enterpriseId !== null && b.enterpriseId !== null) return a.enterpriseId === b.enterpriseId;
  const [one, other] = [pointOf(a), pointOf(b)];
  if (one && other) return metresBetween(one, other) <= metres;
  return plainPlace(a.place) === plainPlace(b.place);
}

/** Metres between two places, good enough for a town. */
export function metresBetween(a: { readonly lng: number; readonly lat: number }, b: { readonly lng: number; readonly lat: number }): number {
  const north = (a.lat - b.lat) * 111_320;
  const east = (a.lng - b.lng) * 111_320 * Math.cos(((a.lat + b.lat) / 2) * (Math.PI / 180));
  return Math.hypot(north, east);
}
