/** How an indicator is given: a measured share in percent, or a class of the method with a score within it. */
export type IndicatorInput = 'measure' | 'score';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** One indicator of the self-report. Weights and bands stand in the scheme; titles of the scheme are those of the law, these are for people who fill in. */
export interface IndicatorField {
  /** Code of the indicator in the scheme `national-21`. */
  readonly code: string;
  readonly group: 'pollution' | 'ecology' | 'management' | 'society';
  readonly input: IndicatorInput;
  readonly unit: '%' | '分';
  readonly title: Words;
  /** What to look at, with an example. */
  readonly help: Words;
  readonly evidence: Words;
  /** When it applies; null: always. What does not apply needs a reason. */
  readonly applies: Words | null;
  /** Where the platform has figures, the rule that prefills it. */
  readonly prefill: PrefillRule | null;
}

export const PREFILL_RULES = ['attainment', 'permit', 'reports', 'monitoring', 'penalties', 'complaints', 'disclosure'] as const;
export type PrefillRule = (typeof PREFILL_RULES)[number];

type Pair = readonly [zh: string, en: string];
const words = ([zh, en]: Pair): Words => ({ zh, en });

interface Given {
  readonly help: Pair;
  readonly evidence: Pair;
  readonly applies?: Pair;
  readonly prefill?: PrefillRule;
  readonly input?: IndicatorInput;
}

const field = (code: string, group: IndicatorField['group'], title: Pair, { help, evidence, applies, prefill, input = 'score' }: Given): IndicatorField => ({
  code, group, input, unit: input === 'measure' ? '%' : '分', title: words(title), help: words(help), evidence: words(evidence), applies: applies ? words(applies) : null, prefill: prefill ?? null,
});

