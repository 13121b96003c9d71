import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, containsWords, Db, decodeCursor, FieldCipher, EventDefinition, LiveBus, Outbox, Page, stale, toPage, violatedConstraint } from '@huanbao/platform';
import type { OrganisationFactsDto, OrganisationListQuery, PartnerQuery } from './dto/identity.dto';
import { Organisation, OrganisationStanding, OrgStatus } from './identity.entity';
import { factsVerified, statusConflict, usccTaken } from './identity.errors';
import { mandateEnded, organisationReinstated, organisationRejected, organisationSuspended, organisationVerified, registrationReceived } from './identity.events';
import { KnownEnterprises } from './known-enterprises';
import { organisationPolicy } from './identity.policy';
import { PHONE_CONTEXT } from './contact-phone';
import { changedFacts } from './organisation-changes.service';
import { recordStanding } from './standing';
import { OrganisationItemView, organisationItem, PartnerView } from './identity.view';

type Move = 'verify' | 'reject' | 'suspend' | 'reinstate';

interface MoveRow {
  readonly from: readonly OrgStatus[];
  readonly to: OrgStatus;
  readonly action: 'organisation.verify' | 'organisation.suspend';
  readonly event: EventDefinition<{ organisationId: string }>;
}

/** What the bureau does with the standing of an organisation. */
const MOVES: Readonly<Record<Move, MoveRow>> = {
  verify: { from: ['pending'], to: 'active', action: 'organisation.verify', event: organisationVerified },
  reject: { from: ['pending'], to: 'rejected', action: 'organisation.verify', event: organisationRejected },
  suspend: { from: ['active'], to: 'suspended', action: 'organisation.suspend', event: organisationSuspended },
  reinstate: { from: ['suspended'], to: 'active', action: 'organisation.suspend', event: organisationReinstated },
};

/** Verified by the bureau, also while suspended; official bodies are set up by the operator. */
const isVerified = ({ kind, status }: Organisation): boolean => (kind === 'enterprise' || kind === 'firm') && (status === 'active' || status === 'suspended');

