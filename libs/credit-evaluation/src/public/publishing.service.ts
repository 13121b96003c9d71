import { Injectable } from '@nestjs/common';
import { CalendarService } from '@huanbao/casework';
import { addWorkingDays } from '@huanbao/calendar';
import { CreditLedger, dayAfter, monthsAfter } from '@huanbao/credit';
import { Actor, Clock, Db, Outbox } from '@huanbao/platform';
import { EvaluationActs } from '../acting';
import { acceptedSteps, Results } from '../checking/results';
import { CreditEvaluation, CreditEvaluationObjection, EvaluationResult, EvaluationYear } from '../evaluation.entity';
import { evaluationPublished } from '../evaluation.events';
import { LAW } from '../evaluation.machine';
import { EvaluationBook } from '../evaluation.reference';
import { EvaluationLetters } from '../letters/letters.service';
import { publicityUntil } from '../rules/plan';
import { Announcing } from '../years/announcing.service';

/** 一般期限: a voluntary step counts for a year from the publication. */
const VOLUNTARY_MONTHS = 12;

/** The last steps of one enterprise: made public, approved, published. Each answers whether it was done. */
@Injectable()
export class Publishing {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly acts: EvaluationActs,
    private readonly book: EvaluationBook,
    private readonly calendar: CalendarService,
    private readonly results: Results,
    private readonly letters: EvaluationLetters,
    private readonly ledger: CreditLedger,
    private readonly announcing: Announcing,
    private readonly outbox: Outbox,
  ) {}

  /** Reckoned once more: an event may have been revoked since the review. */
  async makePublic(actor: Actor, year: EvaluationYear, id: string): Promise<boolean> {
    await this.acts.move({ actor, id }, 'makePublic', {
      need: null,
      change: async ({ evaluation }) => {
        const publicFrom = this.clock.today();
        const publicUntil = publicityUntil(publicFrom, year.publicityDays);
        const columns = await this.results.reckon(evaluation, year, { cause: 'publicity', byName: actor.name });
        await this.announcing.toSubject(evaluation, { key: 'publicity', title: { zh: `${year.year} 年度环境信用初评结果：${columns.gradeTitle ?? ''}`, en: `Preliminary grade of ${year.year}: ${columns.grade ?? ''}` }, body: { zh: `得分 ${columns.score ?? ''}，公示到 ${publicUntil}。可以逐条查看依据；有异议的，请在公示期内提出。`, en: `Score ${columns.score ?? ''}, public until ${publicUntil}. Object within that time if something is wrong.` } });
        return { ...columns, publicFrom, publicUntil };
      },
    });
    return true;
  }

  /** By somebody who neither checked nor reviewed it, nor changed the result upon an objection; otherwise it is left for a colleague. */
  async approve(actor: Actor, year: EvaluationYear, id: string): Promise<boolean> {
    const row = await this.db.repo(CreditEvaluation).findOneByOrFail({ id });
    if ([row.checkedBy, row.reviewedBy].includes(actor.userId)) return false;
    if (await this.db.repo(CreditEvaluationObjection).existsBy({ evaluationId: id, answeredBy: actor.userId, verdict: 'changed' })) return false;
    const publishDue = addWorkingDays(this.clock.today(), year.publishWorkdays, await this.calendar.calendar()).date;
    await this.acts.move({ actor, id }, 'approve', {
      need: null, clockPeriods: { publication: { days: year.publishWorkdays, dayType: 'workday', article: LAW } },
      change: async () => ({ approvedBy: actor.userId, approvedByName: actor.name, approvedAt: this.clock.now(), publishDue }),
    });
    return true;
  }

  /** The values enter the ledger of credit: from this day on the standing of the day rests on them, and goes on with each event. */
  async publish(actor: Actor, id: string): Promise<boolean> {
    await this.acts.move({ actor, id }, 'publish', {
      need: null,
      change: async ({ evaluation, year }) => {
        await this.intoLedger(actor, evaluation, year);
        await this.letters.issue(actor, evaluation);
        await this.outbox.publish(evaluationPublished, { evaluationId: id, subjectId: evaluation.subjectId, year: year.year });
        await this.announcing.toSubject(evaluation, { key: 'published', title: { zh: `${year.year} 年度环境信用等级：${evaluation.gradeTitle ?? ''}`, en: `Grade of ${year.year}: ${evaluation.grade ?? ''}` }, body: { zh: '评价结果已经公布，反馈书可以下载。此后的处罚、事故等会即时改变当前等级。', en: 'The result is published; the letter can be downloaded. Later events change the grade of the day.' } });
        return { publishedAt: this.clock.now() };
      },
    });
    return true;
  }

  private async intoLedger(actor: Actor, evaluation: CreditEvaluation, year: EvaluationYear): Promise<void> {
    const today = this.clock.today();
    const { readings } = await this.db.repo(EvaluationResult).findOneOrFail({ where: { evaluationId: evaluation.id }, order: { nth: 'DESC' } });
    const base = { subjectId: evaluation.subjectId, legalBasis: LAW, sourceType: 'credit-evaluation', sourceId: evaluation.id, documentNo: evaluation.number, validFrom: today };
    const readingUntil = dayAfter(monthsAfter(today, await this.book.number('result-months')), -1);
    for (const { indicator, title, measure, score } of readings) {
      await this.ledger.append(actor, { ...base, key: `credit-evaluation:${evaluation.id}:${indicator}`, type: 'reading', title: `${year.year} 年度评价：${title}`, facts: `${year.year} 年度环境信用评价审定取值`, indicator, measure, score, occurredOn: year.asOf, validUntil: readingUntil });
    }
    for (const [nth, step] of acceptedSteps(evaluation).entries()) {
      await this.ledger.append(actor, { ...base, key: `credit-evaluation:${evaluation.id}:voluntary-${nth}`, type: 'voluntary', title: step.title, facts: step.words ?? `${year.year} 年度自愿开展`, occurredOn: step.doneOn, validUntil: dayAfter(monthsAfter(today, VOLUNTARY_MONTHS), -1) });
    }
  }
}
