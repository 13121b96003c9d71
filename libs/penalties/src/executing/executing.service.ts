import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Notifier } from '@huanbao/notifications';
import { Actor, Db, newId, violatedConstraint } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import type { PenaltyAskedDto, ServePaperDto } from '../dto';
import { Penalty } from '../entities';
import { PaperShelf } from '../papers/paper-shelf';
import { contestRuns, courtStepUnfit, courtUnfit, dayTooEarly, decidedAlready, evidenceFileUnknown, lateReasonMissing, lateReasonNeeded, notAtThisStage, nothingOverdue, pursuitOver, reminderAnswerFirst, reminderFirst, reminderUnfit, secondPerson, statedAlready } from '../penalties.errors';
import { ownPenaltyPolicy } from '../penalties.policy';
import { PenaltyReference } from '../penalties.reference';
import { COURT_NEXT } from '../rules/execution';
import { PenaltyActs, type Step } from '../steps/acting';
import { Stating } from '../steps/stating.service';
import { PenaltyExecution } from './execution.entity';
import { applicationPaper, reminderPaper } from './execution.papers';
import type { AskCourtDto, CourtStepDto, FileAtCourtDto, ReminderStatementDto, ReminderWordsDto } from './execution.dto';
import { Following, type Pursuit } from './following.service';

type Who = Pick<Step, 'actor' | 'id'>;
interface Line {
  readonly need: 'penalty.investigate' | 'penalty.approve';
  readonly zh: string;
  readonly en: string;
  readonly action: string;
  readonly details?: Record<string, unknown>;
}

/** 催告 and 申请人民法院强制执行, step by step; each lets the clock of the case follow. */
@Injectable()
export class Executing {
  constructor(
    private readonly db: Db,
    private readonly acts: PenaltyActs,
    private readonly following: Following,
    private readonly stating: Stating,
    private readonly reference: PenaltyReference,
    private readonly shelf: PaperShelf,
    private readonly files: Files,
    private readonly notifier: Notifier,
  ) {}

  /** 制作催告书: once something is overdue, and once. */
  async remind(who: Who): Promise<void> {
    try {
      await this.step(who, { need: 'penalty.investigate', zh: '制作催告书', en: 'Reminder made', action: 'penalty.remind' }, async (penalty, { decision, account, isOverdue, execution }) => {
        if (!isOverdue || execution) throw reminderUnfit();
        const number = await this.shelf.number('reminder');
        const { days, dayType } = await this.reference.period('reminder');
        const paper = reminderPaper(penalty, { number, issuer: this.shelf.issuer, issuedOn: this.acts.today, decision, account, days, dayType });
        await this.db.repo(PenaltyExecution).insert({ id: newId(), penaltyId: penalty.id, paper, issuedOn: this.acts.today, issuedByName: who.actor.name, steps: [] } as object);
      });
    } catch (error) {
      if (violatedConstraint(error) === 'penalty_execution_once') throw reminderUnfit();
      throw error;
    }
  }

  /** 送达催告书: the days to perform begin. */
  serveReminder(who: Who, input: ServePaperDto): Promise<void> {
    return this.step(who, { need: 'penalty.investigate', zh: '送达催告书', en: 'Reminder served', action: 'penalty.serve-reminder', details: { method: input.method, servedOn: input.servedOn } }, async (penalty, { execution }) => {
      if (!execution) throw reminderFirst();
      if (execution.served) throw decidedAlready();
      const served = await this.stating.served(who.actor, penalty.id, { input, issuedOn: execution.issuedOn });
      const waitsUntil = await this.reference.end('reminder', served.on);
      await this.change(execution, { served, waitsUntil });
      await this.tellParty(penalty, execution, waitsUntil);
    });
  }

  /** 陈述申辩 upon the reminder, on paper (行政强制法 第三十六条). */
  statePaper(who: Who, { statement, receivedOn }: ReminderStatementDto): Promise<void> {
    this.acts.notAfterToday('/receivedOn', receivedOn);
    return this.step(who, { need: 'penalty.investigate', zh: '收到当事人对催告的陈述申辩', en: 'A statement on the reminder came on paper', action: 'penalty.reminder-statement', details: { receivedOn } }, async (penalty, { execution }) => this.take(execution, { statement, on: receivedOn, by: `${penalty.partyName}（书面）` }));
  }

