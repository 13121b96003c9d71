import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import type { CaseRecord } from '../case.entity';
import { recusalDue } from '../casework.errors';

type Sides = Pick<CaseRecord, 'partyOrgId' | 'agentOrgId' | 'matter'>;

/** 公务员法 第七十六条: who belongs to the applicant, or to a firm that prepares its matters, does not work on the case. */
@Injectable()
export class Impartiality {
  constructor(private readonly directory: Directory) {}

  /** @throws 422 `case.recusal` naming the officer */
  async require(c: Sides, officer: { readonly userId: string; readonly name: string }): Promise<void> {
    if (!(await this.holds(c, officer.userId))) throw recusalDue(officer.name);
  }

  /** Whether an officer belongs to none of the sides. */
  async holds({ partyOrgId, agentOrgId, matter }: Sides, userId: string): Promise<boolean> {
    const sides = [partyOrgId, ...(agentOrgId ? [agentOrgId] : []), ...(await this.directory.delegateOrgs(partyOrgId, matter))];
    return !(await this.directory.belongsToAny(userId, sides));
  }
}
