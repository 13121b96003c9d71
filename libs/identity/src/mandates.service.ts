import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, LiveBus, newId, Outbox, violatedConstraint } from '@huanbao/platform';
import { addDays } from '@huanbao/calendar';
import { In } from 'typeorm';
import type { MandateDto } from './dto/identity.dto';
import { Mandate, Organisation, Site } from './identity.entity';
import { mandateDates, mandateExists, mandateParties, mandateSites, mandateState, notYoursToConfirm } from './identity.errors';
import { mandateConfirmed, mandateEnded, mandateProposed } from './identity.events';
import { mandatePolicy } from './identity.policy';

const LONGEST_DAYS = 5 * 366;

/**
 * 授权委托: an enterprise entrusts a firm with matters, sites and verbs for a time. One side proposes, the other confirms;
 * either side ends it at once.
 */
@Injectable()
export class MandatesService {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly live: LiveBus,
  ) {}

  listOf(actor: Actor): Promise<Mandate[]> {
    return this.db.repo(Mandate).find({ where: [{ enterpriseId: actor.orgId ?? '' }, { firmId: actor.orgId ?? '' }], order: { id: 'DESC' }, take: 500 });
  }

  async find(actor: Actor, id: string): Promise<Mandate> {
    const mandate = await this.db.repo(Mandate).findOneBy({ id });
    mandatePolicy.require(actor, 'mandate.read', mandate);
    return mandate;
  }

  async propose(actor: Actor, input: MandateDto): Promise<Mandate> {
    mandatePolicy.require(actor, 'mandate.propose', input);
    const today = this.clock.today();
    if (input.validTo < input.validFrom || input.validTo < today || input.validTo > addDays(today, LONGEST_DAYS)) throw mandateDates();
    try {
      return await this.db.transaction(() => this.store(actor, input));
    } catch (error) {
      if (violatedConstraint(error) === 'mandate_no_overlap') throw mandateExists();
      throw error;
    }
  }

  /** The other side agrees; from here it counts. @throws 409 when it has ended, 403 for the side that proposed */
  confirm(actor: Actor, id: string): Promise<Mandate> {
    return this.db.transaction(async () => {
      const { enterpriseId, firmId } = await this.find(actor, id);
      await this.assertParties({ enterpriseId, firmId });
      const mandate = await this.lock(actor, id, 'mandate.confirm');
      if (mandate.state !== 'proposed') throw mandateState();
      const side = sideOf(actor, mandate);
      if (mandate[`${side}ConfirmedAt`]) throw notYoursToConfirm();
      if (mandate.validTo < this.clock.today()) throw mandateDates();
      Object.assign(mandate, { [`${side}ConfirmedAt`]: this.clock.now(), [`${side}ConfirmedBy`]: actor.userId, state: 'active' });
      await this.db.repo(Mandate).save(mandate);
      await this.audit.record({ actor, action: 'mandate.confirm', subject: { type: 'mandate', id }, details: { side } });
      await this.outbox.publish(mandateConfirmed, { mandateId: id });
      await this.live.publish('standing', { orgId: mandate.firmId });
      return mandate;
    });
  }

  decline(actor: Actor, id: string, reason: string | null): Promise<Mandate> {
    return this.end(actor, id, { from: 'proposed', to: 'declined', reason });
  }

  revoke(actor: Actor, id: string, reason: string | null): Promise<Mandate> {
    return this.end(actor, id, { from: 'active', to: 'revoked', reason });
  }

  /** Living mandates and proposals between the two that touch these days: what a room need not propose again. */
  livingBetween({ enterpriseId, firmId }: { enterpriseId: string; firmId: string }, { from, to }: { from: string; to: string }): Promise<Mandate[]> {
    return this.db.repo(Mandate).createQueryBuilder('m').where(`m.enterpriseId = :enterpriseId AND m.firmId = :firmId AND m.state IN ('proposed', 'active') AND m.validFrom <= :to AND m.validTo >= :from`, { enterpriseId, firmId, from, to }).getMany();
  }

  /** Ends a mandate that was given with something that is over now (a retainer), in the caller's transaction. One that has ended stays as it is. */
  async endWith(id: string, reason: string): Promise<void> {
    const mandate = await this.db.lock(Mandate, { id });
    if (!mandate || (mandate.state !== 'proposed' && mandate.state !== 'active')) return;
    await this.db.repo(Mandate).update({ id }, { state: 'revoked', endedAt: this.clock.now(), endedReason: reason });
    await this.audit.record({ actor: null, action: 'mandate.revoked', subject: { type: 'mandate', id }, details: { reason } });
    await this.outbox.publish(mandateEnded, { mandateId: id });
    await this.live.publish('standing', { orgId: mandate.firmId });
  }

  /** Ends what has run out. Repeatable. */
  async expire(): Promise<number> {
    const ended = await this.db.query<{ id: string; firmId: string }>(
      `UPDATE mandate SET state = 'expired', ended_at = $2, ended_reason = '授权期限届满' WHERE state IN ('active', 'proposed') AND valid_to < $1 RETURNING id, firm_id AS "firmId"`,
      [this.clock.today(), this.clock.now()],
    );
    for (const { id, firmId } of ended) {
      await this.audit.record({ actor: null, action: 'mandate.expire', subject: { type: 'mandate', id } });
      await this.outbox.publish(mandateEnded, { mandateId: id });
      await this.live.publish('standing', { orgId: firmId });
    }
    return ended.length;
  }

  private end(actor: Actor, id: string, how: { from: 'proposed' | 'active'; to: 'declined' | 'revoked'; reason: string | null }): Promise<Mandate> {
    return this.db.transaction(async () => {
      const mandate = await this.lock(actor, id, 'mandate.end');
      const withdrawn = how.to === 'revoked' && mandate.state === 'proposed'; // a proposer takes the proposal back
      if (mandate.state !== how.from && !withdrawn) throw mandateState();
      Object.assign(mandate, { state: how.to, endedAt: this.clock.now(), endedBy: actor.userId, endedReason: how.reason });
      await this.db.repo(Mandate).save(mandate);
      await this.audit.record({ actor, action: `mandate.${how.to}`, subject: { type: 'mandate', id }, details: { reason: how.reason } });
      await this.outbox.publish(mandateEnded, { mandateId: id });
      await this.live.publish('standing', { orgId: mandate.firmId });
      return mandate;
    });
  }

  private async store(actor: Actor, input: MandateDto): Promise<Mandate> {
    await this.assertParties(input);
    await this.assertSites(input);
    const [now, side] = [this.clock.now(), sideOf(actor, input)];
    const mandate = this.db.repo(Mandate).create({
      id: newId(), enterpriseId: input.enterpriseId, firmId: input.firmId, matters: [...input.matters].sort(), sites: input.sites ? [...input.sites].sort() : null, verbs: [...input.verbs].sort(),
      validFrom: input.validFrom, validTo: input.validTo, note: input.note ?? '', state: 'proposed', createdAt: now,
      enterpriseConfirmedAt: null, enterpriseConfirmedBy: null, firmConfirmedAt: null, firmConfirmedBy: null, endedAt: null, endedBy: null, endedReason: null,
      [`${side}ConfirmedAt`]: now, [`${side}ConfirmedBy`]: actor.userId,
    });
    await this.db.repo(Mandate).insert(mandate);
    await this.audit.record({ actor, action: 'mandate.propose', subject: { type: 'mandate', id: mandate.id }, details: { ...input } });
    await this.outbox.publish(mandateProposed, { mandateId: mandate.id });
    return mandate;
  }

  private async lock(actor: Actor, id: string, action: 'mandate.confirm' | 'mandate.end'): Promise<Mandate> {
    const mandate = await this.db.lock(Mandate, { id });
    mandatePolicy.require(actor, action, mandate);
    return mandate;
  }

  /** Only verified, unsuspended organisations of the right kinds agree mandates. Held until the end, so that a suspension comes before or after. */
  private async assertParties({ enterpriseId, firmId }: { enterpriseId: string; firmId: string }): Promise<void> {
    const parties = await this.db.repo(Organisation).find({ where: { id: In([enterpriseId, firmId]) }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_read' } });
    const enterprise = parties.find(each => each.id === enterpriseId && each.kind === 'enterprise');
    const firm = parties.find(each => each.id === firmId && each.kind === 'firm' && each.status === 'active');
    if (!enterprise || enterprise.status === 'known' || enterprise.status === 'suspended' || enterprise.status === 'rejected' || !firm) throw mandateParties();
  }

  private async assertSites({ enterpriseId, sites }: MandateDto): Promise<void> {
    if (!sites) return;
    if ((await this.db.repo(Site).countBy({ orgId: enterpriseId, id: In(sites) })) !== sites.length) throw mandateSites();
  }
}

function sideOf(actor: Actor, mandate: { enterpriseId: string }): 'enterprise' | 'firm' {
  return actor.orgId === mandate.enterpriseId ? 'enterprise' : 'firm';
}
