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
    const before = await this.db.repo(Contract).countBy({ taskId, state: 'revoked' });
    return contract && this.read(contract, before);
  }

  /** Contracts that were signed and revoked with their award, in order. */
  async revokedOf(taskId: string): Promise<PublicContract[]> {
    const rows = await this.db.repo(Contract).find({ where: { taskId, state: 'revoked' }, order: { awardedAt: 'ASC', id: 'ASC' } });
    const read: (PublicContract | null)[] = [];
    for (const [nth, contract] of rows.entries()) read.push(await this.read(contract, nth));
    return read.flatMap(one => one ?? []);
  }

  private async read(contract: Contract, nth: number): Promise<PublicContract | null> {
    const contractId = contract.id;
    const events = await this.db.repo(ContractEvent).find({ where: [{ contractId, kind: 'enact' }, { contractId, kind: 'void' }], order: { at: 'ASC', id: 'ASC' } });
    if (events.length === 0) return null;
    const milestones = await this.db.repo(ContractMilestone).find({ where: { contractId }, order: { position: 'ASC' } });
    const payments = await this.db.repo(ContractPayment).find({ where: { contractId, state: 'confirmed' }, order: { decidedAt: 'ASC', id: 'ASC' } });
    const changes = await this.db.repo(ContractProposal).find({ where: { contractId, kind: 'change', state: 'agreed' }, order: { nth: 'ASC' } });
    const read = publicContract({ contract, milestones, payments, changes, events });
    return read && named(read, nth);
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

/** Steps of a second contract have keys of their own; the first one keeps those it always had. */
const named = (contract: PublicContract, nth: number): PublicContract => (nth === 0 ? contract : { ...contract, steps: contract.steps.map(step => ({ ...step, key: `${step.key}@${nth + 1}` })) });
