import { Injectable } from '@nestjs/common';
import { Actor, Db } from '@huanbao/platform';
import { TenderComplaint } from './complaint.entity';
import { complaintPolicy } from './complaint.policy';

/** Papers of a complaint: the complainant adds them while it is open, both sides and the bureau read them. */
@Injectable()
export class ComplaintFiles {
  constructor(private readonly db: Db) {}

  async may(actor: Actor, complaintId: string, verb: 'read' | 'write'): Promise<boolean> {
    const row = await this.db.repo(TenderComplaint).findOneBy({ id: complaintId });
    if (!row || !complaintPolicy.sees(actor, row)) return false;
    return verb === 'read' || (row.firmId === actor.orgId && (row.state === 'lodged' || row.state === 'accepted'));
  }
}
