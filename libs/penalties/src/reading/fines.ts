import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';

/** A fine that stands, as other rooms read it. */
export interface StandingFine {
  readonly enterpriseId: string;
  readonly documentNo: string;
  /** What is left of it after 复议 or judgment, yuan. */
  readonly fineYuan: string;
  readonly servedOn: string;
}

/** Fines with their amounts for rooms above. It asks for no right: who calls has checked the actor. */
@Injectable()
export class PenaltyFines {
  constructor(private readonly db: Db) {}

  /** What is left of each fine of a party, in yuan, by the number of its decision; decisions of other authorities and those that were revoked are not among them. */
  async amounts(partyOrgId: string, documentNos: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (documentNos.length === 0) return new Map();
    const rows = await this.db.query<{ number: string; yuan: string }>(
      `SELECT d.number, d.due_fine_yuan::text AS yuan FROM penalty_decision d JOIN penalty p ON p.id = d.penalty_id
        WHERE d.kind = 'penalty' AND d.revoked_at IS NULL AND p.party_org_id = $1 AND d.number = ANY ($2)`, [partyOrgId, [...documentNos]]);
    return new Map(rows.map(row => [row.number, row.yuan]));
  }

  /** Fines of enterprises of a region that were served within the span and stand. */
  served({ from, to, regionCode }: { readonly from: string; readonly to: string; readonly regionCode: string }): Promise<StandingFine[]> {
    return this.db.query<StandingFine & object>(
      `SELECT p.party_org_id AS "enterpriseId", d.number AS "documentNo", d.due_fine_yuan::text AS "fineYuan", d.served_on::text AS "servedOn"
         FROM penalty_decision d JOIN penalty p ON p.id = d.penalty_id
        WHERE d.kind = 'penalty' AND d.revoked_at IS NULL AND d.served_on BETWEEN $1::date AND $2::date AND d.due_fine_yuan > 0
          AND p.party_kind = 'enterprise' AND p.party_org_id IS NOT NULL AND p.region_code LIKE $3 ORDER BY d.served_on, d.id`,
      [from, to, `${regionCode}%`],
    );
  }
}
