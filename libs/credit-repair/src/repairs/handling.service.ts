import { Injectable } from '@nestjs/common';
import { type ActOptions, CaseEngine, CaseRecord, Impartiality } from '@huanbao/casework';
import { CreditEvents, CreditLedger, type EventOnLedger } from '@huanbao/credit';
import { Actor, Clock, Db, Outbox } from '@huanbao/platform';
import { eventWords, serviceOf, type Step } from '../about-event';
import { Certificates } from '../certificates/certificates.service';
import { CreditRepair } from '../credit-repair.entity';
import { clockPaused, dayAhead, eventLapsed, falsehoodNeeded, notMended, otherPerson, verifiedFalse } from '../credit-repair.errors';
import { creditRepaired } from '../credit-repair.events';
import { RepairMessages } from '../credit-repair.messages';
import { type RepairAction, repairPolicy } from '../credit-repair.policy';
import { RepairBook } from '../credit-repair.reference';
import type { GrantRepairDto, RefuseRepairDto, VerifyRepairDto } from '../dto/repair.dto';
import { repairMachine } from './repair.machine';

const LAW = '信用修复管理办法（2026年4月1日施行）';
type Action = 'accept' | 'reject' | 'verify' | 'verifyAgain' | 'grant' | 'refuse';
type Change = (repair: CreditRepair, c: CaseRecord, event: EventOnLedger) => Promise<Partial<CreditRepair>>;
type Given = { readonly change: Change; readonly action: RepairAction } & Omit<ActOptions, 'actor' | 'authorise' | 'effects' | 'expectedVersion'>;

