import { Injectable } from '@nestjs/common';
import { monthsBefore } from '@huanbao/conflicts';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, ReferenceRow } from '@huanbao/reference';
import type { WeightBounds } from './rules/criteria';
import type { RelationsSince } from './rules/committee';
import type { LeftKey } from './rules/left';
import type { PanelKey, PanelValue } from './rules/panel';
import type { Thresholds } from './rules/low-price';

const KIND = 'evaluation';

interface Shipped {
  readonly key: string;
  readonly title: string;
  readonly value: string;
  readonly unit: string;
  readonly effectiveFrom: string;
  readonly legalBasis: string;
  readonly origin: string;
}

const value = (key: string, title: string, [number, unit]: readonly [string, string], [effectiveFrom, legalBasis, origin]: readonly [string, string, string]): Shipped => ({ key, title, value: number, unit, effectiveFrom, legalBasis, origin });
const KNOWN = '知：凭经验录入，未见原文';
const SEEN = '条文节录，未与原文比对';
const OWN = '本平台设计，非法规';

/** What ships is never verified: no person can be named who compared it. */
const VALUES: readonly Shipped[] = [
  value('low-price.mean', '异常低价：低于全部有效报价平均值的百分比', ['50', '%'], ['2024-01-01', '政府采购异常低价审查试点口径', `待核：${KNOWN}`]),
  value('low-price.limit', '异常低价：低于最高限价（预算）的百分比', ['45', '%'], ['2024-01-01', '政府采购异常低价审查试点口径', `待核：${KNOWN}`]),
  value('low-price.days', '异常低价书面说明的期限', ['1', '日'], ['2017-10-01', '政府采购货物和服务招标投标管理办法（财政部令第87号）第六十条：在合理的时间内', OWN]),
  value('price-weight.goods.least', '综合评分法货物项目价格分值的下限', ['30', '%'], ['2017-10-01', '政府采购货物和服务招标投标管理办法（财政部令第87号）第五十五条', KNOWN]),
  value('price-weight.services.least', '综合评分法服务项目价格分值的下限', ['10', '%'], ['2017-10-01', '政府采购货物和服务招标投标管理办法（财政部令第87号）第五十五条', KNOWN]),
  value('price-weight.negotiation.goods.least', '竞争性磋商货物项目价格分值的下限', ['30', '%'], ['2014-12-31', '政府采购竞争性磋商采购方式管理暂行办法（财库〔2014〕214号）第二十四条', KNOWN]),
  value('price-weight.negotiation.goods.most', '竞争性磋商货物项目价格分值的上限', ['60', '%'], ['2014-12-31', '政府采购竞争性磋商采购方式管理暂行办法（财库〔2014〕214号）第二十四条', KNOWN]),
  value('price-weight.negotiation.services.least', '竞争性磋商服务项目价格分值的下限', ['10', '%'], ['2014-12-31', '政府采购竞争性磋商采购方式管理暂行办法（财库〔2014〕214号）第二十四条', KNOWN]),
  value('price-weight.negotiation.services.most', '竞争性磋商服务项目价格分值的上限', ['30', '%'], ['2014-12-31', '政府采购竞争性磋商采购方式管理暂行办法（财库〔2014〕214号）第二十四条', KNOWN]),
  value('panel.tender.least', '评标委员会人数的下限（单数）', ['5', '人'], ['2000-01-01', '招标投标法第三十七条；政府采购货物和服务招标投标管理办法（财政部令第87号）第四十七条', SEEN]),
  value('panel.tender.large.least', '政府采购大额项目评标委员会人数的下限（单数）', ['7', '人'], ['2017-10-01', '政府采购货物和服务招标投标管理办法（财政部令第87号）第四十七条', `待核：${KNOWN}`]),
  value('panel.tender.large.from', '政府采购大额项目：预算金额在', ['10000000', '元以上'], ['2017-10-01', '政府采购货物和服务招标投标管理办法（财政部令第87号）第四十七条', `待核：${KNOWN}`]),
  value('panel.negotiation.least', '磋商小组人数的下限（单数）', ['3', '人'], ['2014-12-31', '政府采购竞争性磋商采购方式管理暂行办法（财库〔2014〕214号）第十四条', `待核：${KNOWN}`]),
  value('panel.inquiry.least', '询价小组人数的下限（单数）', ['3', '人'], ['2014-02-01', '政府采购非招标采购方式管理办法（财政部令第74号）第七条', `待核：${KNOWN}`]),
  value('panel.inquiry.large.least', '达到公开招标数额标准的询价小组人数的下限（单数）', ['5', '人'], ['2014-02-01', '政府采购非招标采购方式管理办法（财政部令第74号）第七条', `待核：${KNOWN}`]),
  value('panel.inquiry.large.from', '询价小组：达到公开招标数额标准，预算金额在', ['2000000', '元以上'], ['2020-01-01', '政府采购法第二十七条；标准由省级规定', `待核：${KNOWN}`]),
  value('panel.other.least', '其他方式评审小组人数的下限（单数）', ['3', '人'], ['2026-01-01', '本平台约定，法律没有规定', OWN]),
  value('review.tender.least', '依法必须招标：审查后有效投标少于此数的，由评标委员会判断是否明显缺乏竞争', ['3', '家'], ['2013-05-01', '评标委员会和评标方法暂行规定第二十七条；招标投标法第四十二条', `待核：${KNOWN}`]),
  value('review.government.least', '政府采购招标：通过资格审查和符合性审查的投标人不得少于', ['3', '家'], ['2017-10-01', '政府采购货物和服务招标投标管理办法（财政部令第87号）第四十三条', `待核：${KNOWN}`]),
  value('review.negotiation.least', '政府采购磋商：符合要求的供应商不得少于', ['3', '家'], ['2014-12-31', '政府采购竞争性磋商采购方式管理暂行办法（财库〔2014〕214号）第三十四条', `待核：${KNOWN}`]),
  value('review.inquiry.least', '政府采购询价：符合要求的供应商不得少于', ['3', '家'], ['2014-02-01', '政府采购非招标采购方式管理办法（财政部令第74号）第五十条', `待核：${KNOWN}`]),
  value('review.voluntary.least', '自愿采购：审查后有效报价不得少于', ['1', '家'], ['2026-01-01', '本平台约定，法律没有规定', OWN]),
  value('publicity.start-days', '收到评标报告后开始公示的期限', ['3', '日'], ['2012-02-01', '招标投标法实施条例第五十四条', SEEN]),
  value('publicity.days', '中标候选人公示期的下限', ['3', '日'], ['2012-02-01', '招标投标法实施条例第五十四条', SEEN]),
  value('complaint.lodge-days', '对异议答复不服（或逾期未答复）提出投诉的期限', ['10', '日'], ['2012-02-01', '招标投标法实施条例第六十条', SEEN]),
  value('complaint.accept-workdays', '收到投诉后决定是否受理的期限', ['3', '工作日'], ['2012-02-01', '招标投标法实施条例第六十一条', SEEN]),
  value('complaint.decide-workdays', '受理投诉后作出处理决定的期限', ['30', '工作日'], ['2012-02-01', '招标投标法实施条例第六十一条', SEEN]),
  value('expert.former-years', '评审专家回避：与投标机构曾有劳动关系、任职、控股关系的，结束后仍须回避', ['3', '年'], ['2017-01-01', '政府采购评审专家管理办法（财库〔2016〕198号）第十六条', `待核：${KNOWN}`]),
  value('expert.contract-years', '评审专家回避：与投标机构有合同或者其他经济往来的，结束后仍须回避', ['3', '年'], ['2017-01-01', '评标委员会和评标方法暂行规定第十二条；政府采购评审专家管理办法第十六条（年数比照劳动关系）', OWN]),
  value('objection.answer-days', '对评标结果异议的答复期限', ['3', '日'], ['2012-02-01', '招标投标法实施条例第五十四条', SEEN]),
];

