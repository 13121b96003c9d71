import type { ReferenceRow } from '@huanbao/reference';

/** Kind of the reference data. */
export const PROCUREMENT_KIND = 'procurement';

const BIDDING = { legalBasis: '《必须招标的工程项目规定》（发展改革委令第 16 号）第五条', effectiveFrom: '2018-06-01' } as const;
const ARTICLES = { legalBasis: '《招标投标法实施条例》', effectiveFrom: '2012-02-01' } as const;
const row = (key: string, title: string, value: string, rest: Pick<ReferenceRow, 'unit' | 'legalBasis' | 'effectiveFrom'> & Partial<ReferenceRow>): ReferenceRow => ({
  key, title, value, effectiveTo: null, verified: false, origin: '知：凭经验录入，未见原文', note: null, ...rest,
});

/** Amounts and periods of the law on procurement as they ship: none of them has been compared with its text yet. */
export const PROCUREMENT_VALUES: readonly ReferenceRow[] = [
  row('threshold.works', '依法必须招标：施工单项合同估算价', '4000000', { ...BIDDING, unit: '元' }),
  row('threshold.goods', '依法必须招标：重要设备、材料等货物', '2000000', { ...BIDDING, unit: '元' }),
  row('threshold.design', '依法必须招标：勘察、设计、监理', '1000000', { ...BIDDING, unit: '元' }),
  row('threshold.government.open', '政府采购：公开招标数额标准（货物、服务）', '2000000', { legalBasis: '《政府采购法》第二十七条；标准由省级规定', effectiveFrom: '2020-01-01', unit: '元', note: '以当年本省集中采购目录及标准为准' }),
  row('threshold.government.limit', '政府采购：限额标准（货物、服务）', '500000', { legalBasis: '《政府采购法》第二条、第八条；标准由省级规定', effectiveFrom: '2020-01-01', unit: '元', note: '以当年本省集中采购目录及标准为准' }),
  row('threshold.government.works', '政府采购：限额标准（工程）', '600000', { legalBasis: '《政府采购法》第二条、第八条；标准由省级规定', effectiveFrom: '2020-01-01', unit: '元', note: '以当年本省集中采购目录及标准为准' }),
  row('days.tender', '招标文件发出至投标截止', '20', { legalBasis: '《招标投标法》第二十四条', effectiveFrom: '2000-01-01', unit: '日', origin: '转载：LawRefBook/Laws' }),
  row('days.documents', '招标文件发售期', '5', { ...ARTICLES, legalBasis: '《招标投标法实施条例》第十六条', unit: '日', origin: '转载：LawRefBook/Laws' }),
  row('workdays.documents', '政府采购：采购文件提供期', '5', { legalBasis: '财政部令第 87 号第十八条；财库〔2014〕214 号第十条', effectiveFrom: '2015-02-25', unit: '工作日' }),
  row('days.negotiation', '磋商文件发出至首次响应截止', '10', { legalBasis: '财库〔2014〕214 号第十条', effectiveFrom: '2015-02-25', unit: '日' }),
  row('workdays.inquiry', '询价通知书发出至响应截止', '3', { legalBasis: '财政部令第 74 号第四十五条', effectiveFrom: '2014-02-01', unit: '工作日' }),
  row('days.amendment.tender', '澄清修改距投标截止', '15', { legalBasis: '《招标投标法》第二十三条、《招标投标法实施条例》第二十一条', effectiveFrom: '2000-01-01', unit: '日', origin: '转载：LawRefBook/Laws' }),
  row('days.amendment.negotiation', '磋商文件澄清修改距首次响应截止', '5', { legalBasis: '财库〔2014〕214 号第十条', effectiveFrom: '2015-02-25', unit: '日' }),
  row('workdays.amendment.inquiry', '询价通知书澄清修改距响应截止', '3', { legalBasis: '财政部令第 74 号第四十五条', effectiveFrom: '2014-02-01', unit: '工作日' }),
  row('days.amendment.voluntary', '自愿采购：修改后至少留给机构的时间', '1', { legalBasis: '本平台约定，参照《民法典》第五百条', effectiveFrom: '2026-01-01', unit: '日', origin: '本平台约定' }),
  row('days.objection', '对文件的异议距投标截止', '10', { ...ARTICLES, legalBasis: '《招标投标法实施条例》第二十二条', unit: '日', origin: '转载：LawRefBook/Laws' }),
  row('days.objection.answer', '对文件异议的答复期限', '3', { ...ARTICLES, legalBasis: '《招标投标法实施条例》第二十二条', unit: '日', origin: '转载：LawRefBook/Laws' }),
  row('bidders.tender', '投标人不得少于', '3', { legalBasis: '《招标投标法》第二十八条、《招标投标法实施条例》第四十四条', effectiveFrom: '2000-01-01', unit: '家' }),
  row('bidders.invited', '邀请的机构不得少于', '3', { legalBasis: '《招标投标法》第十七条；财政部令第 74 号；财库〔2014〕214 号', effectiveFrom: '2000-01-01', unit: '家' }),
  row('bidders.auction', '参加竞价的机构不得少于', '2', { legalBasis: '本平台约定：一家不成竞争', effectiveFrom: '2026-01-01', unit: '家', origin: '本平台约定' }),
  row('percent.bond', '投标保证金不超过估算价的', '2', { ...ARTICLES, legalBasis: '《招标投标法实施条例》第二十六条、《政府采购法实施条例》第三十三条', unit: '%', origin: '转载：LawRefBook/Laws' }),
  row('shares.needed', '开标须到齐的份额（共三份：发布企业、见证人、恢复份额）', '2', { legalBasis: '本平台约定，参照《电子招标投标办法》第二十六条至第二十九条（投标文件在开标前加密，开标时按时解密）', effectiveFrom: '2026-01-01', unit: '份', origin: '本平台约定', note: '只能填 2 或 3' }),
  row('shares.compulsory', '使用国有或财政资金的任务：预算达到此数起，开标钥匙须与见证人分份保管', '0', { legalBasis: '本平台约定，参照《电子招标投标办法》第二十六条至第二十九条、《招标投标法》第三十六条（开标时当众拆封）', effectiveFrom: '2026-01-01', unit: '元', origin: '本平台约定', note: '0 表示国有、财政资金的任务一律适用；直接委托没有密封报价，不适用' }),
  row('days.sign', '中标（成交）通知书发出至签订合同', '30', { legalBasis: '《招标投标法》第四十六条、《政府采购法》第四十六条；自愿采购参照', effectiveFrom: '2000-01-01', unit: '日', origin: '转载：LawRefBook/Laws' }),
  row('days.bond.return', '退还投标保证金', '5', { legalBasis: '《招标投标法实施条例》第五十七条（日）；财政部令第 87 号第三十八条（工作日）', effectiveFrom: '2012-02-01', unit: '日', note: '政府采购按工作日计' }),
  row('percent.raise', '公共资金合同追加金额不超过原合同价的', '10', { legalBasis: '《政府采购法》第四十九条；招标项目参照', effectiveFrom: '2003-01-01', unit: '%', origin: '转载：LawRefBook/Laws' }),
  row('workdays.report.send', '政府采购：评审结束至评审报告送达采购人', '2', { legalBasis: '财政部令第 87 号第六十八条；《政府采购法实施条例》第四十三条', effectiveFrom: '2015-03-01', unit: '工作日', origin: '转载：LawRefBook/Laws' }),
  row('workdays.confirm', '政府采购：收到评审报告至确定中标、成交供应商', '5', { legalBasis: '《政府采购法实施条例》第四十三条；财政部令第 87 号第六十八条', effectiveFrom: '2015-03-01', unit: '工作日', origin: '转载：LawRefBook/Laws' }),
  row('workdays.announce', '政府采购：确定中标、成交供应商至公告结果、发出通知书', '2', { legalBasis: '《政府采购法实施条例》第四十三条；财政部令第 87 号第六十九条', effectiveFrom: '2015-03-01', unit: '工作日', origin: '转载：LawRefBook/Laws' }),
  row('days.report.tendering', '依法必须招标：确定中标人至向行政监督部门提交书面报告', '15', { legalBasis: '《招标投标法》第四十七条', effectiveFrom: '2000-01-01', unit: '日', origin: '转载：LawRefBook/Laws' }),
  row('workdays.contract.publish', '政府采购：合同签订至公告合同', '2', { legalBasis: '《政府采购法实施条例》第五十条', effectiveFrom: '2015-03-01', unit: '工作日', origin: '转载：LawRefBook/Laws' }),
  row('workdays.contract.file', '政府采购：合同签订至报备合同副本', '7', { legalBasis: '《政府采购法》第四十七条', effectiveFrom: '2003-01-01', unit: '工作日' }),
  row('percent.performance-bond', '履约保证金不超过中标（合同）金额的', '10', { legalBasis: '《招标投标法实施条例》第五十八条；《政府采购法实施条例》第四十八条', effectiveFrom: '2012-02-01', unit: '%', origin: '转载：LawRefBook/Laws' }),
  row('days.contract.close', '成果全部验收、款项登记付清后，无人提出异议，合同自动结清', '15', { legalBasis: '本平台约定，参照《民法典》第五百五十七条（债务已经履行，债权债务终止）', effectiveFrom: '2026-01-01', unit: '日', origin: '本平台约定' }),
];

