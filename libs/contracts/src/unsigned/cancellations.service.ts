import { Injectable } from '@nestjs/common';
import { AwardUndoing } from '@huanbao/marketplace';
import { Actor, Clock, Db, newId, Outbox, violatedConstraint } from '@huanbao/platform';
import { Contract } from '../contract.entity';
import { ContractRecords } from '../contract.records';
import type { AwardReminderDto, CancellationStatementDto, NoticeCancellationDto, SigningComplaintDto } from './cancellation.dto';
import { AwardCancellation, AwardReminder } from './cancellation.entity';
import { evidenceNeeded, groundObstacle, noticeOpen, objectionPast, proceedingOpen, wordGiven, wordLate, wordPending } from './cancellation.errors';
import { CancellationKind, proceed } from './cancellation.flow';
import { obstacleOf } from './cancellation.rules';
import { COMPLAINT_GROUND, groundRow } from './grounds';
import { lastDayOf } from './months';
import { UnsignedPeriods } from './periods';
import { awardReminded, unsignedAwardDecided } from './unsigned.events';
import { NAMES, UnsignedRecords } from './unsigned.records';

interface Begun {
  readonly kind: CancellationKind;
  readonly ground: string;
  readonly reason: string;
  readonly evidenceFileIds: readonly string[];
}

