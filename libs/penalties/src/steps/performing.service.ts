import { Injectable } from '@nestjs/common';
import { daysBetween } from '@huanbao/calendar';
import { CaseRecord } from '@huanbao/casework';
import { Files } from '@huanbao/documents';
import { Actor, Db, newId, notFound, Outbox, violatedConstraint } from '@huanbao/platform';
import type { PenaltyAskedDto, PenaltyReasonDto } from '../dto';
import type { AskDeferralDto, DecidePenaltyPaymentDto, PenaltyPaymentDto, PenaltyPerformanceDto } from '../performance.dto';
import { Penalty, PenaltyContest, PenaltyDecision, PenaltyDeferral, PenaltyPayment } from '../entities';
import { Following } from '../executing/following.service';
import { dayTooEarly, decidedAlready, evidenceFileUnknown, notAtThisStage, notReadyToClose, nothingDue, paymentAboveDue, planWrong, secondPerson, voucherTaken } from '../penalties.errors';
import { penaltyClosed, penaltyRevoked } from '../penalties.events';
import { ownPenaltyPolicy } from '../penalties.policy';
import { PenaltyReference } from '../penalties.reference';
import { cents, isZero, moreThan, sum } from '../rules/money';
import { PenaltyActs, type Step } from './acting';
import { factsOf } from './deciding.service';
import { accountOf, type Account, closingConditions, contestHolds, takesPayments } from './account';

const UNPAID = ['performing'];

/** 履行: payments with vouchers, what is added for each day too late, deferral and instalments, closing, revocation. */
@Injectable()
export class Performing {
  constructor(
    private readonly db: Db,
    private readonly acts: PenaltyActs,
    private readonly files: Files,
    private readonly reference: PenaltyReference,
    private readonly outbox: Outbox,
    private readonly following: Following,
  ) {}

  payments(penaltyId: string): Promise<PenaltyPayment[]> {
    return this.db.repo(PenaltyPayment).find({ where: { penaltyId }, order: { paidOn: 'ASC', id: 'ASC' } });
  }

  deferrals(penaltyId: string): Promise<PenaltyDeferral[]> {
    return this.db.repo(PenaltyDeferral).find({ where: { penaltyId }, order: { askedAt: 'ASC', id: 'ASC' } });
  }

  contests(penaltyId: string): Promise<PenaltyContest[]> {
    return this.db.repo(PenaltyContest).find({ where: { penaltyId }, order: { filedOn: 'ASC', id: 'ASC' } });
  }

  /** What is due on a day, and what of it is paid. */
  async account(decision: PenaltyDecision, on = this.acts.today): Promise<Account> {
    return accountOf(decision, { on, payments: await this.payments(decision.penaltyId), holds: contestHolds(await this.contests(decision.penaltyId)), ratePercent: await this.reference.text('late:rate') });
  }

  /** By an officer who has the voucher in hand: it counts at once. */
  pay(step: Pick<Step, 'actor' | 'id'>, input: PenaltyPaymentDto): Promise<void> {
    return this.followed(step.id, () => this.acts.note(step, { need: 'penalty.investigate', text: { zh: `登记缴款 ${cents(input.yuan)} 元`, en: `Payment of ${cents(input.yuan)} yuan` }, action: 'penalty.pay', details: { ...input } }, async (_, state) => {
      await this.enter(step.actor, { id: step.id, state, byParty: false }, input);
    }));
  }

  /** By the party: counts when an officer has compared the voucher. */
  payOwn(actor: Actor, id: string, input: PenaltyPaymentDto): Promise<void> {
    return this.named(() => this.db.transaction(async () => {
      ownPenaltyPolicy.require(actor, 'own-penalty.pay', await this.db.repo(Penalty).findOneBy({ id }));
      const c = await this.acts.line(actor, id, { text: { zh: `当事人上传缴款凭证（${cents(input.yuan)} 元）`, en: `The party uploaded a voucher of ${cents(input.yuan)} yuan` }, action: 'own-penalty.pay', details: { yuan: input.yuan, paidOn: input.paidOn } });
      await this.enter(actor, { id, state: c.state, byParty: true }, input);
    }));
  }

