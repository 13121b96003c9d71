import { addDays } from '@huanbao/calendar';
import type { PermitStanding } from '../certificate/validity';
import type { Text } from '../form/field';
import { BUSINESS_TYPES, BusinessType, RENEWAL_DAYS_BEFORE } from './business-types';

export interface StandingPermit {
  readonly number: string;
  readonly validTo: string;
  readonly standing: PermitStanding;
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
  return { possible: true, remark: type === 'renew' ? renewalRemark(permit, today) : null };
}

function refusal(type: BusinessType, { number, standing, validTo }: StandingPermit): [string, string] {
  if (type === 'new') return [`这个场所已有许可证 ${number}，请选“重新申请”“变更”“延续”等`, `This site has permit ${number}. Choose applying again, change or renewal.`];
  if (standing === 'expired') {
    return [`许可证已于 ${validTo} 届满，不能再${BUSINESS_TYPES[type].label.zh}，请选“重新申请”；取得新证以前不得排放污染物`, `The permit ended on ${validTo}. Choose “Apply again”; no discharge until the new permit is there.`];
  }
  return ['许可证已经终止，请选“首次申请”', 'The permit has ended. Choose “First application”.'];
}

/** Last day for asking for a renewal: sixty days before the end (排污许可管理条例 art. 14). */
export const renewalLastDay = (validTo: string): string => addDays(validTo, -RENEWAL_DAYS_BEFORE);

function renewalRemark({ validTo }: StandingPermit, today: string): Text | null {
  const last = renewalLastDay(validTo);
  if (today <= last) return { zh: `最迟 ${last} 提出（届满六十日前）`, en: `To be submitted by ${last}, sixty days before the end.` };
  return {
    zh: `应当在 ${last} 以前（届满六十日前）提出，现在已经迟了。仍可提出；${validTo} 届满时还没有批准的，届满后不得排放污染物`,
    en: `It was due by ${last}. It can still be submitted, but without approval discharge must stop after ${validTo}.`,
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
