import { Injectable, OnModuleInit } from '@nestjs/common';
import { Adoption, KnownEnterprises } from '@huanbao/identity';
import { Db } from '@huanbao/platform';

/** Permits of a known enterprise become those of the verified one that claims it. */
@Injectable()
export class ClaimedPermits implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly known: KnownEnterprises,
  ) {}

  onModuleInit(): void {
    this.known.onClaim(adoption => this.adopt(adoption));
  }

  private async adopt({ from, to, sites }: Adoption): Promise<void> {
    for (const site of sites) {
      await this.db.query('UPDATE permit SET enterprise_id = $2, site_id = $4, version = version + 1 WHERE enterprise_id = $1 AND site_id = $3', [from, to, site.from, site.to]);
      await this.db.query('UPDATE permit_measure SET enterprise_id = $2, site_id = $4 WHERE enterprise_id = $1 AND site_id = $3', [from, to, site.from, site.to]);
    }
  }
}
