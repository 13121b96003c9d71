import Decimal from 'decimal.js';
import type { Law, LawKey } from './law';
import { Funds, Method, METHOD_NAMES, METHODS, Regime, Subject, Words } from './methods';

/** What decides which law binds a procurement. */
export interface Facts {
  readonly funds: Funds;
  readonly subject: Subject;
  readonly budgetYuan: string | null;
}

export type Standing = 'demanded' | 'admitted' | 'with-approval' | 'refused';

/** Whether a method may be chosen, why, and what to do about it. */
export interface Verdict {
  readonly method: Method;
  readonly standing: Standing;
  readonly why: Words;
  readonly mend: Words | null;
  readonly basis: string;
}

const COMPULSORY: Readonly<Partial<Record<Subject, LawKey>>> = { works: 'threshold.works', goods: 'threshold.goods', design: 'threshold.design' };

const reaches = (budgetYuan: string | null, law: Law, key: LawKey | undefined): boolean => budgetYuan !== null && key !== undefined && new Decimal(budgetYuan).gte(law(key).value);

/** Null while public money is spent without a budget: nobody can say then which law binds. */
export function regimeOf({ funds, subject, budgetYuan }: Facts, law: Law): Regime | null {
  if (funds === 'private') return 'voluntary';
  if (budgetYuan === null) return null;
  // 工程以及与工程有关的货物、服务 follow the law on tenders whoever pays (招标投标法 第三条; 政府采购法 第四条)
  if (reaches(budgetYuan, law, subject === 'works' || funds === 'state' ? COMPULSORY[subject] : undefined)) return 'bidding-law';
  if (funds === 'state') return 'voluntary';
  return reaches(budgetYuan, law, subject === 'works' ? 'threshold.government.works' : 'threshold.government.limit') ? 'government' : 'voluntary';
}

const TO_OPEN: Words = { zh: '请改为公开招标；不得把同一项目化整为零规避招标', en: 'Choose the open tender; what belongs together must not be split to avoid it' };
const WITH_APPROVAL: Words = { zh: '请填写批准或认定的文号和理由', en: 'Give the number of the approval and the reason' };
const FREE_WHY: Words = { zh: '未达到法律规定的限额，企业可以自行选择', en: 'Below the limits of the law: the enterprise is free to choose' };
const PRIVATE_WHY: Words = { zh: '民营企业自有资金，自行选择', en: 'Private money: free to choose' };
const UNKNOWN: Words = { zh: '使用国有或财政资金的，须先填写预算，才能判断适用的采购方式', en: 'Public money needs a budget before the lawful method can be told' };

/** What the law says about each of the six methods. */
export function verdicts(facts: Facts, law: Law): Verdict[] {
  const regime = regimeOf(facts, law);
  return METHOD_NAMES.map(method => {
    if (regime === null) return { method, standing: 'refused', why: UNKNOWN, mend: { zh: '填写预算', en: 'Give the budget' }, basis: '招标投标法 第三条；政府采购法 第二条' };
    if (regime === 'voluntary') return { method, standing: 'admitted', why: facts.funds === 'private' ? PRIVATE_WHY : FREE_WHY, mend: null, basis: METHODS[method].regimes.voluntary?.basis ?? '' };
    return regime === 'bidding-law' ? underBiddingLaw(method, facts, law) : underGovernment(method, facts, law);
  });
}

export function verdictOf(method: Method, facts: Facts, law: Law): Verdict {
  return verdicts(facts, law).find(one => one.method === method) as Verdict;
}

function underBiddingLaw(method: Method, { subject }: Facts, law: Law): Verdict {
  const { value, basis } = law(COMPULSORY[subject] as LawKey);
  const reached: Words = { zh: `预算达到依法必须招标的标准（${yuan(value)}）`, en: `The budget reaches the threshold of compulsory tenders (CNY ${value})` };
  if (method === 'open') return { method, standing: 'demanded', why: reached, mend: null, basis };
  if (method === 'invited')
    return { method, standing: 'with-approval', why: { zh: '依法必须招标的，一般应当公开招标；技术复杂、只有少量潜在投标人，或公开招标费用占比过大的，经认定可以邀请', en: 'Compulsory tenders are open; invited only when few can bid or an open one costs too much, as confirmed' }, mend: WITH_APPROVAL, basis: '招标投标法 第十一条；实施条例 第八条' };
  if (method === 'direct')
    return { method, standing: 'with-approval', why: { zh: '依法必须招标的，只有法定可以不招标的情形才能直接委托', en: 'Compulsory tenders may be left out only in the cases the law names' }, mend: WITH_APPROVAL, basis: '招标投标法 第六十六条；实施条例 第九条' };
  return { method, standing: 'refused', why: { zh: `${reached.zh}，不能用${METHODS[method].zh}`, en: `${reached.en}: no ${METHODS[method].en.toLowerCase()}` }, mend: TO_OPEN, basis };
}

function underGovernment(method: Method, facts: Facts, law: Law): Verdict {
  const needsOpen = facts.subject !== 'works' && reaches(facts.budgetYuan, law, 'threshold.government.open');
  const { value, basis } = law('threshold.government.open');
  if (METHODS[method].regimes.government === null)
    return { method, standing: 'refused', why: { zh: `达到政府采购限额标准的，法律没有规定${METHODS[method].zh}这种方式`, en: 'The law on government procurement knows no such method' }, mend: { zh: '请改为公开招标、磋商或询价', en: 'Choose the open tender, the negotiation or the inquiry' }, basis: '政府采购法 第二十六条' };
  if (method === 'open') return { method, standing: needsOpen ? 'demanded' : 'admitted', why: needsOpen ? { zh: `达到公开招标数额标准（${yuan(value)}）`, en: `The budget reaches the threshold of open tenders (CNY ${value})` } : { zh: '可以公开招标', en: 'May be used' }, mend: null, basis: needsOpen ? basis : '政府采购法 第二十六条' };
  if (method === 'inquiry' && facts.subject !== 'goods')
    return { method, standing: 'refused', why: { zh: '询价只用于规格标准统一、价格变化小的货物', en: 'An inquiry is for standard goods only' }, mend: { zh: '请改为竞争性磋商或公开招标', en: 'Choose the negotiation or the open tender' }, basis: '政府采购法 第三十二条' };
  if (facts.subject === 'works' && method === 'invited')
    return { method, standing: 'refused', why: { zh: '不招标的政府采购工程，用磋商、谈判或单一来源', en: 'Public works without a tender go by negotiation or single source' }, mend: { zh: '请改为竞争性磋商', en: 'Choose the negotiation' }, basis: '政府采购法实施条例 第二十五条' };
  if (needsOpen)
    return { method, standing: 'with-approval', why: { zh: `达到公开招标数额标准（${yuan(value)}），改用其他方式须经设区的市以上财政部门批准`, en: 'Above the threshold of open tenders another method needs the approval of the finance department' }, mend: WITH_APPROVAL, basis: '政府采购法 第二十七条' };
  if (method === 'direct') return { method, standing: 'with-approval', why: { zh: '单一来源只用于法定情形', en: 'Single source only in the cases the law names' }, mend: WITH_APPROVAL, basis: '政府采购法 第三十一条' };
  return { method, standing: 'admitted', why: { zh: '未达到公开招标数额标准，可以使用', en: 'Below the threshold of open tenders: may be used' }, mend: null, basis: '政府采购法 第二十六条；政府采购法实施条例 第二十五条' };
}

const yuan = (value: string): string => `${new Decimal(value).div(10_000).toString()} 万元`;
