import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, FieldCipher, newId, notFound } from '@huanbao/platform';
import { noInformant } from '../complaints.errors';
import { complaintPolicy } from '../complaints.policy';
import { Complaint, InformantLook } from '../entities';
import type { InformantView } from '../views/complaint.view';
import { openInformant } from './informant';

/** 生态环境法典 art. 146: the informant stays secret. Named posts look, with a reason, and each look is on record. */
@Injectable()
export class Informants {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
  ) {}

  look(actor: Actor, id: string, reason: string): Promise<InformantView> {
    return this.db.transaction(async () => {
      const complaint = await this.db.repo(Complaint).findOneBy({ id });
      complaintPolicy.require(actor, 'complaint.informant', complaint);
      if (!complaint) throw notFound();
      if (complaint.informant === null) throw noInformant();
      await this.db.repo(InformantLook).insert({ id: newId(), complaintId: id, userId: actor.userId, userName: actor.name, reason, at: this.clock.now() });
      await this.audit.record({ actor, action: 'complaint.informant-read', subject: { type: 'complaint', id }, details: { reason } });
      return { ...openInformant(this.cipher, complaint.informant) };
    });
  }

  of(complaintId: string): Promise<InformantLook[]> {
    return this.db.repo(InformantLook).find({ where: { complaintId }, order: { at: 'DESC', id: 'DESC' } });
  }
}
