export type ExpertKind = 'technical' | 'economic';

/** 招标投标法 第三十七条: an odd number. How many at least depends on method and money: `panelOf`. */
export const MOST_MEMBERS = 15;

export const isCommitteeSize = (size: number, least: number): boolean => Number.isInteger(size) && size >= least && size <= MOST_MEMBERS && size % 2 === 1;
/** How many representatives of the enterprise a committee of this size can have. */
export const mostRepresentatives = (size: number): number => Math.floor(size / 3);

interface Matching {
  readonly kind: ExpertKind;
  readonly specialties: readonly string[];
}

/** Technical experts must know one of the asked specialties (none asked: any); economic experts judge every task. */
export const matches = (expert: Matching, asked: readonly string[]): boolean => expert.kind === 'economic' || asked.length === 0 || expert.specialties.some(one => asked.includes(one));

export interface Party {
  readonly name: string;
  readonly uscc: string | null;
  /** `preparer`: prepared the procurement or cares for the enterprise; its people do not judge. */
  readonly role: 'enterprise' | 'bidder' | 'preparer';
}

export type RelationKind = 'employment' | 'ownership' | 'relative' | 'contract' | 'other';

/** A relation of an expert to a unit, declared or known to the bureau. */
export interface Relation {
  readonly kind: RelationKind;
  readonly unit: string;
  readonly unitUscc: string | null;
  /** Its first day; null where nobody wrote it down: then it counts as having been there all along. */
  readonly since: string | null;
  /** Its last day; null while it lasts. */
  readonly until: string | null;
}

interface RelationRow {
  readonly zh: string;
  readonly en: string;
  /** Which row says for how many years a relation that has ended still counts; null: once ended it counts no more. */
  readonly years: 'expert.former-years' | 'expert.contract-years' | null;
}

/** 政府采购评审专家管理办法 第十六条; 评标委员会和评标方法暂行规定 第十二条. */
export const RELATIONS: Readonly<Record<RelationKind, RelationRow>> = {
  employment: { zh: '劳动关系、董事或者监事任职', en: 'Employment or a seat in its organs', years: 'expert.former-years' },
  ownership: { zh: '控股股东或者实际控制人', en: 'Ownership or control', years: 'expert.former-years' },
  relative: { zh: '近亲属任负责人或者任职', en: 'A close relative heads it or works there', years: null },
  contract: { zh: '合同或者其他经济往来', en: 'Contracts or other dealings', years: 'expert.contract-years' },
  other: { zh: '其他可能影响公正的关系', en: 'Another relation that may touch fairness', years: null },
};

/** First days on which an ended relation still counts, by its row. */
export type RelationsSince = Readonly<Record<NonNullable<RelationRow['years']>, string>>;

export interface ConflictRules {
  /** From when on an ended relation still counts, reckoned from `today`. */
  readonly since: RelationsSince;
  readonly today: string;
  /** The day the scores were given; null while they are not. `today` is then that day: what ended since was there when it mattered. */
  readonly judgedOn: string | null;
}

export interface Related {
  readonly unit: string;
  readonly unitUscc: string | null;
  /** Former units, units of close relatives and the like, as the bureau has noted them. */
  readonly relatedUnits: readonly string[];
  readonly relations: readonly Relation[];
  /** Parties that are bound to the expert's own unit, by credit code or name, in words of what binds them. */
  readonly boundTo?: readonly { readonly party: string; readonly zh: string; readonly en: string }[];
}

export interface Conflict {
  readonly party: string;
  readonly zh: string;
  readonly en: string;
}

const WHO = {
  enterprise: { zh: '发布企业', en: 'the enterprise' },
  bidder: { zh: '投标机构', en: 'a bidder' },
  preparer: { zh: '为发布企业代办采购或担任环保管家的机构', en: 'a firm that prepared the procurement or cares for the enterprise' },
} as const;

/** 招标投标法 第三十七条第四款, 评标委员会和评标方法暂行规定 第十二条: who has an interest in a bidder does not judge. */
export function conflictsOf(expert: Related, parties: readonly Party[], rules: ConflictRules): Conflict[] {
  return parties.flatMap(party => {
    const who = WHO[party.role];
    if (sameUnit(expert.unit, party.name) || (party.uscc !== null && expert.unitUscc === party.uscc)) return [{ party: party.name, zh: `工作单位与${who.zh}相同`, en: `Works for ${who.en}` }];
    if (expert.relatedUnits.some(unit => sameUnit(unit, party.name))) return [{ party: party.name, zh: `登记的回避单位是${who.zh}`, en: `${who.en} is among the units to avoid` }];
    const relation = expert.relations.find(one => counts(one, rules) && (sameUnit(one.unit, party.name) || (party.uscc !== null && one.unitUscc === party.uscc)));
    if (relation) return [{ party: party.name, zh: `与${who.zh}有关系：${RELATIONS[relation.kind].zh}${termOf(relation, rules).zh}`, en: `${RELATIONS[relation.kind].en}: ${who.en}${termOf(relation, rules).en}` }];
    const bound = (expert.boundTo ?? []).find(one => one.party === party.name);
    return bound ? [{ party: party.name, zh: `工作单位与${who.zh}有关联：${bound.zh}`, en: `The expert’s unit is bound to ${who.en}: ${bound.en}` }] : [];
  });
}

/** One that begins only after the scores were given touched none of them; before, who is about to have one does not judge either. */
const counts = ({ kind, since, until }: Relation, { since: ended, today, judgedOn }: ConflictRules): boolean => {
  const { years } = RELATIONS[kind];
  if (judgedOn !== null && since !== null && since > judgedOn) return false;
  return until === null || until >= (years === null ? today : ended[years]);
};

/** When it was; after the scores the reader has to know whether its beginning is known at all. */
function termOf({ since, until }: Relation, { judgedOn }: ConflictRules): { readonly zh: string; readonly en: string } {
  if (since !== null && until !== null) return { zh: `（${since} 至 ${until}）`, en: ` (${since} to ${until})` };
  if (since !== null) return { zh: `（${since} 起）`, en: ` (from ${since})` };
  const [zh, en] = [[until && `至 ${until}`, judgedOn && '起始日期未登记'], [until && `until ${until}`, judgedOn && 'its first day is not on record']].map(parts => parts.filter(Boolean));
  return { zh: zh?.length ? `（${zh.join('，')}）` : '', en: en?.length ? ` (${en.join(', ')})` : '' };
}

/** Names are compared as people write them: spaces and the form of brackets do not make another unit. */
export const unitKey = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
const sameUnit = (a: string, b: string): boolean => unitKey(a) === unitKey(b) && unitKey(a) !== '';
