import { Injectable } from '@nestjs/common';
import { Bid, ServiceTask } from '@huanbao/marketplace';
import { Actor, Clock, Db } from '@huanbao/platform';
import { Remaining } from './committee/candidates';
import { DONE, WORKING } from './committee/committee.service';
import { ComplaintWays } from './complaints/complaint-ways';
import { Evaluation, EvaluationDraw, EvaluationEnquiry, EvaluationObjection, EvaluationPlan, EvaluationRound, EvaluationSeat } from './evaluation.entity';
import { evaluationPolicy } from './evaluation.policy';
import { EvaluationRecords } from './evaluation.records';
import { atFirst } from './bids/bid-lines';
import { Panels } from './panels';
import { PUBLISHED, type Reader, Readers, resultFor, reviewFor } from './reader';
import { priceAlone } from './rules/panel';
import { EvaluationView, PanelView } from './views/evaluation.view';
import { candidateViews, drawView, enquiryView, objectionView, planView, publicityView, roundView, seatView } from './views/views';

interface Whole {
  readonly task: ServiceTask;
  readonly plan: EvaluationPlan | null;
  readonly evaluation: Evaluation | null;
  readonly seats: readonly EvaluationSeat[];
  readonly enquiries: readonly EvaluationEnquiry[];
  readonly objections: readonly EvaluationObjection[];
  readonly rounds: readonly EvaluationRound[];
}

/** The evaluation of a task, to each reader what is theirs: nobody sees a score before all are in, bidders no name before the award. */
@Injectable()
export class EvaluationQueries {
  constructor(
    private readonly db: Db,
    private readonly records: EvaluationRecords,
    private readonly readers: Readers,
    private readonly remaining: Remaining,
    private readonly panels: Panels,
    private readonly complaintWays: ComplaintWays,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, taskId: string): Promise<EvaluationView> {
    const { task, parties, reader } = await this.readers.of(actor, taskId);
    const whole = await this.whole(task);
    const may = new Set<string>(evaluationPolicy.actionsOn(actor, parties));
    const draws = reader.owner || reader.bureau || reader.bidder ? await this.db.repo(EvaluationDraw).find({ where: { taskId }, order: { nth: 'ASC' } }) : [];
    const shown = this.shown(whole, reader);
    const objections = await this.complaintWays.of(taskId, shown.objections, may.has('evaluation.complain') ? actor.orgName : null);
    return { ...shown, objections, panel: await this.panel(task), candidates: await this.candidates(whole, reader), draws: draws.map(drawView), actions: await this.actions(whole, may, actor) };
  }

  private async panel(task: ServiceTask): Promise<PanelView> {
    const { name, least, demanded, basis, verified } = await this.panels.of(task);
    return { nameZh: name.zh, nameEn: name.en, least, demanded, basis, verified, priceAlone: priceAlone(await this.panels.facts(task)) };
  }

  private async whole(task: ServiceTask): Promise<Whole> {
    const taskId = task.id;
    return {
      task, plan: await this.records.plan(taskId), evaluation: await this.db.repo(Evaluation).findOneBy({ taskId }),
      seats: await this.db.repo(EvaluationSeat).find({ where: { taskId }, order: { nth: 'ASC', createdAt: 'ASC' } }),
      enquiries: await this.records.enquiries(taskId),
      objections: await this.db.repo(EvaluationObjection).find({ where: { taskId }, order: { raisedAt: 'ASC', id: 'ASC' } }),
      rounds: await this.db.repo(EvaluationRound).find({ where: { taskId }, order: { round: 'ASC' } }),
    };
  }

