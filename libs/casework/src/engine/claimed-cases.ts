import { Injectable, OnModuleInit } from '@nestjs/common';
import { KnownEnterprises } from '@huanbao/identity';
import { Db } from '@huanbao/platform';

/** Cases the bureau opened against an enterprise that was only known go over to the verified one that takes its place. */
@Injectable()
export class ClaimedCases implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly known: KnownEnterprises,
  ) {}

  onModuleInit(): void {
    this.known.onClaim(async ({ from, to }) => void (await this.db.query('UPDATE case_record SET party_org_id = $2 WHERE party_org_id = $1', [from, to])));
  }
}
