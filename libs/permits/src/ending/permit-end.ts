import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, Outbox } from '@huanbao/platform';
import type { PermitStatus } from '../certificate/validity';
import { PendingRenewals } from '../life/pending-renewals';
import { Permit } from '../permit.entity';
import { permitEndedEvent } from '../permits.events';
import { permitEnded } from '../permits.errors';
import { closeRows } from './close-rows';
import { notExpired, renewalWaits } from './ending.errors';
import { EndingNotices } from './ending.notices';

export interface Ending {
  readonly status: Exclude<PermitStatus, 'valid'>;
  readonly ground: string;
  /** Decision and article, as they stand on the public page. */
  readonly basis: string;
  /** The civil day it ends; today when left out. A measure ends it on the day its decision reached the holder, whenever that is put on record. */
  readonly endedOn?: string;
}

/** What the end of a permit changes, everywhere at once: standing, limits and conditions from that day on, and everybody who depends on it hears. */
@Injectable()
export class PermitEnd {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly notices: EndingNotices,
    private readonly renewals: PendingRenewals,
  ) {}

  /** Whoever asked for a renewal and waits for the answer has not let the permit run out. @throws 422 before its last day has passed, or while a renewal waits */
  async assertRunOut(permit: Permit): Promise<void> {
    if (permit.validTo >= this.clock.today()) throw notExpired(permit.validTo);
    const waiting = await this.renewals.of(permit);
    if (waiting) throw renewalWaits(waiting.submittedOn);
  }

  /** Inside the caller's transaction. @throws 409 `permit.ended` when it has ended already */
  async end(actor: Actor, permitId: string, { status, ground, basis, endedOn = this.clock.today() }: Ending): Promise<Permit> {
    const permit = await this.db.lock(Permit, { id: permitId });
    if (permit?.status !== 'valid') throw permitEnded();
    const changes = { status, endedOn, endBasis: basis, endGround: ground, version: permit.version + 1 };
    await this.db.repo(Permit).update({ id: permitId }, changes);
    await closeRows(this.db, permitId, endedOn);
    await this.audit.record({ actor, action: `permit.${status}`, subject: { type: 'permit', id: permitId }, details: { ground, basis, endedOn } });
    await this.notices.ended(permit, { status, basis });
    await this.outbox.publish(permitEndedEvent, { permitId, enterpriseId: permit.enterpriseId, status, endedOn });
    return { ...permit, ...changes };
  }
}
