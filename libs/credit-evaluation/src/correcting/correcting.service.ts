import { Injectable } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { Clock, Db, notFound } from '@huanbao/platform';
import { EvaluationActs, type Given, type Step } from '../acting';
import { Results } from '../checking/results';
import { CreditEvaluation } from '../evaluation.entity';
import { correctionMoved, samePerson } from '../evaluation.errors';
import { EvaluationBook } from '../evaluation.reference';
import { Publication } from '../public/publication';
import { sameDifferences } from '../rules/correction';
import { publicityUntil } from '../rules/plan';
import { Announcing } from '../years/announcing.service';

/** A published result is put right by two persons: made public with the right to object where the grade gets worse, published at once where it does not. */
@Injectable()
export class Correcting {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly acts: EvaluationActs,
    private readonly book: EvaluationBook,
    private readonly results: Results,
    private readonly publication: Publication,
    private readonly announcing: Announcing,
  ) {}

  /** With the values as they were looked at; reckoned anew first. */
  propose(step: Step, reason: string): Promise<CaseRecord> {
    return this.acts.move(step, 'propose', {
      need: 'credit-evaluation.check', reason,
      change: async ({ evaluation, year, case: c }) => {
        const columns = await this.results.reckon(evaluation, year, { cause: 'correction', byName: step.actor.name });
        await this.announcing.toPost('bureau.approver', evaluation, { key: `correction-${c.version}`, title: { zh: `年度评价更正待决定：${evaluation.subjectName}`, en: `A correction to be decided: ${evaluation.subjectName}` }, body: { zh: `${c.number ?? ''}，提出人 ${step.actor.name}：${reason}`, en: `${c.number ?? ''}, proposed by ${step.actor.name}: ${reason}` } });
        return { ...columns, checkedBy: step.actor.userId, checkedByName: step.actor.name, checkedAt: this.clock.now(), checkNote: reason };
      },
    });
  }

  /** By somebody who did not propose it. @throws 409 when the ledger moved since it was proposed */
  async decide(step: Step, { approved, reason }: { readonly approved: boolean; readonly reason: string }): Promise<CaseRecord> {
    if (!approved) return this.turnBack(step, reason);
    const row = await this.db.repo(CreditEvaluation).findOneBy({ id: step.id });
    if (!row) throw notFound();
    const days = await this.book.number(row.correction?.direction === 'worse' ? 'corrected-worse-days' : 'corrected-better-days');
    return this.acts.move(step, days > 0 ? 'publicise' : 'correctAtOnce', {
      need: 'credit-evaluation.correct', reason, details: { direction: row.correction?.direction, publicityDays: days },
      change: async given => {
        await this.assertUnmoved(step, given);
        return days > 0 ? this.publicised(step, given, { reason, days }) : this.published(step, given, reason);
      },
    });
  }

  private turnBack(step: Step, reason: string): Promise<CaseRecord> {
    return this.acts.move(step, 'turnBack', {
      need: 'credit-evaluation.correct', reason,
      change: async ({ evaluation }) => {
        if (evaluation.checkedBy === step.actor.userId) throw samePerson();
        await this.announcing.toPost('bureau.reviewer', evaluation, { key: `turned-back-${step.version}`, title: { zh: `更正退回：${evaluation.subjectName}`, en: `Correction turned back: ${evaluation.subjectName}` }, body: { zh: reason, en: reason } });
        return {};
      },
    });
  }

  private async assertUnmoved({ actor }: Step, { evaluation, year }: Given): Promise<void> {
    if (evaluation.checkedBy === actor.userId) throw samePerson();
    const { differences } = await this.results.compare(evaluation, year);
    if (!sameDifferences(differences, evaluation.correction?.differences ?? [])) throw correctionMoved();
  }

  private async publicised({ actor }: Step, { evaluation, year }: Given, { reason, days }: { readonly reason: string; readonly days: number }): Promise<Partial<CreditEvaluation>> {
    const publicFrom = this.clock.today();
    const publicUntil = publicityUntil(publicFrom, days);
    await this.announcing.toSubject(evaluation, {
      key: `correction-public-${publicFrom}`, title: { zh: `${year.year} 年度评价结果更正：${evaluation.gradeTitle ?? ''}`, en: `Correction of your result of ${year.year}: ${evaluation.grade ?? ''}` },
      body: { zh: `更正后得分 ${evaluation.score ?? ''}，公示到 ${publicUntil}。可以逐条查看新旧结果；有异议的，请在公示期内提出。`, en: `Score ${evaluation.score ?? ''}, public until ${publicUntil}. Old and new are shown line by line; object within that time.` },
    });
    return { publicFrom, publicUntil, reviewedBy: actor.userId, reviewedByName: actor.name, reviewedAt: this.clock.now(), reviewNote: reason };
  }

  private async published({ actor }: Step, { evaluation, year }: Given, reason: string): Promise<Partial<CreditEvaluation>> {
    await this.publication.effect(actor, evaluation, year);
    const now = this.clock.now();
    return { approvedBy: actor.userId, approvedByName: actor.name, approvedAt: now, reviewNote: reason, publishedAt: now, correctionEndedAt: now };
  }
}
