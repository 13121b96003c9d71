import type { PublicContract, PublicStep } from '@huanbao/contracts';
import type { PublicChange } from '@huanbao/marketplace';
import type { MethodWords } from './method';

export interface OrganisationFacts {
  readonly uscc: string | null;
  readonly name: string;
}

export interface AwardFacts {
  readonly at: Date;
  readonly id: string;
  readonly priceYuan: string;
  readonly durationDays: number;
  readonly supplier: OrganisationFacts;
}

export interface CancelledFacts extends AwardFacts {
  readonly cancelledAt: Date;
  /** The ground, in words of the law. */
  readonly reason: string;
  readonly restoredAt: Date | null;
}

/** What of a task may be published. Nothing of its bidders is in here before the opening, and of nobody a person. */
export interface TenderFacts {
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly deliverables: readonly string[];
  readonly eligibility: string;
  readonly kind: string;
  readonly serviceCode: string | null;
  readonly method: MethodWords;
  readonly budgetYuan: string | null;
  readonly durationDays: number;
  readonly priceWeight: number;
  readonly publishedAt: Date;
  readonly bidDeadline: Date;
  readonly enterprise: OrganisationFacts;
  readonly page: string;
  readonly changes: readonly PublicChange[];
  readonly opening: { readonly at: Date; readonly tenderers: readonly OrganisationFacts[] } | null;
  readonly award: AwardFacts | null;
  /** Awards that were cancelled before a contract, in order; one that was restored is the award again. */
  readonly cancelled: readonly CancelledFacts[];
  readonly contract: PublicContract | null;
  /** Contracts that fell with the award they rested on, in order. */
  readonly revoked: readonly PublicContract[];
  readonly end: { readonly at: Date; readonly state: 'cancelled' | 'failed' } | null;
}

/** One thing that happened in public. */
export type PublicMoment = { readonly key: string; readonly at: Date } & (
  | { readonly of: 'tender' | 'opening' }
  | { readonly of: 'award' | 'award-cancelled' | 'award-restored'; readonly award: AwardFacts; readonly reason: string | null }
  | { readonly of: 'change'; readonly change: PublicChange }
  | { readonly of: 'contract'; readonly step: PublicStep }
  | { readonly of: 'end'; readonly state: 'cancelled' | 'failed' }
);

/** What comes first of things of one instant; awards and the steps of a contract are in order already. */
const RANK: Readonly<Record<PublicMoment['of'], number>> = { tender: 0, change: 1, opening: 2, award: 3, 'award-cancelled': 3, 'award-restored': 3, contract: 4, end: 5 };
/** Everything that has happened in public, in order; the end of a task whose contract was ended is the contract's. */
export function momentsOf(facts: TenderFacts): PublicMoment[] {
  const { publishedAt, opening, contract, revoked, end, changes } = facts;
  const moments: PublicMoment[] = [
    { key: 'tender', at: publishedAt, of: 'tender' },
    ...changes.map((change): PublicMoment => ({ key: change.key, at: change.at, of: 'change', change })),
    ...(opening ? [{ key: 'opening', at: opening.at, of: 'opening' as const }] : []),
    ...awardMoments(facts),
    ...[...revoked, ...(contract ? [contract] : [])].flatMap(one => one.steps).map((step): PublicMoment => ({ key: step.key, at: step.at, of: 'contract', step })),
    ...(end && !contract ? [{ key: 'end', at: end.at, of: 'end' as const, state: end.state }] : []),
  ];
  return moments.sort((one, other) => one.at.getTime() - other.at.getTime() || RANK[one.of] - RANK[other.of]);
}

/** Each award, its cancellation and its restoration. The first keeps the key it always had. */
function awardMoments({ award, cancelled }: TenderFacts): PublicMoment[] {
  const isRestored = cancelled.some(one => one.restoredAt !== null && one.id === award?.id);
  const made = [...cancelled, ...(award && !isRestored ? [award] : [])].filter((one, nth, all) => all.findIndex(other => other.id === one.id) === nth);
  const name = (step: string, nth: number): string => (nth === 0 ? step : `${step}-${nth + 1}`);
  const awarded = (one: AwardFacts): PublicMoment => ({ key: name('award', made.indexOf(one)), at: one.at, of: 'award', award: one, reason: null });
  return [
    ...cancelled.flatMap((one, nth): PublicMoment[] => [
      ...(made.includes(one) ? [awarded(one)] : []),
      { key: name('award-cancelled', nth), at: one.cancelledAt, of: 'award-cancelled', award: one, reason: one.reason },
      ...(one.restoredAt ? [{ key: name('award-restored', nth), at: one.restoredAt, of: 'award-restored' as const, award: one, reason: null }] : []),
    ]),
    ...(award && made.includes(award) ? [awarded(award)] : []),
  ];
}
