import { Injectable } from '@nestjs/common';
import { type ActOptions, CaseEngine, CaseRecord, Impartiality } from '@huanbao/casework';
import { CreditEvents, CreditLedger, type EventOnLedger } from '@huanbao/credit';
import { Actor, Clock, Db } from '@huanbao/platform';
import { eventWords, serviceOf, type Step } from '../about-event';
import { Certificates } from '../certificates/certificates.service';
import { CreditAppeal } from '../credit-repair.entity';
import { eventLapsed, otherPerson, ownEntry } from '../credit-repair.errors';
import { RepairMessages } from '../credit-repair.messages';
import { type AppealAction, appealPolicy } from '../credit-repair.policy';
import { RepairBook } from '../credit-repair.reference';
import type { DecideAppealDto, ReviewAppealDto } from '../dto/appeal.dto';
import { appealMachine } from './appeal.machine';
import { Freezing } from './freezing.service';

type Change = (appeal: CreditAppeal, c: CaseRecord, event: EventOnLedger) => Promise<Partial<CreditAppeal>>;
type Given = { readonly change: Change; readonly action: AppealAction } & Omit<ActOptions, 'actor' | 'authorise' | 'effects' | 'expectedVersion'>;
type Action = 'accept' | 'reject' | 'review' | 'reviewAgain' | 'uphold' | 'dismiss';

