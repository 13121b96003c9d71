import { monthsAfter } from '@huanbao/calendar';
import type { ReferenceRow } from '@huanbao/reference';

export const CONFLICT_KIND = 'conflict-rule';

/** What a firm did before; a service of the catalogue, or what it was entrusted with. */
export type Role = string;
/** `enterprise`: for the same enterprise; `province`: for any in the same province. */
export type Scope = 'enterprise' | 'province';

export interface ConflictRule {
  readonly prior: Role;
  readonly later: Role;
  readonly scope: Scope;
  /** Looked back over so many months; 0: for ever. */
  readonly months: number;
  readonly title: string;
  readonly basis: string;
  readonly verified: boolean;
}

interface Pair {
  readonly prior: Role;
  readonly later: Role;
  readonly scope?: Scope;
  readonly months?: number;
}

const OWN = '本平台约定：编制者不得评审、核查或验收自己的成果';
const row = ({ prior, later, scope = 'enterprise', months = 36 }: Pair, title: string, legalBasis = OWN): ReferenceRow => ({
  key: `${prior}>${later}@${scope}`, title, value: String(months), unit: '个月', effectiveFrom: '2026-01-01', effectiveTo: null, legalBasis, verified: false, origin: '知：凭经验录入，未见原文', note: months === 0 ? '0 表示不限期间' : null,
});

const EIA_LAW = '环境影响评价法 第十九条；生态环境法典 第九十九条（为审批提供技术评估的机构不得与编制单位有利益关系）';
const SOIL_LAW = '土壤污染防治法 第六十五条（修复效果评估另行委托）；生态环境法典 第四百六十二条';
const CARBON_LAW = '碳排放权交易管理暂行条例（国务院令第775号）第十三条';
const MONITORING_LAW = '生态环境监测条例（国务院令第820号）';

/**
 * Who did the first may not do the second: the table of conflicts, kept as dated reference data. `months` says how far back.
 * `mandate:<matter>` means that the firm acted for the enterprise under a mandate; `bid` and `expert` that it bids or judges bids.
 */
export const CONFLICT_ROWS: readonly ReferenceRow[] = [
  row({ prior: 'eia-report', later: 'technical-review' }, '编制环境影响报告书的，不得做技术评审', EIA_LAW),
  row({ prior: 'eia-form', later: 'technical-review' }, '编制环境影响报告表的，不得做技术评审', EIA_LAW),
  row({ prior: 'permit-application', later: 'technical-review' }, '代办排污许可申请的，不得做技术评审'),
  row({ prior: 'permit-change', later: 'technical-review' }, '代办排污许可变更的，不得做技术评审'),
  row({ prior: 'permit-renewal', later: 'technical-review' }, '代办排污许可延续的，不得做技术评审'),
  row({ prior: 'execution-report', later: 'technical-review' }, '编制执行报告的，不得做技术评审'),
  row({ prior: 'soil-report', later: 'technical-review' }, '编制土壤调查报告的，不得做技术评审', SOIL_LAW),
  row({ prior: 'mandate:permits', later: 'technical-review' }, '受托办理排污许可的，不得做技术评审'),
  row({ prior: 'mandate:reports', later: 'technical-review' }, '受托办理执行报告的，不得做技术评审'),
  row({ prior: 'treatment-epc', later: 'acceptance-monitoring' }, '设计施工治理工程的，不得做验收监测', MONITORING_LAW),
  row({ prior: 'environmental-supervision', later: 'acceptance-monitoring' }, '承担环境监理的，不得做验收监测'),
  row({ prior: 'cems-installation', later: 'cems-comparison' }, '安装在线监测设备的，不得做比对监测', MONITORING_LAW),
  row({ prior: 'cems-operation', later: 'cems-comparison' }, '运维在线监测设备的，不得做比对监测', MONITORING_LAW),
  row({ prior: 'site-remediation', later: 'remediation-assessment', months: 0 }, '修复施工的，不得做修复效果评估', SOIL_LAW),
  row({ prior: 'carbon-accounting', later: 'carbon-verification', scope: 'province', months: 12 }, '编制碳排放报告的，不得在同一省做核查', CARBON_LAW),
  row({ prior: 'carbon-verification', later: 'carbon-accounting', scope: 'province', months: 12 }, '做碳核查的，不得在同一省编制碳排放报告', CARBON_LAW),
  row({ prior: 'mandate:tasks', later: 'bid', months: 12 }, '代办采购事项的，不得参加该企业的报价', '招标投标法实施条例 第十三条（代理机构不得在所代理的项目中投标，参照）'),
  row({ prior: 'mandate:tasks', later: 'expert', months: 36 }, '代办采购事项的机构，其人员不得任评审专家', '招标投标法 第三十七条第四款'),
  row({ prior: 'steward', later: 'expert', months: 36 }, '担任环保管家的机构，其人员不得任评审专家', '招标投标法 第三十七条第四款（参照）'),
  row({ prior: 'technical-review', later: 'steward' }, '为企业做技术评审的，不得同时任其环保管家'),
  row({ prior: 'carbon-verification', later: 'steward' }, '为企业做碳核查的，不得任其环保管家', `${CARBON_LAW}（参照）`),
  row({ prior: 'steward', later: 'technical-review' }, '任企业环保管家的，不得评审其文件'),
  row({ prior: 'steward', later: 'carbon-verification' }, '任企业环保管家的，不得做其碳核查', `${CARBON_LAW}（参照）`),
];

