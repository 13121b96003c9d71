import type { Why } from './needs';

interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface Answer {
  readonly value: string;
  readonly label: Words;
  readonly services: readonly string[];
  /** Why these are needed. */
  readonly why: Words;
  readonly article: string;
}

export interface Question {
  readonly name: 'situation';
  readonly group: 'construction' | 'operation' | 'closure';
  readonly label: Words;
  readonly answers: readonly Answer[];
}

const answer = (value: string, [zh, en]: readonly [string, string], services: readonly string[], [whyZh, whyEn, article]: readonly [string, string, string]): Answer => ({ value, label: { zh, en }, services, why: { zh: whyZh, en: whyEn }, article });

/** What a person can say of the own enterprise without knowing a word of the law. Data: the page asks what stands here. */
export const QUESTIONS: readonly Question[] = [
  {
    name: 'situation', group: 'construction', label: { zh: '准备建设或刚刚建成', en: 'Building, or just built' }, answers: [
      answer('new-project', ['要新建、改建或扩建项目', 'A new, changed or larger plant'], ['eia-form', 'eia-report'], ['开工前须办理环境影响评价；报告书还是报告表，看项目类别', 'An impact assessment is needed before work begins; form or report depends on the project', '生态环境法典 第九十九条']),
      answer('no-permit', ['快要投产或已投产，还没有排污许可证', 'Production is near or running, without a discharge permit'], ['permit-application'], ['启动生产设施或排污前须取得排污许可证或登记', 'A permit or registration comes before discharging', '排污许可管理条例 第二条']),
      answer('acceptance', ['项目建成，要做环保验收', 'Built, to be accepted'], ['acceptance-monitoring', 'emergency-plan'], ['投产前自主验收，须有验收监测报告', 'The enterprise accepts it itself, with measurements', '建设项目竣工环境保护验收暂行办法 第五条']),
      answer('treatment', ['要上废气、废水治理设施', 'Treatment of air or water is to be built'], ['treatment-epc', 'cems-installation'], ['治理设施与主体工程同时设计、施工、投产', 'Treatment is designed, built and started together with the plant', '生态环境法典']),
    ],
  },
  {
    name: 'situation', group: 'operation', label: { zh: '正在生产经营', en: 'Running' }, answers: [
      answer('permit-ending', ['排污许可证快到期了', 'The permit ends soon'], ['permit-renewal'], ['有效期届满 60 日前提出延续申请', 'Renewal is asked for 60 days before the end', '排污许可管理条例 第十四条']),
      answer('changed', ['设备、工艺、排放口有变化', 'Equipment, process or outlets have changed'], ['permit-change'], ['发生变化须办理变更或者重新申请', 'Changes need a changed or a new permit', '排污许可管理条例 第十五条、第十六条']),
      answer('report', ['执行报告不会写或来不及', 'Execution reports are a burden'], ['execution-report'], ['按许可证规定的频次提交执行报告', 'Reports are due as the permit says', '排污许可管理条例 第二十二条']),
      answer('monitoring', ['没有做自行监测，或要换监测单位', 'No self-monitoring, or a new laboratory'], ['self-monitoring'], ['按监测方案开展自行监测并公开', 'Self-monitoring by the plan, results public', '排污许可管理条例 第十九条']),
      answer('ledger', ['台账没有或不全', 'Ledgers are missing'], ['ledger-service'], ['建立台账，保存不少于 5 年', 'Ledgers kept for five years', '排污许可管理条例 第二十一条']),
      answer('exceed', ['废气或废水超标', 'Emissions above the limits'], ['ultra-low-retrofit', 'facility-operation', 'self-monitoring'], ['超标须立即查明原因、采取措施并复测', 'Find the cause, act, and measure again', '排污许可管理条例 第十七条']),
      answer('online', ['在线监测设备没人管，数据常异常', 'On-line monitoring is not looked after'], ['cems-operation', 'cems-comparison'], ['自动监测设备须正常运行，数据有效', 'On-line equipment must run and its data be valid', '排污许可管理条例 第二十条']),
      answer('vocs', ['有油漆、涂料、溶剂等有机废气', 'Paint, solvents, organic gases'], ['vocs-treatment', 'ldar'], ['有机废气须收集治理，控制泄漏', 'Organic gases are collected and treated', 'GB 37822-2019']),
      answer('hazardous', ['产生废机油、废活性炭等危险废物', 'Waste oil, spent carbon, other hazardous waste'], ['hazardous-waste', 'hazardous-plan'], ['危险废物只能交给持证单位，每年备案管理计划', 'Only to licensed firms, with a plan each year', '生态环境法典 第五百三十二条、第五百三十四条']),
      answer('solid', ['有煤矸石、粉煤灰、赤泥、污泥等固废', 'Gangue, ash, red mud, sludge'], ['bulk-waste', 'sludge'], ['委托他人利用处置须核实其能力并订合同', 'Check who takes it, and sign a contract', '生态环境法典 第四百九十条']),
      answer('nobody', ['没有懂环保的人，想整体托管', 'Nobody knows about it: everything, please'], ['steward'], ['可以委托第三方，治污责任仍在企业', 'A third party may do it; the duty stays with the enterprise', '环规财函〔2017〕172号']),
      answer('punished', ['被处罚或信用等级低', 'Punished, or of low credit'], ['credit-repair'], ['履行义务后可以申请信用修复', 'Credit can be repaired once duties are done', '生态环境法典 第五十四条']),
      answer('grade', ['重污染天气总要停限产', 'Stopped in every episode of heavy pollution'], ['rating-a'], ['提升绩效等级可以少停限', 'A better grade means fewer stops', '生态环境法典 第二百六十五条']),
      answer('carbon', ['被列入碳市场或要核算碳排放', 'In the carbon market, or asked for figures'], ['carbon-accounting'], ['重点排放单位按年报告并接受核查', 'Large emitters report and are verified each year', '碳排放权交易管理暂行条例 第十一条']),
    ],
  },
  {
    name: 'situation', group: 'closure', label: { zh: '准备停产、搬迁或注销', en: 'Stopping, moving or closing' }, answers: [
      answer('stopping', ['要停产、搬迁或注销', 'Production will end here'], ['dismantling-plan', 'permit-cancellation', 'soil-report'], ['拆除前备案方案，停止排污后注销许可证', 'A plan before pulling down; the permit is cancelled afterwards', '生态环境法典 第四百一十五条']),
      answer('leftover', ['厂里还有没处理完的危险废物', 'Hazardous waste is left'], ['legacy-waste'], ['退场前清空危废间和储罐', 'Stores and tanks are emptied before leaving', '生态环境法典 第五百三十四条']),
      answer('land', ['土地要转让或改变用途', 'The land changes hands or use'], ['soil-report', 'site-sampling', 'site-remediation'], ['转让或改变用途前须调查，超标须修复', 'Investigated before, cleaned where needed', '生态环境法典 第四百六十二条']),
      answer('mine', ['矿山或尾矿库要关闭', 'A mine or pond closes'], ['mine-reclamation', 'tailings-closure'], ['闭坑治理复垦，停用的库须封场', 'Restored and closed', '矿山地质环境保护规定']),
    ],
  },
];

/** What the answers lead to. Words that are no answer lead to nothing. */
export function needsByAnswers(values: readonly string[]): (readonly [string, Why])[] {
  const answers = QUESTIONS.flatMap(question => question.answers).filter(one => values.includes(one.value));
  return answers.flatMap(one => one.services.map(service => [service, { source: 'answer', text: one.why, article: one.article, dueOn: null, overdue: false }] as const));
}

export const ANSWERS: readonly string[] = QUESTIONS.flatMap(question => question.answers.map(one => one.value));
