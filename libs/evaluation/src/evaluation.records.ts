import { Injectable } from '@nestjs/common';
import { addCalendarDays, addWorkingDays } from '@huanbao/calendar';
import { CalendarService } from '@huanbao/casework';
import { Bid, ServiceTask, TaskRecords } from '@huanbao/marketplace';
import { Actor, Clock, Db, notFound, shanghaiDate, shanghaiInstant } from '@huanbao/platform';
import { In } from 'typeorm';
import { procedureHeld } from './complaints/complaint.errors';
import { Evaluation, EvaluationEnquiry, EvaluationPlan, EvaluationSeat } from './evaluation.entity';
import { evaluationState, noPlan } from './evaluation.errors';
import { evaluationPolicy } from './evaluation.policy';
import type { Offer } from './rules/ranking';

type Action = Parameters<typeof evaluationPolicy.may>[1];

/** Loading, policy and time: what every step of an evaluation shares. Order of locks: task, evaluation, seat. */
@Injectable()
export class EvaluationRecords {
  constructor(
    private readonly db: Db,
    private readonly tasks: TaskRecords,
    private readonly calendars: CalendarService,
    private readonly clock: Clock,
  ) {}

  /** The task when the actor may do the action, locked if asked. @throws 404 unseen, 403 not allowed */
  async task(actor: Actor, taskId: string, action: Action, { lock = false }: { lock?: boolean } = {}): Promise<ServiceTask> {
    const task = lock ? await this.db.lock(ServiceTask, { id: taskId }) : await this.db.repo(ServiceTask).findOneBy({ id: taskId });
    evaluationPolicy.require(actor, action, task && (await this.tasks.partiesFor(actor, task)));
    if (!task) throw notFound();
    return task;
  }

  /** The evaluation FOR UPDATE in one of the states. @throws 422 without a plan, 409 in another state */
  async lock(taskId: string, ...states: Evaluation['state'][]): Promise<Evaluation> {
    const evaluation = await this.db.lock(Evaluation, { taskId });
    if (!evaluation) throw (await this.plan(taskId)) ? evaluationState('forming') : noPlan();
    if (evaluation.held) throw procedureHeld();
    if (!states.includes(evaluation.state)) throw evaluationState(evaluation.state);
    return evaluation;
  }

  plan(taskId: string): Promise<EvaluationPlan | null> {
    return this.db.repo(EvaluationPlan).findOneBy({ taskId });
  }

  /** The seats that are taken now, in their order. */
  members(taskId: string): Promise<EvaluationSeat[]> {
    return this.db.repo(EvaluationSeat).find({ where: { taskId, state: In(['asked', 'accepted']) }, order: { nth: 'ASC' } });
  }

  enquiries(taskId: string): Promise<EvaluationEnquiry[]> {
    return this.db.repo(EvaluationEnquiry).find({ where: { taskId }, order: { askedAt: 'ASC', id: 'ASC' } });
  }

  /** The bids that are reviewed: opened, eligible, in the order of receipt. */
  async bids(taskId: string): Promise<Bid[]> {
    const bids = await this.db.repo(Bid).find({ where: { taskId, state: 'opened', eligible: true }, order: { receivedAt: 'ASC', id: 'ASC' } });
    return bids.filter(bid => bid.priceYuan !== null);
  }

  /** Those of them that no panel has put aside: they are scored, and their prices count. */
  async standing(taskId: string): Promise<Bid[]> {
    return (await this.bids(taskId)).filter(bid => bid.rejectedAt === null);
  }

  /** All bidders: whom nobody of the panel may be close to. */
  async offers(taskId: string): Promise<Offer[]> {
    return (await this.bids(taskId)).map(offerOf);
  }

  async standingOffers(taskId: string): Promise<Offer[]> {
    return (await this.standing(taskId)).map(offerOf);
  }

  /** The last of so many working days from today. */
  async workdaysFromNow(days: number): Promise<string> {
    return addWorkingDays(this.clock.today(), days, await this.calendars.calendar()).date;
  }

  /** The last moment of the n-th day from today, the day itself not counted; a day off moves it on (民法典 第二百零一条、第二百零三条). */
  async endOf(days: number, from = this.clock.now()): Promise<Date> {
    return shanghaiInstant(addCalendarDays(shanghaiDate(from), days, await this.calendars.calendar()).date, true);
  }
}

const offerOf = (bid: Bid): Offer => ({ bidId: bid.id, firmId: bid.firmId, firmName: bid.firmName, priceYuan: bid.priceYuan as string });

/** A member of the committee acts by the personal link: named by the seat, so that no history shows who it is before the award. */
export const seatActor = (seat: EvaluationSeat): Actor => ({
  userId: seat.id, name: seat.kind === 'expert' ? `评审专家 ${seat.nth} 号` : `企业代表 ${seat.nth} 号`, sessionId: null, orgId: null, orgKind: null, orgName: null,
  orgActive: true, roles: ['expert'], regions: [], delegations: [],
});
