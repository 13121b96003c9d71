import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { In, IsNull } from 'typeorm';
import { EnforcementOfficer, OfficerAvoidance } from '../enforcement.entity';

export interface CertifiedOfficer {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly certificateNo: string;
}

interface Need {
  readonly regionCode: string;
  readonly day: string;
  /** The enterprise an officer must not stand aside from (回避). */
  readonly avoiding?: string | null;
}

/** 执法人员名录库 for other rooms: who may be sent on a day. */
@Injectable()
export class CertifiedOfficers {
  constructor(private readonly db: Db) {}

  /** Those of the ids who hold a valid certificate of the region, are not paused, and need not stand aside. */
  async of(ids: readonly string[], need: Need): Promise<CertifiedOfficer[]> {
    return (await this.all(need)).filter(one => ids.includes(one.id));
  }

  async all({ regionCode, day, avoiding }: Need): Promise<CertifiedOfficer[]> {
    const officers = await this.db.repo(EnforcementOfficer).find({ where: { state: 'active' }, order: { name: 'ASC', id: 'ASC' } });
    const fit = officers.filter(one => regionCode.startsWith(one.regionCode) && one.validFrom <= day && day <= one.validUntil);
    const aside = avoiding == null || fit.length === 0 ? [] : await this.db.repo(OfficerAvoidance).findBy({ officerId: In(fit.map(one => one.id)), enterpriseId: avoiding, liftedAt: IsNull() });
    return fit.filter(one => !aside.some(each => each.officerId === one.id)).map(({ id, userId, name, certificateNo }) => ({ id, userId, name, certificateNo }));
  }
}
