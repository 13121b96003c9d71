import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { Contract, ContractEvent, ContractMilestone, ContractPayment, ContractProposal } from '../contract.entity';
import { currentOf } from '../contract.flow';
import { PublicContract, publicContract } from './public-contract';

/** What of a task's contract is everybody's, for the room that publishes it. */
@Injectable()
export class PublicContracts {
  constructor(private readonly db: Db) {}

  /** Null where nothing was signed in writing. */
  async ofTask(taskId: string): Promise<PublicContract | null> {
    const contract = await this.db.repo(Contract).findOneBy(currentOf(taskId));
    if (!contract) return null;
    const contractId = contract.id;
    const events = await this.db.repo(ContractEvent).find({ where: [{ contractId, kind: 'enact' }, { contractId, kind: 'void' }], order: { at: 'ASC', id: 'ASC' } });
    if (events.length === 0) return null;
    const milestones = await this.db.repo(ContractMilestone).find({ where: { contractId }, order: { position: 'ASC' } });
    const payments = await this.db.repo(ContractPayment).find({ where: { contractId, state: 'confirmed' }, order: { decidedAt: 'ASC', id: 'ASC' } });
    const changes = await this.db.repo(ContractProposal).find({ where: { contractId, kind: 'change', state: 'agreed' }, order: { nth: 'ASC' } });
    return publicContract({ contract, milestones, payments, changes, events });
  }

  /** Which state of the contract `ofTask` would tell of; null without one. */
  async versionOf(taskId: string): Promise<number | null> {
    return (await this.db.repo(Contract).findOneBy(currentOf(taskId)))?.version ?? null;
  }

  /** The contract's task. */
  async taskOf(contractId: string): Promise<string | null> {
    return (await this.db.repo(Contract).findOneBy({ id: contractId }))?.taskId ?? null;
  }
}
