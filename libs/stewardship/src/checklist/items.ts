import type { ReferenceRow } from '@huanbao/reference';

/** Kind of the reference data: what is looked at on a visit, by topic. */
export const CHECK_KIND = 'steward-check';

const SINCE = '2021-03-01';
type Line = readonly [key: string, zh: string, en: string, legalBasis: string];

const topic = (title: string, lines: readonly Line[]): ReferenceRow[] =>
  lines.map(([key, value, note, legalBasis]) => ({ key, title, value, unit: '', effectiveFrom: SINCE, effectiveTo: null, legalBasis, verified: false, origin: '知：自拟检查要点，条款未见原文', note }));

/** Shipped items in our own words; none is verified before somebody has compared its basis with the text. The title of a row is its topic. */
export const CHECK_ITEMS: readonly ReferenceRow[] = [
  ...topic('许可证与台账', [
    ['permit.01', '排污许可证在有效期内，正本挂在生产经营场所显著位置', 'The permit is valid and its original hangs where people see it', '排污许可管理条例 第十四条、第十七条'],
    ['permit.02', '实际的产品、设施、排放口和污染物与许可证一致，变化已办理变更或重新申请', 'Products, facilities, outlets and pollutants are those of the permit; changes were applied for', '排污许可管理条例 第十五条'],
    ['permit.03', '环境管理台账按规定的内容和频次记录，没有缺页、补记', 'Ledgers hold what is demanded, as often as demanded, without gaps', '排污许可管理条例 第二十一条；HJ 944'],
    ['permit.04', '台账和监测原始记录保存不少于五年，随时能够调取', 'Ledgers and raw records are kept for five years and at hand', '排污许可管理条例 第十九条、第二十一条'],
    ['permit.05', '执行报告按期提交，数据与台账、监测结果一致', 'Execution reports are in time and agree with ledgers and results', '排污许可管理条例 第二十二条'],
    ['permit.06', '环评批复和验收提出的要求已逐条落实，有记录可查', 'What the environmental approval demanded is done and on record', '建设项目环境保护管理条例 第十五条、第十九条'],
  ]),
  ...topic('污染防治设施运行', [
    ['facility.01', '废气、废水治理设施与生产设施同步运行，没有闲置、拆除', 'Treatment runs together with production, none idle or removed', '大气污染防治法 第二十条；水污染防治法 第三十九条'],
    ['facility.02', '关键运行参数（压差、温度、pH、药剂量等）在设计范围内并有记录', 'Key parameters are within the design range and recorded', '排污许可管理条例 第二十一条'],
    ['facility.03', '滤袋、活性炭、催化剂、药剂等按周期更换，有采购和更换凭证', 'Filters, carbon, catalysts and agents are replaced in time, with vouchers', '排污许可管理条例 第二十一条'],
    ['facility.04', '物料储存、输送和装卸的无组织排放控制措施到位', 'Fugitive emissions of storage, transport and loading are controlled', '大气污染防治法 第四十八条'],
    ['facility.05', '雨污分流，没有向雨水口、沟渠排放废水的管道或痕迹', 'Rain and waste water are apart; no trace of discharge into drains', '水污染防治法 第三十九条'],
    ['facility.06', '设施故障、停运和检修及时记录并按规定报告', 'Failures, stops and repairs are recorded and reported', '排污许可管理条例 第二十一条'],
  ]),
  ...topic('自行监测与在线监测', [
    ['monitoring.01', '自行监测按方案的点位、因子和频次开展，没有遗漏', 'Self-monitoring covers points, factors and frequency of the plan', '排污许可管理条例 第十九条'],
    ['monitoring.02', '监测结果没有超过许可限值，超标的已查明原因并采取措施', 'No result exceeds a limit, or the cause was found and mended', '排污许可管理条例 第十七条'],
    ['monitoring.03', '自动监测设备与主管部门联网且运行正常，异常有标记和说明', 'Automatic monitors are connected and work; anomalies are marked', '排污许可管理条例 第二十条'],
    ['monitoring.04', '自动监测设备按期校准、比对，运维台账完整', 'Monitors are calibrated and compared in time; their logs are whole', 'HJ 75；HJ 355'],
    ['monitoring.05', '采样口、采样平台和爬梯符合规范，安全可用', 'Sampling ports, platforms and ladders are to standard and safe', '排污许可管理条例 第十八条'],
    ['monitoring.06', '没有改动采样管路、参数或干扰监测的迹象', 'Nothing suggests that lines or settings were tampered with', '排污许可管理条例 第二十条'],
  ]),
  ...topic('固体废物与危险废物', [
    ['waste.01', '危险废物贮存间防雨、防渗、防扬散，分区存放', 'The store is proof against rain, leakage and dust, and divided by kind', 'GB 18597'],
    ['waste.02', '贮存场所和包装的识别标志齐全、信息准确', 'Signs of store and containers are complete and right', '固体废物污染环境防治法 第七十七条；HJ 1276'],
    ['waste.03', '危险废物管理计划已备案，台账如实记录产生、贮存、转移', 'The plan is filed; the ledger shows generation, storage, transfer', '固体废物污染环境防治法 第七十八条；HJ 1259'],
    ['waste.04', '贮存没有超过规定期限，超期的已经批准', 'Nothing is stored beyond the term without approval', '固体废物污染环境防治法 第八十一条'],
    ['waste.05', '转移使用电子联单，接收单位的许可证有效且类别相符', 'Transfers have electronic manifests to a licensed receiver', '固体废物污染环境防治法 第八十条、第八十二条'],
    ['waste.06', '一般工业固体废物分类贮存并建立台账', 'General industrial waste is stored by kind, with a ledger', '固体废物污染环境防治法 第三十六条'],
  ]),
  ...topic('环境应急', [
    ['emergency.01', '突发环境事件应急预案已备案并在有效期内', 'The emergency plan is filed and current', '突发环境事件应急管理办法；企业事业单位突发环境事件应急预案备案管理办法'],
    ['emergency.02', '应急物资、事故池和雨水截止阀可用，有检查记录', 'Supplies, basin and rain valve work, with records', '突发环境事件应急管理办法'],
    ['emergency.03', '按预案开展演练和培训，有签到和总结', 'Drills and training were held, with attendance and lessons', '突发环境事件应急管理办法'],
  ]),
  ...topic('信息公开与管理', [
    ['disclosure.01', '按许可证规定公开污染物排放信息，内容真实、及时', 'Discharge information is disclosed, true and in time', '排污许可管理条例 第二十三条'],
    ['disclosure.02', '排放口设置标志牌，编码与许可证一致', 'Outlets carry signs with the codes of the permit', '排污许可管理条例 第十八条；GB 15562.1'],
    ['disclosure.03', '环保责任人、岗位职责和操作规程明确并上墙', 'Who is responsible for what is written up', '环境保护法 第四十二条'],
    ['other.01', '现场发现的其他问题', 'Anything else found on site', '环境保护法 第四十二条'],
  ]),
];
