import { Injectable } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { Clock, Db, notFound, stale } from '@huanbao/platform';
import { EvaluationActs, type Step } from '../acting';
import type { SaveChecksDto } from '../dto';
import { CreditEvaluation } from '../evaluation.entity';
import { checksMissing, notChecking, notYetOverdue, returnedOnce, samePerson, yearRunning } from '../evaluation.errors';
import { evaluationPolicy } from '../evaluation.policy';
import { EvaluationBook } from '../evaluation.reference';
import { unchecked } from '../rules/answers';
import { Announcing } from '../years/announcing.service';
import { checksOf, voluntaryChecksOf } from './checks';
import { Results } from './results';

/** 县级初核 and 市级复核: indicator by indicator by one person, confirmed or sent back by another. */
@Injectable()
export class Checking {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly acts: EvaluationActs,
    private readonly book: EvaluationBook,
    private readonly results: Results,
    private readonly announcing: Announcing,
  ) {}

  /** Nothing was handed in and the last day is over: it is checked by what is known. */
  takeUp(step: Step): Promise<CaseRecord> {
    return this.acts.move(step, 'takeUp', {
      need: 'credit-evaluation.check',
      change: async ({ evaluation, year }) => {
        const until = evaluation.returned > 0 ? year.checkUntil : year.reportUntil;
        if (this.clock.today() <= until) throw notYetOverdue(until);
        const silence = await this.book.silence();
        if (evaluation.submittedAt === null) await this.announcing.toSubject(evaluation, { key: 'not-reported', title: { zh: `未在期限内提交 ${evaluation.year} 年度自查自报`, en: `No report on ${evaluation.year} in time` }, body: { zh: `初核已经开始，不能再提交。${silence.title} ${silence.value} ${silence.unit}。`, en: 'The check has begun without it.' } });
        return { notReported: evaluation.submittedAt === null };
      },
    });
  }

  /** What was looked at so far. @throws 412 when somebody saved meanwhile */
  save({ actor, id, version }: Step, { items, voluntary = [] }: SaveChecksDto): Promise<void> {
    return this.db.transaction(async () => {
      const c = await this.db.lock(CaseRecord, { id, kind: 'credit-evaluation' });
      evaluationPolicy.require(actor, 'credit-evaluation.check', c);
      const evaluation = await this.db.lock(CreditEvaluation, { id });
      if (!evaluation) throw notFound();
      if (c.state !== 'checking' && c.state !== 'correcting') throw notChecking();
      if (evaluation.version !== version) throw stale();
      const checks = { ...evaluation.checks, ...checksOf(items, { actor, now: this.clock.now(), levels: await this.book.levels() }) };
      const voluntaryChecks = { ...evaluation.voluntaryChecks, ...voluntaryChecksOf(voluntary, evaluation.voluntary, actor.name) };
      await this.db.repo(CreditEvaluation).update({ id }, { checks, voluntaryChecks, version: version + 1 } as object);
    });
  }

  /** Back to the enterprise, as often as the dated row says. */
  giveBack(step: Step, reason: string): Promise<CaseRecord> {
    return this.acts.move(step, 'giveBack', {
      need: 'credit-evaluation.check', reason,
      change: async ({ evaluation, year }) => {
        const most = await this.book.number('returns');
        if (evaluation.returned >= most) throw returnedOnce(most);
        await this.announcing.toSubject(evaluation, { key: `returned-${evaluation.returned}`, title: { zh: `${evaluation.year} 年度自查自报需要补充`, en: `Complete your report on ${evaluation.year}` }, body: { zh: `请在 ${year.checkUntil} 前补充后重新提交。原因：${reason}`, en: `Complete it by ${year.checkUntil}. Reason: ${reason}` } });
        return { returned: evaluation.returned + 1 };
      },
    });
  }

  /** Every indicator and every voluntary step has been looked at, and the year is over. */
  finish(step: Step, note: string): Promise<CaseRecord> {
    return this.acts.move(step, 'check', {
      need: 'credit-evaluation.check',
      change: async ({ evaluation, year, case: c }) => {
        if (this.clock.today() <= year.asOf) throw yearRunning(year.asOf);
        const missing = [...unchecked(evaluation.checks), ...evaluation.voluntary.flatMap((_, nth) => (evaluation.voluntaryChecks[String(nth)] ? [] : [`自愿行动 ${nth + 1}`]))];
        if (missing.length > 0) throw checksMissing(missing);
        await this.announcing.toPost('bureau.approver', evaluation, { key: `checked-${c.version}`, title: { zh: `年度评价待复核：${evaluation.subjectName}`, en: `To be reviewed: ${evaluation.subjectName}` }, body: { zh: `${c.number ?? ''}，初核人 ${step.actor.name}`, en: `${c.number ?? ''}, checked by ${step.actor.name}` } });
        // whoever reviewed before it was sent back may have become the checker: the review begins anew
        return { checkedBy: step.actor.userId, checkedByName: step.actor.name, checkedAt: this.clock.now(), checkNote: note, reviewedBy: null, reviewedByName: null, reviewedAt: null, reviewNote: null };
      },
    });
  }

  /** Confirmed by somebody who did not check it: the result is reckoned. */
  confirm(step: Step, note: string): Promise<CaseRecord> {
    return this.acts.move(step, 'confirm', {
      need: 'credit-evaluation.review',
      change: async ({ evaluation, year }) => {
        if (evaluation.checkedBy === step.actor.userId) throw samePerson();
        const columns = await this.results.reckon(evaluation, year, { cause: 'review', byName: step.actor.name });
        return { ...columns, reviewedBy: step.actor.userId, reviewedByName: step.actor.name, reviewedAt: this.clock.now(), reviewNote: note };
      },
    });
  }

  sendBack(step: Step, reason: string): Promise<CaseRecord> {
    return this.acts.move(step, 'sendBack', {
      need: 'credit-evaluation.review', reason,
      change: async ({ evaluation }) => {
        if (evaluation.checkedBy === step.actor.userId) throw samePerson();
        await this.announcing.toPost('bureau.reviewer', evaluation, { key: `sent-back-${step.version}`, title: { zh: `复核退回：${evaluation.subjectName}`, en: `Sent back: ${evaluation.subjectName}` }, body: { zh: reason, en: reason } });
        return {};
      },
    });
  }
}
