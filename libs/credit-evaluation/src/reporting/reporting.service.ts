import { Injectable } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { Actor, Audit, Clock, Db, newId, notFound, stale } from '@huanbao/platform';
import { EvaluationActs, type Given, type Step } from '../acting';
import type { IndicatorAnswerDto, SaveReportDto, SubmitReportDto } from '../dto';
import { CreditEvaluation, EvaluationReport } from '../evaluation.entity';
import { answersWrong, commitmentMissing, indicatorUnknown, notOpenForAnswers } from '../evaluation.errors';
import { evaluationPolicy } from '../evaluation.policy';
import { EvaluationBook } from '../evaluation.reference';
import { type Answer, reportFaults, valueFaults } from '../rules/answers';
import { indicatorOf, type IndicatorField } from '../rules/indicators';
import { Announcing } from '../years/announcing.service';
import { PlatformRecords } from './platform-records';
import { ReportCopies } from './report-copies';

/** The enterprise's side: a draft that is saved as it is typed, and the report that is handed in. */
@Injectable()
export class Reporting {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly acts: EvaluationActs,
    private readonly book: EvaluationBook,
    private readonly records: PlatformRecords,
    private readonly copies: ReportCopies,
    private readonly announcing: Announcing,
    private readonly audit: Audit,
  ) {}

  /** What was typed, also while it is incomplete. @throws 412 when somebody saved meanwhile, 409 after it was handed in */
  save({ actor, id, version }: Step, { answers, voluntary }: SaveReportDto): Promise<void> {
    return this.db.transaction(async () => {
      const evaluation = await this.open(actor, id);
      if (evaluation.version !== version) throw stale();
      const levels = await this.book.levels();
      const fields = answers.map((one, nth) => fieldOf(one.indicator, `/answers/${nth}/indicator`));
      const faults = answers.flatMap((one, nth) => valueFaults(one, fields[nth] as IndicatorField, { at: `/answers/${nth}`, levels }));
      if (faults.length > 0) throw answersWrong(faults);
      const merged = { ...evaluation.answers, ...Object.fromEntries(answers.map(one => [one.indicator, answerOf(one)])) };
      await this.db.repo(CreditEvaluation).update({ id }, { answers: merged, ...(voluntary ? { voluntary: voluntary.map(({ title, doneOn, words = null }) => ({ title, doneOn, words })) } : {}), version: version + 1 } as object);
    });
  }

  /** The platform's figures as they are now; what the enterprise wrote stays. */
  refresh(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async () => {
      const evaluation = await this.open(actor, id);
      const prefills = await this.records.prefills(evaluation);
      await this.db.repo(CreditEvaluation).update({ id }, { prefills, version: evaluation.version + 1 } as object);
      await this.audit.record({ actor, action: 'credit-evaluation.refresh', subject: { type: 'credit-evaluation', id }, details: { indicators: Object.keys(prefills) } });
    });
  }

  /** Handed in with a commitment, kept as a copy of record; after the last day it is marked as late. */
  submit(step: Step, { commitment, recordVersion }: SubmitReportDto): Promise<CaseRecord> {
    if (!commitment) throw commitmentMissing();
    return this.acts.move(step, 'submit', {
      need: 'credit-evaluation.submit',
      change: async given => {
        if (given.evaluation.version !== recordVersion) throw stale();
        const faults = reportFaults(given.evaluation.answers, await this.book.levels());
        if (faults.length > 0) throw answersWrong(faults);
        return this.kept(step.actor, given);
      },
    });
  }

  private async kept(actor: Actor, { evaluation, year, case: c }: Given): Promise<Partial<CreditEvaluation>> {
    const { id, answers, voluntary } = evaluation;
    const until = evaluation.returned > 0 ? year.checkUntil : year.reportUntil;
    const late = this.clock.today() > until;
    const signatureId = await this.copies.keep(actor, evaluation, late);
    const nth = await this.db.repo(EvaluationReport).countBy({ evaluationId: id });
    await this.db.repo(EvaluationReport).insert({ id: newId(), evaluationId: id, nth: nth + 1, answers, voluntary, late, submittedAt: this.clock.now(), submittedByName: actor.name, signatureId } as object);
    await this.announcing.toPost('bureau.reviewer', evaluation, { key: `submitted-${nth}`, title: { zh: `自查自报待初核：${evaluation.subjectName}`, en: `To be checked: ${evaluation.subjectName}` }, body: { zh: `${c.number ?? ''}${late ? '（逾期提交）' : ''}`, en: `${c.number ?? ''}${late ? ' (late)' : ''}` } });
    return { submittedAt: this.clock.now(), submittedByName: actor.name, late: evaluation.late || late, notReported: false, signatureId };
  }

  private async open(actor: Actor, id: string): Promise<CreditEvaluation> {
    const c = await this.db.lock(CaseRecord, { id, kind: 'credit-evaluation' });
    evaluationPolicy.require(actor, 'credit-evaluation.prepare', c);
    const evaluation = await this.db.lock(CreditEvaluation, { id });
    if (!evaluation) throw notFound();
    if (c.state !== 'reporting') throw notOpenForAnswers();
    return evaluation;
  }
}

export function fieldOf(code: string, pointer: string): IndicatorField {
  const field = indicatorOf(code);
  if (!field) throw indicatorUnknown(pointer);
  return field;
}

const answerOf = ({ applies, measure = null, level = null, score = null, words = null }: IndicatorAnswerDto): Answer => (applies ? { applies, measure, level, score, words } : { applies, measure: null, level: null, score: null, words });