const like = (q: string): string => `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

/** Organisations: what they say of themselves, and their standing with the bureau. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly db: Db,
    private readonly cipher: FieldCipher,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly live: LiveBus,
    private readonly known: KnownEnterprises,
  ) {}

  async find(actor: Actor, id: string): Promise<Organisation> {
    const organisation = await this.db.repo(Organisation).findOneBy({ id });
    organisationPolicy.require(actor, 'organisation.read', organisation);
    return organisation;
  }

  /** Every step in the standing of an organisation, newest first. */
  async standing(actor: Actor, id: string): Promise<OrganisationStanding[]> {
    await this.find(actor, id);
    return this.db.repo(OrganisationStanding).find({ where: { orgId: id }, order: { at: 'DESC', id: 'DESC' }, take: 200 });
  }

  /**
   * Facts an organisation keeps up itself; those the bureau has verified change by a request only. The credit code never
   * changes. After a rejection the corrected facts go back to the bureau. @throws 412 `stale`, 422 `organisation.facts-verified`, 400 at `/uscc` when the code has been registered anew meanwhile
   */
  async update(actor: Actor, id: string, facts: Partial<OrganisationFactsDto>, expectedVersion: number): Promise<Organisation> {
    try {
      return await this.db.transaction(() => this.store(actor, id, { facts, expectedVersion }));
    } catch (error) {
      if (violatedConstraint(error) === 'organisation_uscc') throw usccTaken();
      throw error;
    }
  }

  private async store(actor: Actor, id: string, { facts, expectedVersion }: { facts: Partial<OrganisationFactsDto>; expectedVersion: number }): Promise<Organisation> {
    const organisation = await this.db.lock(Organisation, { id });
    organisationPolicy.require(actor, 'organisation.edit', organisation);
    if (organisation.version !== expectedVersion) throw stale();
    const verified = isVerified(organisation) ? changedFacts(organisation, facts) : [];
    if (verified.length > 0) throw factsVerified(verified);
    const from = organisation.status;
    const { contactPhone, ...rest } = facts;
    Object.assign(organisation, rest, contactPhone ? { contactPhoneCipher: this.cipher.encrypt(contactPhone, PHONE_CONTEXT) } : {}, { version: organisation.version + 1, updatedAt: this.clock.now() });
    if (from === 'rejected') Object.assign(organisation, { status: 'pending', statusReason: null });
    await this.db.repo(Organisation).save(organisation);
    await this.audit.record({ actor, action: 'organisation.edit', subject: { type: 'organisation', id }, details: { fields: Object.keys(facts), from, to: organisation.status } });
    if (from === 'rejected') {
      await recordStanding(this.db, { organisation, from, by: actor.name });
      await this.outbox.publish(registrationReceived, { organisationId: id });
    }
    return organisation;
  }

  /** Verifies, rejects, suspends or reinstates. A suspension stops the organisation's mandates for good. */
  move(actor: Actor, id: string, move: Move, reason: string | null): Promise<Organisation> {
    const row = MOVES[move];
    return this.db.transaction(async () => {
      const organisation = await this.db.lock(Organisation, { id });
      organisationPolicy.require(actor, row.action, organisation);
      if (!row.from.includes(organisation.status)) throw statusConflict();
      const from = organisation.status;
      Object.assign(organisation, { status: row.to, statusReason: reason, version: organisation.version + 1, updatedAt: this.clock.now() });
      await this.db.repo(Organisation).save(organisation);
      await recordStanding(this.db, { organisation, from, by: actor.name });
      await this.audit.record({ actor, action: `organisation.${move}`, subject: { type: 'organisation', id }, details: { reason } });
      await this.outbox.publish(row.event, { organisationId: id });
      if (move === 'verify') await this.known.claim(organisation);
      await this.live.publish('standing', { orgId: id });
      if (move === 'suspend') await this.stopMandates(actor, id);
      return organisation;
    });
  }

  /** The contact's full phone number, for the bureau, with a reason; each look is audited. */
  async unmask(actor: Actor, id: string, reason: string): Promise<string | null> {
    const organisation = await this.db.repo(Organisation).findOneBy({ id });
    organisationPolicy.require(actor, 'organisation.unmask', organisation);
    await this.audit.record({ actor, action: 'organisation.unmask', subject: { type: 'organisation', id }, details: { field: 'contactPhone', reason } });
    return organisation.contactPhoneCipher && this.cipher.decrypt(organisation.contactPhoneCipher, PHONE_CONTEXT);
  }

  /** The bureau's list of its region, oldest first so that nobody waits unseen. */
  async list(actor: Actor, query: OrganisationListQuery): Promise<Page<OrganisationItemView>> {
    const limit = query.limit ?? 20;
    const cursor = decodeCursor(query.cursor, 1);
    const rows = this.db.repo(Organisation).createQueryBuilder('o').where(`o.kind IN ('enterprise', 'firm')`);
    rows.andWhere(`EXISTS (SELECT 1 FROM unnest(:regions::text[]) r WHERE o.region_code LIKE r || '%')`, { regions: [...actor.regions] });
    if (query.status) rows.andWhere('o.status = :status', { status: query.status });
    if (query.change) rows.andWhere(`EXISTS (SELECT 1 FROM organisation_change c WHERE c.org_id = o.id AND c.state = 'requested')`);
    if (query.kind) rows.andWhere('o.kind = :kind', { kind: query.kind });
    if (query.q) rows.andWhere(containsWords(`o.name || ' ' || coalesce(o.uscc, '')`, ':q'), { q: query.q });
    if (cursor) rows.andWhere('o.id > :after', { after: cursor[0] });
    return toPage(await rows.orderBy('o.id').limit(limit + 1).getMany(), limit, o => [o.id], organisationItem);
  }

  /** Active firms and enterprises to agree a mandate with; names and part of the code only. */
  async partners(query: PartnerQuery): Promise<PartnerView[]> {
    return this.db.query<PartnerView>(
      `SELECT id, kind, name, left(uscc, 4) || '**********' || right(uscc, 4) AS "usccMasked" FROM organisation
        WHERE status = 'active' AND kind = coalesce($3, kind) AND kind IN ('enterprise', 'firm')
          AND bigrams(name || ' ' || coalesce(uscc, '')) @> bigrams($1) AND lower(name) LIKE $2 ORDER BY name LIMIT 20`,
      [query.q, like(query.q), query.kind ?? null],
    );
  }

  private async stopMandates(actor: Actor, organisationId: string): Promise<void> {
    const stopped = await this.db.query<{ id: string; firmId: string }>(
      `UPDATE mandate SET state = 'stopped', ended_at = $2, ended_by = $3, ended_reason = '单位被暂停'
        WHERE (firm_id = $1 OR enterprise_id = $1) AND state IN ('active', 'proposed') RETURNING id, firm_id AS "firmId"`,
      [organisationId, this.clock.now(), actor.userId],
    );
    for (const { id, firmId } of stopped) {
      await this.audit.record({ actor, action: 'mandate.stop', subject: { type: 'mandate', id }, details: { because: organisationId } });
      await this.outbox.publish(mandateEnded, { mandateId: id });
      await this.live.publish('standing', { orgId: firmId });
    }
  }
}
