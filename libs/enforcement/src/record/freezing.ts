import { daysBetween } from '@huanbao/calendar';
import { type FieldProblem, type Row, validateSection } from '@huanbao/permits';
import { DECISIONS, lawOn, suggestionFor, type Decision, type Library, type LawRow, type Suggestion } from './law';
import type { StoredPage } from './form';

/** A violation with the law of its day and what the matrix suggests. */
export interface Weighed {
  readonly rowId: string;
  readonly violation: string;
  readonly title: string;
  readonly law: LawRow | null;
  readonly conductOn: string;
  readonly description: string;
  readonly harm: string;
  readonly fault: string;
  readonly suggestion: Suggestion | null;
  readonly decision: Decision | null;
  readonly decisionReason: string | null;
}

const LEAST_WORDS = 4;
const textOf = (row: Row, name: string): string => (typeof row[name] === 'string' ? row[name] : '');
const valueIn = (pages: readonly StoredPage[], page: string, field: string): unknown => pages.find(one => one.page.key === page)?.data[field];
export const heldOnReasonOf = (pages: readonly StoredPage[]): string | null => String(valueIn(pages, 'visit', 'heldOnReason') ?? '').trim() || null;
export const heldOnOf = (pages: readonly StoredPage[]): string => String(valueIn(pages, 'visit', 'heldOn') ?? '');

/** Each violation of the record, weighed by the rows that hold on the day of the visit and of the conduct. */
export function weighed(pages: readonly StoredPage[], library: Library): Weighed[] {
  const { data } = pages.find(one => one.page.key === 'violations') ?? {};
  if (data?.['any'] !== true) return [];
  const day = heldOnOf(pages);
  return ((data['rows'] ?? []) as readonly Row[]).map(row => {
    const [violation, conductOn, harm, fault, decision] = ['violation', 'conductOn', 'harm', 'fault', 'decision'].map(name => textOf(row, name)) as [string, string, string, string, string];
    const law = lawOn(library.laws, violation, conductOn);
    return {
      rowId: textOf(row, 'id'), violation, title: law?.title ?? library.violations.find(one => one.key === violation)?.title ?? violation, law, conductOn, description: textOf(row, 'description'), harm, fault,
      suggestion: suggestionFor(library.matrix, harm, fault, day || conductOn), decision: decision in DECISIONS ? (decision as Decision) : null, decisionReason: textOf(row, 'decisionReason') || null,
    };
  });
}

const wrong = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });

export interface Days {
  readonly today: string;
  /** The day the visit was entered: none is held before. */
  readonly plannedOn: string;
  /** When a page of the record first reached the platform. */
  readonly firstSavedOn: string | null;
  /** So many days after the visit a record may arrive without a word. */
  readonly mostDays: number;
  /** The day as it was closed for signing before, when the record was sent back. */
  readonly closedBefore: string | null;
  /** Last day on which evidence that was kept may be decided on. */
  readonly seizedUntil: string;
}

/** What still has to be mended before the record goes to be signed; pointers name page and field. */
export function gapsOf(pages: readonly StoredPage[], library: Library, days: Days): FieldProblem[] {
  const missing = pages.flatMap(({ page, data }) => validateSection({ fields: page.fields }, data).map(one => ({ ...one, pointer: `/${page.key}${one.pointer}` })));
  return [...missing, ...dayWrong(pages, days), ...timesWrong(pages, days), ...rightsWrong(pages), ...violationsWrong(pages, library)];
}

