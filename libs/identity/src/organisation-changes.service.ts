import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, newId, notFound, Outbox } from '@huanbao/platform';
import { In } from 'typeorm';
import type { ChangeRequestDto } from './dto/identity.dto';
import { ChangeState, Organisation, OrganisationChange, VerifiedFacts } from './identity.entity';
import { changeEmpty, changeNeedsVerified, changeState, changeWithoutEvidence } from './identity.errors';
import { organisationChangeDecided, organisationChangeRequested } from './identity.events';
import { organisationPolicy } from './identity.policy';

type EvidenceCount = (changeId: string) => Promise<number>;

interface Decision {
  readonly to: 'confirmed' | 'refused';
  readonly reason: string | null;
}

interface Found {
  readonly organisation: Organisation;
  readonly change: OrganisationChange;
}

/**
 * Other facts of a verified organisation: it asks with reason and evidence, the bureau confirms or refuses. Until then, and
 * after a refusal, the old facts hold. One request at a time.
 */
@Injectable()
export class OrganisationChanges {
  // files live in a room above this one; without it nothing can be proved, and nothing be asked for
  private countEvidence: EvidenceCount = () => Promise.resolve(0);

  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Where the files are, it is said how many prove a change. */
  registerEvidence(count: EvidenceCount): void {
    this.countEvidence = count;
  }

  /** Newest first. What is only being written is seen by its own people alone. */
  async list(actor: Actor, orgId: string): Promise<OrganisationChange[]> {
    const organisation = await this.db.repo(Organisation).findOneBy({ id: orgId });
    organisationPolicy.require(actor, 'organisation.read', organisation);
    const states: ChangeState[] = ['requested', 'confirmed', 'refused', 'withdrawn', ...(actor.orgId === orgId ? (['draft'] as const) : [])];
    return this.db.repo(OrganisationChange).find({ where: { orgId, state: In(states) }, order: { id: 'DESC' }, take: 200 });
  }

  /** The draft on which the evidence is hung; the open one if there is one already. @throws 422 while not verified */
  begin(actor: Actor, orgId: string): Promise<OrganisationChange> {
    return this.db.transaction(async () => {
      const organisation = await this.db.lock(Organisation, { id: orgId });
      organisationPolicy.require(actor, 'organisation.edit', organisation);
      if (organisation.status !== 'active') throw changeNeedsVerified();
      const open = await this.db.repo(OrganisationChange).findOneBy({ orgId, state: In(['draft', 'requested']) });
      if (open) return open;
      const facts = factsOf(organisation);
      const change = this.db.repo(OrganisationChange).create({
        id: newId(), orgId, state: 'draft', before: facts, after: facts, reason: '', createdAt: this.clock.now(),
        requestedAt: null, requestedByName: null, decidedAt: null, decidedByName: null, decisionReason: null,
      });
      await this.db.repo(OrganisationChange).insert(change);
      return change;
    });
  }

  /** Hands the request to the bureau. @throws 400 when nothing changes or nothing proves it, 409 when it is no draft */
  request(actor: Actor, ids: ChangeIds, input: ChangeRequestDto): Promise<OrganisationChange> {
    return this.db.transaction(async () => {
      const { organisation, change } = await this.lock(actor, ids, 'organisation.edit');
      if (organisation.status !== 'active') throw changeNeedsVerified();
      if (change.state !== 'draft') throw changeState();
      const before = factsOf(organisation);
      const { reason, ...after } = input;
      if (changedFacts(before, after).length === 0) throw changeEmpty();
      if ((await this.countEvidence(change.id)) === 0) throw changeWithoutEvidence();
      Object.assign(change, { state: 'requested', before, after: factsOf(after), reason, requestedAt: this.clock.now(), requestedByName: actor.name });
      await this.store(actor, change, 'request');
      await this.outbox.publish(organisationChangeRequested, { changeId: change.id });
      return change;
    });
  }

  withdraw(actor: Actor, ids: ChangeIds): Promise<OrganisationChange> {
    return this.db.transaction(async () => {
      const { change } = await this.lock(actor, ids, 'organisation.edit');
      if (change.state !== 'draft' && change.state !== 'requested') throw changeState();
      Object.assign(change, { state: 'withdrawn', decidedAt: this.clock.now(), decidedByName: actor.name });
      await this.store(actor, change, 'withdraw');
      return change;
    });
  }

  /** The bureau's word. Confirmed, the new facts hold from this moment. @throws 409 when it was decided or withdrawn meanwhile */
  decide(actor: Actor, ids: ChangeIds, { to, reason }: Decision): Promise<OrganisationChange> {
    return this.db.transaction(async () => {
      const { organisation, change } = await this.lock(actor, ids, 'organisation.verify');
      if (change.state !== 'requested') throw changeState();
      const now = this.clock.now();
      if (to === 'confirmed') {
        Object.assign(organisation, change.after, { version: organisation.version + 1, updatedAt: now });
        await this.db.repo(Organisation).save(organisation);
      }
      Object.assign(change, { state: to, decidedAt: now, decidedByName: actor.name, decisionReason: reason });
      await this.store(actor, change, to === 'confirmed' ? 'confirm' : 'refuse');
      await this.outbox.publish(organisationChangeDecided, { changeId: change.id });
      return change;
    });
  }

  /** Evidence follows its change: read by who reads the organisation, written by its keepers until it is handed in. */
  async mayFiles(actor: Actor, changeId: string, verb: 'read' | 'write'): Promise<boolean> {
    const change = await this.db.repo(OrganisationChange).findOneBy({ id: changeId });
    const organisation = change && (await this.db.repo(Organisation).findOneBy({ id: change.orgId }));
    if (!change || !organisation) return false;
    if (verb === 'write') return change.state === 'draft' && organisationPolicy.may(actor, 'organisation.edit', organisation);
    return organisationPolicy.sees(actor, organisation) && (change.state !== 'draft' || actor.orgId === change.orgId);
  }

  /** The organisation first, as everywhere: whoever changes its standing waits, or is waited for. */
  private async lock(actor: Actor, { orgId, changeId }: ChangeIds, action: 'organisation.edit' | 'organisation.verify'): Promise<Found> {
    const organisation = await this.db.lock(Organisation, { id: orgId });
    organisationPolicy.require(actor, action, organisation);
    const change = await this.db.repo(OrganisationChange).findOneBy({ id: changeId, orgId });
    if (!change || (change.state === 'draft' && actor.orgId !== orgId)) throw notFound();
    return { organisation, change };
  }

  private async store(actor: Actor, change: OrganisationChange, step: 'request' | 'withdraw' | 'confirm' | 'refuse'): Promise<void> {
    await this.db.repo(OrganisationChange).save(change);
    const { id: changeId, orgId, before, after, reason, decisionReason } = change;
    await this.audit.record({ actor, action: `organisation-change.${step}`, subject: { type: 'organisation', id: orgId }, details: { changeId, before, after, reason, decisionReason } });
  }
}

export interface ChangeIds {
  readonly orgId: string;
  readonly changeId: string;
}

const FACTS = ['name', 'address', 'legalRepresentative'] as const;

const factsOf = ({ name, address, legalRepresentative }: VerifiedFacts): VerifiedFacts => ({ name, address, legalRepresentative });

/** Names of the verified facts that `next` would change; what it leaves out stays. */
export const changedFacts = (now: VerifiedFacts, next: Partial<VerifiedFacts>): string[] => FACTS.filter(fact => next[fact] !== undefined && next[fact] !== now[fact]);
