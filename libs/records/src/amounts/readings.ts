import type { FieldProblem } from '@huanbao/platform';
import { isCivilDate } from '../ledger/accept';
import type { PlanLine } from '../monitoring/plan';
import { isRecord } from '../monitoring/rows';

/** One hour (air) or day (water) of automatic monitoring, as it may be stored. */
export interface AcceptedReading {
  readonly place: string;
  readonly pollutant: string;
  readonly at: string;
  readonly day: string;
  readonly concentration: string | null;
  readonly flow: string | null;
  readonly state: 'valid' | 'invalid' | 'stopped';
  readonly reason: string | null;
}

interface Context {
  /** `YYYY-MM-DDTHH` of now, civil time. */
  readonly nowHour: string;
  /** null when no permit held on the day. */
  readonly planOn: (day: string) => readonly PlanLine[] | null;
}

const at = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });
const NUMBER = /^\d{1,12}(?:\.\d{1,9})?$/;
const STATES = ['valid', 'invalid', 'stopped'];

/** Judges one row of automatic data; everything wrong is named with its place. */
export function acceptReading(raw: unknown, { nowHour, planOn }: Context): { readonly reading: AcceptedReading } | { readonly problems: readonly FieldProblem[] } {
  if (!isRecord(raw)) return { problems: [at('', 'type', '这一行应为一条小时（日）数据', 'This row has to be one reading.')] };
  const time = typeof raw['at'] === 'string' ? raw['at'] : '';
  const day = time.slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3]))?$/.test(time) || !isCivilDate(day)) return { problems: [at('/at', 'time', '废气填到小时（2026-11-24T09），废水填到日（2026-11-24）', 'Air by the hour (2026-11-24T09), water by the day (2026-11-24).')] };
  if (time > nowHour.slice(0, time.length)) return { problems: [at('/at', 'future', '时间在将来，请核对数采仪的时钟', 'The time lies in the future. Check the clock of the device.')] };
  const plan = planOn(day);
  if (!plan) return { problems: [at('/at', 'before-permit', `${day} 时许可证还没有生效`, `No permit held on ${day}.`)] };
  const line = plan.find(one => one.place === raw['place'] && one.pollutant === raw['pollutant'] && (one.medium === 'air' || one.medium === 'water'));
  if (!line) return { problems: [at('/pollutant', 'pollutant', '监测方案里没有这个排放口的这个因子，请核对编号', 'The plan has no such pollutant at that outlet. Check the codes.')] };
  if ((line.medium === 'air') !== (time.length === 13)) return { problems: [at('/at', 'time', line.medium === 'air' ? '废气按小时上报（2026-11-24T09）' : '废水按日上报（2026-11-24）', line.medium === 'air' ? 'Air is reported by the hour.' : 'Water is reported by the day.')] };
  return content(raw, { place: line.place, pollutant: line.pollutant, at: time, day });
}

function content(raw: Record<string, unknown>, key: Pick<AcceptedReading, 'place' | 'pollutant' | 'at' | 'day'>): { readonly reading: AcceptedReading } | { readonly problems: readonly FieldProblem[] } {
  const state = raw['state'] ?? 'valid';
  const problems = Object.keys(raw).filter(name => !['place', 'pollutant', 'at', 'concentration', 'flow', 'state', 'reason'].includes(name)).map(name => at(`/${name.slice(0, 60)}`, 'unknown', `没有“${name.slice(0, 60)}”这一项，请删去`, `There is no “${name.slice(0, 60)}”. Remove it.`));
  if (!STATES.includes(state as string)) problems.push(at('/state', 'state', '状态填 valid（有效）、invalid（无效）或 stopped（停运）', 'The state is valid, invalid or stopped.'));
  const [concentration, flow] = [decimal(raw['concentration']), decimal(raw['flow'])];
  if (state === 'valid') {
    if (concentration === null) problems.push(at('/concentration', 'number', '浓度应为不小于 0 的数（实测，不折算）', 'A concentration of zero or more, as measured.'));
    if (flow === null) problems.push(at('/flow', 'number', '流量应为不小于 0 的数', 'A flow of zero or more.'));
  }
  const reason = typeof raw['reason'] === 'string' && raw['reason'].trim() !== '' ? raw['reason'].trim().slice(0, 300) : null;
  if (problems.length > 0) return { problems };
  return { reading: { ...key, concentration: state === 'valid' ? concentration : null, flow: state === 'valid' ? flow : null, state: state as AcceptedReading['state'], reason } };
}

function decimal(raw: unknown): string | null {
  const text = typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw.trim() : '';
  return NUMBER.test(text) ? text : null;
}
