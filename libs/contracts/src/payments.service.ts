import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { AwardedWorks } from '@huanbao/marketplace';
import { Actor, Clock, Db, newId, notFound, Outbox } from '@huanbao/platform';
import Decimal from 'decimal.js';
import { Contract, ContractMilestone, ContractPayment, PaymentState } from './contract.entity';
import { assertClean, decidedAlready, milestoneUnknown, notInForce, notPayable, notYoursToRecord, ownRecord, paidInFuture, refundTooMuch, scanForeign, tooMuch } from './contract.errors';
import { OWING } from './contract.flow';
import { ContractRecords, sideOf } from './contract.records';
import { contractPaymentDecided, contractPaymentRecorded } from './contracts.events';
import type { RecordPaymentDto } from './dto/contract.dto';
import { balanceOf, openOf } from './money/balance';

const NAMES: Readonly<Record<ContractPayment['direction'], { zh: string; en: string }>> = { payment: { zh: '付款', en: 'Payment' }, refund: { zh: '退款', en: 'Refund' } };

/** Money moves outside the platform; here it is written down with its voucher and confirmed by who received it. */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly db: Db,
    private readonly records: ContractRecords,
    private readonly files: Files,
    private readonly works: AwardedWorks,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The client records what it paid, the firm what it paid back. @throws 400 more than is open, not payable yet, a day ahead */
  record(actor: Actor, id: string, input: RecordPaymentDto): Promise<ContractPayment> {
    return this.db.transaction(async () => {
      const contract = await this.records.lock(actor, id, 'contract.pay');
      if (!OWING.includes(contract.state)) throw notInForce();
      await this.works.assertPerformable(contract.taskId);
      if (input.paidOn > this.clock.today()) throw paidInFuture();
      const voucher = (await this.files.list('contract', id)).find(one => one.id === input.fileId);
      if (!voucher) throw scanForeign();
      assertClean(voucher, '/fileId');
      const direction = sideOf(actor, contract) === 'enterprise' ? 'payment' : 'refund';
      if (direction === 'refund' && input.milestoneId) throw notYoursToRecord();
      await (direction === 'payment' ? this.assertPayable(contract, input) : this.assertRefundable(contract, input));
      const payment = this.db.repo(ContractPayment).create({
        id: newId(), contractId: id, milestoneId: direction === 'payment' ? (input.milestoneId as string) : null, direction, amountYuan: new Decimal(input.amountYuan).toFixed(2), paidOn: input.paidOn,
        fileId: input.fileId, note: input.note ?? '', state: 'recorded', reason: null, recordedBy: actor.userId, recordedByName: actor.name, recordedAt: this.clock.now(), decidedAt: null,
      });
      await this.db.repo(ContractPayment).insert(payment);
      await this.records.save(contract);
      await this.records.tell({ actor, contract }, direction, { zh: `登记${NAMES[direction].zh} ${payment.amountYuan} 元（${payment.paidOn}）`, en: `${NAMES[direction].en} of CNY ${payment.amountYuan} recorded (${payment.paidOn})` }, { paymentId: payment.id });
      await this.outbox.publish(contractPaymentRecorded, { contractId: id, paymentId: payment.id });
      return payment;
    });
  }

  confirm(actor: Actor, id: string, paymentId: string): Promise<ContractPayment> {
    return this.decide(actor, { id, paymentId, state: 'confirmed', reason: null });
  }

  refuse(actor: Actor, id: string, paymentId: string, reason: string): Promise<ContractPayment> {
    return this.decide(actor, { id, paymentId, state: 'refused', reason });
  }

  /** Who recorded it by mistake takes it back before the other side has answered. */
  withdraw(actor: Actor, id: string, paymentId: string, reason: string): Promise<ContractPayment> {
    return this.decide(actor, { id, paymentId, state: 'withdrawn', reason });
  }

  private decide(actor: Actor, { id, paymentId, state, reason }: { id: string; paymentId: string; state: Exclude<PaymentState, 'recorded'>; reason: string | null }): Promise<ContractPayment> {
    return this.db.transaction(async () => {
      const contract = await this.records.lock(actor, id, state === 'withdrawn' ? 'contract.pay' : 'contract.confirm');
      const payment = await this.db.lock(ContractPayment, { id: paymentId, contractId: id });
      if (!payment) throw notFound();
      const recorder = payment.direction === 'payment' ? 'enterprise' : 'firm';
      if ((sideOf(actor, contract) === recorder) !== (state === 'withdrawn')) throw state === 'withdrawn' ? notYoursToRecord() : ownRecord();
      if (payment.state !== 'recorded') throw decidedAlready();
      Object.assign(payment, { state, reason, decidedAt: this.clock.now() });
      await this.db.repo(ContractPayment).save(payment);
      await this.records.save(contract);
      const name = NAMES[payment.direction];
      const words = { confirmed: { zh: '确认收到', en: 'confirmed' }, refused: { zh: '退回登记', en: 'refused' }, withdrawn: { zh: '撤回登记', en: 'withdrawn' } }[state];
      await this.records.tell({ actor, contract }, `${payment.direction}-${state}`, { zh: `${words.zh}：${name.zh} ${payment.amountYuan} 元${reason ? `，${reason}` : ''}`, en: `${name.en} of CNY ${payment.amountYuan} ${words.en}${reason ? `: ${reason}` : ''}` }, { paymentId });
      await this.outbox.publish(contractPaymentDecided, { contractId: id, paymentId });
      return payment;
    });
  }

  /** After an end what is still owed may concern work that was never accepted. */
  private async assertPayable(contract: Contract, input: RecordPaymentDto): Promise<void> {
    const milestone = input.milestoneId ? await this.db.repo(ContractMilestone).findOneBy({ id: input.milestoneId, contractId: contract.id }) : null;
    if (!milestone || milestone.state === 'dropped') throw milestoneUnknown();
    if (milestone.state !== 'accepted' && contract.state === 'active') throw notPayable();
    const open = openOf(milestone, await this.db.repo(ContractPayment).findBy({ contractId: contract.id }));
    if (new Decimal(input.amountYuan).gt(open)) throw tooMuch(open);
  }

  private async assertRefundable(contract: Contract, input: RecordPaymentDto): Promise<void> {
    const { confirmed, paid } = balanceOf(contract.priceYuan as string, [], await this.db.repo(ContractPayment).findBy({ contractId: contract.id }));
    const most = Decimal.min(confirmed, paid);
    if (new Decimal(input.amountYuan).gt(most)) throw refundTooMuch(most.toFixed(2));
  }
}
