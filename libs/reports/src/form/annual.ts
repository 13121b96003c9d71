import { f, help, option } from '@huanbao/permits';
import type { Part } from './part';
import { abnormal, amounts, exceedances, facilities, fuels, materials, products, results, stoppages, stopped, totals, treatmentRuns } from './shared-tables';

const CHANGED = { field: 'changed', in: [true] } as const;
const PENALISED = { field: 'hasPenalties', in: [true] } as const;
const COMPLAINED = { field: 'hasComplaints', in: [true] } as const;
const FAILED = { field: 'hasAbnormal', in: [true] } as const;
const TAXED = { field: 'taxed', in: [true] } as const;
const UNTAXED = { field: 'taxed', in: [false] } as const;

const basic: Part = {
  key: 'basic', title: { zh: '① 排污单位基本情况', en: '1 The unit' }, intro: { zh: '许可证和台账里已有的内容已经预填，请核对产量、用量和运行时间。', en: 'Prefilled from the permit and the ledgers: check output, use and hours.' },
  fields: [
    f.text('enterpriseName', ['单位名称', 'Name'], { required: 'always', max: 120 }), f.text('permitNumber', ['许可证编号', 'Permit'], { required: 'always', max: 40 }),
    f.text('siteAddress', ['生产经营场所', 'Site'], { max: 200 }), f.text('industryName', ['行业类别', 'Industry'], { max: 80 }), f.text('period', ['报告时段', 'Period'], { required: 'always', max: 60 }),
    stopped(), stoppages(), facilities(), products(), materials(), fuels(),
    f.boolean('changed', ['与许可证载明内容有不一致', 'Something differs from the permit'], { required: 'always' }), f.text('changes', ['不一致的内容和原因', 'What differs, and why'], { visibleWhen: CHANGED, required: CHANGED, max: 2000 }),
  ],
};

const MATTERS = [
  option('facilities', '生产设施和产能', 'Facilities and capacity'), option('treatment', '污染治理设施', 'Treatment'), option('outlets', '排放口位置、数量和去向', 'Outlets'), option('concentration', '许可排放浓度', 'Concentrations'),
  option('amount', '许可排放量', 'Amounts'), option('fugitive', '无组织排放控制', 'Fugitive emissions'), option('special', '特殊时段要求', 'Special periods'), option('records', '监测、台账、报告和公开', 'Monitoring, ledgers, reports, disclosure'),
];
const compliance: Part = {
  key: 'compliance', title: { zh: '② 遵守法律法规情况', en: '2 Compliance with the law' }, intro: { zh: '逐项说明是否按许可证执行，不一致的写明原因。', en: 'Say item by item whether the permit was kept.' },
  fields: [
    f.table('items', ['许可证执行情况', 'Keeping of the permit'], [
      f.select('matter', ['内容', 'Matter'], { required: 'always', options: MATTERS }), f.boolean('kept', ['按许可证执行', 'Kept'], { required: 'always' }), f.text('explanation', ['未执行的原因和整改', 'Why not, and what follows'], { required: { field: 'kept', in: [false] }, visibleWhen: { field: 'kept', in: [false] }, max: 1000 }),
    ], { required: 'always', min: 1, max: 20 }),
    f.boolean('hasPenalties', ['报告期内受到环保处罚', 'Penalties in the period'], { required: 'always' }), f.text('penalties', ['处罚和整改情况', 'Penalties and what followed'], { visibleWhen: PENALISED, required: PENALISED, max: 2000 }),
    f.boolean('hasComplaints', ['报告期内有环保信访、投诉', 'Complaints in the period'], { required: 'always' }), f.text('complaints', ['投诉和处理情况', 'Complaints and what followed'], { visibleWhen: COMPLAINED, required: COMPLAINED, max: 2000 }),
  ],
};

export const treatment: Part = {
  key: 'treatment', title: { zh: '③ 污染防治设施运行情况', en: '3 Treatment facilities' }, intro: { zh: '运行时间和药剂用量取自治理设施台账；异常逐次说明原因和措施。', en: 'Hours and reagents from the ledger; each failure with cause and measures.' },
  fields: [
    treatmentRuns(), f.boolean('hasAbnormal', ['报告期内治理设施有过异常', 'There were failures'], { required: 'always' }), { ...abnormal(), visibleWhen: FAILED, required: FAILED, min: 1 },
  ],
};