/** The rules that hold on a day. A row whose key or value says nothing a machine can read is left out. */
export function rulesOn(rows: readonly ReferenceRow[], day: string): ConflictRule[] {
  return rows.filter(one => one.effectiveFrom <= day && (one.effectiveTo === null || day <= one.effectiveTo)).flatMap(one => {
    const [, prior, later, scope] = /^(.+)>(.+)@(enterprise|province)$/.exec(one.key) ?? [];
    return prior && later && scope && /^\d+$/.test(one.value) ? [{ prior, later, scope: scope as Scope, months: Number(one.value), title: one.title, basis: one.legalBasis, verified: one.verified }] : [];
  });
}

/** Roles as English readers know them; the titles of the rows are Chinese. */
const ROLE_EN: Readonly<Record<Role, string>> = {
  'eia-report': 'the EIA report', 'eia-form': 'the EIA form', 'permit-application': 'the permit application', 'permit-change': 'the change of the permit', 'permit-renewal': 'the renewal of the permit', 'execution-report': 'execution reports',
  'soil-report': 'the soil investigation', 'treatment-epc': 'the treatment plant', 'environmental-supervision': 'supervision of the construction', 'cems-installation': 'installing on-line monitoring', 'cems-operation': 'running on-line monitoring',
  'site-remediation': 'the remediation', 'carbon-accounting': 'the carbon report', 'carbon-verification': 'carbon verification', steward: 'environmental stewardship', 'technical-review': 'technical review', 'acceptance-monitoring': 'acceptance monitoring',
  'cems-comparison': 'comparison of on-line monitoring', 'remediation-assessment': 'the proof of remediation', bid: 'bidding', expert: 'judging bids',
  'mandate:permits': 'permit matters under a mandate', 'mandate:reports': 'reports under a mandate', 'mandate:tasks': 'procurement under a mandate',
};