/** Dated values of evaluation. */
@Injectable()
export class EvaluationReference {
  constructor(
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {
    this.book.keep(KIND, { zh: '评标、公示、异议与投诉', en: 'Evaluation, publicity, objections and complaints' }, VALUES.map(row => ({ ...row, effectiveTo: null, verified: false, note: null })));
  }

  async thresholds(): Promise<Thresholds & { readonly verified: boolean }> {
    const rows = await this.today();
    const [mean, limit] = [this.row(rows, 'low-price.mean'), this.row(rows, 'low-price.limit')];
    return { meanPercent: mean.value, limitPercent: limit.value, verified: mean.verified && limit.verified };
  }

  async days(key: 'low-price.days' | 'publicity.start-days' | 'publicity.days' | 'objection.answer-days' | 'complaint.lodge-days' | 'complaint.accept-workdays' | 'complaint.decide-workdays'): Promise<number> {
    return Number(this.row(await this.today(), key).value);
  }

  /** From which day on a relation of an expert that has ended still counts on a day. */
  async relationsSince(day: string = this.clock.today()): Promise<RelationsSince> {
    const rows = await this.today();
    const since = (key: keyof RelationsSince): string => monthsBefore(day, 12 * Number(this.row(rows, key).value));
    return { 'expert.former-years': since('expert.former-years'), 'expert.contract-years': since('expert.contract-years') };
  }

  /** Bounds of the weight of the price under the law of government procurement; null where it sets none. */
  async weightBounds(subject: string, negotiated: boolean): Promise<WeightBounds | null> {
    const rows = await this.today();
    const prefix = `price-weight.${negotiated ? 'negotiation.' : ''}${subject}`;
    const least = rows.find(row => row.key === `${prefix}.least`);
    const most = rows.find(row => row.key === `${prefix}.most`);
    return least ? { least: Number(least.value), most: most ? Number(most.value) : null, basis: least.legalBasis, verified: least.verified && (most?.verified ?? true) } : null;
  }

  /** Fewest bids that must be left after the review, as the row holds today. */
  async least(key: LeftKey): Promise<PanelValue> {
    const { value: given, legalBasis, verified } = this.row(await this.today(), key);
    return { value: given, basis: legalBasis, verified };
  }

  /** The values on who judges, as they hold today. */
  async panelValues(): Promise<(key: PanelKey) => PanelValue> {
    const rows = await this.today();
    return key => {
      const { value: given, legalBasis, verified } = this.row(rows, key);
      return { value: given, basis: legalBasis, verified };
    };
  }

  private async today(): Promise<readonly ReferenceRow[]> {
    const today = this.clock.today();
    return (await this.book.rows(KIND)).filter(row => row.effectiveFrom <= today && (row.effectiveTo === null || today <= row.effectiveTo));
  }

  private row(rows: readonly ReferenceRow[], key: string): ReferenceRow {
    const row = rows.find(one => one.key === key) ?? VALUES.map(one => ({ ...one, effectiveTo: null, verified: false, note: null })).find(one => one.key === key);
    if (!row) throw new Error(`No reference value ${key}`);
    return row;
  }
}
