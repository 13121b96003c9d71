import type { RequestKind } from '../ending/ending.entity';
import type { BusinessType } from '../life/business-types';
import type { RegistrationKey } from '../life/guide-texts';
import type { PermitMaterial } from '../life/material.entity';

const RULES = '排污许可管理条例';
/** The order of the ministry lists the papers of each business; its articles have not been compared yet. */
const ORDER = '排污许可管理办法（生态环境部令第32号），条号待核';

type Seed = Readonly<Omit<PermitMaterial, 'businessType' | 'position' | 'effectiveFrom' | 'effectiveTo'>>;
const row = (kind: string, legalBasis: string, rest: Partial<Seed> & { note?: readonly [string, string] } = {}): Seed => {
  const { note, ...more } = rest;
  return { kind, need: 'always', triggers: null, legalBasis, verified: !legalBasis.includes('待核'), noteZh: note?.[0] ?? null, noteEn: note?.[1] ?? null, ...more };
};

const COMMITMENT = row('commitment', ORDER, { note: ['由法定代表人（主要负责人）签字或者盖章', 'Signed by the legal representative'] });
/** 排污许可管理条例 art. 7 and 8: what a first application and one anew hand in. */
const WHOLE: readonly Seed[] = [
  COMMITMENT,
  row('eia', `${RULES} 第七条第二项`, { note: ['环评批准文件，或者登记表备案回执', 'The approval, or the receipt of the registration form'] }),
  row('site-plan', ORDER), row('process-diagram', ORDER), row('monitoring-points', ORDER),
  row('totals', `${RULES} 第八条`, { need: 'optional', note: ['新建、改建、扩建项目排放重点污染物的必须提交（填写了总量控制指标的，校核 C14 会核对）', 'Needed for new or enlarged projects with pollutants under total control (rule C14)'] }),
  row('publicity', `${RULES} 第八条`, { need: 'optional', note: ['重点管理的单位在提交前公开申请信息，附公开情况说明', 'Key units publish the application first and say how'] }),
  row('other', `${RULES} 第八条`, { need: 'optional', note: ['污水集中处理设施的经营单位：纳污范围、管网布置、最终排放去向等说明', 'Operators of central sewage works: area, sewers, destination'] }),
];

const REGISTERING = `${RULES} 第二十四条`;
/** 排污许可管理条例 art. 24: a registration is filled in, nothing is handed in with it. */
const REGISTRATION: readonly Seed[] = [
  row('registration-form', REGISTERING, { note: ['在线填写：基本信息、污染物去向、执行的标准、采取的防治措施；不用上传材料', 'Filled in here: facts, destinations, standards, measures. Nothing is uploaded'] }),
  row('registration-commitment', REGISTERING, { note: ['在线勾选，对填报内容的真实、完整负责', 'Ticked here: the unit answers for what it says'] }),
];

const BY_TYPE: Readonly<Record<BusinessType | RequestKind | RegistrationKey, readonly Seed[]>> = {
  new: WHOLE,
  reapply: WHOLE,
  change: [
    COMMITMENT,
    row('licence', ORDER, { need: 'when', triggers: ['name', 'domicile', 'representative'], note: ['市场监管部门核准变更后的营业执照', 'The business licence after the change'] }),
    row('basis', `${RULES} 第十六条`, { need: 'when', triggers: ['standard'], note: ['新的排放标准、总量控制要求的文件', 'The new standard or quota'] }),
    row('other', ORDER, { need: 'optional' }),
  ],
  adjust: [
    COMMITMENT,
    row('explanation', ORDER, { note: ['写清调整哪几项、为什么、不属于重新申请的理由', 'What is adjusted, why, and why it is no case for applying again'] }),
    row('monitoring-points', ORDER, { need: 'optional', note: ['调整监测点位的提交', 'When monitoring points move'] }),
    row('other', ORDER, { need: 'optional' }),
  ],
  renew: [
    COMMITMENT,
    row('explanation', ORDER, { need: 'optional', note: ['五年来排放情况和守法情况的说明；内容没有变化的不用再交环评文件和图件', 'Discharge and compliance of the five years; drawings are not asked for again'] }),
    row('other', ORDER, { need: 'optional' }),
  ],
  reissue: [
    row('explanation', ORDER, { note: ['写明遗失或者损毁的时间、经过和原因', 'When and how it was lost or damaged'] }),
    row('loss-notice', ORDER, { need: 'when', triggers: ['lost'], note: ['遗失的：已经公开发布的遗失声明', 'Lost: the notice as it was published'] }),
    row('old-certificate', ORDER, { need: 'when', triggers: ['damaged'], note: ['损毁的：损毁证件的照片或者扫描件，原件办结时交回', 'Damaged: a picture or scan of it; the paper itself is handed back'] }),
    row('other', ORDER, { need: 'optional' }),
  ],
  cancel: [
    row('explanation', ORDER, { note: ['写明停止排放的日期、生产和治理设施拆除或者封存的情况，附现场照片', 'When discharge ceased, what became of the installations, with pictures'] }),
    row('other', ORDER, { need: 'optional', note: ['主体已经终止的：市场监管部门的注销证明；搬迁的：新址的许可或者登记', 'If the unit has ended: the proof of it; if it moved: the permit of the new place'] }),
  ],
  registration: REGISTRATION,
  'registration-change': REGISTRATION,
  'registration-renewal': REGISTRATION,
  'registration-cancel': [row('explanation', '固定污染源排污登记工作指南，条号待核', { note: ['在线写明注销的原因；改为领证的写明许可证编号', 'Why, written here; with the permit’s number where one is needed now'] })],
};

export const MATERIAL_SEED: readonly PermitMaterial[] = Object.entries(BY_TYPE).flatMap(([businessType, rows]) =>
  rows.map((one, index): PermitMaterial => ({ ...one, triggers: one.triggers === null ? null : [...one.triggers], businessType, position: index + 1, effectiveFrom: '2021-03-01', effectiveTo: null })),
);
