import { Injectable } from '@nestjs/common';
import { addCalendarDays } from '@huanbao/calendar';
import { Actor, Clock, Db, newId, notFound, Outbox, shanghaiDate, shanghaiInstant, violatedConstraint } from '@huanbao/platform';
import { taskAmended } from '../marketplace.events';
import { ServiceTask } from '../marketplace.entity';
import { TaskRecords } from '../task.records';
import { Closing } from './closing';
import { answeredAlready, objectionOpen, objectionTooLate, questionsOver, wrongMethod } from './methods.errors';
import { METHODS } from './methods';
import { lastObjectionDay } from './periods';
import { tellProcedure } from './procedure.jobs';
import { TaskQuestion } from './procedure.entity';
import { ProcurementLaw } from './procurement-law.service';

/** Questions and objections of bidders; the answer goes to all alike, and nobody learns who asked. */
@Injectable()
export class Questions {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly law: ProcurementLaw,
    private readonly closing: Closing,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Answered ones for all who see the task; open ones for who asked and who has to answer. */
  async of(actor: Actor, taskId: string): Promise<TaskQuestion[]> {
    const task = await this.records.find(actor, taskId);
    const all = await this.db.repo(TaskQuestion).find({ where: { taskId }, order: { askedAt: 'DESC', id: 'DESC' } });
    return all.filter(one => one.answeredAt !== null || one.askedByOrg === actor.orgId || actor.orgId === task.enterpriseId);
  }

  async answered(taskId: string): Promise<TaskQuestion[]> {
    return (await this.db.repo(TaskQuestion).find({ where: { taskId }, order: { askedAt: 'DESC', id: 'DESC' } })).filter(one => one.answeredAt !== null);
  }

  async ask(actor: Actor, taskId: string, input: { text: string; objection: boolean }): Promise<TaskQuestion> {
    try {
      return await this.db.transaction(() => (input.objection ? this.object(actor, taskId, input.text) : this.question(actor, taskId, input.text)));
    } catch (error) {
      if (violatedConstraint(error) === 'task_question_one_objection') throw objectionOpen();
      throw error;
    }
  }

  private async question(actor: Actor, taskId: string, text: string): Promise<TaskQuestion> {
    const task = await this.askable(actor, taskId);
    const question = await this.insert(actor, task, { text, objection: false, answerDue: null });
    await this.record(actor, task, { zh: '收到一条提问', en: 'A question was asked' }, question);
    await this.outbox.enqueue(tellProcedure, { taskId, notice: 'asked', ref: question.id });
    return question;
  }

  /** Stops the bidding until it is answered (招标投标法实施条例 第二十二条). */
  private async object(actor: Actor, taskId: string, text: string): Promise<TaskQuestion> {
    const task = await this.askable(actor, taskId);
    const { law, calendar } = await this.law.almanac();
    const last = lastObjectionDay(task.regime, task.bidDeadline, law);
    if (last !== null && this.clock.today() > last) throw objectionTooLate(last);
    const now = this.clock.now();
    const question = await this.insert(actor, task, { text, objection: true, answerDue: shanghaiInstant(addCalendarDays(this.clock.today(), Number(law('days.objection.answer').value), calendar).date, true) });
    if (task.pausedAt === null) {
      task.pausedAt = now;
      await this.records.save(task);
    }
    await this.record(actor, task, { zh: '收到对采购文件的异议，答复前暂停报价', en: 'The documents were objected to: bidding stops until the answer' }, question);
    await this.outbox.enqueue(tellProcedure, { taskId, notice: 'objected', ref: question.id });
    return question;
  }

  answer(actor: Actor, taskId: string, questionId: string, answer: string): Promise<TaskQuestion> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.procedure');
      const question = await this.db.lock(TaskQuestion, { id: questionId, taskId });
      if (!question) throw notFound();
      if (question.answeredAt !== null) throw answeredAlready();
      Object.assign(question, { answer, answeredAt: this.clock.now() });
      await this.db.repo(TaskQuestion).update({ id: question.id }, { answer, answeredAt: question.answeredAt });
      await this.records.tell({ actor, task }, 'answer', { zh: question.objection ? '答复了异议' : '答复了提问', en: question.objection ? 'Objection answered' : 'Question answered', audience: 'public' }, { questionId });
      await this.outbox.enqueue(tellProcedure, { taskId, notice: 'answered', ref: questionId });
      if (question.objection) await this.resume(actor, task);
      return question;
    });
  }

  /** After the last answer the time that was lost is given back. */
  private async resume(actor: Actor, task: ServiceTask): Promise<void> {
    const open = await this.db.repo(TaskQuestion).createQueryBuilder('q').where('q.task_id = :id AND q.objection AND q.answered_at IS NULL', { id: task.id }).getCount();
    if (open > 0 || task.pausedAt === null || task.state !== 'published') return;
    task.bidDeadline = new Date(task.bidDeadline.getTime() + this.clock.now().getTime() - task.pausedAt.getTime());
    task.pausedAt = null;
    await this.records.save(task);
    await this.records.tell({ actor, task }, 'resume', { zh: `异议已答复，恢复报价，截止时间顺延到 ${shanghaiDate(task.bidDeadline)}`, en: `Answered: bidding goes on, the deadline moves to ${shanghaiDate(task.bidDeadline)}`, audience: 'public' }, { bidDeadline: task.bidDeadline.toISOString() });
    await this.outbox.enqueue(tellProcedure, { taskId: task.id, notice: 'resumed', ref: String(task.bidDeadline.getTime()) });
    await this.outbox.publish(taskAmended, { taskId: task.id });
    await this.closing.schedule(task);
  }

  private async askable(actor: Actor, taskId: string): Promise<ServiceTask> {
    const task = await this.records.lock(actor, taskId, 'task.ask');
    if (METHODS[task.method].who === 'one') throw wrongMethod(task.method);
    if (task.state !== 'published' || task.bidRound === 2 || (this.clock.now() >= task.bidDeadline && task.pausedAt === null)) throw questionsOver();
    return task;
  }

  private async insert(actor: Actor, task: ServiceTask, given: Pick<TaskQuestion, 'text' | 'objection' | 'answerDue'>): Promise<TaskQuestion> {
    const question = this.db.repo(TaskQuestion).create({ id: newId(), taskId: task.id, askedByOrg: actor.orgId as string, askedBy: actor.userId, askedAt: this.clock.now(), answer: null, answeredAt: null, ...given });
    await this.db.repo(TaskQuestion).insert(question);
    return question;
  }

  /** The line of history names nobody: it would tell who wants to bid. */
  private async record(actor: Actor, task: ServiceTask, text: { zh: string; en: string }, question: TaskQuestion): Promise<void> {
    await this.records.tell({ actor, task }, question.objection ? 'object' : 'ask', { ...text, audience: question.objection ? 'public' : 'owner', nameless: true }, { questionId: question.id });
  }
}