  /** The same on line, by the party. */
  stateOwn(actor: Actor, id: string, { words }: ReminderWordsDto): Promise<void> {
    return this.db.transaction(async () => {
      ownPenaltyPolicy.require(actor, 'own-penalty.state', await this.db.repo(Penalty).findOneBy({ id }));
      await this.acts.line(actor, id, { text: { zh: '当事人对催告提出陈述申辩', en: 'The party made a statement on the reminder' }, action: 'own-penalty.reminder-statement' });
      const execution = await this.db.lock(PenaltyExecution, { penaltyId: id, voidedOn: IsNull() });
      await this.take(execution, { statement: words, on: this.acts.today, by: actor.name });
      const { number, regionCode } = await this.acts.locked(id);
      await this.notifier.notify({ to: { role: 'bureau.enforcer', regionCode }, topic: 'penalty', subject: { type: 'penalty', id }, link: `/b/:orgId/penalties/${id}?tab=money`, key: `penalty:${execution?.id ?? id}:reminder-stated`, title: { zh: `当事人对催告提出陈述申辩：${number ?? ''}`, en: `A statement on the reminder: ${number ?? ''}` }, body: { zh: '请复核并答复；答复前不能申请强制执行。', en: 'Answer it; the court is not asked before.' } });
    });
  }

  answer(who: Who, { words }: ReminderWordsDto): Promise<void> {
    return this.step(who, { need: 'penalty.investigate', zh: '复核并答复对催告的陈述申辩', en: 'The statement on the reminder was answered', action: 'penalty.answer-reminder' }, async (_, { execution }) => {
      if (!execution?.statement || execution.askedOn || execution.filedOn) throw notAtThisStage();
      await this.change(execution, { answer: words, answeredByName: who.actor.name });
    });
  }

  /** 报请申请强制执行. */
  ask(who: Who, { court, lateReason }: AskCourtDto): Promise<void> {
    return this.step(who, { need: 'penalty.investigate', zh: '报请申请人民法院强制执行', en: 'An application to the court was proposed', action: 'penalty.ask-court', details: { court } }, async (_, found) => {
      if (found.execution?.askedOn || found.execution?.filedOn) throw decidedAlready();
      const execution = this.mayApply(found, { day: this.acts.today, isOwed: found.isOverdue, lateReason });
      await this.change(execution, { court, lateReason: lateReason ?? null, askedBy: who.actor.userId, askedByName: who.actor.name, askedOn: this.acts.today, refusedReason: null });
    });
  }

  /** A head signs the application (行政强制法 第五十五条), never who proposed it. */
  decide(who: Who, { approved, reason }: PenaltyAskedDto): Promise<void> {
    return this.step(who, { need: 'penalty.approve', zh: approved ? '批准申请人民法院强制执行' : '不同意申请人民法院强制执行', en: approved ? 'The application was signed' : 'The application was not signed', action: 'penalty.decide-court', details: { approved, reason } }, async (penalty, found) => {
      const { execution, decision, account } = found;
      if (!execution?.askedOn || execution.approvedOn || execution.filedOn) throw decidedAlready();
      if (execution.askedBy === who.actor.userId) throw secondPerson();
      if (!approved) return this.change(execution, { court: null, askedBy: null, askedByName: null, askedOn: null, refusedReason: reason });
      // the form of the head has no field for it: who proposed it writes it down
      if (found.span && this.acts.today > found.span.untilDay && !execution.lateReason) throw lateReasonMissing(found.span.untilDay);
      this.mayApply(found, { day: this.acts.today, isOwed: found.isOverdue, lateReason: execution.lateReason });
      const number = await this.shelf.number('court');
      const application = applicationPaper(penalty, { number, issuer: this.shelf.issuer, issuedOn: this.acts.today, decision, account, court: execution.court ?? '', signedBy: who.actor.name, remindedOn: execution.served?.on ?? '', lateReason: execution.lateReason });
      await this.change(execution, { applicationId: newId(), application, approvedBy: who.actor.userId, approvedByName: who.actor.name, approvedOn: this.acts.today });
    });
  }

  /** 递交法院: this day keeps or misses the period, and what was owed on it is what was asked for, whatever was paid since. */
  file(who: Who, { filedOn, receiptFileId, number, lateReason }: FileAtCourtDto): Promise<void> {
    this.acts.notAfterToday('/filedOn', filedOn);
    return this.step(who, { need: 'penalty.investigate', zh: '强制执行申请已递交法院', en: 'The application reached the court', action: 'penalty.file-at-court', details: { filedOn } }, async (penalty, found) => {
      const { execution } = found;
      if (!execution?.approvedOn) throw notAtThisStage();
      if (execution.filedOn) throw decidedAlready();
      if (filedOn < execution.approvedOn) throw dayTooEarly('/filedOn', execution.approvedOn);
      const reason = lateReason ?? execution.lateReason;
      this.mayApply(found, { day: filedOn, isOwed: found.wasOverdue(filedOn), lateReason: reason });
      await this.assertFile(penalty.id, receiptFileId);
      await this.change(execution, { filedOn, lateReason: reason, receiptFileId, courtNumber: number ?? null });
    });
  }

