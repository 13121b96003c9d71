import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, Outbox } from '@huanbao/platform';
import { Contract, ContractMilestone } from './contract.entity';
import { currentOf, OWING } from './contract.flow';
import { ContractRecords } from './contract.records';
import { contractMilestoneApproved } from './contracts.events';
import { awaitsApproval } from './terms/terms';

/** The bureau's approval as the condition of a payment (民法典 第一百五十八条: a condition that was agreed on). */
@Injectable()
export class ContractApprovals {
  constructor(
    private readonly db: Db,
    private readonly records: ContractRecords,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * The bureau has approved what the results of a task were used for: the milestones that wait for it and were handed over become payable. In the caller's transaction;
   * said twice, it holds once. For the room that knows where results went.
   */
  async approved(actor: Actor, taskId: string, what: string): Promise<void> {
    const contract = await this.db.lock(Contract, currentOf(taskId));
    if (!contract || !OWING.includes(contract.state)) return;
    const milestones = await this.db.repo(ContractMilestone).find({ where: { contractId: contract.id, payableOn: 'approval' }, order: { position: 'ASC' } });
    const waiting = milestones.filter(one => awaitsApproval(one) && (one.state === 'delivered' || one.state === 'accepted'));
    if (waiting.length === 0) return;
    for (const { id: milestoneId, name, amountYuan } of waiting) {
      await this.db.repo(ContractMilestone).update({ id: milestoneId }, { approvedAt: this.clock.now(), approvedFor: what });
      await this.records.tell({ actor, contract }, 'approve', { zh: `主管部门已认可（${what}），付款条件成就：${name}，${amountYuan} 元`, en: `Approved by the bureau (${what}); the condition of payment is met: ${name}, CNY ${amountYuan}` }, { milestoneId });
      await this.outbox.publish(contractMilestoneApproved, { contractId: contract.id, milestoneId });
    }
    await this.records.save(contract);
  }
}