/** The words by which work that names no service of the catalogue is known for one, as a task's title, description or deliverables hold them. */
const ROLE_WORDS: Readonly<Record<Role, RegExp>> = {
  'eia-report': /环境影响报告书|环评报告书/, 'eia-form': /环境影响报告表|环评报告表/, 'permit-application': /排污许可.{0,6}(申请|申领|首次)/, 'permit-change': /排污许可.{0,6}(变更|重新申请)/, 'permit-renewal': /排污许可.{0,6}延续/,
  'execution-report': /执行报告/, 'soil-report': /土壤.{0,6}调查/, 'treatment-epc': /治理.{0,6}(设计|施工|工程)|EPC/i, 'environmental-supervision': /环境监理/, 'cems-installation': /在线监测.{0,6}(安装|联网)/,
  'cems-operation': /在线监测.{0,8}运维|运行维护/, 'cems-comparison': /比对/, 'site-remediation': /(场地|土壤|地块).{0,6}修复/, 'remediation-assessment': /修复.{0,4}(效果|评估)/, 'carbon-accounting': /碳.{0,4}(核算|排放报告)/, 'carbon-verification': /碳.{0,4}核查/,
  steward: /环保管家|托管/, 'technical-review': /技术评审|评审|技术审查/, 'acceptance-monitoring': /验收监测|竣工.{0,4}验收/,
};

/** Whether a task that names no service speaks of this one. */
export const speaksOf = (role: Role, words: string): boolean => Object.hasOwn(ROLE_WORDS, role) && (ROLE_WORDS[role] as RegExp).test(words);

/** The rule in English. */
export const titleEn = ({ prior, later }: Pick<ConflictRule, 'prior' | 'later'>): string => `who did ${ROLE_EN[prior] ?? prior} is kept from ${ROLE_EN[later] ?? later}`;

/** Something a firm did. `until`: the last day on which it was at it; null while it still is. */
export interface PastWork {
  readonly firmId: string;
  readonly role: Role;
  readonly enterpriseId: string;
  readonly regionCode: string;
  readonly until: string | null;
  /** The earlier task named no service; its words tell what it was. */
  readonly presumed?: boolean;
}

/** What a firm is to do now. */
export interface Undertaking {
  readonly taskId?: string;
  readonly roles: readonly Role[];
  /** What its words say it is, where no service is named. */
  readonly presumed?: readonly Role[];
  readonly enterpriseId: string;
  readonly regionCode: string;
  readonly on: string;
}

export interface Exclusion {
  readonly rule: ConflictRule;
  readonly work: PastWork;
  /** Which of the two works named no service of the catalogue. */
  readonly presumed: 'earlier' | 'now' | 'both' | null;
}

/** First day of a look back of so many whole months. */
export const monthsBefore = (day: string, months: number): string => monthsAfter(day, -months);

/** Which of the two works named no service: both are then held to what kind, stage and words say. */
const presumedOf = (earlier: boolean, now: boolean): Exclusion['presumed'] => (earlier ? (now ? 'both' : 'earlier') : now ? 'now' : null);

const sameProvince = (one: string, other: string): boolean => one.slice(0, 2) === other.slice(0, 2);

/** Which earlier works keep their firms from the undertaking, each with its rule. What is only presumed says nothing beside what is known, and is said once. */
export function exclusions(now: Undertaking, works: readonly PastWork[], rules: readonly ConflictRule[]): Exclusion[] {
  const named = (rule: ConflictRule): boolean => now.roles.includes(rule.later);
  const found = rules.filter(rule => named(rule) || now.presumed?.includes(rule.later)).flatMap(rule =>
    works
      .filter(work => work.role === rule.prior && (rule.scope === 'province' ? sameProvince(work.regionCode, now.regionCode) : work.enterpriseId === now.enterpriseId))
      .filter(work => work.until === null || rule.months === 0 || work.until >= monthsBefore(now.on, rule.months))
      .map(work => ({ rule, work, presumed: presumedOf(work.presumed === true, !named(rule)) })),
  );
  const same = (one: Exclusion, other: Exclusion): boolean => one.rule === other.rule && one.work.firmId === other.work.firmId;
  const isGuess = ({ presumed }: Exclusion): boolean => presumed === 'earlier' || presumed === 'both';
  const isSaid = (one: Exclusion, nth: number): boolean => found.some((other, at) => same(one, other) && (!isGuess(other) || at < nth));
  return found.filter((one, nth) => !isGuess(one) || !isSaid(one, nth));
}
