interface Words {
  readonly zh: string;
  readonly en: string;
}

export const CLUE_KINDS = ['inspection', 'complaint', 'monitoring', 'referral', 'daily', 'rectification'] as const;
export type ClueKind = (typeof CLUE_KINDS)[number];
export const PARTY_KINDS = ['enterprise', 'firm', 'unit', 'person'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];
export const EVIDENCE_KINDS = ['documentary', 'physical', 'audio-visual', 'electronic', 'testimony', 'statement', 'opinion', 'record'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export const MEASURES = ['warning', 'criticise', 'fine', 'confiscate', 'restrict', 'suspend', 'withhold-permit', 'revoke-permit', 'close'] as const;
export type Measure = (typeof MEASURES)[number];
export const NO_PENALTY_GROUNDS = ['first-minor', 'minor-corrected', 'no-fault', 'not-established'] as const;
export type NoPenaltyGround = (typeof NO_PENALTY_GROUNDS)[number];
export const ANSWERINGS = ['adopted', 'partly', 'rejected'] as const;
export type PointAnswering = (typeof ANSWERINGS)[number];

export const CLUE_WORDS: Readonly<Record<ClueKind, Words>> = {
  inspection: { zh: '现场检查发现', en: 'Found at an inspection' }, complaint: { zh: '投诉举报', en: 'Complaint' }, monitoring: { zh: '监测数据', en: 'Monitoring data' },
  referral: { zh: '其他机关移送、上级交办', en: 'Referred from elsewhere' }, daily: { zh: '复查发现仍在违法', en: 'Still in breach at the re-inspection' }, rectification: { zh: '整改不到位移送', en: 'Handed over from a rectification' },
};
export const MEASURE_WORDS: Readonly<Record<Measure, Words>> = {
  warning: { zh: '警告', en: 'Warning' }, criticise: { zh: '通报批评', en: 'Public criticism' }, fine: { zh: '罚款', en: 'Fine' }, confiscate: { zh: '没收违法所得', en: 'Confiscation of unlawful gains' },
  restrict: { zh: '限制生产', en: 'Restricted production' }, suspend: { zh: '停产整治', en: 'Suspended production' }, 'withhold-permit': { zh: '暂扣许可证件', en: 'Permit withheld' },
  'revoke-permit': { zh: '吊销许可证件', en: 'Permit revoked' }, close: { zh: '责令关闭', en: 'Closure' },
};
export const GROUND_WORDS: Readonly<Record<NoPenaltyGround, Words>> = {
  'first-minor': { zh: '初次违法且危害后果轻微并及时改正', en: 'First time, slight, and put right in time' }, 'minor-corrected': { zh: '违法行为轻微并及时改正，没有造成危害后果', en: 'Slight, put right in time, no harm' },
  'no-fault': { zh: '有证据足以证明没有主观过错', en: 'Proved to be without fault' }, 'not-established': { zh: '违法事实不能成立', en: 'The facts are not established' },
};
export const GROUND_ARTICLES: Readonly<Record<NoPenaltyGround, string>> = {
  'first-minor': '行政处罚法 第三十三条第一款', 'minor-corrected': '行政处罚法 第三十三条第一款', 'no-fault': '行政处罚法 第三十三条第二款', 'not-established': '行政处罚法 第五十七条第一款第三项',
};
export const UNDOING_GROUNDS = ['reconsideration', 'judgment', 'self-correction'] as const;
export type UndoingGround = (typeof UNDOING_GROUNDS)[number];
export const UNDOING_GROUND_WORDS: Readonly<Record<UndoingGround, Words>> = {
  reconsideration: { zh: '行政复议决定', en: 'Decision upon reconsideration' }, judgment: { zh: '人民法院裁判', en: 'Judgment' }, 'self-correction': { zh: '主动改正错误', en: 'The bureau corrects its own mistake' },
};
/** Why the bureau asks the court no more (不再申请执行). Whether a late application is justified is for the court: it is handed in with its reason. */
export const GIVE_UP_GROUNDS = ['period-missed', 'court-refused', 'dissolved', 'no-property'] as const;
export type GiveUpGround = (typeof GIVE_UP_GROUNDS)[number];
export const GIVE_UP_WORDS: Readonly<Record<GiveUpGround, Words>> = {
  'period-missed': { zh: '申请期限已过，没有正当理由', en: 'The period was missed without a justification' }, 'court-refused': { zh: '法院不予受理、不予执行', en: 'The court refused it' }, dissolved: { zh: '当事人终止，没有财产可供执行，也没有义务承受人', en: 'The party is gone, left no property, and nobody took its duties over' }, 'no-property': { zh: '当事人没有可供执行的财产', en: 'The party has no property' },
};
/** How the pursuit of what is owed ended. */
export const PURSUIT_WORDS = { 'given-up': { zh: '不再申请执行', en: 'No longer pursued' }, court: { zh: '终结执行', en: 'Ended by the court' } } as const;
export const UNDOING_WORDS = { revoke: { zh: '撤销决定', en: 'A revocation' }, unpublish: { zh: '停止公示', en: 'The end of the publication' }, contest: { zh: '登记复议、诉讼结果', en: 'The outcome of a contest' }, 'give-up': { zh: '不再申请执行', en: 'The end of the pursuit' }, 'court-end': { zh: '登记终结执行', en: 'The end of the execution' } } as const;
export type UndoingKind = keyof typeof UNDOING_WORDS;
export const ANSWERING_WORDS: Readonly<Record<PointAnswering, string>> = { adopted: '采纳', partly: '部分采纳', rejected: '不予采纳' };

/** Colours of states, for lists. */
export const TONES: Readonly<Record<string, string>> = {
  clue: 'warning', filing: 'warning', investigating: 'progress', examining: 'progress', noticing: 'progress', stating: 'info', hearing: 'info', 'legal-review': 'progress', deciding: 'progress', decided: 'warning', performing: 'info',
  'not-filed': 'muted', closed: 'done', revoked: 'muted',
};

/** A person of whom the public reads: the family name only. */
export const masked = (kind: PartyKind, name: string): string => (kind === 'person' ? `${[...name][0] ?? ''}某` : name);

/** What stands in public: no number of a person, no phone, and of a person who is the party the family name only. Pure. */
export const maskedText = (text: string, party: { readonly kind: PartyKind; readonly name: string }): string =>
  (party.kind === 'person' ? text.replaceAll(party.name, masked(party.kind, party.name)) : text).replace(/(?<!\d)\d{17}[\dXx](?![\dA-Za-z])/g, '******************').replace(/(?<!\d)1\d{10}(?!\d)/g, '***********');
