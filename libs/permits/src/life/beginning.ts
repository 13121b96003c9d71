import { addDays, daysBetween } from '@huanbao/calendar';
import type { PermitStanding } from '../certificate/validity';
import type { Text } from '../form/field';
import { BUSINESS_TYPES, BusinessType } from './business-types';

export interface StandingPermit {
  readonly number: string;
  readonly validTo: string;
  /** First day of the period; ahead of today when it has been renewed already. */
  readonly validFrom?: string;
  readonly standing: PermitStanding;
  /** Last day on which a renewal is asked for in time. */
  readonly renewBy: string;
  /** First day on which a renewal may be asked for; left out, no day is too early. */
  readonly renewableFrom?: string;
}

export interface Beginning {
  readonly possible: boolean;
  /** Why not, or what to mind. */
  readonly remark: Text | null;
}

const no = (zh: string, en: string): Beginning => ({ possible: false, remark: { zh, en } });

/**
 * Whether an application of this type can begin for a site, by how its permit stands today, and what to mind.
 * @param permit the site's living permit (not ended before its time); null when there is none
 * @param bannedUntil 排污许可管理条例 art. 40: last day of the three years after 撤销 for fraud
 */
export function beginning(type: BusinessType, permit: StandingPermit | null, today: string, bannedUntil: string | null): Beginning {
  if (bannedUntil !== null && bannedUntil >= today && (type === 'new' || type === 'reapply')) {
    return no(`因以欺骗、贿赂等不正当手段取得排污许可证被撤销，${bannedUntil} 以前不得再次申请`, `Revoked for fraud: no new application until ${bannedUntil}.`);
  }
  if (!permit) return type === 'new' ? { possible: true, remark: null } : no('这个场所还没有排污许可证，请选“首次申请”', 'This site has no permit. Choose “First application”.');
  const standings = BUSINESS_TYPES[type].standing as readonly string[];
  if (!standings.includes(permit.standing)) return no(...refusal(type, permit));
  if (type === 'renew' && permit.validFrom !== undefined && permit.validFrom > today) return no(`已经延续到 ${permit.validTo}，不用再办延续`, `Renewed already, to ${permit.validTo}.`);
  if (type === 'renew' && permit.renewableFrom !== undefined && permit.renewableFrom > today) return no(...tooEarly(permit, today));
  return { possible: true, remark: type === 'renew' ? renewalRemark(permit, today) : null };
}

function refusal(type: BusinessType, { number, standing, validTo }: StandingPermit): [string, string] {
  if (type === 'new') return [`这个场所已有许可证 ${number}，请选“重新申请”“变更”“延续”等`, `This site has permit ${number}. Choose applying again, change or renewal.`];
  if (standing === 'expired') {
    return [
      `许可证已于 ${validTo} 届满，不能再${BUSINESS_TYPES[type].label.zh}，请选“重新申请”；取得新证以前不得排放污染物（排污许可管理条例 第十四条；届满后继续排放按第三十三条处罚）`,
      `The permit ended on ${validTo}. Choose “Apply again”; no discharge until the new permit is there (arts. 14, 33).`,
    ];
  }
  return ['许可证已经终止，请选“首次申请”', 'The permit has ended. Choose “First application”.'];
}

/** Five years begin from what the form says then: what is asked for years ahead says nothing of them. */
const tooEarly = ({ validTo, renewBy, renewableFrom = validTo }: StandingPermit, today: string): [string, string] => [
  `许可证 ${validTo} 届满，${renewableFrom} 起可以申请延续（届满前 ${daysBetween(renewableFrom, validTo)} 日内，期限未核实），还有 ${daysBetween(today, renewableFrom)} 天；最迟 ${renewBy} 提出`,
  `The permit ends on ${validTo}. A renewal may be asked for from ${renewableFrom} on, in ${daysBetween(today, renewableFrom)} day(s), and by ${renewBy} at the latest.`,
];

/** Last day for asking for a renewal (排污许可管理条例 art. 14); calendar days, for they bind the applicant. */
export const renewalLastDay = (validTo: string, daysBefore: number): string => addDays(validTo, -daysBefore);

/** What the law says of the day, told before anything is begun (条例 art. 14, 33; 行政许可法 art. 50). */
function renewalRemark({ validTo, renewBy: last }: StandingPermit, today: string): Text | null {
  const before = daysBetween(last, validTo);
  if (today <= last) return { zh: `最迟 ${last} 提出（届满 ${before} 日前，排污许可管理条例 第十四条）`, en: `To be submitted by ${last}, ${before} days before the end (art. 14).` };
  const [late, left] = [daysBetween(last, today), daysBetween(today, validTo)];
  return {
    zh: `应当在 ${last} 以前（届满 ${before} 日前，排污许可管理条例 第十四条）提出，现在已经迟了 ${late} 天。仍可提出，机关自受理起在延续的审批期限内审查；距届满还有 ${left} 天，${validTo} 届满时还没有批准的，次日起不得排放污染物，继续排放按无证排污处罚（第三十三条）。请尽快提交`,
    en: `It was due by ${last} (art. 14), ${late} day(s) ago. It can still be submitted and is decided within the period of renewals after acceptance; ${left} day(s) are left. Without approval discharge must stop after ${validTo} (art. 33). Submit soon.`,
  };
}

export interface Reasons {
  readonly triggers: readonly string[];
  readonly occurredOn: string | null;
}

export interface ReasonFault {
  readonly pointer: string;
  readonly zh: string;
  readonly en: string;
}

/** What is wrong with the reasons given: each type has its own, and some ask for the day it happened. */
export function reasonFaults(type: BusinessType, given: Reasons, today: string): ReasonFault[] {
  const { triggers } = BUSINESS_TYPES[type];
  const unknown = given.triggers.filter(key => !triggers.some(one => one.key === key));
  if (unknown.length > 0) return [{ pointer: '/triggers', zh: '请从列出的情形中选择', en: 'Choose among the reasons listed.' }];
  if (triggers.length > 0 && given.triggers.length === 0) return [{ pointer: '/triggers', zh: '请勾选属于哪种情形', en: 'Tick which case it is.' }];
  const dated = triggers.filter(one => given.triggers.includes(one.key) && one.withinDays !== undefined);
  if (dated.length > 0 && given.occurredOn === null) return [{ pointer: '/occurredOn', zh: '请填写变更发生的日期（营业执照核准日）', en: 'Enter the day it changed (as on the licence).' }];
  if (given.occurredOn !== null && given.occurredOn > today) return [{ pointer: '/occurredOn', zh: '变更日期不能晚于今天，请核对', en: 'The day cannot lie ahead. Check it.' }];
  return [];
}

/** An application made too late by its article is taken all the same; both sides are told (条例 art. 14: thirty days). */
export function lateRemarks(type: BusinessType, given: Reasons, submittedOn: string): Text[] {
  return BUSINESS_TYPES[type].triggers.filter(one => given.triggers.includes(one.key) && one.withinDays !== undefined && given.occurredOn !== null).flatMap(one => {
    const last = addDays(given.occurredOn as string, one.withinDays as number);
    return submittedOn <= last ? [] : [{ zh: `${one.label.zh}应当在 ${last} 以前申请（变更之日起 ${one.withinDays} 日内），已经超过`, en: `${one.label.en}: due by ${last} (${one.withinDays} days).` }];
  });
}
