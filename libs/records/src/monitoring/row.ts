import { type FieldProblem, shanghaiDate, SHANGHAI_OFFSET_MS } from '@huanbao/platform';

/** One result without its value: where, when, by whom. */
export interface Head {
  readonly place: string;
  readonly pollutant: string;
  readonly method: 'manual' | 'auto';
  readonly sampledAt: Date;
  /** Civil day of the sample. */
  readonly sampledOn: string;
  /** 22:00–6:00 (GB 12348-2008). */
  readonly isNight: boolean;
  readonly sampleNo: string | null;
  readonly oxygenPercent: string | null;
  /** m³/h of dry standard flue gas, m³/d of water. */
  readonly flow: string | null;
  readonly technique: string | null;
  readonly laboratory: string | null;
  readonly cma: string | null;
  readonly reportNo: string | null;
  readonly reportFileId: string | null;
  readonly note: string | null;
  readonly externalId: string | null;
  readonly confirmed: readonly string[];
}

const at = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });

const KNOWN = new Set([
  'place', 'pollutant', 'method', 'sampledAt', 'value', 'unit', 'sampleNo', 'oxygenPercent', 'flow', 'technique', 'laboratory', 'cma', 'ownLaboratory', 'reportNo', 'reportFileId', 'note', 'externalId', 'confirmed',
]);
const TEXTS: Readonly<Record<string, number>> = { sampleNo: 60, technique: 100, laboratory: 100, cma: 40, reportNo: 60, note: 300, externalId: 100 };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Reads everything but the value, with every wrong cell named. */
export function headOf(raw: unknown, now: Date): { readonly head: Head } | { readonly problems: readonly FieldProblem[] } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { problems: [at('', 'type', '这一行应为一条监测结果', 'This row has to be one result.')] };
  const row = raw as Record<string, unknown>;
  const problems = [...wrongNames(row), ...wrongTexts(row), ...wrongNumbers(row), ...wrongParties(row)];
  const sampledAt = instantOf(row['sampledAt']);
  if (!sampledAt) problems.push(at('/sampledAt', 'time', '请按 2026-11-24 09:30 的格式填写采样时间', 'Write the time as 2026-11-24 09:30.'));
  else if (sampledAt > now) problems.push(at('/sampledAt', 'future', '采样时间在将来，请核对年份和时刻', 'The time lies in the future. Check it.'));
  if (problems.length > 0 || !sampledAt) return { problems };
  return { head: { ...cells(row), sampledAt, sampledOn: shanghaiDate(sampledAt), isNight: isNight(sampledAt) } };
}

function cells(row: Record<string, unknown>): Omit<Head, 'sampledAt' | 'sampledOn' | 'isNight'> {
  const text = (name: string): string | null => (typeof row[name] === 'string' && row[name].trim() !== '' ? row[name].trim() : null);
  return {
    place: text('place') ?? '', pollutant: text('pollutant') ?? '', method: row['method'] === 'auto' ? 'auto' : 'manual', sampleNo: text('sampleNo'), oxygenPercent: numberOf(row['oxygenPercent']), flow: numberOf(row['flow']),
    technique: text('technique'), laboratory: row['ownLaboratory'] === true ? '本单位实验室' : text('laboratory'), cma: text('cma'), reportNo: text('reportNo'), reportFileId: text('reportFileId'), note: text('note'), externalId: text('externalId'),
    confirmed: Array.isArray(row['confirmed']) ? row['confirmed'].filter((one): one is string => typeof one === 'string') : [],
  };
}

function wrongNames(row: Record<string, unknown>): FieldProblem[] {
  const unknown = Object.keys(row).filter(name => !KNOWN.has(name)).map(name => at(`/${name.slice(0, 60)}`, 'unknown', `没有“${name.slice(0, 60)}”这一项，请删去`, `There is no “${name.slice(0, 60)}”. Remove it.`));
  const missing = (['place', 'pollutant'] as const).filter(name => typeof row[name] !== 'string' || row[name].trim() === '').map(name => (name === 'place' ? at('/place', 'place', '请选择监测点位', 'Choose the place.') : at('/pollutant', 'pollutant', '请选择监测因子', 'Choose the pollutant.')));
  const method = row['method'] === undefined || row['method'] === 'manual' || row['method'] === 'auto' ? [] : [at('/method', 'method', '监测方式填 manual（手工）或 auto（自动）', 'The method is manual or auto.')];
  return [...unknown, ...missing, ...method];
}

function wrongTexts(row: Record<string, unknown>): FieldProblem[] {
  const long = Object.entries(TEXTS).filter(([name, most]) => row[name] != null && (typeof row[name] !== 'string' || row[name].length > most)).map(([name, most]) => at(`/${name}`, 'max', `请填写文字，最多 ${most} 字`, `A text of at most ${most} characters.`));
  const file = row['reportFileId'] != null && !(typeof row['reportFileId'] === 'string' && UUID.test(row['reportFileId'])) ? [at('/reportFileId', 'file', '请先上传监测报告，再填写', 'Upload the report first.')] : [];
  return [...long, ...file];
}

function wrongNumbers(row: Record<string, unknown>): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [name, zh] of [['oxygenPercent', '实测含氧量'], ['flow', '流量']] as const) {
    if (row[name] == null || row[name] === '') continue;
    const value = numberOf(row[name]);
    if (value === null) problems.push(at(`/${name}`, 'number', `${zh}应为不小于 0 的数`, 'A number of zero or more.'));
    else if (name === 'oxygenPercent' && Number(value) >= 21) problems.push(at('/oxygenPercent', 'oxygen', `含氧量 ${value}% 不低于空气（21%），结果不成立；请核对读数，或检查采样管是否漏气后重测`, `Oxygen of ${value} % is that of air or more: the result does not stand. Check the reading, or the probe for leaks, and measure again.`));
  }
  return problems;
}

/** 检验检测机构 show their CMA mark on reports; an own laboratory need not have one. */
function wrongParties(row: Record<string, unknown>): FieldProblem[] {
  if (row['method'] === 'auto' || row['ownLaboratory'] === true) return [];
  const empty = (name: string): boolean => typeof row[name] !== 'string' || row[name].trim() === '';
  return [
    ...(empty('laboratory') ? [at('/laboratory', 'laboratory', '请填写检测机构；自己检测的请勾选“本单位检测”', 'Enter the laboratory, or tick “own laboratory”.')] : []),
    ...(empty('cma') ? [at('/cma', 'cma', '委托检测的请填写检测机构的 CMA 证书编号', 'Enter the laboratory’s CMA number.')] : []),
  ];
}

function numberOf(raw: unknown): string | null {
  const text = typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw.trim() : '';
  return /^\d{1,12}(?:\.\d{1,9})?$/.test(text) ? text : null;
}

/** `2026-11-24 09:30`, `2026-11-24T09:30` and full instants; civil times are Asia/Shanghai. Days that do not exist are none. */
export function instantOf(raw: unknown): Date | null {
  if (typeof raw !== 'string') return null;
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::(\d{2})(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/.exec(raw.trim());
  if (!match) return null;
  const [, day = '', minute = '', second = '00', zone = '+08:00'] = match;
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const civil = new Date(Date.UTC(year, month - 1, date));
  if (civil.toISOString().slice(0, 10) !== day) return null;
  const instant = new Date(`${day}T${minute}:${second}${zone}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

function isNight(instant: Date): boolean {
  const hour = new Date(instant.getTime() + SHANGHAI_OFFSET_MS).getUTCHours();
  return hour >= 22 || hour < 6;
}
