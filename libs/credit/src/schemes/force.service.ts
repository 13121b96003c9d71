import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, newId, notFound, violatedConstraint } from '@huanbao/platform';
import { CreditForce, CreditForceProposal, CreditScheme } from '../credit.entity';
import { forceDecided, forceOpen, forceOverlaps, schemeBegun, schemeState, schemeTwoPersons } from '../credit.errors';
import { dayAfter } from '../engine/ledger';
import type { DecideForceDto, PutInForceDto } from './scheme.dto';

/** Which scheme has its effect for everybody of a kind: proposed by one person, decided by another. Until then nothing changes. */
@Injectable()
export class SchemeForce {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async propose(actor: Actor, id: string, { effectiveFrom, legalBasis }: PutInForceDto): Promise<void> {
    await this.write(async () => {
      const scheme = await this.fit(id, effectiveFrom);
      await this.db.repo(CreditForceProposal).insert({ id: newId(), schemeId: id, subjectKind: scheme.subjectKind, effectiveFrom, legalBasis, state: 'proposed', proposedBy: actor.userId, proposedByName: actor.name, proposedAt: this.clock.now(), decidedBy: null, decidedByName: null, decidedAt: null, decidedReason: null });
      await this.audited(actor, scheme, 'propose-force', { effectiveFrom, legalBasis });
    });
  }

  /** By somebody else. The scheme before ends the day before the first day of this one. */
  async decide(actor: Actor, id: string, proposalId: string, { approved, reason }: DecideForceDto): Promise<void> {
    await this.write(async () => {
      const proposal = await this.db.lock(CreditForceProposal, { id: proposalId, schemeId: id });
      if (!proposal) throw notFound();
      if (proposal.state !== 'proposed') throw forceDecided();
      if (proposal.proposedBy === actor.userId) throw schemeTwoPersons();
      const { effectiveFrom, legalBasis, subjectKind } = proposal;
      const scheme = approved ? await this.fit(id, effectiveFrom) : await this.db.repo(CreditScheme).findOneByOrFail({ id });
      await this.db.repo(CreditForceProposal).update({ id: proposalId }, { state: approved ? 'approved' : 'refused', decidedBy: actor.userId, decidedByName: actor.name, decidedAt: this.clock.now(), decidedReason: reason });
      if (approved) {
        await this.db.query('UPDATE credit_force SET effective_to = $3 WHERE subject_kind = $1 AND effective_from < $2 AND effective_to IS NULL', [subjectKind, effectiveFrom, dayAfter(effectiveFrom, -1)]);
        await this.db.repo(CreditForce).insert({ id: newId(), subjectKind, schemeKey: scheme.key, effectiveFrom, effectiveTo: null, legalBasis, decidedByName: `${proposal.proposedByName}、${actor.name}`, decidedAt: this.clock.now() });
      }
      await this.audited(actor, scheme, approved ? 'in-force' : 'refuse-force', { effectiveFrom, legalBasis, reason, proposedBy: proposal.proposedByName });
    });
  }

  /** Published, and its first day still to come, when it is proposed and again when it is decided. */
  private async fit(id: string, effectiveFrom: string): Promise<CreditScheme> {
    const scheme = await this.db.lock(CreditScheme, { id });
    if (!scheme) throw notFound();
    if (scheme.state !== 'published') throw schemeState();
    if (effectiveFrom <= this.clock.today() || effectiveFrom < scheme.effectiveFrom) throw schemeBegun();
    return scheme;
  }

  private audited(actor: Actor, { id, key, title }: CreditScheme, step: string, details: object): Promise<void> {
    return this.audit.record({ actor, action: `credit-scheme.${step}`, subject: { type: 'credit-scheme', id }, details: { key, title, ...details } });
  }

  private async write<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'credit_force_overlap') throw forceOverlaps();
      if (constraint === 'credit_force_proposal_open') throw forceOpen();
      throw error;
    }
  }
}