  decidePayment(step: Pick<Step, 'actor' | 'id'>, paymentId: string, { confirmed, reason }: DecidePenaltyPaymentDto): Promise<void> {
    return this.followed(step.id, () => this.acts.note(step, { need: 'penalty.investigate', text: { zh: confirmed ? '核对缴款凭证，确认到账' : '缴款凭证不予确认', en: confirmed ? 'Voucher confirmed' : 'Voucher refused' }, action: 'penalty.decide-payment', details: { paymentId, confirmed, reason } }, async () => {
      const payment = await this.db.lock(PenaltyPayment, { id: paymentId, penaltyId: step.id });
      if (!payment) throw notFound();
      if (payment.state !== 'claimed') throw decidedAlready();
      await this.db.repo(PenaltyPayment).update({ id: paymentId }, { state: confirmed ? 'confirmed' : 'refused', decidedByName: step.actor.name, refusedReason: confirmed ? null : (reason ?? null) });
    }));
  }

  /** 延期、分期: asked for by an officer for the party; the instalments make up the whole fine. */
  askDeferral(step: Pick<Step, 'actor' | 'id'>, { plan, reason }: AskDeferralDto): Promise<void> {
    return this.acts.note(step, { need: 'penalty.investigate', text: { zh: '申请延期、分期缴纳', en: 'Deferral asked for' }, action: 'penalty.ask-deferral', details: { plan, reason } }, async (_, state) => {
      const decision = await this.served(step.id, state);
      if (isZero(decision.dueFineYuan)) throw nothingDue();
      const days = plan.map(one => one.dueOn);
      if (cents(sum(plan).toFixed(2)) !== cents(decision.dueFineYuan) || days.some((day, nth) => day < this.acts.today || (nth > 0 && day <= (days[nth - 1] as string)))) throw planWrong(decision.dueFineYuan);
      if ((await this.deferrals(step.id)).some(one => one.state === 'asked')) throw decidedAlready();
      await this.db.repo(PenaltyDeferral).insert({ id: newId(), penaltyId: step.id, plan: plan.map(({ dueOn, yuan }) => ({ dueOn, yuan: cents(yuan) })), reason, state: 'asked', askedBy: step.actor.userId, askedByName: step.actor.name, askedAt: this.acts.now });
    });
  }

  async decideDeferral(step: Step, deferralId: string, { approved, reason }: PenaltyAskedDto): Promise<void> {
    await this.db.transaction(async () => {
      const c = await this.db.lock(CaseRecord, { id: step.id, kind: 'penalty' });
      const decide = async (penalty: Penalty): Promise<PenaltyDeferral> => {
        const asked = await this.db.lock(PenaltyDeferral, { id: deferralId, penaltyId: penalty.id });
        if (!asked) throw notFound();
        if (asked.state !== 'asked') throw decidedAlready();
        if (asked.askedBy === step.actor.userId) throw secondPerson();
        await this.db.repo(PenaltyDeferral).update({ id: asked.id }, { state: approved ? 'approved' : 'refused', decidedByName: step.actor.name, decidedReason: reason });
        return asked;
      };
      const asked = await this.db.repo(PenaltyDeferral).findOneBy({ id: deferralId, penaltyId: step.id });
      const last = asked?.plan.at(-1)?.dueOn;
      const later = c?.clock === 'payment' && c.dueOn && last ? daysBetween(c.dueOn, last) : 0;
      const take = async (penalty: Penalty): Promise<void> => {
        const { plan } = await decide(penalty);
        if (!approved) return;
        await this.db.repo(PenaltyDecision).update({ penaltyId: penalty.id }, { plan: [...plan] });
        await this.following.voidReminder(penalty.id);
      };
      if (!approved || later <= 0) await this.acts.note(step, { need: 'penalty.approve', text: { zh: approved ? '批准延期、分期缴纳' : '不同意延期、分期缴纳', en: approved ? 'Deferral approved' : 'Deferral refused' }, action: 'penalty.decide-deferral', details: { deferralId, approved, reason } }, take);
      else await this.acts.act(step, 'defer', { reason, extendDays: later, details: { deferralId }, change: async penalty => take(penalty).then(() => ({})) });
      await this.following.follow(step.id);
    });
  }

  /** 限制生产、停产整治、改正 carried out. */
  perform(step: Pick<Step, 'actor' | 'id'>, { on, words }: PenaltyPerformanceDto): Promise<void> {
    this.acts.notAfterToday('/on', on);
    return this.acts.note(step, { need: 'penalty.investigate', text: { zh: '登记履行情况', en: 'Performance recorded' }, action: 'penalty.perform', details: { on } }, async (_, state) => {
      const decision = await this.served(step.id, state);
      if (decision.servedOn !== null && on < decision.servedOn) throw dayTooEarly('/on', decision.servedOn);
      await this.db.repo(PenaltyDecision).update({ id: decision.id }, { performed: { on, words, byName: step.actor.name } });
    });
  }

