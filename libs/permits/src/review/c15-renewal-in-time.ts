import { daysBetween } from '@huanbao/calendar';
import { findingOf, Rule } from './rule';

const finding = findingOf('C15');

/** C15: a renewal is handed in so many days before the end as the dated row says (calendar days: the period binds the applicant). */
export const c15: Rule = {
  id: 'C15',
  version: '2026.3',
  since: '2026-11-30',
  basis: '排污许可管理条例 第十四条',
  title: { zh: '延续在届满前的期限内提出', en: 'Renewal asked for in time before the end' },
  check: ({ businessType, base, applicationDate }) => {
    if (businessType !== 'renew' || !base) return [];
    const last = base.renewBy;
    if (applicationDate <= last) return [];
    if (applicationDate > base.validTo) {
      return [finding({
        level: 'E', pointer: '/submission', actual: applicationDate, expected: `不晚于 ${base.validTo}`, basis: '排污许可管理条例 第十四条',
        zh: `许可证已于 ${base.validTo} 届满，不能再延续，请改为重新申请；取得新证以前不得排放污染物`, en: `The permit ended on ${base.validTo}: it cannot be renewed. Change to applying again; no discharge until then.`,
      })];
    }
    return [finding({
      level: 'W', pointer: '/submission', actual: applicationDate, expected: `不晚于 ${last}`, basis: '排污许可管理条例 第十四条', evidence: `有效期至 ${base.validTo}，迟了 ${daysBetween(last, applicationDate)} 天`,
      zh: `延续应当在届满 ${daysBetween(last, base.validTo)} 日前（${last} 以前）提出。${base.validTo} 届满时还没有批准的，届满后不得排放污染物`, en: `A renewal was due by ${last}. Without approval discharge must stop after ${base.validTo}.`,
    })];
  },
};
