import { normalised } from '@huanbao/likeness';
import type { BidFacts, SharedLink, TaskFacts } from './facts';
import { isStronger, pairs, type Signal, type Strength } from './signal';

interface Tie {
  readonly strength: Strength;
  readonly zh: string;
  readonly en: string;
}

/** An address down to the door; a street or a business park is shared by strangers. */
const DOOR = /(?:\d|[一二三四五六七八九十])\s*(?:室|单元|楼|层|房|户)/;

/** Firms that are bound to each other outside the task: head, people, address, phone, accounts. */
export function partySignals({ bids, links }: TaskFacts): Signal[] {
  return [...pairs(bids)].flatMap(([one, other]) => {
    const tie = tieBetween(one, other, links);
    if (!tie) return [];
    const facts = (bid: BidFacts, language: 'zh' | 'en'): string => (language === 'zh' ? `登记负责人 ${bid.party.legalRepresentative || '未登记'}，地址 ${bid.party.address || '未登记'}` : `Registered head ${bid.party.legalRepresentative || 'none'}, address ${bid.party.address || 'none'}`);
    return [{
      code: 'related-parties', strength: tie.strength, firmIds: [one.firmId, other.firmId].sort(),
      measure: { zh: tie.zh, en: tie.en },
      compared: [one, other].map(bid => ({ firmId: bid.firmId, zh: facts(bid, 'zh'), en: facts(bid, 'en') })),
    } satisfies Signal];
  });
}

/** A firm as it is registered. */
export type TieSide = Pick<BidFacts, 'firmId' | 'party'>;

/** All that binds two firms, in one sentence; null for strangers. */
export function tieBetween(one: TieSide, other: TieSide, links: readonly SharedLink[]): Tie | null {
  const ties = tiesBetween(one, other, links);
  if (ties.length === 0) return null;
  const strength = ties.reduce<Strength>((top, tie) => (isStronger(tie.strength, top) ? tie.strength : top), 'weak');
  return { strength: raised(strength, ties), zh: ties.map(tie => tie.zh).join('；'), en: ties.map(tie => tie.en).join('; ') };
}

/** A namesake may be a stranger; a namesake at the same address or phone hardly is. */
const raised = (strength: Strength, ties: readonly Tie[]): Strength => (strength !== 'strong' && ties.filter(tie => tie.strength === 'medium').length > 1 ? 'strong' : strength);

function tiesBetween(one: TieSide, other: TieSide, links: readonly SharedLink[]): Tie[] {
  const same = (of: (bid: TieSide) => string | null): boolean => {
    const [a, b] = [of(one), of(other)];
    return a !== null && b !== null && a !== '' && a === b;
  };
  const ties: Tie[] = [];
  const name = one.party.legalRepresentative.trim();
  if (name.length > 1 && same(bid => bid.party.legalRepresentative.trim())) ties.push({ strength: 'medium', zh: `法定代表人（负责人）同名：${name}`, en: `Heads of the same name: ${name}` });
  if (same(bid => normalised(bid.party.address))) {
    const isDoor = DOOR.test(one.party.address);
    ties.push({ strength: isDoor ? 'medium' : 'weak', zh: `登记地址相同：${one.party.address}`, en: `The same address: ${one.party.address}` });
  }
  if (same(bid => bid.party.phone)) ties.push({ strength: 'medium', zh: '登记的联系电话相同', en: 'The same phone number' });
  const shared = links.filter(link => link.firmIds.includes(one.firmId) && link.firmIds.includes(other.firmId));
  return [...ties, ...shared.map(tieOf)];
}

function tieOf({ kind, what }: SharedLink): Tie {
  if (kind === 'person') return { strength: 'strong', zh: `同一人在两家登记：${what}`, en: `One person is registered with both: ${what}` };
  if (kind === 'account') return { strength: 'strong', zh: `同一账号是两家的成员：${what}`, en: `One account belongs to both: ${what}` };
  return { strength: 'medium', zh: `同一证书在两家登记：${what}`, en: `One certificate is registered with both: ${what}` };
}
