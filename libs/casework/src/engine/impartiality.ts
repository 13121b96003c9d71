import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import type { CaseRecord } from '../case.entity';
import { recusalDue } from '../casework.errors';

/** 公务员法 第七十六条: who belongs to the applicant, or to a firm that prepares its matters, does not work on the case. */
@Injectable()
export class Impartiality {
  constructor(private readonly directory: Directory) {}

  /** @throws 422 `case.recusal` naming the officer */
  async require({ partyOrgId, agentOrgId, matter }: Pick<CaseRecord, 'partyOrgId' | 'agentOrgId' | 'matter'>, officer: { readonly userId: string; readonly name: string }): Promise<void> {
    const sides = [partyOrgId, ...(agentOrgId ? [agentOrgId] : []), ...(await this.directory.delegateOrgs(partyOrgId, matter))];
    if (await this.directory.belongsToAny(officer.userId, sides)) throw recusalDue(officer.name);
  }
}
