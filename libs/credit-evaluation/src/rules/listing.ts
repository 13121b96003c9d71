/** Why an enterprise takes part. `hand`: an officer put it there; `voluntary`: it asked for it itself. */
export const LISTING_RULES = ['permit-key', 'permit-simplified', 'industry', 'fined', 'measure', 'over-limit', 'incident', 'supervised', 'hand', 'voluntary'] as const;
export type ListingRule = (typeof LISTING_RULES)[number];

export const LISTING_WORDS: Readonly<Record<ListingRule, { readonly zh: string; readonly en: string }>> = {
  'permit-key': { zh: '重点管理持证单位', en: 'Permit under key management' },
  'permit-simplified': { zh: '简化管理持证单位', en: 'Permit under simplified management' },
  industry: { zh: '重污染行业', en: 'Heavily polluting industry' },
  fined: { zh: '上年度罚款达到限额', en: 'Fined above the threshold in the year' },
  measure: { zh: '上年度被吊销许可证或停产整治', en: 'Permit revoked or production suspended in the year' },
  'over-limit': { zh: '超标、超总量排放', en: 'Emissions above limits or totals' },
  incident: { zh: '发生较大及以上突发环境事件', en: 'Major environmental incident' },
  supervised: { zh: '挂牌督办', en: 'Listed supervision' },
  hand: { zh: '主管部门确定', en: 'Named by the authority' },
  voluntary: { zh: '自愿参评', en: 'Takes part of its own accord' },
};

export interface ListedReason {
  readonly rule: ListingRule;
  /** The fact, with its number or document. */
  readonly words: string;
}

export interface HeldPermit {
  readonly number: string;
  readonly managementCategory: string;
  readonly industryCode: string;
  readonly industryName: string;
}

export interface ListingFacts {
  readonly permits: readonly HeldPermit[];
  readonly fines: readonly { readonly documentNo: string; readonly fineYuan: string }[];
  readonly events: readonly { readonly type: string; readonly title: string; readonly documentNo: string | null }[];
}

/** Rules as they hold on the day: rows that are off are not there. */
export interface ListingBook {
  readonly on: ReadonlySet<ListingRule>;
  readonly finedYuan: number;
  /** Names of heavily polluting industries with their codes of GB/T 4754, as prefixes. */
  readonly industries: readonly { readonly name: string; readonly codes: readonly string[] }[];
}

/** Types of events of credit by rule. */
export const EVENT_RULES: Readonly<Partial<Record<ListingRule, readonly string[]>>> = {
  measure: ['licence-revoked', 'suspension'],
  'over-limit': ['exceedance', 'over-total'],
  incident: ['incident-major'],
  supervised: ['supervision-overdue'],
};

/** Every reason for which an enterprise is on the list; empty: it is not. Pure, in the order of the rules. */
export function reasonsOf({ permits, fines, events }: ListingFacts, book: ListingBook): ListedReason[] {
  const reasons: ListedReason[] = [];
  const add = (rule: ListingRule, words: string): void => {
    if (book.on.has(rule)) reasons.push({ rule, words });
  };
  for (const { number, managementCategory } of permits) {
    if (managementCategory === 'key') add('permit-key', `排污许可证 ${number}`);
    if (managementCategory === 'simplified') add('permit-simplified', `排污许可证 ${number}`);
  }
  for (const { name, codes } of book.industries) {
    const held = permits.find(one => codes.some(code => one.industryCode.replace(/^[A-Z]/, '').startsWith(code)));
    if (held) add('industry', `${name}：${held.industryCode} ${held.industryName}`);
  }
  const sum = fines.reduce((total, one) => total + Number(one.fineYuan), 0);
  if (fines.length > 0 && sum >= book.finedYuan) add('fined', `合计罚款 ${sum.toFixed(2).replace(/\.00$/, '')} 元：${fines.map(one => one.documentNo).join('、')}`);
  for (const [rule, types] of Object.entries(EVENT_RULES) as [ListingRule, readonly string[]][]) {
    const found = events.filter(one => types.includes(one.type));
    if (found.length > 0) add(rule, found.map(one => [one.title, one.documentNo].filter(Boolean).join('，')).join('；'));
  }
  return reasons;
}

/** Computed anew: what a person put there stays, what was computed before gives way. */
export const mergedReasons = (before: readonly ListedReason[], computed: readonly ListedReason[]): ListedReason[] => [...computed, ...before.filter(one => one.rule === 'hand' || one.rule === 'voluntary')];

/** 乡镇街道 in an address; null where none is named. */
export function townOf(address: string): string | null {
  return /(?:^|[市县区])([\u4e00-\u9fa5]{1,8}?(?:街道|镇|乡))/u.exec(address.replace(/^.*[市县区](?=[^市县区]{1,8}(?:街道|镇|乡))/u, ''))?.[1] ?? null;
}
