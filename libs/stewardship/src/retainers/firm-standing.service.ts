import { Injectable } from '@nestjs/common';
import { Conflicts } from '@huanbao/conflicts';
import { FirmStandings } from '@huanbao/marketplace';
import { Db } from '@huanbao/platform';
import { Catalogue } from '@huanbao/services';
import { Retainer, RetainerMember } from '../entities';

/** The service of the catalogue that a retainer is. */
const SERVICE = 'steward';

export interface Cared {
  readonly enterpriseId: string;
  readonly regionCode: string;
}

type Reason = { readonly zh: string; readonly en: string };

/** Whether a firm may care for an enterprise: asked as for any task of the market, before the offer, the acceptance and every consent. */
@Injectable()
export class RetainerFirms {
  constructor(
    private readonly db: Db,
    private readonly catalogue: Catalogue,
    private readonly standings: FirmStandings,
    private readonly conflicts: Conflicts,
  ) {}

  /** Every reason against it; empty when the firm may. */
  async problems({ firmId }: Pick<Retainer, 'firmId'>, enterprises: readonly Cared[]): Promise<Reason[]> {
    const requirement = (await this.catalogue.terms(SERVICE))?.requirement ?? [];
    const verdict = await this.standings.of(requirement, firmId);
    const reasons: Reason[] = verdict.ok ? [] : [...verdict.reasons];
    for (const { enterpriseId, regionCode } of enterprises) reasons.push(...(await this.conflicts.obstaclesTo({ serviceCode: SERVICE, enterpriseId, regionCode }, firmId)));
    return reasons;
  }

  /** Of a retainer that was offered: those that have consented count. */
  async problemsOf(retainer: Retainer): Promise<Reason[]> {
    return this.problems(retainer, await this.db.repo(RetainerMember).findBy({ retainerId: retainer.id, state: 'consented' }));
  }
}
