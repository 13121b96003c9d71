import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, newId, notFound, Outbox, stale } from '@huanbao/platform';
import { DischargeStandard, LimitStandard } from '../limit-standard.entity';
import { simulateLimits } from '../permits.jobs.definitions';
import { codeKey } from '../review/limit-fit';
import { LimitProposal, ProposalState } from './limit-proposal.entity';
import { LimitTable } from './limit-table';
import { changesRefused, notProposer, proposalDecided, sameProposer, simulationAwaited } from './limits.errors';
import type { ProposeLimitsDto } from './limits.dto';
import { changesOf } from './changes-of';
import { Book, LimitChange, planChanges, StoredLimit } from './plan-changes';

/** One lock for all changes of limits: they are rare, and each is checked against the whole table. */
const LIMITS_LOCK = 7_142_015;

export interface ProposalInput {
  readonly reason: string;
  readonly citation: string;
  readonly fileId?: string;
  readonly items: readonly LimitChange[];
  readonly source: 'form' | 'excel';
}

/** Changes of standards and limits by two persons: put forward, simulated, confirmed or not. */
@Injectable()
export class LimitProposals {
  constructor(
    private readonly db: Db,
    private readonly table: LimitTable,
    private readonly files: Files,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws 400 naming each change that cannot be, e.g. `/items/0/row/validFrom` for an overlap or a gap */
  proposeForm(actor: Actor, { items, ...rest }: ProposeLimitsDto): Promise<LimitProposal> {
    const read = changesOf(items);
    if ('problems' in read) throw changesRefused(read.problems);
    return this.propose(actor, { ...rest, items: read.changes, source: 'form' });
  }

  propose(actor: Actor, input: ProposalInput): Promise<LimitProposal> {
    return this.db.transaction(async () => {
      if (input.fileId) await this.files.readable(actor, input.fileId);
      const { problems } = planChanges(await this.table.stored(), input.items, this.clock.today());
      if (problems.length > 0) throw changesRefused(problems);
      const proposal: LimitProposal = {
        id: newId(), state: 'proposed', reason: input.reason, citation: input.citation, fileId: input.fileId ?? null, items: [...input.items], source: input.source, proposedBy: actor.userId, proposedByName: actor.name,
        proposedAt: this.clock.now(), decidedBy: null, decidedByName: null, decidedAt: null, decisionNote: null, simulationState: 'queued', simulation: null, version: 1,
      };
      await this.db.repo(LimitProposal).insert(proposal);
      await this.outbox.enqueue(simulateLimits, { proposalId: proposal.id, version: 1 }, { key: `${proposal.id}:1` });
      await this.audit.record({ actor, action: 'limit.propose', subject: { type: 'limit-proposal', id: proposal.id }, details: { reason: input.reason, citation: input.citation, changes: input.items.length, source: input.source } });
      return proposal;
    });
  }

  /** Puts the changes into force. @throws 422 for the proposer; 409 while the simulation runs; 400 when the table changed meanwhile so that they do not fit */
  confirm(actor: Actor, id: string, { note, version }: { note: string; version: number }): Promise<LimitProposal> {
    return this.decide(actor, id, { state: 'confirmed', note, version }, async proposal => {
      if (proposal.proposedBy === actor.userId) throw sameProposer();
      if (proposal.simulationState === 'queued') throw simulationAwaited();
      await this.db.query(`SELECT pg_advisory_xact_lock(${LIMITS_LOCK})`);
      const book = await this.table.stored();
      const { problems, next } = planChanges(book, proposal.items, this.clock.today());
      if (problems.length > 0) throw changesRefused(problems);
      await this.apply(actor, proposal, { book, next });
    });
  }

  reject(actor: Actor, id: string, { note, version }: { note: string; version: number }): Promise<LimitProposal> {
    return this.decide(actor, id, { state: 'rejected', note, version }, async proposal => {
      if (proposal.proposedBy === actor.userId) throw sameProposer();
    });
  }

  withdraw(actor: Actor, id: string, { note, version }: { note: string; version: number }): Promise<LimitProposal> {
    return this.decide(actor, id, { state: 'withdrawn', note, version }, async proposal => {
      if (proposal.proposedBy !== actor.userId) throw notProposer();
    });
  }

  private decide(actor: Actor, id: string, { state, note, version }: { state: ProposalState; note: string; version: number }, check: (proposal: LimitProposal) => Promise<void>): Promise<LimitProposal> {
    return this.db.transaction(async () => {
      const proposal = await this.db.lock(LimitProposal, { id });
      if (!proposal) throw notFound();
      if (proposal.state !== 'proposed') throw proposalDecided(proposal.state);
      if (proposal.version !== version) throw stale();
      await check(proposal);
      const changes = { state, decidedBy: actor.userId, decidedByName: actor.name, decidedAt: this.clock.now(), decisionNote: note, version: version + 1 };
      await this.db.repo(LimitProposal).update({ id }, changes);
      await this.audit.record({ actor, action: `limit.${state}`, subject: { type: 'limit-proposal', id }, details: { note, changes: proposal.items.length } });
      return Object.assign(proposal, changes);
    });
  }

  /** The difference between the two books, written down: rows are added, ended or superseded. */
  private async apply(actor: Actor, proposal: LimitProposal, { book, next }: { book: Book; next: Book }): Promise<void> {
    const kept = new Map(next.limits.map(row => [row.id, row]));
    for (const old of book.limits) {
      const row = kept.get(old.id);
      if (!row) await this.db.repo(LimitStandard).update({ id: old.id }, { supersededAt: this.clock.now(), supersededBy: actor.userId });
      else if (row.validTo !== old.validTo) await this.db.repo(LimitStandard).update({ id: old.id }, { validTo: row.validTo });
    }
    for (const row of next.limits.filter(one => one.id.startsWith('new-'))) await this.insert(actor, proposal, row);
    for (const change of proposal.items) await this.applyStandard(change, proposal);
    await this.audit.record({ actor, action: 'limit.change', subject: { type: 'limit-proposal', id: proposal.id }, details: { items: proposal.items as unknown as Record<string, unknown>[] } });
  }

  private async insert(actor: Actor, proposal: LimitProposal, { id: _placeholder, ...row }: StoredLimit): Promise<void> {
    await this.db.repo(LimitStandard).insert({
      ...row, id: newId(), value: row.value.normalize('NFKC').trim(), verified: false, origin: `${proposal.citation}（${proposal.proposedByName} 提出）`, proposedBy: proposal.proposedBy, confirmedBy: actor.userId, confirmedByName: actor.name,
      createdAt: this.clock.now(), supersededAt: null, supersededBy: null,
    });
  }

  private async applyStandard(change: LimitChange, proposal: LimitProposal): Promise<void> {
    const standards = this.db.repo(DischargeStandard);
    if (change.op === 'end-standard') {
      const key = codeKey(change.code);
      await standards.update({ key }, { inForceTo: change.lastDay, replacedBy: change.replacedBy });
      return;
    }
    if (change.op !== 'add-standard') return;
    const { code, title, kind, inForceFrom, replaces, note } = change.standard;
    await standards.insert({ id: newId(), code, key: codeKey(code), title, kind, inForceFrom, inForceTo: null, replaces, replacedBy: null, verified: false, origin: proposal.citation, note, createdByName: proposal.proposedByName, createdAt: this.clock.now() });
  }
}