/** The 21 indicators of 环发〔2013〕150号 in their order: the one table behind the form, its validation, the check of the officer and the paper. */
export const INDICATORS: readonly IndicatorField[] = [
  field('1', 'pollution', ['废气、废水排放口监测达标率', 'Share of results within limits, air and water'], { input: 'measure', prefill: 'attainment',
    help: ['全年达标的监测结果除以全部监测结果。例：全年 120 个结果，超标 3 个，填 97.5', 'Results within limits divided by all results of the year. Example: 3 of 120 above limits: 97.5'], evidence: ['监督性监测、自行监测报告', 'Monitoring reports'], applies: ['有废气或废水排放口的企业', 'Enterprises with an outlet'] }),
  field('2', 'pollution', ['一般固体废物利用处置率', 'Share of general solid waste used or disposed of'], { input: 'measure',
    help: ['全年合规利用和处置的量除以产生量。例：产生 1000 吨，利用处置 960 吨，填 96', 'Amount used or disposed of divided by what arose. Example: 960 of 1000 t: 96'], evidence: ['台账、利用处置合同和转移记录', 'Ledger, contracts, transfer records'], applies: ['产生一般工业固体废物的企业', 'Enterprises with general industrial solid waste'] }),
  field('3', 'pollution', ['危险废物规范化管理', 'Management of hazardous waste'], {
    help: ['按最近一次规范化评估结论选：达标为第一档，基本达标为第二档，不达标为第三档', 'By the last assessment: meets the standard, first class; nearly, second; does not, third'], evidence: ['规范化评估结论、管理计划、转移联单', 'Assessment, management plan, transfer sheets'], applies: ['产生危险废物的企业', 'Enterprises with hazardous waste'] }),
  field('4', 'pollution', ['厂界噪声', 'Noise at the boundary'], {
    help: ['厂界噪声达标为第一档，超标不到 5 分贝为第二档，更多为第三档', 'Within limits, first class; up to 5 dB above, second; more, third'], evidence: ['厂界噪声监测报告', 'Report of noise at the boundary'] }),
  field('5', 'ecology', ['选址布局中的生态保护', 'Ecology in siting'], {
    help: ['选址符合生态保护红线和规划要求为第一档', 'Siting within plans and outside red lines: first class'], evidence: ['环评批复、选址意见', 'Approval of the EIA, opinion on siting'] }),
  field('6', 'ecology', ['资源利用中的生态保护', 'Ecology in the use of resources'], {
    help: ['取水、用地、用料有许可且不超量为第一档', 'Water, land and material by permit and within amounts: first class'], evidence: ['取水许可、资源利用台账', 'Permits and ledger of resources'] }),
  field('7', 'ecology', ['开发建设中的生态保护', 'Ecology in construction'], {
    help: ['开发建设按环评落实生态保护和恢复措施为第一档', 'Measures of protection and restoration carried out: first class'], evidence: ['生态恢复方案和验收材料', 'Plan of restoration, acceptance'], applies: ['当年有开发建设活动的企业', 'Enterprises that built in the year'] }),
  field('8', 'management', ['排污许可证', 'Discharge permit'], { prefill: 'permit',
    help: ['依法取得排污许可证并在有效期内为第一档；例：证照到期前 60 日已申请延续', 'A valid permit: first class. Example: renewal asked for 60 days before its end'], evidence: ['排污许可证', 'The permit'], applies: ['应当取得排污许可证的企业', 'Enterprises that need a permit'] }),
  field('9', 'management', ['排污申报（执行报告）', 'Reports of discharges'], { prefill: 'reports',
    help: ['执行报告按时、完整报送为第一档', 'Execution reports complete and in time: first class'], evidence: ['执行报告回执', 'Receipts of execution reports'], applies: ['应当报送执行报告的企业', 'Enterprises that hand in reports'] }),
  field('10', 'management', ['环境保护税缴纳', 'Environmental protection tax'], {
    help: ['按期足额申报缴纳为第一档；欠缴填第三档', 'Declared and paid in full: first class; in arrears: third'], evidence: ['完税凭证', 'Tax receipts'], applies: ['环境保护税纳税人', 'Those who owe the tax'] }),
  field('11', 'management', ['污染治理设施运行', 'Operation of treatment facilities'], {
    help: ['设施与生产同步运行、台账完整为第一档；无故停运填第三档', 'Runs with production, ledger complete: first class; stopped without ground: third'], evidence: ['设施运行台账', 'Ledger of the facilities'] }),
  field('12', 'management', ['排污口规范化', 'Outlets as prescribed'], {
    help: ['标志牌、采样口、监测平台齐全为第一档', 'Signs, sampling ports and platforms there: first class'], evidence: ['排污口照片', 'Photos of the outlets'], applies: ['有排放口的企业', 'Enterprises with an outlet'] }),
  field('13', 'management', ['自行监测', 'Self-monitoring'], { prefill: 'monitoring',
    help: ['按方案完成的次数占应完成次数的比例，全部完成为第一档', 'Planned measurements done; all of them: first class'], evidence: ['自行监测方案和报告', 'Plan and reports of self-monitoring'], applies: ['应当开展自行监测的企业', 'Enterprises with a monitoring plan'] }),
  field('14', 'management', ['内部环境管理', 'Internal management'], {
    help: ['有专门机构和人员、制度上墙、培训有记录为第一档', 'Office, people, rules and recorded training: first class'], evidence: ['制度文件、培训记录', 'Rules, records of training'] }),
  field('15', 'management', ['环境风险管理', 'Management of risks'], {
    help: ['预案备案、演练、环境污染责任险三项齐备为满分；每缺一项降一档', 'Plan on file, drills, liability insurance: full marks; one class down for each that is missing'], evidence: ['预案备案表、演练记录、保单', 'Receipt of the plan, drills, policy'] }),
  field('16', 'management', ['强制性清洁生产审核', 'Mandatory audit of cleaner production'], {
    help: ['按期通过评估验收为第一档', 'Passed in time: first class'], evidence: ['审核评估验收意见', 'Result of the audit'], applies: ['列入强制性清洁生产审核名单的企业', 'Enterprises on the list of mandatory audits'] }),
  field('17', 'management', ['行政处罚与行政命令', 'Penalties and orders'], { prefill: 'penalties',
    help: ['全年没有行政处罚和行政命令填 100 分，有的填 0 分', 'None in the year: 100; otherwise: 0'], evidence: ['处罚决定书、整改材料', 'Decisions, proof of mending'] }),
  field('18', 'society', ['群众投诉', 'Complaints'], { prefill: 'complaints',
    help: ['没有查实的投诉为第一档；查实后及时解决为第二档', 'None found justified: first class; mended in time: second'], evidence: ['投诉办理情况', 'How complaints were handled'] }),
  field('19', 'society', ['媒体监督', 'The media'], {
    help: ['没有查实的负面报道为第一档', 'No report found true: first class'], evidence: ['情况说明', 'A statement'] }),
  field('20', 'society', ['环境信息公开', 'Disclosure'], { prefill: 'disclosure',
    help: ['应公开的环境信息全部按时公开为第一档', 'All that is to be disclosed, in time: first class'], evidence: ['公开网址或截图', 'Address or picture of the disclosure'] }),
  field('21', 'society', ['自行监测信息公开', 'Disclosure of self-monitoring'], {
    help: ['监测结果按时公开，公布率和完成率都达到要求为第一档', 'Results disclosed in time: first class'], evidence: ['公开平台截图', 'Picture of the disclosure'], applies: ['应当开展自行监测的企业', 'Enterprises with a monitoring plan'] }),
];

export const INDICATOR_CODES: readonly string[] = INDICATORS.map(one => one.code);
export const indicatorOf = (code: string): IndicatorField | undefined => INDICATORS.find(one => one.code === code);
