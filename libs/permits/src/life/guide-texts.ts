import type { MeasureKind, RequestKind } from '../ending/ending.entity';
import type { Text } from '../form/field';
import type { BusinessType } from './business-types';
import type { ProcedureClockView, ProcedureView, TriggerView } from './life.view';

type Texts = Pick<ProcedureView, 'label' | 'purpose' | 'article' | 'result'> & { readonly triggers: readonly TriggerView[] };

const LICENSING = '行政许可法';
const text = (zh: string, en: string): Text => ({ zh, en });
const days = (label: Text, [count, dayType]: readonly [number, 'workday' | 'calendar'], article: string, verified = true): ProcedureClockView => ({ label, days: count, dayType, article, verified });

/** When a type is due that asks for no case to be ticked. */
export const OCCASIONS: Readonly<Partial<Record<BusinessType, readonly TriggerView[]>>> = {
  new: [
    { key: 'start', label: text('新建单位，在启动生产设施或者发生实际排污以前', 'A new unit, before it starts or discharges'), article: '固定污染源排污许可分类管理名录 第四条' },
    { key: 'never', label: text('已经在排放，还没有取得许可证', 'Discharging already, without a permit'), article: '排污许可管理条例 第二条、第三十三条' },
    { key: 'raised', label: text('原来是登记管理，现在列为重点或者简化管理', 'Registered so far, a permit is needed now'), article: '排污许可管理条例 第二条' },
  ],
  renew: [{ key: 'ending', label: text('有效期届满，还要继续排放：在届满前规定的期限内提出', 'The period ends and discharge goes on: asked for in time before the end'), article: '排污许可管理条例 第十四条' }],
};

export const REQUEST_TEXTS: Readonly<Record<RequestKind, Texts>> = {
  reissue: {
    label: text('补领', 'Reissue'), purpose: text('许可证遗失或者损毁，重新领取正本和副本', 'The certificate was lost or damaged'), article: '排污许可管理办法（生态环境部令第32号），条号待核',
    triggers: [{ key: 'lost', label: text('许可证遗失', 'Lost'), article: '排污许可管理办法，条号待核' }, { key: 'damaged', label: text('许可证损毁', 'Damaged'), article: '排污许可管理办法，条号待核' }],
    result: text('按现有内容重新生成正本、副本，版本加一；编号、有效期、限值都不变。电子证照可随时下载打印', 'New papers with the same content, number and period; one version more.'),
  },
  cancel: {
    label: text('注销', 'Cancellation'), purpose: text('不再排放污染物，或者许可证已经没有对象', 'Discharge has ceased, or the permit has no object any more'), article: `${LICENSING} 第七十条`,
    triggers: [{ key: 'applied', label: text('排污单位申请：停产、关闭、搬离，不再排放', 'The holder asks: it discharges no more'), article: `${LICENSING} 第七十条` }],
    result: text('许可证即日终止，公开查询立即显示“已注销”；限值和义务到当天为止，台账继续保存，到期未交的执行报告仍要补交', 'The permit ends the same day, publicly; limits and duties end, ledgers are kept, reports that are due stay due.'),
  },
};

const SPEAK = days(text('陈述申辩', 'Statement of the party'), [5, 'workday'], '行政许可法 第七条；天数为本平台默认，可以延长', false);
const SERVED = text('送达之日起许可证终止，公开查询立即显示；限值即日失效，继续排放属于无证排污', 'Ends when it is served, publicly and at once; going on is discharge without a permit.');

