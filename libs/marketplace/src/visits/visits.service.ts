import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, type FieldProblem, invalidFields, newId, notFound, Outbox, shanghaiMinute, violatedConstraint } from '@huanbao/platform';
import { In } from 'typeorm';
import { ServiceTask } from '../marketplace.entity';
import { taskAmended } from '../marketplace.events';
import { taskRelations } from '../marketplace.policy';
import { Closing } from '../methods/closing';
import { visitorRegistered, visitNotYet, visitOver, visitsMany, wrongMethod } from '../methods/methods.errors';
import { METHODS } from '../methods/methods';
import { deadlineAfterAmendment } from '../methods/periods';
import { tellProcedure } from '../methods/procedure.jobs';
import { SiteVisit, SiteVisitor } from '../methods/procedure.entity';
import { ProcurementLaw } from '../methods/procurement-law.service';
import { localTime } from '../opening/opening-record';
import { TaskRecords } from '../task.records';
import { MOST_VISITS, visitProblems } from './visit.rules';
import { SiteVisitView, visitView } from './visits.view';

type VisitInput = Pick<SiteVisit, 'startsAt' | 'registerUntil' | 'place' | 'contactName' | 'contactPhone' | 'note'>;

/** Visits of the site: the same dates and the same minutes for everybody, and nobody learns from others who was there. */
@Injectable()
export class SiteVisits {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly law: ProcurementLaw,
    private readonly closing: Closing,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, taskId: string): Promise<SiteVisitView[]> {
    const task = await this.records.find(actor, taskId);
    const relations = taskRelations(actor, await this.records.partiesFor(actor, task));
    return this.views(task, { firmId: actor.orgKind === 'firm' ? actor.orgId : null, inside: relations.includes('own') || (relations.includes('jurisdiction') && actor.orgKind === 'bureau'), signedIn: true });
  }

  /** Dates and minutes; whom to call is for who is signed in. */
  ofPublic(task: ServiceTask): Promise<SiteVisitView[]> {
    return this.views(task, { firmId: null, inside: false, signedIn: false });
  }

  private async views(task: ServiceTask, reader: { firmId: string | null; inside: boolean; signedIn: boolean }): Promise<SiteVisitView[]> {
    const visits = await this.db.repo(SiteVisit).find({ where: { taskId: task.id }, order: { startsAt: 'ASC', id: 'ASC' } });
    const visitors = visits.length === 0 ? [] : await this.db.repo(SiteVisitor).find({ where: { visitId: In(visits.map(one => one.id)) }, order: { registeredAt: 'ASC', id: 'ASC' } });
    return visits.map(visit => visitView(visit, visitors.filter(one => one.visitId === visit.id), { ...reader, open: this.isOpen(task, visit) }));
  }

  /** Of a draft, or a further one while bids are taken; then all are told. @throws 400 for dates that do not fit the deadline */
  add(actor: Actor, taskId: string, input: VisitInput): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.changeable(actor, taskId);
      if ((await this.db.repo(SiteVisit).countBy({ taskId })) >= MOST_VISITS) throw visitsMany(MOST_VISITS);
      const problems = await this.problemsOf(task, input);
      if (problems.length > 0) throw invalidFields(problems);
      const visit = { ...input, id: newId(), taskId, minutes: null, minutesAt: null, cancelledAt: null, cancelReason: null, createdAt: this.clock.now() };
      await this.db.repo(SiteVisit).insert(visit);
      await this.tell(actor, task, { visit, kind: 'add-visit', notice: 'visit-added', text: { zh: `安排现场踏勘：${shanghaiMinute(visit.startsAt)}，${visit.place}`, en: `Site visit on ${shanghaiMinute(visit.startsAt)}, ${visit.place}` } });
    });
  }

  /** Of a draft it is taken away; of a published task it stays, with the reason, and all are told. */
  cancel(actor: Actor, { taskId, visitId }: { taskId: string; visitId: string }, reason: string): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.changeable(actor, taskId);
      const visit = await this.db.lock(SiteVisit, { id: visitId, taskId });
      if (!visit || visit.cancelledAt !== null) throw notFound();
      if (visit.minutesAt !== null) throw visitOver();
      if (task.state === 'draft') await this.db.repo(SiteVisit).delete({ id: visitId });
      else await this.db.repo(SiteVisit).update({ id: visitId }, { cancelledAt: this.clock.now(), cancelReason: reason });
      await this.tell(actor, task, { visit, kind: 'cancel-visit', notice: 'visit-cancelled', text: { zh: `取消 ${shanghaiMinute(visit.startsAt)} 的现场踏勘：${reason}`, en: `The site visit of ${shanghaiMinute(visit.startsAt)} is off: ${reason}` } });
    });
  }

  /** The firm comes. Audited without a line of history: it would tell who wants to bid. */
  async register(actor: Actor, { taskId, visitId }: { taskId: string; visitId: string }, people: readonly string[]): Promise<void> {
    try {
      await this.db.transaction(async () => {
        const { task, visit } = await this.joinable(actor, taskId, visitId);
        await this.db.repo(SiteVisitor).insert({ id: newId(), visitId: visit.id, firmId: actor.orgId as string, firmName: actor.orgName as string, people: [...people], registeredBy: actor.userId, registeredAt: this.clock.now() });
        await this.records.audit({ actor, task }, 'join-visit', { visitId: visit.id });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'task_site_visitor_once') throw visitorRegistered();
      throw error;
    }
  }

  /** The firm does not come after all. */
  unregister(actor: Actor, { taskId, visitId }: { taskId: string; visitId: string }): Promise<void> {
    return this.db.transaction(async () => {
      const { task, visit } = await this.joinable(actor, taskId, visitId);
      const { affected } = await this.db.repo(SiteVisitor).delete({ visitId: visit.id, firmId: actor.orgId as string });
      if (!affected) throw notFound();
      await this.records.audit({ actor, task }, 'leave-visit', { visitId: visit.id });
    });
  }

  /** What was shown and answered on the site, to all alike. Late minutes move the deadline as any clarification does. */
  minutes(actor: Actor, { taskId, visitId }: { taskId: string; visitId: string }, text: string): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.procedure');
      const visit = await this.db.lock(SiteVisit, { id: visitId, taskId });
      if (!visit || visit.cancelledAt !== null) throw notFound();
      if (this.clock.now() < visit.startsAt) throw visitNotYet();
      if (visit.minutesAt !== null || !this.takesBids(task)) throw visitOver();
      await this.db.repo(SiteVisit).update({ id: visitId }, { minutes: text, minutesAt: this.clock.now() });
      const moved = await this.moveDeadline(task);
      const later = moved ? { zh: `；截止时间按规定顺延到 ${localTime(task.bidDeadline)}`, en: `; the deadline moves to ${localTime(task.bidDeadline)}` } : { zh: '', en: '' };
      await this.tell(actor, task, { visit, kind: 'visit-minutes', notice: 'visit-minutes', text: { zh: `公布现场踏勘记录${later.zh}`, en: `Minutes of the site visit published${later.en}` } });
    });
  }

  /** Dates of a draft that no longer fit when it is published. */
  async problems(task: ServiceTask): Promise<FieldProblem[]> {
    const visits = await this.db.repo(SiteVisit).find({ where: { taskId: task.id }, order: { startsAt: 'ASC', id: 'ASC' } });
    const found: FieldProblem[] = [];
    for (const visit of visits) found.push(...(await this.problemsOf(task, visit)).map(one => ({ ...one, pointer: '/siteVisits', zh: `${shanghaiMinute(visit.startsAt)} 的踏勘：${one.zh}`, en: `Visit of ${shanghaiMinute(visit.startsAt)}: ${one.en}` })));
    return found;
  }

  private async problemsOf(task: ServiceTask, times: Pick<SiteVisit, 'startsAt' | 'registerUntil'>): Promise<FieldProblem[]> {
    const { law } = await this.law.almanac();
    const regime = task.state === 'draft' ? ((await this.law.regimeOf(task)) ?? 'voluntary') : task.regime;
    return visitProblems(times, { method: task.method, regime, bidDeadline: task.bidDeadline, now: this.clock.now(), law });
  }

  private async moveDeadline(task: ServiceTask): Promise<boolean> {
    const { deadline, moved } = deadlineAfterAmendment(task, null, this.clock.now(), await this.law.almanac());
    if (!moved) return false;
    task.bidDeadline = deadline;
    await this.records.save(task);
    await this.outbox.publish(taskAmended, { taskId: task.id });
    await this.closing.schedule(task);
    return true;
  }

  private async changeable(actor: Actor, taskId: string): Promise<ServiceTask> {
    const task = await this.records.lock(actor, taskId, 'task.visits');
    if (METHODS[task.method].who === 'one') throw wrongMethod(task.method);
    if (task.state !== 'draft' && !this.takesBids(task)) throw visitOver();
    return task;
  }

  private async joinable(actor: Actor, taskId: string, visitId: string): Promise<{ task: ServiceTask; visit: SiteVisit }> {
    const task = await this.records.lock(actor, taskId, 'task.join-visit');
    const visit = await this.db.repo(SiteVisit).findOneBy({ id: visitId, taskId });
    if (!visit) throw notFound();
    if (!this.isOpen(task, visit)) throw visitOver();
    return { task, visit };
  }

  private isOpen(task: ServiceTask, visit: SiteVisit): boolean {
    return this.takesBids(task) && visit.cancelledAt === null && this.clock.now() < visit.registerUntil;
  }

  /** While an objection waits the deadline stands too: visits go on. */
  private takesBids(task: ServiceTask): boolean {
    return task.state === 'published' && task.bidRound === 1 && (task.pausedAt !== null || this.clock.now() < task.bidDeadline);
  }

  private async tell(actor: Actor, task: ServiceTask, { visit, kind, notice, text }: { visit: Pick<SiteVisit, 'id'>; kind: string; notice: 'visit-added' | 'visit-cancelled' | 'visit-minutes'; text: { zh: string; en: string } }): Promise<void> {
    await this.records.tell({ actor, task }, kind, { ...text, audience: task.state === 'draft' ? 'owner' : 'public' }, { visitId: visit.id });
    if (task.state !== 'draft') await this.outbox.enqueue(tellProcedure, { taskId: task.id, notice, ref: visit.id });
  }
}
