import { Injectable } from '@nestjs/common';
import { CalendarService } from '@huanbao/casework';
import { addWorkingDays } from '@huanbao/calendar';
import { Directory } from '@huanbao/identity';
import { Actor, Clock, Db } from '@huanbao/platform';
import { EvaluationActs } from '../acting';
import { Results } from '../checking/results';
import { PassedOver } from '../correcting/passed-over.service';
import { CreditEvaluation, CreditEvaluationObjection, EvaluationYear } from '../evaluation.entity';
import { LAW } from '../evaluation.machine';
import { publicityUntil } from '../rules/plan';
import { Announcing } from '../years/announcing.service';
import { Publication } from './publication';

/** The last steps of one enterprise: made public, approved, published. Each answers whether it was done. */
@Injectable()
export class Publishing {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly acts: EvaluationActs,
    private readonly calendar: CalendarService,
    private readonly results: Results,
    private readonly publication: Publication,
    private readonly directory: Directory,
    private readonly announcing: Announcing,
    private readonly passedOver: PassedOver,
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
    const changed = await this.db.repo(CreditEvaluationObjection).find({ select: { id: true, answeredBy: true }, where: { evaluationId: id, verdict: 'changed' } });
    const tookPart = new Set([row.checkedBy, row.reviewedBy, ...changed.map(one => one.answeredBy)]);
    if (tookPart.has(actor.userId) || (await this.passedOver.isBehind(actor, row))) return false;
    // in place of the supervisors only where every one of them had a hand in it
    const supervisors = await this.directory.userIdsWithRole('bureau.supervisor', row.regionCode);
    if (!supervisors.includes(actor.userId) && supervisors.some(one => !tookPart.has(one))) return false;
    const publishDue = addWorkingDays(this.clock.today(), year.publishWorkdays, await this.calendar.calendar()).date;
    await this.acts.move({ actor, id }, 'approve', {
      need: null, clockPeriods: { publication: { days: year.publishWorkdays, dayType: 'workday', article: LAW } },
      change: async () => ({ approvedBy: actor.userId, approvedByName: actor.name, approvedAt: this.clock.now(), publishDue }),
    });
    return true;
  }

  /** The values enter the ledger of credit: from this day on the standing of the day rests on them, and goes on with each event. What the ledger left behind is not published, and says so. */
  async publish(actor: Actor, id: string): Promise<boolean> {
    if (await this.passedOver.isBehind(actor, await this.db.repo(CreditEvaluation).findOneByOrFail({ id }))) return false;
    await this.acts.move({ actor, id }, 'publish', {
      need: null,
      change: async ({ evaluation, year }) => {
        await this.publication.effect(actor, evaluation, year);
        const publishedAt = this.clock.now();
        return { publishedAt, ...(evaluation.corrects === null ? {} : { correctionEndedAt: publishedAt }) };
      },
    });
    return true;
  }
}
