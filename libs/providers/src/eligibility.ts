import { allOfKinds, HeldQualification, kindsOf, Requirement, shortfall } from './requirement';

export interface Reason {
  readonly zh: string;
  readonly en: string;
}

export type Eligibility = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly Reason[] };

/** A span in which integrity points close tasks that ask for one of these kinds. */
export interface Restriction {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kinds: readonly string[];
  readonly from: string;
  /** Last day. */
  readonly until: string;
}

export interface Standing {
  readonly organisationActive: boolean;
  readonly hasProfile: boolean;
  readonly qualifications: readonly HeldQualification[];
  readonly restrictions: readonly Restriction[];
}

/**
 * Whether a firm may bid on a task that asks for this, on a civil date. Every reason is given at once, each with what mends it.
 * A list of kinds means all of them.
 */
export function eligibility(standing: Standing, required: Requirement | readonly string[], on: string): Eligibility {
  const requirement = asRequirement(required);
  const reasons: Reason[] = [];
  if (!standing.organisationActive) reasons.push({ zh: '机构尚未通过核验或已被暂停，请先完成核验', en: 'the firm is not verified or is suspended: complete the verification' });
  if (!standing.hasProfile) reasons.push({ zh: '还没有填写机构服务信息，请先填写', en: 'the firm’s profile is empty: fill it in' });
  for (const clause of requirement) {
    const why = shortfall(standing.qualifications, clause, on);
    if (why) reasons.push(why);
  }
  reasons.push(...standing.restrictions.filter(one => holdsFor(one, requirement, on)).map(restricted));
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}

const asRequirement = (required: Requirement | readonly string[]): Requirement =>
  required.every(one => typeof one === 'string') ? allOfKinds(required as readonly string[]) : (required as Requirement);

const holdsFor = (restriction: Restriction, requirement: Requirement, on: string): boolean =>
  restriction.from <= on && on <= restriction.until && kindsOf(requirement).some(kind => restriction.kinds.includes(kind));

const restricted = (one: Restriction): Reason => ({
  zh: `${one.nameZh}已达限制分值，${one.from} 至 ${one.until} 限期整改，期间不能承接此类业务`,
  en: `${one.nameEn}: restricted from ${one.from} to ${one.until}, no such work meanwhile`,
});