/** The bureau's side of a repair: three posts, three persons, one decision with two papers. */
@Injectable()
export class RepairHandling {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly impartiality: Impartiality,
    private readonly events: CreditEvents,
    private readonly ledger: CreditLedger,
    private readonly certificates: Certificates,
    private readonly book: RepairBook,
    private readonly messages: RepairMessages,
    private readonly outbox: Outbox,
  ) {}

  async accept(step: Step): Promise<CaseRecord> {
    return this.act(step, 'accept', {
      action: 'credit-repair.accept', clockPeriods: { verification: await this.book.period('verification') },
      change: async (repair, c) => {
        await this.messages.toPost('bureau.reviewer', c, { key: `accept-${c.version}`, title: { zh: `信用修复待核实：${repair.subjectName}`, en: `Repair to be verified: ${repair.subjectName}` }, body: { zh: `${c.number ?? ''} ${eventWords(repair)}`, en: c.number ?? '' } });
        await this.messages.toSubject(c, repair, { key: 'accept', title: { zh: '信用修复申请已受理', en: 'Your application for repair was accepted' }, body: { zh: `${c.number ?? ''}：现在核实整改和履行情况。`, en: `${c.number ?? ''} is being verified.` } });
        return { acceptedBy: step.actor.userId, acceptedByName: step.actor.name };
      },
    });
  }

  reject(step: Step, reason: string): Promise<CaseRecord> {
    return this.act(step, 'reject', {
      action: 'credit-repair.accept', reason,
      change: async (repair, c) => {
        await this.messages.toSubject(c, repair, { key: 'reject', title: { zh: '信用修复申请不予受理', en: 'Your application for repair was not accepted' }, body: { zh: reason, en: reason } });
        return { open: false, reasons: reason };
      },
    });
  }

  verify(step: Step, { verdict, findings, siteCheckedOn = null, falsehood = null }: VerifyRepairDto): Promise<CaseRecord> {
    return this.act(step, 'verify', {
      action: 'credit-repair.verify', details: { verdict },
      change: async (repair, c) => {
        if (repair.acceptedBy === step.actor.userId) throw otherPerson();
        if (c.clockPaused) throw clockPaused();
        if (siteCheckedOn !== null && siteCheckedOn > this.clock.today()) throw dayAhead('/siteCheckedOn');
        if (verdict === 'false' && (falsehood ?? '').length < 10) throw falsehoodNeeded();
        await this.messages.toPost('bureau.approver', c, { key: `verify-${c.version}`, title: { zh: `信用修复待决定：${repair.subjectName}`, en: `Repair to be decided: ${repair.subjectName}` }, body: { zh: `${c.number ?? ''} ${eventWords(repair)}`, en: c.number ?? '' } });
        return { verdict, findings, siteCheckedOn, falsehood: verdict === 'false' ? falsehood : null, verifiedBy: step.actor.userId, verifiedByName: step.actor.name, verifiedAt: this.clock.now() };
      },
    });
  }

  verifyAgain(step: Step, reason: string): Promise<CaseRecord> {
    return this.act(step, 'verifyAgain', { action: 'credit-repair.decide', reason, change: () => Promise.resolve({ verdict: null, falsehood: null }) });
  }

  /** The event is repaired from today on, everything follows in the same transaction, and both papers go out together. */
  async grant(step: Step, { reasons }: GrantRepairDto): Promise<CaseRecord> {
    const repair = await this.db.repo(CreditRepair).findOneBy({ id: step.id });
    return this.act(step, 'grant', {
      action: 'credit-repair.decide', decision: { reasons }, service: repair ? serviceOf(repair) : undefined,
      advice: [
        `自本决定作出之日起，本机关停止公示、共享和使用“${repair ? eventWords(repair) : ''}”这条失信信息，并通知共享单位停止使用。`, '你单位的环境信用得分和等级已即时重新计算，可以在平台“环境信用”中查看。',
        '本平台已为你单位出具信用修复证明，可以下载；持证明上的二维码可以核验。',
      ],
      change: async (one, c, event) => {
        this.assertThird(one, step.actor);
        if (one.verdict !== 'mended') throw notMended();
        await this.ledger.change(step.actor, { subjectId: one.subjectId, eventKey: event.key, key: `repaired:${one.id}`, status: 'repaired', effectiveOn: this.clock.today(), reason: reasons, basis: LAW, documentNo: c.number });
        await this.certificates.issue(step.actor, { event, kind: 'repaired', endedOn: this.clock.today() });
        await this.outbox.publish(creditRepaired, { repairId: one.id, subjectId: one.subjectId, eventId: one.eventId });
        await this.messages.toSubject(c, one, { key: 'decided', title: { zh: '信用修复已完成', en: 'Your credit was repaired' }, body: { zh: `${eventWords(one)}：已停止公示，等级已重新计算。修复决定书、告知书和证明可在平台下载。`, en: 'Publication has ended and the grade was computed anew.' } });
        return { ...this.decided(step.actor, reasons), open: false };
      },
    });
  }

  /** What is found false stands in the ledger from the service of the decision on, not before. */
  async refuse(step: Step, { reasons, isFalse }: RefuseRepairDto): Promise<CaseRecord> {
    const repair = await this.db.repo(CreditRepair).findOneBy({ id: step.id });
    const months = await this.book.number('false-bar');
    return this.act(step, 'refuse', {
      action: 'credit-repair.decide', decision: { reasons }, service: repair ? serviceOf(repair) : undefined, details: { isFalse },
      advice: [
        `“${repair ? eventWords(repair) : ''}”这条失信信息继续公示，直至修复、到期或者撤销。`,
        ...(isFalse ? [`经核实，你单位的申请存在虚假：${repair?.falsehood ?? ''}。该情况自本决定送达之日起记入信用记录并公示，${months} 个月内不再受理你单位的信用修复申请；有异议的，可以在平台提出。`] : ['补齐履行和整改后，可以再次申请。']),
      ],
      change: async (one, c) => {
        this.assertThird(one, step.actor);
        if (isFalse && one.verdict !== 'false') throw verifiedFalse();
        await this.messages.toSubject(c, one, { key: 'decided', title: { zh: '信用修复申请未获准予', en: 'Your application for repair was refused' }, body: { zh: `${reasons}。决定书写明了救济途径。`, en: 'The decision names the ways to contest it.' } });
        return { ...this.decided(step.actor, reasons), open: false, foundFalse: isFalse };
      },
    });
  }

  private assertThird({ acceptedBy, verifiedBy }: CreditRepair, { userId }: Actor): void {
    if (userId === acceptedBy || userId === verifiedBy) throw otherPerson();
  }

  private decided(actor: Actor, reasons: string): Partial<CreditRepair> {
    return { decidedBy: actor.userId, decidedByName: actor.name, decidedAt: this.clock.now(), reasons };
  }

  private act({ actor, id, version }: Step, step: Action, { change, action, ...options }: Given): Promise<CaseRecord> {
    return this.engine.act(repairMachine, id, step, {
      ...options, actor, expectedVersion: version, authorise: c => repairPolicy.require(actor, action, c),
      effects: async c => {
        const repair = await this.db.repo(CreditRepair).findOneByOrFail({ id });
        await this.impartiality.require(c, actor);
        const event = await this.events.locked(repair.eventId);
        if (step !== 'reject' && event?.status !== 'active') throw eventLapsed();
        await this.db.repo(CreditRepair).update({ id }, await change(repair, c, event as EventOnLedger));
      },
    });
  }
}