  /** 受理、裁定、执行: what the court did. */
  courtStep(who: Who, { step, on, number, words, fileId }: CourtStepDto): Promise<void> {
    this.acts.notAfterToday('/on', on);
    return this.step(who, { need: 'penalty.investigate', zh: '登记法院办理情况', en: 'What the court did was recorded', action: 'penalty.court-step', details: { step, on } }, async (penalty, { execution, atCourt }) => {
      if (!execution || !atCourt) throw notAtThisStage();
      const possible = COURT_NEXT[atCourt.step];
      if (!possible.includes(step)) throw courtStepUnfit(possible);
      if (on < atCourt.on) throw dayTooEarly('/on', atCourt.on);
      if (fileId) await this.assertFile(penalty.id, fileId);
      await this.change(execution, { steps: [...execution.steps, { step, on, number: number ?? null, words, fileId: fileId ?? null, byName: who.actor.name }], courtNumber: number ?? execution.courtNumber });
    });
  }

  /** Whether the application can be made on a day. @throws 409, 422 saying what is missing or when */
  private mayApply({ execution, span, contests }: Pursuit, { day, isOwed, lateReason }: { readonly day: string; readonly isOwed: boolean; readonly lateReason?: string | null }): PenaltyExecution {
    if (!execution?.served) throw reminderFirst();
    if (!isOwed) throw nothingOverdue();
    if (execution.statement !== null && execution.answer === null) throw reminderAnswerFirst();
    if (!span || contests.some(one => one.endedOn === null)) throw contestRuns();
    if (day <= span.fromDay) throw courtUnfit(span.fromDay, span.untilDay);
    // whether there was a justification is for the court
    if (day > span.untilDay && !lateReason) throw lateReasonNeeded(span.untilDay);
    return execution;
  }

  private async take(execution: PenaltyExecution | null, { statement, on, by }: { readonly statement: string; readonly on: string; readonly by: string }): Promise<void> {
    if (!execution?.served || execution.askedOn || execution.filedOn || (await this.acts.decision(execution.penaltyId))?.pursuitEnded) throw notAtThisStage();
    if (execution.statement !== null) throw statedAlready();
    if (on < execution.served.on) throw dayTooEarly('/receivedOn', execution.served.on);
    await this.change(execution, { statement, statedOn: on, statedByName: by });
  }

  private step(who: Who, { need, zh, en, action, details }: Line, work: (penalty: Penalty, found: Pursuit) => Promise<void>): Promise<void> {
    return this.db.transaction(async () => {
      await this.acts.note(who, { need, text: { zh, en }, action, details }, async (penalty, state) => {
        const found = state === 'performing' ? await this.following.pursuit(penalty.id) : undefined;
        if (!found || found.decision.revokedAt) throw notAtThisStage();
        if (found.decision.pursuitEnded) throw pursuitOver();
        await work(penalty, found);
      });
      await this.following.follow(who.id);
    });
  }

  private async change({ id }: PenaltyExecution, to: Partial<PenaltyExecution>): Promise<void> {
    await this.db.repo(PenaltyExecution).update({ id }, to as object);
  }

  private async assertFile(penaltyId: string, fileId: string): Promise<void> {
    if (!(await this.files.list('penalty', penaltyId)).some(one => one.id === fileId)) throw evidenceFileUnknown();
  }

  private async tellParty({ id, partyOrgId, partyKind }: Penalty, { id: executionId, paper }: PenaltyExecution, until: string): Promise<void> {
    if (partyOrgId === null) return;
    await this.notifier.notify({
      to: { orgId: partyOrgId }, topic: 'penalty', subject: { type: 'penalty', id }, link: `/${partyKind === 'firm' ? 'f' : 'e'}/:orgId/penalties/${id}`, key: `penalty:${executionId}:reminded`,
      title: { zh: `催告书已送达：${paper?.number ?? ''}`, en: `A reminder was served: ${paper?.number ?? ''}` }, body: { zh: `请在 ${until} 前履行，可以陈述申辩；逾期仍不履行的，依法申请人民法院强制执行。`, en: `Perform by ${until}; you may make a statement. After it the court is asked to execute.` },
    });
  }
}
