/** What an enterprise can let a bank know, in groups it can tell apart. Name and code come with every answer. */
export const FIELD_GROUPS = ['credit', 'penalties', 'permit', 'performance', 'carbon', 'blacklist', 'f-score'] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

export const GROUP_WORDS: Readonly<Record<FieldGroup, { readonly zh: string; readonly en: string }>> = {
  credit: { zh: '环境信用等级、得分、12 个月走势、一票否决项', en: 'Credit grade, score, trend of 12 months, vetoes' },
  penalties: { zh: '行政处罚记录', en: 'Penalties' },
  permit: { zh: '行业和排污许可证', en: 'Industry and discharge permit' },
  performance: { zh: '绩效等级、在线超标小时、整改按期率', en: 'Performance grade, online exceedances, corrections in time' },
  carbon: { zh: '碳排放量和强度', en: 'Carbon emissions and intensity' },
  blacklist: { zh: '严重失信主体名单', en: 'List of serious cases' },
  'f-score': { zh: '绿色融资评分（F）及其计算说明', en: 'Green finance score (F) and how it comes about' },
};

/** Fields of an answer by group (governance.md §1.4). */
export const FIELDS_OF: Readonly<Record<FieldGroup, readonly string[]>> = {
  credit: ['creditGrade', 'score', 'scoreTrend12m', 'vetoFlags'],
  penalties: ['penalties'],
  permit: ['industryCode', 'permit'],
  performance: ['performanceGrade', 'onlineExceedHours12m', 'onlineRunHours12m', 'rectifyRate'],
  carbon: ['carbon'],
  blacklist: ['blacklist'],
  'f-score': ['fScore'],
};

export const PURPOSES = ['new-loan', 'post-loan', 'green-credit', 'guarantee', 'other'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const PURPOSE_WORDS: Readonly<Record<Purpose, { readonly zh: string; readonly en: string }>> = {
  'new-loan': { zh: '贷款审批', en: 'Granting a loan' },
  'post-loan': { zh: '贷后管理', en: 'Watching a loan' },
  'green-credit': { zh: '绿色信贷认定', en: 'Recognition as green credit' },
  guarantee: { zh: '担保、授信额度核定', en: 'Guarantee or credit line' },
  other: { zh: '其他', en: 'Other' },
};

/** What a program may do with its token. */
export const CLIENT_SCOPES = ['query', 'batch'] as const;
export type ClientScope = (typeof CLIENT_SCOPES)[number];

export const groupsInOrder = (groups: readonly FieldGroup[]): FieldGroup[] => FIELD_GROUPS.filter(one => groups.includes(one));
