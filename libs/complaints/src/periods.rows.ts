import type { ReferenceRow } from '@huanbao/reference';

const row = (key: string, words: readonly [title: string, note: string], size: readonly [value: string, unit: string], basis: readonly [legalBasis: string, origin: string]): ReferenceRow => ({
  key, title: words[0], note: words[1], value: size[0], unit: size[1], legalBasis: basis[0], origin: basis[1], effectiveFrom: '2022-05-01', effectiveTo: null, verified: false,
});

const OWN = '平台设定，未见法规规定';
const LETTERS = '信访工作条例';
const HOTLINE = '环保举报热线工作管理办法';
const WECHAT = '12369 环保微信举报办理要求';
const WORKDAYS = '个工作日';

/** Told whether it is accepted: by the way a report came in. */
const ACCEPTANCE: readonly ReferenceRow[] = [
  row('acceptance', ['受理告知', 'Acceptance told'], ['2', WORKDAYS], [WECHAT, '网上、其他平台转来的按微信举报的通行口径，未与原文核对']),
  row('acceptance+channel:phone', ['电话举报的受理告知', 'Acceptance told, phone'], ['3', WORKDAYS], [HOTLINE, '能当场告知的当场告知，最迟 3 个工作日内；通行口径，未与原文核对']),
  row('acceptance+channel:walk-in', ['来访举报的受理告知', 'Acceptance told, walk-in'], ['3', WORKDAYS], [HOTLINE, '与电话举报同；通行口径，未与原文核对']),
  row('refusal', ['不予受理的告知', 'Refusal told, with reasons'], ['15', '日'], [LETTERS, '自收到举报起 15 日内说明理由告知举报人；通行口径，未与原文核对']),
];

/** Handling: the start, the end, more time; shorter where a matter is urgent. */
const HANDLING: readonly ReferenceRow[] = [
  row('commencement', ['交办后启动办理', 'Handling started'], ['2', WORKDAYS], [HOTLINE, '自受理起 2 个工作日内启动调查的通行口径，未与原文核对']),
  row('commencement+subject:drinking-water', ['饮用水水源举报：启动办理', 'Handling started, drinking water'], ['1', WORKDAYS], [OWN, '涉及饮用水安全，平台按更紧的设定；本地另有规定的照改']),
  row('commencement+subject:radiation', ['辐射举报：启动办理', 'Handling started, radiation'], ['1', WORKDAYS], [OWN, '涉及辐射安全，平台按更紧的设定；本地另有规定的照改']),
  row('handling', ['办理期限', 'Handling'], ['60', '日'], [`${LETTERS} 第三十四条`, '自受理之日起 60 日；有的地方规定 30 日办结，按本地规定改']),
  row('handling+subject:drinking-water', ['饮用水水源举报：办理期限', 'Handling, drinking water'], ['30', '日'], [OWN, '有的地方规定 30 日办结；平台对饮用水举报按 30 日设定，本地另有规定的照改']),
  row('extension', ['经批准最多延长', 'Extension, at most'], ['30', '日'], [`${LETTERS} 第三十四条`, '不超过 30 日并告知延期理由；未与原文核对']),
];

/** Not satisfied: how long it may be said, and how long the bureau has. */
const DISPUTES: readonly ReferenceRow[] = [
  row('dispute', ['答复后提出不满意', 'Days to dispute an answer'], ['30', '日'], [`${LETTERS} 第三十五条`, '参照收到处理意见之日起 30 日内请求复查；未与原文核对']),
  row('reopening', ['办结后举报人要求重新办理', 'Days to have a closed one handled again'], ['30', '日'], [OWN, OWN]),
  row('judging', ['不满意意见的判断', 'Dissatisfaction judged'], ['5', WORKDAYS], [OWN, OWN]),
  row('review-request', ['请求复查', 'Days to ask for a review'], ['30', '日'], [`${LETTERS} 第三十五条`, '自收到书面答复之日起 30 日内；未与原文核对']),
  row('review', ['复查', 'Review'], ['30', '日'], [`${LETTERS} 第三十五条`, '自收到复查请求之日起 30 日内提出复查意见；未与原文核对']),
  row('recheck', ['请求复核', 'Days to turn to the higher authority'], ['30', '日'], [`${LETTERS} 第三十六条`, '自收到复查意见之日起 30 日内向复查机关的上一级机关请求复核；未与原文核对']),
  row('stand-in', ['该办理的人都参与过的，由谁判断、复查', 'Posts that judge or review instead'], ['bureau.admin,bureau.approver,bureau.reviewer', '岗位'], [OWN, '按顺序由没有答复、没有判断过的人办理；本地由负责人指定的，照改岗位和顺序']),
  row('rating', ['答复后可评价的天数', 'Days to rate an answer'], ['60', '日'], [OWN, OWN]),
];

/** What ships; nobody has compared it. */
export const PERIODS: readonly ReferenceRow[] = [
  ...ACCEPTANCE, ...HANDLING, ...DISPUTES,
  row('alike-days', ['相似举报：时间范围', 'Alike: days'], ['30', '日'], [OWN, OWN]),
  row('alike-metres', ['相似举报：距离', 'Alike: distance'], ['1000', '米'], [OWN, OWN]),
];
