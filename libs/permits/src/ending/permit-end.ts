import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, Outbox } from '@huanbao/platform';
import type { PermitStatus } from '../certificate/validity';
import { Permit } from '../permit.entity';
import { permitEndedEvent } from '../permits.events';
import { permitEnded } from '../permits.errors';
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
  ) {}

  /** Inside the caller's transaction. @throws 409 `permit.ended` when it has ended already */
  async end(actor: Actor, permitId: string, { status, ground, basis, endedOn = this.clock.today() }: Ending): Promise<Permit> {
    const permit = await this.db.lock(Permit, { id: permitId });
    if (permit?.status !== 'valid') throw permitEnded();
    const changes = { status, endedOn, endBasis: basis, endGround: ground, version: permit.version + 1 };
    await this.db.repo(Permit).update({ id: permitId }, changes);
    for (const table of ['permit_limit', 'permit_condition']) {
      await this.db.query(`UPDATE ${table} SET valid_until = greatest(valid_from, $2::date) WHERE permit_id = $1 AND (valid_until IS NULL OR valid_until > $2::date)`, [permitId, endedOn]);
    }
    await this.audit.record({ actor, action: `permit.${status}`, subject: { type: 'permit', id: permitId }, details: { ground, basis, endedOn } });
    await this.notices.ended(permit, { status, basis });
    await this.outbox.publish(permitEndedEvent, { permitId, enterpriseId: permit.enterpriseId, status, endedOn });
    return { ...permit, ...changes };
  }
}
