import { Injectable, OnModuleInit } from '@nestjs/common';
import { Adoption, KnownEnterprises } from '@huanbao/identity';
import { PermitUses } from '@huanbao/permits';
import { Db } from '@huanbao/platform';
import { Standings } from '../standings/standings.service';

/** The credit of an enterprise the bureau knew before it registered goes over to the verified one; an import it came with is not undone any more. */
@Injectable()
export class CreditClaims implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly known: KnownEnterprises,
    private readonly uses: PermitUses,
    private readonly standings: Standings,
  ) {}

  onModuleInit(): void {
    this.known.onClaim(adoption => this.adopt(adoption));
    this.uses.register(ids => this.db.query<{ permitId: string; why: string }>(
      `SELECT DISTINCT p.id AS "permitId", '企业已有信用事件或登记' AS why FROM permit p
        WHERE p.id = ANY($1::uuid[]) AND (EXISTS (SELECT 1 FROM credit_event e WHERE e.subject_id = p.enterprise_id) OR EXISTS (SELECT 1 FROM credit_entry n WHERE n.subject_id = p.enterprise_id)) AND EXISTS (SELECT 1 FROM organisation o WHERE o.id = p.enterprise_id AND o.status = 'known')`, [[...ids]]));
  }

  private async adopt({ from, to }: Adoption): Promise<void> {
    await this.db.query('DELETE FROM credit_standing WHERE subject_id = $1', [from]);
    for (const table of ['credit_event', 'credit_event_change', 'credit_snapshot', 'credit_entry', 'credit_listing']) await this.db.query(`UPDATE ${table} SET subject_id = $2 WHERE subject_id = $1`, [from, to]);
    this.db.beforeCommit(`credit:${to}`, () => this.standings.recompute(to, { cause: 'day', keys: [] }));
  }
}
