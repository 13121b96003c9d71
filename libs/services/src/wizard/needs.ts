import { addDays, daysBetween } from '@huanbao/calendar';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Why a service is proposed: what was found, where it stands, by when, under which article. */
export interface Why {
  readonly source: 'permit' | 'duty' | 'finding' | 'stoppage' | 'answer';
  readonly text: Words;
  readonly article: string;
  readonly dueOn: string | null;
  readonly overdue: boolean;
}

export interface Need {
  readonly service: string;
  readonly why: readonly Why[];
}

export interface PermitFact {
  readonly number: string;
  readonly siteName: string;
  readonly standing: 'valid' | 'expired' | 'revoked' | 'forfeited' | 'withdrawn' | 'cancelled';
  readonly validTo: string;
}

export interface DutyFact {
  readonly kind: string;
  readonly title: Words;
  readonly dueOn: string;
  readonly status: 'upcoming' | 'due' | 'overdue';
  readonly legalBasis: string;
}

export interface FindingFact {
  readonly place: string;
  readonly pollutant: string;
  readonly sampledOn: string;
}

export interface StoppageFact {
  readonly from: string;
  readonly to: string | null;
}

/** What the platform knows of an enterprise. */
export interface Facts {
  readonly today: string;
  readonly permits: readonly PermitFact[];
  readonly duties: readonly DutyFact[];
  readonly findings: readonly FindingFact[];
  readonly stoppages: readonly StoppageFact[];
}

/** Renewal is asked for 60 days before the end (排污许可管理条例 art. 14); half a year is enough to prepare it. */
const RENEW_BEFORE_DAYS = 60;
const RENEW_WINDOW_DAYS = 240;
/** Help is proposed for what falls due within a month. */
const SOON_DAYS = 30;
/** Standing so long without an end in sight looks like leaving. */
const LONG_STOP_DAYS = 90;

const BY_DUTY: Readonly<Record<string, readonly string[]>> = {
  'report-annual': ['execution-report'], 'report-quarterly': ['execution-report'], 'report-monthly': ['execution-report'],
  monitoring: ['self-monitoring'], renewal: ['permit-renewal'], condition: ['steward'], disclosure: ['steward'],
};

const LEAVING = ['dismantling-plan', 'permit-cancellation', 'soil-report', 'legacy-waste'];

/** The services an enterprise needs by what is known of it. Pure; the most urgent first. */
export function needsOf(facts: Facts): Need[] {
  const found: [string, Why][] = [
    ...facts.permits.flatMap(permit => byPermit(permit, facts.today)),
    ...facts.duties.flatMap(duty => byDuty(duty, facts.today)),
    ...facts.findings.flatMap(byFinding),
    ...facts.stoppages.flatMap(stop => byStoppage(stop, facts.today)),
  ];
  return merged(found);
}

/** One entry a service with all its reasons; overdue before due before undated. */
export function merged(found: readonly (readonly [string, Why])[]): Need[] {
  const needs = new Map<string, Why[]>();
  for (const [service, why] of found) {
    const known = needs.get(service) ?? [];
    if (!known.some(one => one.text.zh === why.text.zh)) needs.set(service, [...known, why]);
  }
  const urgency = (why: readonly Why[]): string => [...why].map(one => `${one.overdue ? 0 : 1}${one.dueOn ?? '9999'}`).sort()[0] ?? '19999';
  return [...needs].map(([service, why]) => ({ service, why: [...why].sort((a, b) => urgency([a]).localeCompare(urgency([b]))) })).sort((a, b) => urgency(a.why).localeCompare(urgency(b.why)));
}

function byPermit(permit: PermitFact, today: string): [string, Why][] {
  const article = '排污许可管理条例 第十四条';
  if (permit.standing === 'expired')
    return [['permit-application', { source: 'permit', article: '排污许可管理条例 第二条', dueOn: permit.validTo, overdue: true, text: { zh: `${permit.siteName}的许可证已于 ${permit.validTo} 到期，须重新取得后方可排污`, en: `The permit of ${permit.siteName} ended on ${permit.validTo}: a new one is needed before discharging` } }]];
  const left = daysBetween(today, permit.validTo);
  if (permit.standing !== 'valid' || left > RENEW_WINDOW_DAYS) return [];
  const dueOn = addDays(permit.validTo, -RENEW_BEFORE_DAYS);
  return [['permit-renewal', { source: 'permit', article, dueOn, overdue: dueOn < today, text: { zh: `${permit.siteName}的许可证 ${permit.validTo} 到期，须在 ${dueOn} 前提出延续`, en: `The permit of ${permit.siteName} ends on ${permit.validTo}: ask for renewal by ${dueOn}` } }]];
}

function byDuty(duty: DutyFact, today: string): [string, Why][] {
  if (duty.status !== 'overdue' && daysBetween(today, duty.dueOn) > SOON_DAYS) return [];
  const overdue = duty.status === 'overdue' || duty.dueOn < today;
  const text = overdue ? { zh: `${duty.title.zh}已逾期（应于 ${duty.dueOn} 前完成）`, en: `${duty.title.en}: overdue since ${duty.dueOn}` } : { zh: `${duty.title.zh}应于 ${duty.dueOn} 前完成`, en: `${duty.title.en}: due on ${duty.dueOn}` };
  return (BY_DUTY[duty.kind] ?? []).map(service => [service, { source: 'duty', article: duty.legalBasis, dueOn: duty.dueOn, overdue, text }]);
}

/** Outlets of water are DW…, of air DA… (HJ 608-2017): the result leads to the treatment of that medium, and to measuring again. */
function byFinding(finding: FindingFact): [string, Why][] {
  const why: Why = { source: 'finding', article: '排污许可管理条例 第二十一条', dueOn: null, overdue: true, text: { zh: `${finding.place} ${finding.pollutant} 于 ${finding.sampledOn} 超标，尚未说明原因和措施`, en: `${finding.place}: ${finding.pollutant} above its limit on ${finding.sampledOn}, not explained yet` } };
  const treatment = finding.place.startsWith('DW') ? 'facility-operation' : 'ultra-low-retrofit';
  return [[treatment, why], ['self-monitoring', { ...why, text: { zh: `${finding.place} ${finding.pollutant} 超标后须复测`, en: `${finding.place}: ${finding.pollutant} to be measured again` } }]];
}

function byStoppage(stop: StoppageFact, today: string): [string, Why][] {
  if (stop.from > today || (stop.to !== null && stop.to < today) || (stop.to === null ? daysBetween(stop.from, today) < LONG_STOP_DAYS : daysBetween(stop.from, stop.to) < LONG_STOP_DAYS)) return [];
  const text = { zh: `自 ${stop.from} 起停产已久；如不再恢复，退场前须办理`, en: `Production has stood since ${stop.from}; if it is not to begin again, this is due before leaving` };
  return LEAVING.map(service => [service, { source: 'stoppage', article: '排污许可管理条例 第三十二条', dueOn: null, overdue: false, text }]);
}