export const MEASURE_TEXTS: Readonly<Record<MeasureKind, Pick<ProcedureView, 'purpose' | 'article' | 'result'> & { readonly clocks: readonly ProcedureClockView[] }>> = {
  revoke: { purpose: text('许可证本来就不该发', 'The permit should not have been granted'), article: `${LICENSING} 第六十九条；排污许可管理条例 第四十条`, result: text(`${SERVED.zh}；以欺骗、贿赂取得的，三年内不得再次申请`, `${SERVED.en} After fraud no application for three years.`), clocks: [SPEAK] },
  forfeit: { purpose: text('严重违法的处罚', 'A penalty for serious violations'), article: '排污许可管理条例 第三十四条', result: SERVED, clocks: [SPEAK] },
  withdraw: { purpose: text('依据或者客观情况变了，为公共利益收回', 'Taken back for the public interest'), article: `${LICENSING} 第八条第二款`, result: text(`${SERVED.zh}；造成财产损失的依法补偿`, `${SERVED.en} Loss of property is compensated.`), clocks: [SPEAK] },
  'cancel-ex-officio': { purpose: text('许可证已经没有对象，机关依职权注销', 'The permit has no object any more'), article: `${LICENSING} 第七十条`, result: text('决定书送达之日注销，公开查询立即显示；已经届满或者主体已经终止的，不再事先告知', 'Cancelled when it is served, publicly. Nobody is told beforehand where the period or the holder has ended.'), clocks: [SPEAK] },
};

const RULES = '排污许可管理条例 第二十四条';
const AT_ONCE = days(text('提交后即时生成', 'At once'), [0, 'workday'], RULES);
const FIVE_YEARS = '生态环境法典 第一百八十六条';

export type RegistrationKey = 'registration' | 'registration-change' | 'registration-renewal' | 'registration-cancel';

export const CLOCKS_OF_REGISTRATION: Readonly<Record<RegistrationKey, readonly ProcedureClockView[]>> = {
  registration: [AT_ONCE], 'registration-renewal': [AT_ONCE], 'registration-cancel': [AT_ONCE],
  'registration-change': [days(text('本单位：变动之日起', 'The unit: after the change'), [20, 'calendar'], RULES), AT_ONCE],
};

export const REGISTRATION_PROCEDURES: readonly (Texts & { readonly key: RegistrationKey })[] = [
  {
    key: 'registration', label: text('排污登记', 'Registration'), purpose: text('污染很小、名录列为登记管理的，不用领证，填登记表', 'Small discharges need no permit, only a registration'), article: RULES,
    triggers: [{ key: 'listed', label: text('《固定污染源排污许可分类管理名录》列为登记管理', 'Listed for registration'), article: RULES }], result: text('当场取得登记编号和带签名的回执，有效期五年', 'A number and a signed receipt at once, for five years.'),
  },
  {
    key: 'registration-change', label: text('登记变更', 'Change of registration'), purpose: text('登记表里的内容变了', 'What was registered has changed'), article: RULES,
    triggers: [{ key: 'changed', label: text('登记内容发生变动', 'The content has changed'), article: RULES, withinDays: 20 }], result: text('新的回执，登记编号和有效期不变；前后内容逐项对照', 'A new receipt; number and period stay.'),
  },
  {
    key: 'registration-renewal', label: text('登记延续', 'Renewal of registration'), purpose: text('五年快满，还要继续排放', 'The five years are ending'), article: FIVE_YEARS,
    triggers: [{ key: 'ending', label: text('有效期快满或者已满，仍要排放', 'The period ends and discharge goes on'), article: FIVE_YEARS }], result: text('从原有效期届满次日起再延五年，给新回执', 'Five more years and a new receipt.'),
  },
  {
    key: 'registration-cancel', label: text('登记注销', 'Cancelling a registration'), purpose: text('不再排放，或者改为需要领证', 'No more discharge, or a permit is needed now'), article: '固定污染源排污登记工作指南，条号待核',
    triggers: [{ key: 'closed', label: text('停业、搬离，或者管理类别改为重点、简化管理', 'Closed, moved, or a permit is needed'), article: '固定污染源排污登记工作指南，条号待核' }], result: text('登记即日注销，公开查询立即显示', 'Ends at once, publicly.'),
  },
];
