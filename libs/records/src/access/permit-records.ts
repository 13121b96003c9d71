import { Injectable } from '@nestjs/common';
import { type Form, Permit, PermitReader, PermitVersion } from '@huanbao/permits';
import { Actor, notFound, Policy } from '@huanbao/platform';
import type { RecordParties } from '../records.policy';

/** A permit with what it said on every day. */
export interface PermitInTime {
  readonly permit: Permit;
  /** First day on which it held. */
  readonly begins: string;
  /** The form of a day; null before the first version. */
  formOn(day: string): Form | null;
  /** What its newest version says, also before it begins. */
  readonly newest: Form;
}

/** The permits that records belong to, for those who may see them. */
@Injectable()
export class PermitRecords {
  constructor(private readonly permits: PermitReader) {}

  /** @throws 404 when the permit's records are not the actor's to see, 403 when seen but the action is not theirs */
  async require<A extends string>(actor: Actor, permitId: string, need: { readonly policy: Policy<A, RecordParties>; readonly action: A }): Promise<Permit> {
    const permit = await this.permits.byId(permitId);
    const policy: Policy<A, RecordParties> = need.policy;
    policy.require(actor, need.action, permit);
    return permit;
  }

  async inTime(permit: Permit): Promise<PermitInTime> {
    return inTime(permit, await this.permits.versions(permit.id));
  }

  async byId(permitId: string): Promise<PermitInTime> {
    const permit = await this.permits.byId(permitId);
    if (!permit) throw notFound();
    return this.inTime(permit);
  }
}

/** @param versions newest first */
function inTime(permit: Permit, versions: readonly PermitVersion[]): PermitInTime {
  const begins = versions.reduce((first, one) => (one.effectiveFrom < first ? one.effectiveFrom : first), permit.validFrom);
  return {
    permit, begins, newest: versions[0]?.snapshot ?? {},
    formOn: day => (day < begins ? null : (versions.find(one => one.effectiveFrom <= day)?.snapshot ?? null)),
  };
}