  private shown({ task, plan, evaluation, seats, enquiries, objections, rounds }: Whole, reader: Reader): Omit<EvaluationView, 'panel' | 'candidates' | 'draws' | 'actions' | 'objections'> & { objections: ReturnType<typeof objectionView>[] } {
    const inside = reader.owner || reader.bureau;
    const own = <T extends { firmId: string }>(rows: readonly T[]): T[] => rows.filter(row => inside || (reader.bidder && row.firmId === reader.actor.orgId));
    const awarded = evaluation?.state === 'awarded';
    const named = (seat: EvaluationSeat): boolean => reader.bureau || (reader.owner && (seat.kind === 'representative' || evaluation?.revealedAt !== null)) || (reader.bidder && awarded);
    const published = evaluation !== null && PUBLISHED.includes(evaluation.state);
    return {
      taskId: task.id, taskTitle: task.title, taskNumber: task.number, taskState: task.state, taskVersion: task.version, priceWeight: task.priceWeight,
      plan: plan && planView(plan, task),
      state: evaluation?.state ?? 'none',
      scoringDueAt: evaluation?.scoringDueAt?.toISOString() ?? null,
      // who stepped back is nobody's matter but the bureau's
      seats: inside || reader.bidder ? seats.filter(seat => reader.bureau || seat.state === 'asked' || seat.state === 'accepted').map(seat => seatView(seat, { named: named(seat), reasons: reader.bureau })) : [],
      enquiries: own(enquiries).map(enquiryView),
      ...atFirst({ review: reviewFor(evaluation, reader), result: resultFor(evaluation, reader) }),
      reportFileId: inside || (reader.bidder && awarded) ? (evaluation?.reportFileId ?? null) : null,
      publicity: evaluation && (inside || published) && evaluation.revealedAt ? publicityView(evaluation, this.clock.now()) : null,
      objections: own(objections).map(objectionView),
      held: evaluation?.held ?? false, round: evaluation?.round ?? 1, rescoring: evaluation?.rescoring ?? [],
      // what was published once is nobody's secret; its report is read like the last one
      rounds: rounds.map(one => roundView(one, inside || (reader.bidder && awarded))),
    };
  }

  private async candidates({ task, evaluation }: Whole, { owner, bureau }: Reader): Promise<EvaluationView['candidates']> {
    if (!evaluation || !(owner || bureau || PUBLISHED.includes(evaluation.state))) return [];
    return candidateViews(evaluation, await this.remaining.excluded(task.id));
  }

  private async actions({ task, plan, evaluation, seats, enquiries, objections }: Whole, may: ReadonlySet<string>, actor: Actor): Promise<string[]> {
    const now = this.clock.now();
    const state = evaluation?.state ?? 'none';
    const working = WORKING.some(one => one === state);
    const taken = seats.filter(seat => seat.state === 'asked' || seat.state === 'accepted');
    const vacant = plan !== null && taken.length < plan.committeeSize;
    const publicity = evaluation && publicityView(evaluation, now);
    const runs = state === 'publicity' && publicity?.over === false;
    const asked = enquiries.some(one => one.firmId === actor.orgId && one.answeredAt === null && now < one.dueAt);
    const objecting = objections.some(one => one.firmId === actor.orgId && one.answeredAt === null);
    const judged = may.has('evaluation.object') && runs && !objecting && (await this.db.repo(Bid).existsBy({ taskId: task.id, firmId: actor.orgId as string, state: 'opened' }));
    const rows: readonly (readonly [string, string, boolean])[] = [
      ['plan', 'evaluation.plan', task.state === 'draft'],
      ['draw', 'evaluation.run', task.state === 'opened' && plan !== null && vacant && (state === 'none' || working)],
      ['remind', 'evaluation.run', working && taken.some(seat => seat[DONE[state as keyof typeof DONE]] === null)],
      ['remove', 'evaluation.recuse', working],
      ['publish', 'evaluation.run', state === 'revealed' && (evaluation?.result?.ranking.lines.length ?? 0) > 0],
      ['award', 'evaluation.run', task.state === 'opened' && state === 'publicity' && publicity?.over === true],
      ['answer', 'evaluation.run', state === 'publicity' && objections.some(one => one.answeredAt === null)],
      ['explain', 'evaluation.explain', state === 'scoring' && asked],
      ['object', 'evaluation.object', judged],
    ];
    return rows.filter(([, action, when]) => when && may.has(action)).map(([name]) => name);
  }
}
