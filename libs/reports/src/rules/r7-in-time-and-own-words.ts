import { daysBetween } from '@huanbao/calendar';
import { textsOf } from './texts';
import { similarity } from './similarity';
import { Finding, findingOf, Rule, RuleContext } from './rule';

const BASIS = '排污许可管理条例 第二十二条、第三十七条';
const finding = findingOf('R7', BASIS);
const LIKE = 0.9;

/** R7: handed in in time, and written for this period: not copied from the last report or from another enterprise's. */
export const r7: Rule = {
  id: 'R7', version: '2026.1', since: '2026-11-28', basis: BASIS, title: { zh: '按期提交，文字不套用往期或他人的报告', en: 'In time, and in own words' },
  check: context => [...late(context), ...copied(context)],
};

function late({ dueOn, today }: RuleContext): Finding[] {
  if (today <= dueOn) return [];
  const days = daysBetween(dueOn, today);
  return [finding({ level: 'W', pointer: '/conclusion', actual: `${today}，逾期 ${days} 天`, expected: `${dueOn} 前提交`, zh: '已经逾期，请说明原因；逾期会记入本单位的履行情况', en: 'Overdue: say why. It is kept with the report.' })];
}

function copied({ kind, report, like }: RuleContext): Finding[] {
  return textsOf(kind, report).flatMap(({ pointer, text, standing }) => {
    const alike = (like[pointer] ?? []).filter(one => !(one.own && standing)).map(one => ({ ...one, share: similarity(text, one.text) })).filter(one => one.share > LIKE).sort((a, b) => b.share - a.share);
    const [most] = alike;
    if (!most) return [];
    const percent = Math.floor(most.share * 100);
    const whose = most.own ? '本单位上期报告' : '另一家单位的报告';
    return [finding({
      level: 'W', pointer, actual: `与${whose}相似 ${percent}%`, expected: '按本期实际情况写（相似度不超过 90%）', zh: `这段文字与${whose}几乎相同，疑似套用模板；请按本期情况改写，确实相同的说明原因`,
      en: `Nearly the same as ${most.own ? 'the last report' : 'another enterprise’s report'}. Write of this period, or explain.`, evidence: `${most.owner} ${most.title}，相似 ${percent}%`,
    })];
  });
}
