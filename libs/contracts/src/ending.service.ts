import { Injectable } from '@nestjs/common';
import { AwardedWorks } from '@huanbao/marketplace';
import { Actor, Clock, Db, Outbox } from '@huanbao/platform';
import Decimal from 'decimal.js';
import { Contract, ContractPayment, ContractProposal, SettlementContent } from './contract.entity';
import { notBalanced, paymentsPending } from './contract.errors';
import { ContractRecords } from './contract.records';
import { contractClosed, contractTerminated } from './contracts.events';
import { UNSIGNED } from './contract.flow';
import { balanceOf } from './money/balance';
import { UnwrittenContracts } from './unwritten.service';

/** How a contract ends: before the time, and with its settlement. */
@Injectable()
export class EndingService {
  constructor(
    private readonly db: Db,
    private readonly records: ContractRecords,
    private readonly works: AwardedWorks,
    private readonly unwritten: UnwrittenContracts,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** No more is delivered; what is owed is settled next (民法典 第五百六十六条、第五百六十七条). */
  async terminate(actor: Actor, contract: Contract, proposal: ContractProposal): Promise<void> {
    if (UNSIGNED.includes(contract.state)) await this.unwritten.stand(contract, 'delivered');
    Object.assign(contract, { endedReason: proposal.reason, endedAt: this.clock.now() });
    await this.records.step(contract, 'terminate');
    await this.works.end(actor, contract.taskId, proposal.reason);
    await this.outbox.publish(contractTerminated, { contractId: contract.id });
  }

  /** @throws 409 while a payment is unconfirmed, or what was confirmed is not what is settled */
  async settle(actor: Actor, contract: Contract, proposal: ContractProposal): Promise<void> {
    const { dueYuan } = proposal.content as SettlementContent;
    const payments = await this.db.repo(ContractPayment).findBy({ contractId: contract.id });
    if (payments.some(one => one.state === 'recorded')) throw paymentsPending();
    const { confirmed } = balanceOf(contract.priceYuan as string, [], payments);
    if (!new Decimal(confirmed).eq(dueYuan)) throw notBalanced(dueYuan, confirmed);
    await this.close(contract, { dueYuan, how: 'agreed' });
    await this.records.tell({ actor, contract }, 'settle', { zh: `合同结算完毕：${dueYuan} 元，已全部付清`, en: `Settled: CNY ${dueYuan}, all paid` });
  }

  /** Under the contract's lock: the end, whoever brought it about. The caller says why in the history. */
  async close(contract: Contract, { dueYuan, how }: { dueYuan: string; how: NonNullable<Contract['closedHow']> }): Promise<void> {
    Object.assign(contract, { settledYuan: dueYuan, closedAt: this.clock.now(), closedHow: how });
    await this.records.step(contract, 'settle');
    await this.outbox.publish(contractClosed, { contractId: contract.id });
  }
}
