import { Injectable } from '@nestjs/common';
import { Actor, Db } from '@huanbao/platform';
import { Contract } from '../contract.entity';
import { UNSIGNED } from '../contract.flow';
import { contractPolicy } from '../contract.policy';
import { AwardCancellation } from './cancellation.entity';
import { cancellationPolicy } from './cancellation.policy';

/** Evidence and answers, kept with the contract: its two sides, and the bureau once there is something before it. */
@Injectable()
export class UnsignedFiles {
  constructor(private readonly db: Db) {}

  async may(actor: Actor, contractId: string, verb: 'read' | 'write'): Promise<boolean> {
    const contract = await this.db.repo(Contract).findOneBy({ id: contractId });
    if (!contract) return false;
    const rows = await this.db.repo(AwardCancellation).findBy({ contractId });
    if (verb === 'read') return contractPolicy.sees(actor, contract) || rows.some(row => cancellationPolicy.sees(actor, row));
    const goesOn = UNSIGNED.includes(contract.state) || rows.some(row => row.state === 'cancelled' || row.state === 'objected');
    return goesOn && contractPolicy.sees(actor, contract);
  }

  /** What was laid before the other side or the bureau stays. */
  holds(fileId: string): Promise<boolean> {
    return this.db.repo(AwardCancellation).createQueryBuilder('c').where(':fileId = ANY (c.evidenceFileIds || c.statementFileIds || c.objectionFileIds)', { fileId }).getExists();
  }
}