/** The day an officer types is held against what the platform knows. */
function dayWrong(pages: readonly StoredPage[], { today, plannedOn, firstSavedOn, mostDays, closedBefore }: Days): FieldProblem[] {
  const [day, reason] = ['heldOn', 'heldOnReason'].map(name => String(valueIn(pages, 'visit', name) ?? '').trim()) as [string, string];
  if (!day) return [];
  if (day > today) return [wrong('/visit/heldOn', 'day', '检查日期不能晚于今天', 'The day is not ahead of today.')];
  if (day < plannedOn) return [wrong('/visit/heldOn', 'early', `检查日期不能早于登记这次检查的日期 ${plannedOn}`, `The day is not before this visit was entered on ${plannedOn}.`)];
  const arrived = firstSavedOn ?? today;
  const isLate = daysBetween(day, arrived) > mostDays;
  const isChanged = closedBefore !== null && closedBefore !== day;
  if (reason.length >= LEAST_WORDS || !(isLate || isChanged)) return [];
  return [isChanged
    ? wrong('/visit/heldOnReason', 'reason', `检查日期原为 ${closedBefore ?? ''}，改为 ${day} 的要写明原因`, `The day was ${closedBefore ?? ''}: say why it is ${day} now.`)
    : wrong('/visit/heldOnReason', 'reason', `平台在 ${arrived} 才首次收到记录，晚于检查日期 ${mostDays} 日以上，请写明原因`, `The platform first received this record on ${arrived}, more than ${mostDays} days after the visit: say why.`)];
}

function timesWrong(pages: readonly StoredPage[], { seizedUntil }: Days): FieldProblem[] {
  const [day, from, until] = ['heldOn', 'startedAt', 'endedAt'].map(name => String(valueIn(pages, 'visit', name) ?? ''));
  const [dataFrom, dataTo, kept] = [valueIn(pages, 'data', 'from'), valueIn(pages, 'data', 'to'), valueIn(pages, 'sampling', 'seizedUntil')].map(one => String(one ?? '')) as [string, string, string];
  return [
    ...(from && until && until <= from ? [wrong('/visit/endedAt', 'times', '结束时间应晚于开始时间', 'It ends after it begins.')] : []),
    ...(dataFrom && dataTo && dataTo < dataFrom ? [wrong('/data/to', 'span', '数据止不能早于数据起', 'The data end on or after they begin.')] : []),
    ...(kept && valueIn(pages, 'sampling', 'seized') === true && (kept > seizedUntil || kept < (day ?? '')) ? [wrong('/sampling/seizedUntil', 'period', `先行登记保存的，处理期限最迟为 ${seizedUntil}`, `Decided by ${seizedUntil} at the latest.`)] : []),
  ];
}

/** Without certificates shown and rights told the visit was not one by law (行政处罚法 art. 55). */
function rightsWrong(pages: readonly StoredPage[]): FieldProblem[] {
  return (['showed', 'told'] as const).filter(name => valueIn(pages, 'notice', name) === false).map(name => wrong(`/notice/${name}`, 'law', '亮证和告知权利是检查的法定程序，补做后再送签；未做的请取消本次检查并说明', 'Certificates and rights are required by law: do it before signing, or cancel this inspection and say why.'));
}

function violationsWrong(pages: readonly StoredPage[], library: Library): FieldProblem[] {
  const day = heldOnOf(pages);
  return weighed(pages, library).flatMap((one, nth) => {
    const at = `/violations/rows/${nth}`;
    return [
      ...(one.conductOn && day && one.conductOn > day ? [wrong(`${at}/conductOn`, 'day', '行为发生日期不能晚于检查日期', 'The conduct is not later than the visit.')] : []),
      ...(one.conductOn && one.violation && !one.law ? [wrong(`${at}/violation`, 'law', '行为发生日期没有可适用的法律条目，请核对日期或补充法律库', 'No law of the library held on that day. Check the day, or complete the library.')] : []),
      ...(one.harm && one.fault && !one.suggestion ? [wrong(`${at}/harm`, 'matrix', '裁量表没有这一组合，请由管理员补充', 'The matrix has no such row: ask an administrator.')] : []),
      ...(one.decision && one.suggestion && one.decision !== one.suggestion && !one.decisionReason ? [wrong(`${at}/decisionReason`, 'reason', '处理与建议不同，请写明理由', 'It differs from what is suggested: say why.')] : []),
    ];
  });
}
