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

export interface Related {
  readonly unit: string;
  readonly unitUscc: string | null;
  /** Former units, units of close relatives and the like, as the bureau has noted them. */
  readonly relatedUnits: readonly string[];
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
export function conflictsOf(expert: Related, parties: readonly Party[]): Conflict[] {
  return parties.flatMap(party => {
    const who = WHO[party.role];
    if (sameUnit(expert.unit, party.name) || (party.uscc !== null && expert.unitUscc === party.uscc)) return [{ party: party.name, zh: `工作单位与${who.zh}相同`, en: `Works for ${who.en}` }];
    if (expert.relatedUnits.some(unit => sameUnit(unit, party.name))) return [{ party: party.name, zh: `登记的回避单位是${who.zh}`, en: `${who.en} is among the units to avoid` }];
    return [];
  });
}

/** Names are compared as people write them: spaces and the form of brackets do not make another unit. */
export const unitKey = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
const sameUnit = (a: string, b: string): boolean => unitKey(a) === unitKey(b) && unitKey(a) !== '';