/** From the reminder to the cancelled award, and the firm's word against it; the firm's complaint the other way round. */
@Injectable()
export class CancellationsService {
  constructor(
    private readonly db: Db,
    private readonly records: UnsignedRecords,
    private readonly contracts: ContractRecords,
    private readonly undoing: AwardUndoing,
    private readonly periods: UnsignedPeriods,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A written reminder to sign, with its last day: never before the day of signing itself. */
  remind(actor: Actor, contractId: string, { text }: AwardReminderDto): Promise<void> {
    return this.db.transaction(async () => {
      const contract = await this.records.contract(actor, contractId, 'award-cancellation.remind');
      const obstacle = obstacleOf('no-bond', { ...contract, firmSigned: false }, { reminders: ['0000-00-00'], today: this.clock.today() });
      if (obstacle) throw groundObstacle(obstacle);
      const least = await this.periods.lastDay('remind.days');
      const dueOn = least > contract.signDue ? least : contract.signDue;
      const id = newId();
      await this.db.repo(AwardReminder).insert({ id, contractId, text, dueOn, sentAt: this.clock.now(), byName: actor.name });
      await this.contracts.tell({ actor, contract }, 'award-remind', { zh: `书面催告签约，期限至 ${dueOn}：${text}`, en: `Reminder to sign by ${dueOn}: ${text}` }, { reminderId: id, dueOn });
      await this.outbox.publish(awardReminded, { reminderId: id });
    });
  }

  /** First step: the firm is told on what ground, and may answer. @throws 409 while the periods run or the delay is the client's own */
  notice(actor: Actor, contractId: string, { ground, reason, evidenceFileIds }: NoticeCancellationDto): Promise<AwardCancellation> {
    return this.once(async () => {
      const contract = await this.records.contract(actor, contractId, 'award-cancellation.notice');
      await this.assertGround(contract, ground);
      if (!groundRow(ground).afterReminder && evidenceFileIds.length === 0) throw evidenceNeeded();
      return this.begin(actor, contract, { kind: 'cancellation', ground, reason, evidenceFileIds });
    });
  }

  /** The firm: the client will not sign. */
  complain(actor: Actor, contractId: string, { reason, evidenceFileIds }: SigningComplaintDto): Promise<AwardCancellation> {
    return this.once(async () => {
      const contract = await this.records.contract(actor, contractId, 'award-cancellation.complain');
      return this.begin(actor, contract, { kind: 'complaint', ground: 'client-refuses', reason, evidenceFileIds });
    });
  }

  /** The word of the side it goes against, once and in time. */
  state(actor: Actor, id: string, { text, fileIds }: CancellationStatementDto, version: number): Promise<AwardCancellation> {
    return this.records.act(actor, { id, action: 'award-cancellation.state', version, side: 'other' }, async ({ row, contract }) => {
      proceed(row, 'state');
      if (row.statedAt !== null) throw wordGiven();
      if (this.clock.now() > row.statementDue) throw wordLate();
      await this.records.assertFiles(contract.id, fileIds, '/fileIds');
      Object.assign(row, { statement: text, statementFileIds: fileIds, statedAt: this.clock.now(), statedByName: actor.name });
      await this.records.step(actor, { row, contract }, 'state', { zh: `就${NAMES[row.kind].zh}陈述意见：${text}`, en: `Answer to the ${NAMES[row.kind].en}: ${text}` });
    });
  }

  withdraw(actor: Actor, id: string, reason: string, version: number): Promise<AwardCancellation> {
    return this.records.act(actor, { id, action: 'award-cancellation.withdraw', version, side: 'own' }, async proceeding => {
      const name = NAMES[proceeding.row.kind];
      await this.records.step(actor, proceeding, 'withdraw', { zh: `撤回${name.zh}：${reason}`, en: `The ${name.en} was withdrawn: ${reason}` });
    });
  }

  /** Second step: the award is cancelled. The firm's word, or the end of its period, comes first. A signature given meanwhile wins: both wait for the contract's lock. */
  cancel(actor: Actor, id: string, reason: string, version: number): Promise<AwardCancellation> {
    return this.records.act(actor, { id, action: 'award-cancellation.cancel', version, side: 'own' }, async ({ row, contract }) => {
      proceed(row, 'cancel');
      if (row.statedAt === null && this.clock.now() <= row.statementDue) throw wordPending(row.statementDue);
      await this.assertGround(contract, row.ground);
      if (await this.db.repo(AwardCancellation).existsBy({ contractId: contract.id, kind: 'complaint', state: 'noticed' })) throw proceedingOpen();
      const { task } = await this.undoing.awardOf(contract.taskId);
      const ground = groundRow(row.ground);
      const words = { zh: `取消${row.firmName}的中选资格：${ground.zh}`, en: `The award to ${row.firmName} was cancelled: ${ground.en}` };
      await this.records.lapse(contract, words.zh);
      await this.undoing.cancel(actor, task, words);
      const months = await this.periods.number('effect.months');
      Object.assign(row, {
        cancelledAt: this.clock.now(), cancelledByName: actor.name, cancelReason: reason, objectDue: await this.periods.endOf('object.days'),
        bondYuan: ground.atFault ? await this.undoing.forfeit(contract.taskId, contract.firmId) : null, effectUntil: ground.atFault ? lastDayOf(this.clock.today(), months) : null,
      });
      await this.records.step(actor, { row, contract }, 'cancel', { zh: `${words.zh}。${reason}`, en: `${words.en}. ${reason}` });
      await this.outbox.publish(unsignedAwardDecided, { cancellationId: id });
    });
  }

  /** The firm lets it stand: the client need not wait any longer. */
  accept(actor: Actor, id: string, version: number): Promise<AwardCancellation> {
    return this.records.act(actor, { id, action: 'award-cancellation.answer', version, side: 'other' }, proceeding =>
      this.records.step(actor, proceeding, 'accept', { zh: '机构确认对取消中选无异议', en: 'The firm does not contest the cancellation' }));
  }

  /** The clock stands until the bureau has ruled: nobody is chosen instead, the publicity of the next candidates stands still. */
  object(actor: Actor, id: string, { text, fileIds }: CancellationStatementDto, version: number): Promise<AwardCancellation> {
    return this.records.act(actor, { id, action: 'award-cancellation.answer', version, side: 'other' }, async ({ row, contract }) => {
      proceed(row, 'object');
      if (row.objectDue === null || this.clock.now() > row.objectDue) throw objectionPast();
      await this.records.assertFiles(contract.id, fileIds, '/fileIds');
      Object.assign(row, { objection: text, objectionFileIds: fileIds, objectedAt: this.clock.now(), objectedByName: actor.name, ruleDue: await this.periods.ruleDue() });
      await this.undoing.rulingPending(contract.taskId, true);
      await this.records.step(actor, { row, contract }, 'object', { zh: `对取消中选提出异议：${text}`, en: `The cancellation is contested: ${text}` });
    });
  }

  private async begin(actor: Actor, contract: Contract, { kind, ground, reason, evidenceFileIds }: Begun): Promise<AwardCancellation> {
    const { task, ...award } = await this.undoing.awardOf(contract.taskId);
    await this.records.assertFiles(contract.id, evidenceFileIds, '/evidenceFileIds');
    const { enterpriseId, enterpriseName, firmId, firmName, regionCode } = contract;
    const row = this.db.repo(AwardCancellation).create({
      id: newId(), kind, contractId: contract.id, taskId: task.id, taskTitle: task.title, taskNumber: task.number, isPublic: task.listed || task.regime !== 'voluntary', enterpriseId, enterpriseName, firmId, firmName, regionCode,
      bidId: award.bidId, priceYuan: award.priceYuan, durationDays: contract.bidDurationDays, awardedAt: award.at, awardReason: award.reason, ground, reason, evidenceFileIds: [...evidenceFileIds], state: 'noticed', noticedAt: this.clock.now(), noticedByName: actor.name,
      statementDue: await this.periods.endOf('word.days'), ruleDue: kind === 'complaint' ? await this.periods.ruleDue() : null, statementFileIds: [], objectionFileIds: [], version: 1, search: `${task.number ?? ''} ${task.title} ${enterpriseName} ${firmName}`,
    });
    await this.db.repo(AwardCancellation).insert(row as object);
    const { zh, en } = kind === 'complaint' ? COMPLAINT_GROUND : groundRow(ground);
    await this.records.tell(actor, { row, contract }, 'notice', kind === 'complaint' ? { zh: `机构投诉：${zh}。${reason}`, en: `Complaint of the firm: ${en}. ${reason}` } : { zh: `告知拟取消中选：${zh}。${reason}`, en: `Notice that the award is to be cancelled: ${en}. ${reason}` });
    return this.db.repo(AwardCancellation).findOneByOrFail({ id: row.id });
  }

  private async assertGround(contract: Contract, ground: string): Promise<void> {
    const reminders = await this.db.repo(AwardReminder).findBy({ contractId: contract.id });
    const obstacle = obstacleOf(ground as NoticeCancellationDto['ground'], { ...contract, firmSigned: await this.records.firmSigned(contract.id) }, { reminders: reminders.map(one => one.dueOn), today: this.clock.today() });
    if (obstacle) throw groundObstacle(obstacle);
  }

  private async once(work: () => Promise<AwardCancellation>): Promise<AwardCancellation> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      if (violatedConstraint(error) === 'award_cancellation_one_open') throw noticeOpen();
      throw error;
    }
  }
}
