import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord, Impartiality, Serving } from '@huanbao/casework';
import { Actor, Clock, Db, newId, notFound, violatedConstraint } from '@huanbao/platform';
import { serviceOf } from '../about-event';
import { CreditRepair, CreditRepairWithdrawal } from '../credit-repair.entity';
import { eventLapsed, noWithdrawal, withdrawalEvidence, withdrawalNotGranted, withdrawalOpen, withdrawalOwn, withdrawalStated, withdrawalTooEarly, withdrawalUntold } from '../credit-repair.errors';
import { RepairMessages } from '../credit-repair.messages';
import { type RepairAction, repairPolicy } from '../credit-repair.policy';
import { RepairBook } from '../credit-repair.reference';
import type { DecideWithdrawalDto, ProposeWithdrawalDto } from '../dto/repair.dto';
import { WithdrawalTelling } from './telling.service';
import { Undoing } from './undoing.service';
import { WithdrawalPapers } from './withdrawal-papers.service';

export interface Who {
  readonly actor: Actor;
  readonly id: string;
}

interface Given {
  readonly c: CaseRecord;
  readonly repair: CreditRepair;
}

interface Line {
  readonly action: string;
  readonly zh: string;
  readonly en: string;
  readonly details: Record<string, unknown>;
  readonly visibility?: 'parties' | 'bureau';
}

