import type { PublicContract, PublicStep } from '@huanbao/contracts';
import type { PublicChange } from '@huanbao/marketplace';
import type { MethodWords } from './method';

export interface OrganisationFacts {
  readonly uscc: string | null;
  readonly name: string;
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
  readonly award: { readonly at: Date; readonly id: string; readonly priceYuan: string; readonly durationDays: number; readonly supplier: OrganisationFacts } | null;
  readonly contract: PublicContract | null;
  readonly end: { readonly at: Date; readonly state: 'cancelled' | 'failed' } | null;
}

/** One thing that happened in public. */
export type PublicMoment = { readonly key: string; readonly at: Date } & (
  | { readonly of: 'tender' | 'opening' | 'award' }
  | { readonly of: 'change'; readonly change: PublicChange }
  | { readonly of: 'contract'; readonly step: PublicStep }
  | { readonly of: 'end'; readonly state: 'cancelled' | 'failed' }
);

/** What comes first of things of one instant; the steps of a contract are in order already. */
const RANK: Readonly<Record<PublicMoment['of'], number>> = { tender: 0, change: 1, opening: 2, award: 3, contract: 4, end: 5 };
/** Everything that has happened in public, in order; the end of a task whose contract was ended is the contract's. */
export function momentsOf(facts: TenderFacts): PublicMoment[] {
  const { publishedAt, opening, award, contract, end, changes } = facts;
  const moments: PublicMoment[] = [
    { key: 'tender', at: publishedAt, of: 'tender' },
    ...changes.map((change): PublicMoment => ({ key: change.key, at: change.at, of: 'change', change })),
    ...(opening ? [{ key: 'opening', at: opening.at, of: 'opening' as const }] : []),
    ...(award ? [{ key: 'award', at: award.at, of: 'award' as const }] : []),
    ...(contract?.steps ?? []).map((step): PublicMoment => ({ key: step.key, at: step.at, of: 'contract', step })),
    ...(end && !contract ? [{ key: 'end', at: end.at, of: 'end' as const, state: end.state }] : []),
  ];
  return moments.sort((one, other) => one.at.getTime() - other.at.getTime() || RANK[one.of] - RANK[other.of]);
}
