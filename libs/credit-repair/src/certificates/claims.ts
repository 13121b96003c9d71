import { Injectable, OnModuleInit } from '@nestjs/common';
import { KnownEnterprises } from '@huanbao/identity';
import { Db } from '@huanbao/platform';

/** Certificates of an enterprise the bureau knew before it registered go over to the verified one. */
@Injectable()
export class RepairClaims implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly known: KnownEnterprises,
  ) {}

  onModuleInit(): void {
    this.known.onClaim(async ({ from, to }) => {
      await this.db.query('UPDATE credit_certificate SET subject_id = $2 WHERE subject_id = $1', [from, to]);
    });
  }
}
