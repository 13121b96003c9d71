import type { Text } from '../form/field';

const RULES = '排污许可管理条例';

export const BUSINESS_TYPE_KEYS = ['new', 'reapply', 'change', 'adjust', 'renew'] as const;
export type BusinessType = (typeof BUSINESS_TYPE_KEYS)[number];

/** One reason for an application, as the applicant ticks it. */
export interface Trigger {
  readonly key: string;
  readonly label: Text;
  readonly article: string;
  /** The article gives a number of days from the day it happened: that day is asked for. */
  readonly withinDays?: number;
}

export interface BusinessTypeRow {
  readonly label: Text;
  /** What it is for, in plain words. */
  readonly purpose: Text;
  readonly article: string;
  /** How the permit has to stand for it. */
  readonly standing: readonly ('none' | 'valid' | 'expired')[];
  readonly triggers: readonly Trigger[];
  /** What comes of it, in plain words. */
  readonly result: Text;
  /** fresh: five years from issue; continue: five years from the end of the old period; keep: the old period. */
  readonly validity: 'fresh' | 'continue' | 'keep';
  /** Variant of the review clock; where none is given the management category decides. */
  readonly period?: 'renew' | 'change';
}

const trigger = (key: string, [zh, en]: readonly [string, string], article: string, withinDays?: number): Trigger => ({ key, label: { zh, en }, article, ...(withinDays ? { withinDays } : {}) });

/** What an application can be for (排污许可管理条例 art. 6, 14–16; 生态环境法典 art. 182), as one table. */
export const BUSINESS_TYPES: Readonly<Record<BusinessType, BusinessTypeRow>> = {
  new: {
    label: { zh: '首次申请', en: 'First application' }, purpose: { zh: '这个场所还没有排污许可证', en: 'This site has no permit yet' },
    result: { zh: '发给排污许可证正本、副本，有效期五年；自行监测、台账、执行报告等义务自发证之日起生成', en: 'A permit for five years; its duties begin on the day of issue.' },
    article: `${RULES} 第六条、第七条`, standing: ['none'], triggers: [], validity: 'fresh',
  },
  reapply: {
    label: { zh: '重新申请', en: 'Apply again' }, purpose: { zh: '新建、改建、扩建，或者排放口、污染物、排放量增加', en: 'A new or enlarged project, or more outlets, pollutants or amounts' },
    result: { zh: '换发新证：编号不变，有效期自发证之日起重新计算五年；新旧限值从当日起接替', en: 'The same number, five years from the day of issue; the new limits take the place of the old.' },
    article: `${RULES} 第十五条；生态环境法典 第一百八十二条`, standing: ['valid', 'expired'], validity: 'fresh',
    triggers: [
      trigger('project', ['新建、改建、扩建排放污染物的项目', 'A new, rebuilt or enlarged project that discharges'], `${RULES} 第十五条第一项`),
      trigger('place', ['生产经营场所、排放口位置或者排放方式、去向发生变化', 'The site, the place of an outlet, or the way or destination of discharge changes'], `${RULES} 第十五条第二项`),
      trigger('more', ['排放口数量或者污染物种类、排放浓度、排放量增加', 'More outlets, kinds, concentrations or amounts'], `${RULES} 第十五条第三项`),
      trigger('expired', ['有效期已届满，需要重新取得', 'The period of validity is over'], `${RULES} 第十四条`),
    ],
  },
  change: {
    label: { zh: '变更', en: 'Change' }, purpose: { zh: '单位名称、住所、法定代表人等基本信息变了', en: 'Name, domicile or legal representative changed' },
    result: { zh: '换发变更后的证：编号和有效期不变，变更内容自当日起生效', en: 'The same number and period; the change holds from that day.' },
    article: `${RULES} 第十四条、第十六条`, standing: ['valid'], validity: 'keep', period: 'change',
    triggers: [
      trigger('name', ['单位名称变更', 'New name'], `${RULES} 第十四条`, 30),
      trigger('domicile', ['住所变更', 'New domicile'], `${RULES} 第十四条`, 30),
      trigger('representative', ['法定代表人或者主要负责人变更', 'New legal representative'], `${RULES} 第十四条`, 30),
      trigger('standard', ['排放标准、总量控制要求等发生变化', 'Standards or total control changed'], `${RULES} 第十六条`),
    ],
  },
  adjust: {
    label: { zh: '调整', en: 'Adjustment' }, purpose: { zh: '证上其他信息要更正，不增加排放', en: 'Other facts on the permit need correction; nothing grows' },
    result: { zh: '换发调整后的证：编号和有效期不变，调整内容自当日起生效', en: 'The same number and period; the adjustment holds from that day.' },
    article: `${RULES} 第十四条`, standing: ['valid'], validity: 'keep', period: 'change',
    triggers: [
      trigger('record', ['证载信息有误或者已不符合实际，不属于重新申请情形', 'Facts on the permit are wrong or out of date, without being a case for applying again'], `${RULES} 第十四条`),
      trigger('monitoring', ['自行监测、台账或者执行报告要求调整', 'Monitoring, ledgers or reports are adjusted'], `${RULES} 第十四条`),
      trigger('less', ['减少排放口、污染物或者排放量', 'Fewer outlets, pollutants or amounts'], `${RULES} 第十四条`),
    ],
  },
  renew: {
    label: { zh: '延续', en: 'Renewal' }, purpose: { zh: '许可证快到期，要继续排放', en: 'The permit is about to end and discharge goes on' },
    result: { zh: '有效期从原证届满次日起再延五年，编号不变；届满以前仍按原证执行', en: 'Five more years from the day after the end; until then the old permit holds.' },
    article: `${RULES} 第十四条`, standing: ['valid'], triggers: [], validity: 'continue', period: 'renew',
  },
};

/** What a case of an application is called. */
export const titleOf = (type: BusinessType, siteName: string): string => `${siteName}排污许可${BUSINESS_TYPES[type].label.zh}${type === 'new' ? '' : '申请'}`;
