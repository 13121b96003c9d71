import { Injectable, OnModuleInit } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { KnownPenalties, type PenaltyFact } from '@huanbao/reports';
import { type Measure, MEASURE_WORDS } from '../words';

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
export class PenaltyFines implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly known: KnownPenalties,
  ) {}

  /** Execution reports tell of penalties (part ②); that room stands below this one. */
  onModuleInit(): void {
    this.known.register((partyOrgId, span) => this.standing(partyOrgId, span));
  }

  /** What is left of each fine of a party, in yuan, by the number of its decision; decisions of other authorities and those that were revoked are not among them. */
  async amounts(partyOrgId: string, documentNos: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (documentNos.length === 0) return new Map();
    const rows = await this.db.query<{ number: string; yuan: string }>(
      `SELECT d.number, d.due_fine_yuan::text AS yuan FROM penalty_decision d JOIN penalty p ON p.id = d.penalty_id
        WHERE d.kind = 'penalty' AND d.revoked_at IS NULL AND p.party_org_id = $1 AND d.number = ANY ($2)`, [partyOrgId, [...documentNos]]);
    return new Map(rows.map(row => [row.number, row.yuan]));
  }

  /** Every penalty of a party that was served within the span and stands, fine or not, in the order of its service. What was not served the party cannot know. */
  async standing(partyOrgId: string, { from, to }: { readonly from: string; readonly to: string }): Promise<PenaltyFact[]> {
    const rows = await this.db.query<Omit<PenaltyFact, 'violation' | 'measures'> & { title: string | null; measures: Measure[] }>(
      `SELECT d.number AS "documentNo", d.served_on::text AS "servedOn", p.violation_title AS title, d.measures, d.due_fine_yuan::text AS "fineYuan", (c.closed_at IS NOT NULL) AS closed, (d.pursuit_ended IS NOT NULL) AS ended
         FROM penalty_decision d JOIN penalty p ON p.id = d.penalty_id JOIN case_record c ON c.id = p.id
        WHERE d.kind = 'penalty' AND d.revoked_at IS NULL AND p.party_org_id = $1 AND d.served_on BETWEEN $2::date AND $3::date ORDER BY d.served_on, d.id`, [partyOrgId, from, to]);
    return rows.map(({ title, measures, ...row }) => ({ ...row, violation: { zh: title ?? '', en: title ?? '' }, measures: measures.map(one => MEASURE_WORDS[one]) }));
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
