import { Injectable } from '@nestjs/common';
import { Db, newId } from '@huanbao/platform';
import { In, IsNull, MoreThan } from 'typeorm';
import { PermitCondition } from '../life/permit-limit.entity';
import type { PermitVersion } from '../life/permit-version.entity';
import { ApplicationCondition } from './condition.entity';
import { planConditions } from './place';

/** Places what an application laid down into the conditions of the permit, as rows in time. */
@Injectable()
export class ConditionPlacing {
  constructor(private readonly db: Db) {}

  /** Inside the transaction of the issue, the permit under lock. */
  async place({ permitId, effectiveFrom, number, applicationId, businessType }: Pick<PermitVersion, 'permitId' | 'effectiveFrom' | 'number' | 'applicationId' | 'businessType'>): Promise<void> {
    if (applicationId === null) return;
    const laid = await this.db.repo(ApplicationCondition).find({ where: { applicationId }, order: { id: 'ASC' } });
    if (laid.length === 0) return;
    const open = await this.db.repo(PermitCondition).findBy([{ permitId, validUntil: IsNull() }, { permitId, validUntil: MoreThan(effectiveFrom) }]);
    // only a change of what goes on keeps the days of a renewal still to begin; what begins afresh has its own
    const known = businessType === 'change' || businessType === 'adjust' ? open : open.map(({ id }) => ({ id }));
    const plan = planConditions(known, laid.map(({ act, permitConditionId, duty, ...row }) => ({ act, permitConditionId, duty, facts: factsOf(row) })), effectiveFrom);
    if (plan.end.length > 0) {
      await this.db.repo(PermitCondition).createQueryBuilder().update()
        .set({ validUntil: () => 'greatest(valid_from, :day)' }).setParameter('day', effectiveFrom).where({ id: In([...plan.end]) }).execute();
    }
    for (const one of plan.begin) await this.db.repo(PermitCondition).insert({ ...one, id: newId(), permitId, fromVersion: number } as object);
  }
}

function factsOf({ libraryCode, libraryVersion, title, kind, subject, subjectCode, text, legalBasis, verified, isPublic, reason }: Omit<ApplicationCondition, 'act' | 'permitConditionId' | 'duty'>) {
  return { libraryCode, libraryVersion, title, kind, subject, subjectCode, text, legalBasis, verified, isPublic, reason };
}
