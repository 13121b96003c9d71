interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What a clue rests on. `other` is entered by hand; the rest comes by itself where a dated row of the triggers says so. */
export const WATCH_TRIGGERS = ['grade', 'crime', 'refuse-perform', 'unpaid', 'data-fraud', 'hidden-pipe', 'hazardous-dump', 'repair-false', 'other'] as const;
export type WatchTrigger = (typeof WATCH_TRIGGERS)[number];
export const SUBJECT_KINDS = ['enterprise', 'firm', 'unit', 'person'] as const;
export type WatchSubjectKind = (typeof SUBJECT_KINDS)[number];
export const REVOCATION_GROUNDS = ['wrong-subject', 'wrong-facts', 'basis-gone'] as const;
export type RevocationGround = (typeof REVOCATION_GROUNDS)[number];

export const TRIGGER_WORDS: Readonly<Record<WatchTrigger, Words>> = {
  grade: { zh: '环境信用等级为最低等级', en: 'Lowest credit grade' }, crime: { zh: '构成环境犯罪', en: 'Environmental crime' }, 'refuse-perform': { zh: '拒不履行处罚决定', en: 'Refusal to carry out a penalty' },
  unpaid: { zh: '逾期不履行处罚决定', en: 'A penalty not performed in time' }, 'data-fraud': { zh: '弄虚作假', en: 'Fraud' }, 'hidden-pipe': { zh: '暗管等逃避监管方式排放', en: 'Hidden pipe or the like' },
  'hazardous-dump': { zh: '非法排放、倾倒、处置危险废物', en: 'Illegal disposal of hazardous waste' }, 'repair-false': { zh: '虚假申请信用修复', en: 'False application for repair' }, other: { zh: '其他严重失信行为', en: 'Other grave breach of trust' },
};
export const GROUND_WORDS: Readonly<Record<RevocationGround, Words>> = {
  'wrong-subject': { zh: '列入对象错误', en: 'Wrong subject' }, 'wrong-facts': { zh: '事实认定错误', en: 'Wrong facts' }, 'basis-gone': { zh: '列入依据被撤销', en: 'Its basis was taken back' },
};

/** Colours of states, for lists. */
export const TONES: Readonly<Record<string, string>> = {
  clue: 'warning', noticing: 'progress', stating: 'info', hearing: 'info', 'legal-review': 'progress', deciding: 'progress', decided: 'warning', served: 'warning', listed: 'danger', repairing: 'info', verified: 'info',
  dismissed: 'muted', 'not-listed': 'muted', removed: 'done', expired: 'done', revoked: 'muted',
};