export type LawKey =
  | 'threshold.works' | 'threshold.goods' | 'threshold.design' | 'threshold.government.open' | 'threshold.government.limit' | 'threshold.government.works'
  | 'days.tender' | 'days.documents' | 'workdays.documents' | 'days.negotiation' | 'workdays.inquiry'
  | 'days.amendment.tender' | 'days.amendment.negotiation' | 'workdays.amendment.inquiry' | 'days.amendment.voluntary' | 'days.objection' | 'days.objection.answer'
  | 'bidders.tender' | 'bidders.invited' | 'bidders.auction' | 'percent.bond' | 'shares.needed' | 'shares.compulsory' | 'days.contract.close'
  | 'workdays.report.send' | 'workdays.confirm' | 'workdays.announce' | 'days.report.tendering' | 'workdays.contract.publish' | 'workdays.contract.file' | 'percent.performance-bond'
  | 'days.sign' | 'days.bond.return' | 'percent.raise';

/** One value that holds today. */
export interface Provision {
  readonly value: string;
  readonly unit: string;
  readonly basis: string;
  readonly verified: boolean;
}

export type Law = (key: LawKey) => Provision;

/** The values that hold on a day. A row says on which days it holds, both ends included. @throws Error for a key nobody wrote down */
export function lawOn(rows: readonly ReferenceRow[], day: string): Law {
  return key => {
    const found = rows.find(one => one.key === key && one.effectiveFrom <= day && (one.effectiveTo === null || day <= one.effectiveTo)) ?? PROCUREMENT_VALUES.find(one => one.key === key);
    if (!found) throw new Error(`No value ${key} on ${day}`);
    return { value: found.value, unit: found.unit, basis: found.legalBasis, verified: found.verified };
  };
}