export const monitoring: Part = {
  key: 'monitoring', title: { zh: '④ 自行监测执行情况', en: '4 Self-monitoring' }, intro: { zh: '应测次数按许可证的监测方案，结果取自平台录入的监测数据；缺测、超标的必须说明。', en: 'Planned by the permit, results as entered; missing or exceeding ones are explained.' },
  fields: [results(), f.text('remarks', ['其他说明', 'Remarks'], { max: 2000 })],
};

const ledgers: Part = {
  key: 'ledgers', title: { zh: '⑤ 台账管理情况', en: '5 Ledgers' }, intro: { zh: '应记和实记次数取自平台台账，未记全的写明原因。', en: 'Counts from the ledgers; gaps are explained.' },
  fields: [
    f.table('items', ['台账记录', 'Ledgers'], [
      f.text('item', ['台账项目', 'Item'], { required: 'always', max: 100 }), f.integer('expected', ['应记次数', 'Due'], { min: 0, max: 1_000_000 }), f.integer('entered', ['实记次数', 'Entered'], { min: 0, max: 1_000_000 }),
      f.boolean('complete', ['记录完整', 'Complete'], { required: 'always' }), f.text('explanation', ['未记全的原因', 'Why not'], { visibleWhen: { field: 'complete', in: [false] }, required: { field: 'complete', in: [false] }, max: 500 }),
    ], { max: 2000 }),
    f.text('keeping', ['保存地点和方式', 'How they are kept'], { required: 'always', max: 500, example: '电子台账存于本平台，纸质台账存于安环科，保存五年' }),
  ],
};

export const emissions: Part = {
  key: 'emissions', title: { zh: '⑥ 实际排放情况及达标判定', en: '6 Actual emissions and compliance' }, intro: { zh: '每个排放口、每种污染物的排放量取自平台核算，核算过程写在行里；超标逐次说明。', en: 'Amounts as the platform reckons them, with their way; each exceedance is explained.' },
  fields: [
    amounts(), totals(), f.boolean('withinAmounts', ['排放量均未超过许可量', 'All within permitted amounts'], { required: 'always' }), f.boolean('withinLimits', ['排放浓度均达标', 'All concentrations met'], { required: 'always' }),
    exceedances(), f.text('specialPeriods', ['特殊时段（重污染天气应急等）执行情况', 'Special periods'], { max: 2000 }), f.text('judgement', ['达标判定说明', 'Explanation of the verdict'], { max: 2000 }),
  ],
};

const tax: Part = {
  key: 'tax', title: { zh: '⑦ 环境保护税缴纳情况', en: '7 Environmental tax' }, intro: { zh: '只向主管部门报告，不公开。', en: 'For the authority only; not published.' },
  fields: [
    f.boolean('taxed', ['缴纳环境保护税', 'The tax is paid'], { required: 'always' }), f.text('whyNot', ['不缴纳的原因', 'Why not'], { visibleWhen: UNTAXED, required: UNTAXED, max: 500, example: '向依法设立的污水集中处理厂排放，按规定不缴纳' }),
    f.table('payments', ['缴纳情况', 'Payments'], [
      f.text('taxPeriod', ['税款所属期', 'Period'], { required: 'always', max: 30, example: '2026 年第 4 季度' }), f.text('subject', ['应税污染物', 'Taxed pollutant'], { required: 'always', max: 60 }), f.decimal('equivalents', ['污染当量数', 'Equivalents'], { min: 0, max: 1_000_000_000, decimals: 4 }), f.decimal('taxYuan', ['税额', 'Tax'], { required: 'always', unit: '元', min: 0, max: 1_000_000_000, decimals: 2 }),
    ], { visibleWhen: TAXED, required: TAXED, min: 1, max: 500 }),
  ],
};

const disclosure: Part = {
  key: 'disclosure', title: { zh: '⑧ 信息公开情况', en: '8 Disclosure' }, intro: { zh: '公开的内容、方式和时间；未按要求公开的写明原因。', en: 'What was published, how and when.' },
  fields: [
    f.table('items', ['信息公开', 'Disclosure'], [
      f.text('content', ['公开内容', 'Content'], { required: 'always', max: 300, example: '自行监测数据' }), f.text('way', ['公开方式', 'Way'], { required: 'always', max: 200, example: '全国排污许可证管理信息平台' }), f.text('when', ['公开时间', 'When'], { required: 'always', max: 100 }),
      f.boolean('done', ['按要求公开', 'As demanded'], { required: 'always' }), f.text('explanation', ['未公开的原因', 'Why not'], { visibleWhen: { field: 'done', in: [false] }, required: { field: 'done', in: [false] }, max: 500 }),
    ], { required: 'always', min: 1, max: 100 }),
  ],
};

