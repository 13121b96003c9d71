import { Injectable } from '@nestjs/common';
import { Actor, Db } from '@huanbao/platform';
import { Contract, ContractPayment, ContractSignature } from './contract.entity';
import { contractPolicy } from './contract.policy';
import { ContractDispute, ContractStatement, OPEN_STATES } from './disputes/dispute.entity';
import { disputePolicy } from './disputes/dispute.policy';

const WRITABLE = ['draft', 'proposed', 'agreed', 'active', 'waived', 'terminated'];

/** Files of a contract are the two sides': scans of the sealed paper and vouchers. The paper itself is the platform's. */
@Injectable()
export class ContractFiles {
  constructor(private readonly db: Db) {}

  async may(actor: Actor, contractId: string, verb: 'read' | 'write'): Promise<boolean> {
    const contract = await this.db.repo(Contract).findOneBy({ id: contractId });
    if (!contract || !contractPolicy.sees(actor, contract)) return false;
    return verb === 'read' || WRITABLE.includes(contract.state);
  }

  /** The voucher of a payment and the scan of a sealed paper stay. */
  async holds(fileId: string): Promise<boolean> {
    return (await this.db.repo(ContractPayment).existsBy({ fileId })) || (await this.db.repo(ContractSignature).existsBy({ fileId }));
  }

  /** Papers of a dispute: its sides and the mediator, as long as it is open. */
  async mayDispute(actor: Actor, disputeId: string, verb: 'read' | 'write'): Promise<boolean> {
    const dispute = await this.db.repo(ContractDispute).findOneBy({ id: disputeId });
    if (!dispute || !disputePolicy.sees(actor, dispute)) return false;
    return verb === 'read' || OPEN_STATES.includes(dispute.state);
  }

  /** What was laid before the mediator stays. */
  holdsStated(fileId: string): Promise<boolean> {
    return this.db.repo(ContractStatement).createQueryBuilder('s').where(':fileId = ANY (s.fileIds)', { fileId }).getExists();
  }
}
