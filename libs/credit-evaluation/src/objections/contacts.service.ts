import { Injectable } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { Actor, Audit, Db, FieldCipher, notFound } from '@huanbao/platform';
import { CreditEvaluationObjection } from '../evaluation.entity';
import { evaluationPolicy } from '../evaluation.policy';
import type { ObjectionContactView } from '../views/evaluation.view';
import { CONTACT_CONTEXT } from './objecting.service';

/** Who a citizen is who objected: encrypted, seen by who answers, each look recorded. */
@Injectable()
export class Contacts {
  constructor(
    private readonly db: Db,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
  ) {}

  of(actor: Actor, id: string, reason: string): Promise<ObjectionContactView> {
    return this.db.transaction(async () => {
      const objection = await this.db.repo(CreditEvaluationObjection).findOneBy({ id });
      const c = objection && (await this.db.repo(CaseRecord).findOneBy({ id: objection.evaluationId }));
      evaluationPolicy.require(actor, 'credit-evaluation.recheck', c);
      if (!objection?.contactCipher) throw notFound();
      await this.audit.record({ actor, action: 'credit-evaluation.contact', subject: { type: 'credit-evaluation', id: objection.evaluationId }, details: { objection: objection.number, reason } });
      return JSON.parse(this.cipher.decrypt(objection.contactCipher, CONTACT_CONTEXT)) as ObjectionContactView;
    });
  }
}
