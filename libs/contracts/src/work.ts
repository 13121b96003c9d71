import { Injectable, OnModuleInit } from '@nestjs/common';
import { ContractStage, TaskContract, TaskContracts, VoidAward } from '@huanbao/marketplace';
import { Actor, Clock, Db, Outbox } from '@huanbao/platform';
import { Contract, ContractMilestone } from './contract.entity';
import { milestoneNeeded, milestoneUnknown, notInForce, standsStill, workUnsigned } from './contract.errors';
import { currentOf, UNSIGNED } from './contract.flow';
import { ContractRecords } from './contract.records';
import { AnnulledContracts } from './unsigned/annulled.service';
import { UnwrittenContracts } from './unwritten.service';
import { awaitsApproval, isWork } from './terms/terms';
import { contractMilestoneAccepted } from './contracts.events';

/** What the market asks of a task's contract when work is handed over, accepted and rated. */
@Injectable()
export class ContractWork implements TaskContract, OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly tasks: TaskContracts,
    private readonly records: ContractRecords,
    private readonly unwritten: UnwrittenContracts,
    private readonly annulled: AnnulledContracts,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.tasks.use(this);
  }

  /** A contract that nobody has begun to write holds up no work, except where the law wants it in writing (招标投标法 第四十六条; 政府采购法 第四十四条). */
  async handedOver(actor: Actor, taskId: string, milestoneId: string | null): Promise<void> {
    await this.unwritten.expect(taskId);
    const contract = await this.db.lock(Contract, currentOf(taskId));
    if (!contract) throw notInForce();
    if (contract.state === 'due' && !contract.signByLaw) {
      if (milestoneId !== null) throw milestoneUnknown();
      return;
    }
    if (UNSIGNED.includes(contract.state)) throw workUnsigned();
    if (contract.state !== 'active') throw notInForce();
    if (contract.disputedOn !== null) throw standsStill();
    if (milestoneId === null) throw milestoneNeeded();
    const milestone = await this.db.lock(ContractMilestone, { id: milestoneId, contractId: contract.id });
    if (!milestone || !isWork(milestone) || (milestone.state !== 'open' && milestone.state !== 'rework')) throw milestoneUnknown();
    await this.db.repo(ContractMilestone).update({ id: milestone.id }, { state: 'delivered', deliveredAt: this.clock.now() });
    await this.records.save(contract);
    await this.records.tell({ actor, contract }, 'deliver', { zh: `提交里程碑成果：${milestone.name}`, en: `Delivered: ${milestone.name}` }, { milestoneId });
  }

  async reviewed(actor: Actor, taskId: string, { milestoneId, accepted }: { readonly milestoneId: string | null; readonly accepted: boolean }): Promise<{ readonly more: boolean }> {
    const contract = await this.db.lock(Contract, currentOf(taskId));
    if (!contract) return { more: false };
    if (UNSIGNED.includes(contract.state)) return this.withoutContract(actor, contract, accepted);
    if (contract.disputedOn !== null) throw standsStill();
    const milestone = milestoneId === null ? null : await this.db.lock(ContractMilestone, { id: milestoneId, contractId: contract.id });
    if (milestone) await this.judge(actor, { contract, milestone, accepted });
    return { more: await this.hasMore(contract.id) };
  }

  async isSettled(taskId: string): Promise<boolean> {
    return this.db.repo(Contract).existsBy({ taskId, state: 'closed' });
  }

  async signedAt(taskId: string): Promise<Date | null> {
    return (await this.db.repo(Contract).findOneBy(currentOf(taskId)))?.signedAt ?? null;
  }

  stage(taskId: string): Promise<ContractStage> {
    return this.annulled.stage(taskId);
  }

  annul(actor: Actor, award: VoidAward, words: { readonly zh: string; readonly en: string }): Promise<void> {
    return this.annulled.annul(actor, award, words);
  }

  /** The work was accepted before anything was signed: the contract came about by performance (民法典 第四百九十条). */
  private async withoutContract(actor: Actor, contract: Contract, accepted: boolean): Promise<{ readonly more: boolean }> {
    if (!accepted) return { more: false };
    const milestoneId = await this.unwritten.stand(contract, 'accepted');
    await this.records.step(contract, 'waive');
    await this.records.tell({ actor, contract }, 'waive', { zh: '成果已直接验收，未订书面合同', en: 'The work was accepted without a written contract' });
    await this.outbox.publish(contractMilestoneAccepted, { contractId: contract.id, milestoneId });
    return { more: false };
  }

  private async judge(actor: Actor, { contract, milestone, accepted }: { contract: Contract; milestone: ContractMilestone; accepted: boolean }): Promise<void> {
    await this.db.repo(ContractMilestone).update({ id: milestone.id }, accepted ? { state: 'accepted', acceptedAt: this.clock.now() } : { state: 'rework', reworks: milestone.reworks + 1 });
    await this.records.save(contract);
    const waits = accepted && awaitsApproval(milestone);
    const text = waits ? { zh: `里程碑验收通过，主管部门认可后付款：${milestone.name}`, en: `Accepted, payable once the bureau has approved it: ${milestone.name}` } : accepted ? { zh: `里程碑验收通过，可以付款：${milestone.name}，${milestone.amountYuan} 元`, en: `Accepted and payable: ${milestone.name}, CNY ${milestone.amountYuan}` } : { zh: `里程碑要求返工：${milestone.name}`, en: `Rework: ${milestone.name}` };
    await this.records.tell({ actor, contract }, accepted ? 'accept' : 'rework', text, { milestoneId: milestone.id });
    if (accepted) await this.outbox.publish(contractMilestoneAccepted, { contractId: contract.id, milestoneId: milestone.id });
  }

  private async hasMore(contractId: string): Promise<boolean> {
    return this.db.repo(ContractMilestone).createQueryBuilder('m').where(`m.contractId = :contractId AND m.state NOT IN ('accepted', 'dropped')`, { contractId }).getExists();
  }
}
