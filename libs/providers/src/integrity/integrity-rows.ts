import type { IntegrityDomain, IntegrityRule } from './integrity.entity';

const BASIS = '建设项目环境影响报告书（表）编制单位和编制人员失信行为记分办法（试行）（生态环境部公告2019年第38号）';
const FROM = '2019-11-01';

/** Fields in which points are given. 环评: a cycle of one year, 警示 10, 限制 20, 限期整改 6 months, public for 5 years. */
export const DOMAIN_ROWS: readonly Readonly<IntegrityDomain>[] = [
  { code: 'eia', nameZh: '环评失信记分', nameEn: 'EIA integrity points', kinds: ['环评备案'], warnPoints: 10, restrictPoints: 20, cycleMonths: 12, restrictMonths: 6, publishYears: 5, legalBasis: BASIS, verified: false, effectiveFrom: FROM, effectiveTo: null },
];

const rule = (code: string, points: number, article: string, texts: readonly [string, string]): Readonly<IntegrityRule> => ({
  code, domain: 'eia', points, article, textZh: texts[0], textEn: texts[1], legalBasis: BASIS, verified: false, effectiveFrom: FROM, effectiveTo: null,
});

/** What is worth how much. The amounts of the single rows are not compared with the official text yet: `verified` is false. */
export const RULE_ROWS: readonly Readonly<IntegrityRule>[] = [
  rule('eia.basic-info', 2, '失信行为记分办法（试行）', ['编制单位基本情况信息变化未按期更新', 'Changed particulars of the firm not updated in time']),
  rule('eia.quality', 5, '编制监督管理办法 第二十六条', ['报告书（表）存在一般质量问题被通报批评', 'A report of poor quality, publicly criticised']),
  rule('eia.no-quality-system', 3, '编制监督管理办法 第十三条', ['未建立或未实施编制质量控制制度', 'No quality control of reports']),
  rule('eia.no-site-visit', 5, '编制监督管理办法 第十一条', ['主持人未全程组织参与编制工作', 'The responsible engineer did not lead the work']),
  rule('eia.false-person', 10, '编制监督管理办法 第九条、第十条', ['冒用他人名义编制或者编制人员非全职', 'In somebody else’s name, or by people who are not full-time']),
  rule('eia.false-data', 20, '编制监督管理办法 第二十七条', ['环评文件基础资料明显不实、结论不正确，受到禁业处罚', 'False data or wrong conclusion, punished by exclusion']),
];