/** The bureau's side of an appeal. Who entered the event takes no part; accepted, looked at and decided by three persons. */
@Injectable()
export class AppealDeciding {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly impartiality: Impartiality,
    private readonly events: CreditEvents,
    private readonly ledger: CreditLedger,
    private readonly certificates: Certificates,
    private readonly freezing: Freezing,
    private readonly book: RepairBook,
    private readonly messages: RepairMessages,
  ) {}

  /** From here on publication rests, by the rule of today. */
  async accept(step: Step): Promise<CaseRecord> {
    return this.act(step, 'accept', {
      action: 'credit-appeal.accept', clockPeriods: { handling: await this.book.period('appeal-handling') },
      change: async (appeal, c) => {
        const frozen = await this.freezing.begin(appeal);
        await this.messages.toPost('bureau.reviewer', c, { key: `accept-${c.version}`, title: { zh: `信用信息异议待核实：${appeal.subjectName}`, en: `Appeal to be looked at: ${appeal.subjectName}` }, body: { zh: `${c.number ?? ''} ${eventWords(appeal)}`, en: c.number ?? '' } });
        await this.messages.toSubject(c, appeal, { key: 'accept', title: { zh: '异议已受理', en: 'Your appeal was accepted' }, body: frozen.frozenUntil === null ? { zh: `${c.number ?? ''}：核实期间照常公示。`, en: `${c.number ?? ''}: publication goes on meanwhile.` } : { zh: `${c.number ?? ''}：核实期间暂停公示，最迟到 ${frozen.frozenUntil}。`, en: `${c.number ?? ''}: publication rests, to ${frozen.frozenUntil} at the latest.` } });
        return { acceptedBy: step.actor.userId, acceptedByName: step.actor.name, ...frozen };
      },
    });
  }

  reject(step: Step, reason: string): Promise<CaseRecord> {
    return this.act(step, 'reject', {
      action: 'credit-appeal.accept', reason,
      change: async (appeal, c) => {
        await this.messages.toSubject(c, appeal, { key: 'reject', title: { zh: '异议不予受理', en: 'Your appeal was not accepted' }, body: { zh: reason, en: reason } });
        return { open: false, reasons: reason };
      },
    });
  }

  review(step: Step, { advice, findings }: ReviewAppealDto): Promise<CaseRecord> {
    return this.act(step, 'review', {
      action: 'credit-appeal.verify', details: { advice },
      change: async (appeal, c) => {
        if (appeal.acceptedBy === step.actor.userId) throw otherPerson();
        await this.messages.toPost('bureau.approver', c, { key: `review-${c.version}`, title: { zh: `信用信息异议待决定：${appeal.subjectName}`, en: `Appeal to be decided: ${appeal.subjectName}` }, body: { zh: `${c.number ?? ''} ${eventWords(appeal)}`, en: c.number ?? '' } });
        return { advice, findings, verifiedBy: step.actor.userId, verifiedByName: step.actor.name, verifiedAt: this.clock.now() };
      },
    });
  }

  reviewAgain(step: Step, reason: string): Promise<CaseRecord> {
    return this.act(step, 'reviewAgain', { action: 'credit-appeal.decide', reason, change: () => Promise.resolve({ advice: null }) });
  }

  /** Upheld: the event is revoked from its first day on, and everything that rests on it follows. Nothing is erased. */
  async decide(step: Step, { outcome, reasons }: DecideAppealDto): Promise<CaseRecord> {
    const appeal = await this.db.repo(CreditAppeal).findOneBy({ id: step.id });
    const upheld = outcome === 'upheld';
    const words = appeal ? eventWords(appeal) : '';
    return this.act(step, upheld ? 'uphold' : 'dismiss', {
      action: 'credit-appeal.decide', decision: { reasons }, service: appeal ? serviceOf(appeal) : undefined,
      advice: upheld
        ? [`“${words}”自始撤销，本机关停止公示、共享和使用，并通知共享单位停止使用。`, '你单位的环境信用得分和等级已即时重新计算，可以在平台“环境信用”中查看。', '本平台已为你单位出具撤销证明，可以下载；持证明上的二维码可以核验。']
        : [`“${words}”继续公示，直至修复、到期或者撤销。符合条件的，可以申请信用修复。`],
      change: async (one, c, event) => {
        if (one.acceptedBy === step.actor.userId || one.verifiedBy === step.actor.userId) throw otherPerson();
        await this.freezing.end(one.id);
        if (upheld) await this.revoke(step.actor, { appeal: one, event, reasons, number: c.number });
        await this.messages.toSubject(c, one, {
          key: 'decided', title: upheld ? { zh: '异议成立，信息已撤销', en: 'Your appeal was upheld' } : { zh: '异议不成立', en: 'Your appeal was dismissed' },
          body: upheld ? { zh: `${words}：已撤销，等级已重新计算。`, en: 'The event is revoked and the grade was computed anew.' } : { zh: '处理决定书写明了理由和救济途径。', en: 'The decision gives the reasons and the ways to contest it.' },
        });
        return { decidedBy: step.actor.userId, decidedByName: step.actor.name, decidedAt: this.clock.now(), reasons, open: false };
      },
    });
  }

  private async revoke(actor: Actor, { appeal, event, reasons, number }: { readonly appeal: CreditAppeal; readonly event: EventOnLedger; readonly reasons: string; readonly number: string | null }): Promise<void> {
    await this.ledger.change(actor, { subjectId: appeal.subjectId, eventKey: event.key, key: `appeal:${appeal.id}`, status: 'revoked', effectiveOn: event.validFrom, reason: reasons, basis: '异议成立', documentNo: number });
    await this.certificates.issue(actor, { event, kind: 'revoked', endedOn: this.clock.today() });
  }

  private act({ actor, id, version }: Step, step: Action, { change, action, ...options }: Given): Promise<CaseRecord> {
    return this.engine.act(appealMachine, id, step, {
      ...options, actor, expectedVersion: version, authorise: c => appealPolicy.require(actor, action, c),
      effects: async c => {
        const appeal = await this.db.repo(CreditAppeal).findOneByOrFail({ id });
        await this.impartiality.require(c, actor);
        const event = await this.events.locked(appeal.eventId);
        if (event?.recordedBy === actor.userId) throw ownEntry();
        if (step !== 'reject' && event?.status !== 'active' && event?.status !== null) throw eventLapsed();
        await this.db.repo(CreditAppeal).update({ id }, await change(appeal, c, event as EventOnLedger));
      },
    });
  }
}