  /** 结案: every condition of the list is met. */
  async close(step: Step, { reason }: PenaltyReasonDto): Promise<void> {
    await this.acts.act(step, 'close', {
      details: { words: reason },
      change: async penalty => {
        const decision = (await this.acts.decision(penalty.id)) as PenaltyDecision;
        const open = closingConditions(decision, await this.account(decision), await this.contests(penalty.id)).filter(one => !one.isMet).map(one => one.key);
        if (open.length > 0) throw notReadyToClose(open);
        await this.outbox.publish(penaltyClosed, factsOf(penalty, decision));
        return {};
      },
    });
  }

  /** 撤销, also after the case was closed. What was published is withdrawn, the credit follows. */
  async revoke(step: Step, reason: string): Promise<void> {
    await this.db.transaction(async () => {
      const c = await this.db.lock(CaseRecord, { id: step.id, kind: 'penalty' });
      if (c?.state !== 'closed') return this.acts.act(step, 'revoke', { reason, change: penalty => this.takeBack(step.actor, penalty, reason).then(() => ({})) });
      return this.acts.note(step, { need: 'penalty.approve', text: { zh: `结案后撤销决定：${reason}`, en: 'The decision was revoked after the case was closed' }, action: 'penalty.revoke', details: { reason } }, penalty => this.takeBack(step.actor, penalty, reason));
    });
  }

  private async takeBack(actor: Actor, penalty: Penalty, reason: string): Promise<void> {
    const decision = (await this.acts.decision(penalty.id)) as PenaltyDecision;
    if (decision.revokedAt) throw decidedAlready();
    const withdrawn = decision.publishedAt && !decision.unpublishedAt ? { unpublishedAt: this.acts.now, unpublishedReason: '决定已撤销' } : {};
    await this.db.repo(PenaltyDecision).update({ id: decision.id }, { revokedAt: this.acts.now, revokedReason: reason, revokedByName: actor.name, ...withdrawn });
    await this.outbox.publish(penaltyRevoked, factsOf(penalty, decision));
  }

  private async enter(actor: Actor, { id, state, byParty }: { readonly id: string; readonly state: string; readonly byParty: boolean }, { paidOn, yuan, voucherNo, fileId }: PenaltyPaymentDto): Promise<void> {
    this.acts.notAfterToday('/paidOn', paidOn);
    const decision = await this.acts.decision(id);
    if (!decision?.served || !takesPayments(state, decision)) throw notAtThisStage();
    if (decision.servedOn !== null && paidOn < decision.servedOn) throw dayTooEarly('/paidOn', decision.servedOn);
    const files = [...(await this.files.list('penalty-party', id)), ...(byParty ? [] : await this.files.list('penalty', id))];
    if (fileId && !files.some(one => one.id === fileId)) throw evidenceFileUnknown();
    const { openYuan, claimedYuan } = await this.account(decision, paidOn);
    const most = sum([{ yuan: openYuan }]).minus(claimedYuan).toFixed(2);
    if (isZero(openYuan)) throw nothingDue();
    if (moreThan(yuan, most)) throw paymentAboveDue(most);
    await this.db.repo(PenaltyPayment).insert({
      id: newId(), penaltyId: id, paidOn, yuan: cents(yuan), voucherNo, fileId: fileId ?? null, state: byParty ? 'claimed' : 'confirmed', byParty, enteredByName: actor.name, enteredAt: this.acts.now, decidedByName: byParty ? null : actor.name, refusedReason: null,
    });
  }

  private async served(id: string, state: string): Promise<PenaltyDecision> {
    const decision = await this.acts.decision(id);
    if (!decision?.served || !UNPAID.includes(state)) throw notAtThisStage();
    return decision;
  }

  /** In one transaction with the clock of the case: it ends with the last yuan. */
  private followed(id: string, work: () => Promise<void>): Promise<void> {
    return this.named(() => this.db.transaction(async () => {
      await work();
      await this.following.follow(id);
    }));
  }

  private async named<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (violatedConstraint(error) === 'penalty_voucher') throw voucherTaken();
      throw error;
    }
  }
}
