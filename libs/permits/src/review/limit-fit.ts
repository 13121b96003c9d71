import type { Text } from '../form/field';
import type { LimitMedium, LimitRow, LimitTier } from './rule';

/** What is known of an outlet. What is not known does not exclude a row: the strictest is taken, and said to be uncertain. */
export interface LimitQuestion {
  readonly medium: LimitMedium;
  readonly source: string;
  readonly pollutant: string;
  /** Civil date whose law applies. */
  readonly date: string;
  readonly inKeyRegion?: boolean;
  /** GB/T 4754. */
  readonly industry?: string;
  /** Day of the environmental approval, else of the start of production: tells new plants from existing ones. */
  readonly builtOn?: string;
  readonly discharge?: 'direct' | 'indirect';
  readonly fuel?: string;
  readonly variant?: string;
  /** Of what mean one asks; rows that do not say hold for any. */
  readonly averaging?: 'hour' | 'day';
  /** Only limits of this kind: the column of special limits is compared with special limits. */
  readonly tier?: LimitTier;
  /** Number of the environmental approval. */
  readonly approval?: string;
}

export interface Fit {
  readonly applies: boolean;
  /** False when a fact the row depends on is not known. */
  readonly certain: boolean;
  readonly why: Text;
}

const no = (zh: string, en: string): Fit => ({ applies: false, certain: true, why: { zh, en } });
const text = (zh: string, en: string): Text => ({ zh, en });

/** Whether a row speaks of this outlet at all: what is compared with it in an explanation. */
export const isAbout = (row: LimitRow, { medium, source, pollutant }: LimitQuestion): boolean =>
  row.medium === medium && row.pollutant === pollutant && (row.source === source || row.source === '*');

/** Whether a row applies to the outlet on the day, and why or why not. Pure. */
export function fitOf(row: LimitRow, question: LimitQuestion): Fit {
  if (!isAbout(row, question)) return no('排放源或污染物不同', 'Another source or pollutant');
  const refused = outOfTime(row, question) ?? CONDITIONS.map(condition => condition(row, question)).find(one => one !== null && 'refused' in one)?.refused;
  if (refused) return { applies: false, certain: true, why: refused };
  const met = CONDITIONS.flatMap(condition => {
    const said = condition(row, question);
    return said && 'met' in said ? [said] : [];
  });
  const words = [text(`${row.validFrom} 起施行`, `In force since ${row.validFrom}`), ...met.map(one => one.met)];
  return { applies: true, certain: met.every(one => !one.unknown), why: text(words.map(one => one.zh).join('；'), words.map(one => one.en).join('; ')) };
}

function outOfTime(row: LimitRow, { date }: LimitQuestion): Text | null {
  if (row.validFrom > date) return text(`${row.validFrom} 才施行`, `Not in force before ${row.validFrom}`);
  if (row.validTo !== null && row.validTo < date) return text(`已于 ${row.validTo} 终止`, `Ended on ${row.validTo}`);
  return null;
}

const MEANS = { hour: text('小时均值', 'hourly mean'), once: text('一次值', 'single value'), day: text('日均值', 'daily mean'), month: text('月均值', 'monthly mean') } as const;

type Said = { readonly refused: Text } | { readonly met: Text; readonly unknown?: true } | null;

/** Each looks at one condition of the row; null where the row has none. */
const CONDITIONS: readonly ((row: LimitRow, question: LimitQuestion) => Said)[] = [
  (row, { tier }) => (tier === undefined || row.tier === tier ? null : { refused: text('问的是另一类限值', 'Another kind of limit is asked for') }),
  (row, { averaging }) => {
    if (averaging === undefined || row.averaging == null) return null;
    // a single value is compared with the limit of the hour
    const isOfHour = row.averaging === 'hour' || row.averaging === 'once';
    const word = MEANS[row.averaging];
    return (averaging === 'hour') === isOfHour && (averaging === 'day') === (row.averaging === 'day') ? { met: text(`按${word.zh}规定`, `Of the ${word.en}`) } : { refused: text(`只限${word.zh}`, `Limits the ${word.en} only`) };
  },
  (row, { inKeyRegion }) => {
    if (row.tier !== 'special') return null;
    if (inKeyRegion === false) return { refused: text('特别排放限值只在重点区域执行', 'Special limits hold in key regions only') };
    if (inKeyRegion === undefined) return { met: text('是否在重点区域未填，按在重点区域从严', 'Key region not stated: taken as within'), unknown: true };
    return { met: text('位于重点区域，执行特别排放限值', 'Within a key region') };
  },
  (row, { approval }) => {
    if (row.tier !== 'approval') return null;
    return approval !== undefined && sameCode(approval, row.standard) ? { met: text('本项目的环评批复', 'The approval of this project') } : { refused: text('是另一个项目的环评批复', 'The approval of another project') };
  },
  (row, { industry }) => {
    if (row.industry == null) return null;
    if (industry === undefined) return { met: text(`限行业 ${row.industry}，行业未填，按适用从严`, `For industry ${row.industry}; not stated`), unknown: true };
    return industry.startsWith(row.industry) ? { met: text(`行业 ${row.industry}`, `Industry ${row.industry}`) } : { refused: text(`只适用于行业 ${row.industry}`, `For industry ${row.industry} only`) };
  },
  (row, { builtOn }) => {
    if (row.buildPeriod == null || row.builtSince == null) return null;
    const word = row.buildPeriod === 'new' ? text(`${row.builtSince} 起批准建设的`, `plants approved since ${row.builtSince}`) : text(`${row.builtSince} 前批准建设的`, `plants approved before ${row.builtSince}`);
    if (builtOn === undefined) return { met: text(`适用于${word.zh}；批准日期未填，按适用从严`, `For ${word.en}; day of approval not stated`), unknown: true };
    return (builtOn >= row.builtSince) === (row.buildPeriod === 'new') ? { met: text(word.zh, word.en) } : { refused: text(`只适用于${word.zh}`, `Only for ${word.en}`) };
  },
  (row, { discharge }) => {
    if (row.discharge == null) return null;
    const word = row.discharge === 'direct' ? text('直接排放', 'direct discharge') : text('间接排放', 'indirect discharge');
    if (discharge === undefined) return { met: text(`${word.zh}；排放方式未填，按适用从严`, `For ${word.en}; not stated`), unknown: true };
    return discharge === row.discharge ? { met: word } : { refused: text(`只适用于${word.zh}`, `Only for ${word.en}`) };
  },
  (row, { fuel }) => stated(row.fuel, fuel, text('燃料', 'fuel')),
  (row, { variant }) => stated(row.variant, variant, text('情形', 'case')),
];

function stated(wanted: string | null | undefined, given: string | undefined, word: Text): Said {
  if (wanted == null) return null;
  if (given === undefined) return { met: text(`${word.zh}“${wanted}”需人工确认，按可能适用从严`, `${word.en} “${wanted}” to be confirmed by a person`), unknown: true };
  return given === wanted ? { met: text(`${word.zh}：${wanted}`, `${word.en}: ${wanted}`) } : { refused: text(`只适用于${word.zh}“${wanted}”`, `Only for ${word.en} “${wanted}”`) };
}

/** A code of a standard or document as it is compared: without spaces, 全角 and the many hyphens people type. */
export function codeKey(code: string): string {
  return code.normalize('NFKC').replace(/[\s《》]/g, '').replace(/[‐‑‒–—―−－]/g, '-').toUpperCase();
}

export const sameCode = (a: string, b: string): boolean => codeKey(a) === codeKey(b);
