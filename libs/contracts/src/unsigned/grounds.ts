interface Words {
  readonly zh: string;
  readonly en: string;
}

export type CancellationGround = 'refused' | 'overdue' | 'no-bond' | 'void-acts' | 'lost-standing' | 'force-majeure';

export interface CancellationGroundRow extends Words {
  readonly basis: string;
  /** Only after a written reminder whose period has passed, and the day of signing with it. */
  readonly afterReminder: boolean;
  /** The firm answers for it: its bid bond is kept, and it stands in its credit. */
  readonly atFault: boolean;
}

/** Why a chosen firm loses the award before the contract (招标投标法 第四十五条、第四十六条; 实施条例 第五十五条、第七十四条; 民法典 第五百条). */
export const CANCELLATION_GROUNDS: Readonly<Record<CancellationGround, CancellationGroundRow>> = {
  refused: { zh: '机构明确表示不签合同，或在签约时提出附加条件', en: 'The firm refuses to sign, or asks for other conditions', basis: '招标投标法 第四十五条；招标投标法实施条例 第七十四条', afterReminder: false, atFault: true },
  overdue: { zh: '经书面催告，期满仍不签合同', en: 'Not signed after a written reminder', basis: '招标投标法 第四十六条；招标投标法实施条例 第七十四条', afterReminder: true, atFault: true },
  'no-bond': { zh: '经书面催告，不按要求提交履约保证金', en: 'The performance bond was not given after a reminder', basis: '招标投标法 第四十六条；招标投标法实施条例 第五十八条、第七十四条', afterReminder: true, atFault: true },
  'void-acts': { zh: '查实有影响中选结果的违法行为（串通、弄虚作假等）', en: 'Unlawful acts that touched the result were established', basis: '招标投标法 第五十三条、第五十四条；招标投标法实施条例 第五十五条', afterReminder: false, atFault: true },
  'lost-standing': { zh: '机构失去任务要求的资格，合同不能签署', en: 'The firm lost what the task asks for: the contract cannot be signed', basis: '招标投标法实施条例 第五十六条（参照）；民法典 第五百二十七条', afterReminder: false, atFault: false },
  'force-majeure': { zh: '机构因不可抗力不能履行', en: 'Force majeure keeps the firm from performing', basis: '招标投标法实施条例 第五十五条；民法典 第一百八十条', afterReminder: false, atFault: false },
};

/** The other way round: the firm complains that the client will not sign. */
export const COMPLAINT_GROUND: CancellationGroundRow = { zh: '委托方无正当理由不签合同，或提出附加条件', en: 'The client will not sign without good reason, or asks for other conditions', basis: '招标投标法 第四十五条、第四十六条；招标投标法实施条例 第五十七条、第七十三条', afterReminder: false, atFault: true };

export const groundRow = (ground: string): CancellationGroundRow => CANCELLATION_GROUNDS[ground as CancellationGround] ?? COMPLAINT_GROUND;
