import { Injectable } from '@nestjs/common';
import { CaseEngine } from '@huanbao/casework';
import { CreditLedger, CreditReckoning, dayAfter, monthsAfter } from '@huanbao/credit';
import { Actor, Clock, Db, Outbox } from '@huanbao/platform';
import { acceptedSteps } from '../checking/results';
import { CreditEvaluation, EvaluationParticipant, EvaluationResult, EvaluationYear } from '../evaluation.entity';
import { evaluationPublished } from '../evaluation.events';
import { LAW } from '../evaluation.machine';
import { EvaluationBook } from '../evaluation.reference';
import { EvaluationLetters } from '../letters/letters.service';
import { Announcing } from '../years/announcing.service';

/** 一般期限: a voluntary step counts for a year from the publication. */
const VOLUNTARY_MONTHS = 12;

/** What a published result brings: values in the ledger, the letter, word to the enterprise. A correction takes the place of what it corrects; nothing is erased. */
@Injectable()
export class Publication {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly book: EvaluationBook,
    private readonly engine: CaseEngine,
    private readonly ledger: CreditLedger,
    private readonly reckoning: CreditReckoning,
    private readonly letters: EvaluationLetters,
    private readonly announcing: Announcing,
    private readonly outbox: Outbox,
  ) {}

  /** Only in the transaction that publishes it. From this day on the standing of the day rests on the values, and goes on with each event. */
  async effect(actor: Actor, evaluation: CreditEvaluation, year: EvaluationYear): Promise<void> {
    if (evaluation.corrects !== null) await this.replace(actor, evaluation, evaluation.corrects);
    await this.intoLedger(actor, evaluation, year);
    await this.letters.issue(actor, evaluation);
    await this.outbox.publish(evaluationPublished, { evaluationId: evaluation.id, subjectId: evaluation.subjectId, year: year.year });
    const isCorrection = evaluation.corrects !== null;
    await this.announcing.toSubject(evaluation, {
      key: 'published', title: isCorrection ? { zh: `${year.year} 年度环境信用等级已更正：${evaluation.gradeTitle ?? ''}`, en: `Grade of ${year.year} corrected: ${evaluation.grade ?? ''}` } : { zh: `${year.year} 年度环境信用等级：${evaluation.gradeTitle ?? ''}`, en: `Grade of ${year.year}: ${evaluation.grade ?? ''}` },
      body: isCorrection ? { zh: '更正后的结果已经公布，新的反馈书可以下载，原反馈书核验时注明已被更正。', en: 'The corrected result is published; there is a new letter, and the old one says that it was replaced.' } : { zh: '评价结果已经公布，反馈书可以下载。此后的处罚、事故等会即时改变当前等级。', en: 'The result is published; the letter can be downloaded. Later events change the grade of the day.' },
    });
  }

  private async replace(actor: Actor, correction: CreditEvaluation, originalId: string): Promise<void> {
    const original = (await this.db.lock(CreditEvaluation, { id: originalId })) as CreditEvaluation;
    for (const { key, subjectId } of await this.ledger.of([original.subjectId], { sourceType: 'credit-evaluation', sourceId: original.id })) {
      await this.ledger.change(actor, { subjectId, eventKey: key, key: `credit-evaluation:corrected:${original.id}`, status: 'revoked', effectiveOn: this.clock.today(), reason: `年度评价结果已更正（${correction.number ?? ''}）`, basis: LAW, documentNo: correction.number });
    }
    await this.db.repo(CreditEvaluation).update({ id: original.id }, { mergedInto: correction.id, correctedAt: this.clock.now() });
    await this.db.repo(EvaluationParticipant).update({ id: correction.participantId }, { evaluationId: correction.id });
    await this.engine.note(original.id, { actor, authorise: () => undefined, text: { zh: `结果已更正，以 ${correction.number ?? ''} 为准`, en: `The result was corrected: ${correction.number ?? ''} counts` }, action: 'credit-evaluation.corrected', details: { correction: correction.id, before: original.gradeTitle, after: correction.gradeTitle } });
  }

  /** What a correction brings ends when the values it replaces would have ended. An indicator that events bring down by themselves gets no value: it would outlive their repair. */
  private async intoLedger(actor: Actor, evaluation: CreditEvaluation, year: EvaluationYear): Promise<void> {
    const today = this.clock.today();
    const from = evaluation.correction?.firstPublishedOn ?? today;
    const { readings } = await this.db.repo(EvaluationResult).findOneOrFail({ where: { evaluationId: evaluation.id }, order: { nth: 'DESC' } });
    const base = { subjectId: evaluation.subjectId, legalBasis: LAW, sourceType: 'credit-evaluation', sourceId: evaluation.id, documentNo: evaluation.number, validFrom: today };
    const readingUntil = dayAfter(monthsAfter(from, await this.book.number('result-months')), -1);
    const stepUntil = dayAfter(monthsAfter(from, VOLUNTARY_MONTHS), -1);
    const byEvents = await this.reckoning.actedOn(year.schemes.map(one => one.id));
    for (const { indicator, title, measure, score } of readingUntil < today ? [] : readings.filter(one => !byEvents.has(one.indicator))) {
      await this.ledger.append(actor, { ...base, key: `credit-evaluation:${evaluation.id}:${indicator}`, type: 'reading', title: `${year.year} 年度评价：${title}`, facts: `${year.year} 年度环境信用评价审定取值`, indicator, measure, score, occurredOn: year.asOf, validUntil: readingUntil });
    }
    for (const [nth, step] of (stepUntil < today ? [] : acceptedSteps(evaluation)).entries()) {
      await this.ledger.append(actor, { ...base, key: `credit-evaluation:${evaluation.id}:voluntary-${nth}`, type: 'voluntary', title: step.title, facts: step.words ?? `${year.year} 年度自愿开展`, occurredOn: step.doneOn, validUntil: stepUntil });
    }
  }
}
