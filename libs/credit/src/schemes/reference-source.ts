import { Injectable, OnModuleInit } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { type ReferenceItem, ReferenceSources } from '@huanbao/reference';

const SQL = `SELECT r.id AS key, s.title || ' · ' || r.title AS title, CASE WHEN r.value = '' THEN r.kind ELSE r.value END AS value, r.unit, s.effective_from::text AS "effectiveFrom", s.effective_to::text AS "effectiveTo",
  r.legal_basis AS "legalBasis", r.verified, r.origin, r.note FROM credit_scheme_row r JOIN credit_scheme s ON s.id = r.scheme_id WHERE s.state = 'published'`;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** The rows of schemes on the desk of unverified data. New values are given by a new version of the scheme, which has an editor of its own. */
@Injectable()
export class SchemeReferences implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly sources: ReferenceSources,
  ) {}

  onModuleInit(): void {
    this.sources.register({
      kind: 'credit-scheme', title: { zh: '环境信用评价方案', en: 'Schemes of credit' },
      list: () => this.db.query<ReferenceItem & object>(`${SQL} ORDER BY s.key, s.effective_from, r.position`),
      mark: (key, verified) => this.mark(key, verified),
    });
  }

  private async mark(key: string, verified: boolean): Promise<ReferenceItem | null> {
    if (!UUID.test(key)) return null;
    const [row] = await this.db.query<ReferenceItem & object>(`${SQL} AND r.id = $1 FOR UPDATE OF r`, [key]);
    if (!row) return null;
    await this.db.query('UPDATE credit_scheme_row SET verified = $2 WHERE id = $1', [key, verified]);
    return row;
  }
}