/** 撤销信用修复决定: said by one person with evidence, answered by the party, decided by another person. */
@Injectable()
export class Withdrawing {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly impartiality: Impartiality,
    private readonly telling: WithdrawalTelling,
    private readonly papers: WithdrawalPapers,
    private readonly serving: Serving,
    private readonly book: RepairBook,
    private readonly messages: RepairMessages,
    private readonly undoing: Undoing,
  ) {}

  /** What is false, and the paper that shows it. A notice goes to the party, which may state its case from its service on. */
  async propose(who: Who, { falsehood, evidenceFileId }: ProposeWithdrawalDto): Promise<void> {
    const { days } = await this.book.period('withdrawal-statement');
    try {
      await this.under(who, 'credit-repair.propose-withdrawal', async ({ c, repair }) => {
        if (c.state !== 'granted' || !(await this.undoing.isRepaired(repair))) throw withdrawalNotGranted();
        if (!(await this.undoing.holdsEvidence(repair.id, evidenceFileId))) throw withdrawalEvidence();
        const row = { id: newId(), repairId: repair.id, state: 'proposed', falsehood, evidenceFileId, statementDays: days, proposedBy: who.actor.userId, proposedByName: who.actor.name, proposedAt: this.clock.now(), remedies: [] };
        await this.db.repo(CreditRepairWithdrawal).insert(row as object);
        await this.noted(who, { action: 'credit-repair.propose-withdrawal', zh: '拟撤销信用修复', en: 'The repair is to be withdrawn', details: { falsehood, evidenceFileId, statementDays: days } });
        await this.telling.issue(c, repair, row as unknown as CreditRepairWithdrawal, who.actor);
        await this.messages.toPost('bureau.approver', c, { key: `withdrawal-${row.id}`, title: { zh: `拟撤销信用修复：${repair.subjectName}`, en: `A repair to be withdrawn: ${repair.subjectName}` }, body: { zh: `${c.number ?? ''}：由提出人以外的人决定。`, en: 'To be decided by somebody else than who proposed it.' } });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'credit_repair_withdrawal_once') throw withdrawalOpen();
      throw error;
    }
  }

  /** 陈述申辩, once; also before the notice came. */
  state(who: Who, statement: string): Promise<void> {
    return this.under(who, 'credit-repair.state-withdrawal', async ({ c, repair }) => {
      const open = await this.open(repair.id);
      if (open.statement !== null) throw withdrawalStated();
      await this.telling.spoke(open, this.clock.today());
      await this.db.repo(CreditRepairWithdrawal).update({ id: open.id }, { statement, statedByName: who.actor.name, statedAt: this.clock.now() });
      await this.noted(who, { action: 'credit-repair.state-withdrawal', zh: '陈述申辩', en: 'The party stated its case', details: {} });
      await this.messages.toPost('bureau.approver', c, { key: `withdrawal-stated-${open.id}`, title: { zh: `已陈述申辩，待决定：${repair.subjectName}`, en: `To be decided: ${repair.subjectName}` }, body: { zh: c.number ?? '', en: c.number ?? '' } });
    });
  }

  /**
   * By another person than who proposed it, once the party was told, and has spoken or its time is over. Whoever agreed to receive papers here is served in the
   * same step; for others the decision waits for its service, and has no effect until then.
   */
  decide(who: Who, { verdict, reasons }: DecideWithdrawalDto): Promise<void> {
    return this.under(who, 'credit-repair.decide-withdrawal', async ({ c, repair }) => {
      const open = await this.open(repair.id);
      if (open.proposedBy === who.actor.userId) throw withdrawalOwn();
      const decided = { reasons, decidedBy: who.actor.userId, decidedByName: who.actor.name, decidedAt: this.clock.now() };
      if (verdict === 'dropped') return this.drop(who, { c, repair }, { ...open, ...decided });
      if (open.statementUntil === null) throw withdrawalUntold();
      if (open.statement === null && this.clock.today() <= open.statementUntil) throw withdrawalTooEarly(open.statementUntil);
      if (!(await this.undoing.isRepaired(repair))) throw eventLapsed();
      const notice = await this.papers.issue(c, { repair, withdrawal: open, reasons });
      const remedies = await this.papers.remedies(null);
      await this.db.repo(CreditRepairWithdrawal).update({ id: open.id }, { ...decided, state: 'decided', noticeId: notice.id, number: notice.number, remedies });
      await this.noted(who, { action: 'credit-repair.decide-withdrawal', zh: '作出撤销信用修复决定', en: 'The withdrawal was decided', details: { number: notice.number, reasons }, visibility: 'bureau' });
      const service = serviceOf(repair);
      if (service) return void (await this.serving.serve(notice.id, { ...service, actor: who.actor }));
      await this.messages.toPost('bureau.intake', c, { key: `withdrawal-serve-${open.id}`, title: { zh: `待送达：${notice.content.title}`, en: 'A withdrawal to be served' }, body: { zh: `${notice.number}：${repair.subjectName}没有同意电子送达，送达后生效，请登记送达。`, en: `${notice.number} takes effect with its service. Record it.` } });
    });
  }

  private async drop(who: Who, { c, repair }: Given, { id, reasons, decidedBy, decidedByName, decidedAt }: CreditRepairWithdrawal): Promise<void> {
    await this.db.repo(CreditRepairWithdrawal).update({ id }, { state: 'dropped', reasons, decidedBy, decidedByName, decidedAt });
    await this.noted(who, { action: 'credit-repair.withdrawal-dropped', zh: '不予撤销信用修复', en: 'Repair stays', details: { reasons } });
    await this.messages.toSubject(c, repair, { key: `withdrawal-decided-${id}`, title: { zh: '信用修复不予撤销', en: 'Your repair stays' }, body: { zh: `${c.number ?? ''}：${reasons ?? ''}`, en: reasons ?? '' } });
  }

  private async open(repairId: string): Promise<CreditRepairWithdrawal> {
    const row = await this.db.lock(CreditRepairWithdrawal, { repairId, state: 'proposed' });
    if (!row) throw noWithdrawal();
    return row;
  }

  private noted({ actor, id }: Who, { action, zh, en, details, visibility = 'parties' }: Line): Promise<CaseRecord> {
    return this.engine.note(id, { actor, authorise: () => undefined, text: { zh, en }, action, details, visibility });
  }

  /** Under the lock of the case, by somebody who may and is no relation of the party. */
  private under(who: Who, need: RepairAction, work: (given: Given) => Promise<void>): Promise<void> {
    return this.db.transaction(async () => {
      const c = await this.db.lock(CaseRecord, { id: who.id, kind: 'credit-repair' });
      repairPolicy.require(who.actor, need, c);
      if (!c) throw notFound();
      if (who.actor.orgKind === 'bureau') await this.impartiality.require(c, who.actor);
      await work({ c, repair: await this.db.repo(CreditRepair).findOneByOrFail({ id: who.id }) });
    });
  }
}
