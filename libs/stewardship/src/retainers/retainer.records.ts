import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, notFound, stale } from '@huanbao/platform';
import { Retainer, RetainerMember } from '../entities';
import { RetainerAction, retainerPolicy } from '../stewardship.policy';

export interface Known {
  readonly retainer: Retainer;
  readonly members: RetainerMember[];
}

/** Loading, policy, version and audit: what every step of a retainer shares. */
@Injectable()
export class RetainerRecords {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async find(actor: Actor, id: string): Promise<Known> {
    return this.known(actor, await this.db.repo(Retainer).findOneBy({ id }), 'retainer.read');
  }

  /** The retainer FOR UPDATE, when the actor may do the action. @throws 404, 403, 412 */
  async lock(actor: Actor, id: string, action: RetainerAction, version?: number): Promise<Known> {
    const known = await this.known(actor, await this.db.lock(Retainer, { id }), action);
    if (version !== undefined && known.retainer.version !== version) throw stale();
    return known;
  }

  /** Saves under the caller's lock, with one audit row. */
  async save(actor: Actor | null, retainer: Retainer, step: string, details: Record<string, unknown> = {}): Promise<void> {
    retainer.version += 1;
    retainer.updatedAt = this.clock.now();
    await this.db.repo(Retainer).save(retainer);
    await this.audit.record({ actor, action: `retainer.${step}`, subject: { type: 'retainer', id: retainer.id }, details: { state: retainer.state, ...details } });
  }

  private async known(actor: Actor, retainer: Retainer | null, action: RetainerAction): Promise<Known> {
    const members = retainer ? await this.db.repo(RetainerMember).find({ where: { retainerId: retainer.id }, order: { enterpriseName: 'ASC', id: 'ASC' } }) : [];
    retainerPolicy.require(actor, action, retainer && { ...retainer, memberIds: members.map(one => one.enterpriseId) });
    if (!retainer) throw notFound();
    return { retainer, members };
  }
}