const management: Part = {
  key: 'management', title: { zh: '⑨ 内部环境管理体系建设与运行', en: '9 Internal management' }, intro: { zh: '机构、制度、培训和应急，写实际做了什么。', en: 'Who, which rules, training and emergencies: what was done.' },
  fields: [
    f.text('institution', ['环境管理机构和人员', 'Who is in charge'], { required: 'always', max: 2000 }), f.text('rules', ['环境管理制度及执行', 'Rules and their keeping'], { required: 'always', max: 2000 }), f.text('training', ['培训和应急演练', 'Training and drills'], { max: 2000 }),
  ],
};

const permitOther: Part = {
  key: 'permit-other', title: { zh: '⑩ 其他许可证载明内容执行情况', en: '10 Other conditions of the permit' }, intro: { zh: '许可证的其他管理条件逐条说明；没有其他条件的留空。', en: 'Condition by condition; leave empty when there are none.' },
  fields: [
    f.table('conditions', ['许可证条件', 'Conditions'], [
      f.text('condition', ['条件', 'Condition'], { required: 'always', max: 1000 }), f.boolean('kept', ['已执行', 'Kept'], { required: 'always' }), f.text('explanation', ['执行情况', 'How'], { max: 1000 }),
    ], { max: 200 }),
  ],
};

const remarks: Part = {
  key: 'remarks', title: { zh: '⑪ 其他需要说明的问题', en: '11 Further remarks' }, intro: { zh: '没有需要说明的，填“无”。', en: 'Enter “none” when there is nothing.' },
  fields: [f.text('text', ['需要说明的问题', 'Remarks'], { required: 'always', max: 4000 })],
};

export const conclusion: Part = {
  key: 'conclusion', title: { zh: '⑫ 结论', en: '12 Conclusion' }, intro: { zh: '按本期实际情况写，不要套用往期或别家的文字。', en: 'Write of this period; do not copy from earlier reports or others.' },
  fields: [
    f.select('overall', ['总体结论', 'Overall'], { required: 'always', options: [option('kept', '按许可证要求排污', 'The permit was kept'), option('partly', '有未按要求执行的情况，已整改', 'Some demands were not kept; mended'), option('not', '有未按要求执行的情况，正在整改', 'Some demands were not kept; being mended')] }),
    f.text('text', ['结论', 'Conclusion'], { required: 'always', max: 4000, example: '本期生产负荷约八成，锅炉氮氧化物四次监测均达标……' }), f.text('nextSteps', ['下一步改进措施', 'Next steps'], { max: 2000 }),
  ],
};

export const attachments: Part = {
  key: 'attachments', title: { zh: '⑬ 附图附件', en: '13 Attachments' }, intro: { zh: '监测点位图、监测报告、税票等；承诺书在核对页签署，不用上传。', en: 'Maps, laboratory reports, receipts. The commitment is signed on the check page.' },
  fields: [
    f.table('files', ['附件', 'Files'], [
      f.select('kind', ['种类', 'Kind'], { required: 'always', options: [option('points', '监测点位图', 'Map of sampling points'), option('flow', '工艺流程和治理设施图', 'Process'), option('monitoring', '监测报告', 'Laboratory reports'), option('tax', '环境保护税凭证', 'Tax receipts'), option('other', '其他', 'Other')] }),
      f.text('title', ['说明', 'Title'], { max: 100 }), f.file('fileId', ['文件', 'File'], { required: 'always', help: help('PDF、图片或 Excel', 'PDF, picture or Excel') }),
    ], { max: 100 }),
  ],
};

export const ANNUAL: readonly Part[] = [basic, compliance, treatment, monitoring, ledgers, emissions, tax, disclosure, management, permitOther, remarks, conclusion, attachments];

const bare = (title: string): string => title.replace(/^\S+\s/, '');

/** 季报、月报: actual amounts, verdict, exceedances and failures (HJ 944-2018). The parts keep their fields and lose their numbers. */
const shortBasic: Part = {
  ...basic, intro: { zh: '核对报告期的运行时间、产量和燃料；停产也要报。', en: 'Hours, output and fuels of the period. Due while production stands, too.' },
  fields: basic.fields.filter(field => !['siteAddress', 'industryName', 'changed', 'changes', 'materials'].includes(field.name)),
};
export const PERIODIC: readonly Part[] = [shortBasic, emissions, monitoring, { ...treatment, title: { zh: '③ 超标和设施异常说明', en: '3 Failures' } }, conclusion, attachments]
  .map(part => ({ ...part, title: { zh: bare(part.title.zh), en: bare(part.title.en) } }));
