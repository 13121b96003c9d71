import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, invalidFields, newId, notFound, violatedConstraint } from '@huanbao/platform';
import { ReferenceProposal } from './reference.entity';
import { editedElsewhere, notProposer, ownProposal, proposalOpen, proposalOutdated, proposalSettled } from './reference.errors';
import type { ReferenceItem } from './reference-item';
import { type ReferenceSource, ReferenceSources } from './reference-sources';
import { successionFaults, type Successor } from './succession';

type Edited = ReferenceSource & Required<Pick<ReferenceSource, 'editing' | 'locked' | 'succeed'>>;

export interface Proposing {
  readonly kind: string;
  readonly key: string;
  readonly reason: string;
  readonly next: Successor;
}

/** New values for rows of reference data: one person proposes, another approves; rows are added and ended, never changed. */
@Injectable()
export class ReferenceProposals {
  constructor(
    private readonly db: Db,
    private readonly sources: ReferenceSources,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws 400 at each wrong place, 409 while another change of the row waits, 422 for a kind that has its own editor */
  async propose(actor: Actor, { kind, key, reason, next }: Proposing): Promise<ReferenceProposal> {
    try {
      return await this.db.transaction(async () => {
        const source = this.edited(kind);
        const before = await this.rowOf(source, key);
        this.assertFits(source, before, next);
        const row: ReferenceProposal = {
          id: newId(), kind, key, before, after: next, reason, state: 'open', newKey: null, proposedBy: actor.userId, proposedByName: actor.name, proposedAt: this.clock.now(), decidedBy: null, decidedByName: null, decidedAt: null, decisionNote: null,
        };
        await this.db.repo(ReferenceProposal).insert({ ...row, before: before as object, after: next as object });
        await this.record(actor, 'reference.propose', row);
        return row;
      });
    } catch (error) {
      if (violatedConstraint(error) === 'reference_proposal_open') throw proposalOpen();
      throw error;
    }
  }

  /** The second person: from its day on the new row holds, the old one until the day before. The new row is unverified until somebody compares it. */
  approve(actor: Actor, id: string, note: string | null): Promise<ReferenceProposal> {
    return this.db.transaction(async () => {
      const proposal = await this.open(id);
      if (proposal.proposedBy === actor.userId) throw ownProposal();
      const source = this.edited(proposal.kind);
      const now = await this.rowOf(source, proposal.key);
      if (!isSame(now, proposal.before)) throw proposalOutdated();
      this.assertFits(source, now, proposal.after);
      const newKey = await source.succeed(proposal.key, proposal.after, `${proposal.proposedByName}提出，${actor.name}批准`);
      return this.settle(actor, proposal, { state: 'approved', newKey, decisionNote: note });
    });
  }

  reject(actor: Actor, id: string, note: string): Promise<ReferenceProposal> {
    return this.db.transaction(async () => {
      const proposal = await this.open(id);
      if (proposal.proposedBy === actor.userId) throw ownProposal();
      return this.settle(actor, proposal, { state: 'rejected', decisionNote: note });
    });
  }

  withdraw(actor: Actor, id: string): Promise<ReferenceProposal> {
    return this.db.transaction(async () => {
      const proposal = await this.open(id);
      if (proposal.proposedBy !== actor.userId) throw notProposer();
      return this.settle(actor, proposal, { state: 'withdrawn' });
    });
  }

  private async open(id: string): Promise<ReferenceProposal> {
    const proposal = await this.db.lock(ReferenceProposal, { id });
    if (!proposal) throw notFound();
    if (proposal.state !== 'open') throw proposalSettled();
    return proposal;
  }

  private edited(kind: string): Edited {
    const source = this.sources.of(kind);
    if (!source) throw notFound();
    if (!source.editing || !source.locked || !source.succeed) throw editedElsewhere();
    return source as Edited;
  }

  private async rowOf(source: Edited, key: string): Promise<ReferenceItem> {
    const row = await source.locked(key);
    if (!row) throw notFound();
    return row;
  }

  private assertFits(source: Edited, row: ReferenceItem, next: Successor): void {
    const faults = successionFaults(row, next, { editing: source.editing, today: this.clock.today() });
    if (faults.length > 0) throw invalidFields(faults);
  }

  private async settle(actor: Actor, proposal: ReferenceProposal, change: Partial<ReferenceProposal>): Promise<ReferenceProposal> {
    const settled = { decidedBy: actor.userId, decidedByName: actor.name, decidedAt: this.clock.now(), ...change };
    await this.db.repo(ReferenceProposal).update({ id: proposal.id }, settled as object);
    const row = { ...proposal, ...settled };
    await this.record(actor, `reference.${row.state}`, row);
    return row;
  }

  private async record(actor: Actor, action: string, { id, kind, key, before, after, reason, newKey, decisionNote }: ReferenceProposal): Promise<void> {
    const words = (one: { value: string; unit: string }): string => `${one.value} ${one.unit}`.trim();
    await this.audit.record({ actor, action, subject: { type: 'reference', id: key }, details: { proposalId: id, kind, title: before.title, from: words(before), to: words(after), effectiveFrom: after.effectiveFrom, legalBasis: after.legalBasis, reason, newKey, note: decisionNote } });
  }
}

/** The flag alone may have changed: comparing a row does not make a proposal outdated. */
const isSame = (a: ReferenceItem, b: ReferenceItem): boolean => (['title', 'value', 'unit', 'legalBasis', 'effectiveFrom', 'effectiveTo'] as const).every(name => (a[name] ?? null) === (b[name] ?? null));
