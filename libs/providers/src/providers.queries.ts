import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Actor, Clock, Db, decodeCursor, notFound, Page, toPage } from '@huanbao/platform';
import type { FirmListQuery, QualificationQueueQuery } from './dto/providers.dto';
import { eligibility, Eligibility } from './eligibility';
import { FirmProfile, Qualification } from './provider.entity';
import { FirmItemView, FirmView, QualificationView, qualificationView } from './providers.view';

interface FirmRow {
  readonly firmId: string;
  readonly firmName: string;
  readonly intro: string;
  readonly regions: string[];
  readonly services: FirmItemView['services'];
  readonly qualificationKinds: string[];
}

/** Sources a firm's rating is read from. The market registers itself; this room knows no tasks. */
export abstract class RatingSource {
  abstract summaries(firmIds: readonly string[]): Promise<Map<string, { score: string | null; count: number }>>;
}

/** Services and currently verified kinds come along in one statement; `today` is the number of the date parameter. */
const firmColumns = (today: number): string => `
  SELECT p.firm_id AS "firmId", p.firm_name AS "firmName", p.intro, p.regions,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'stage', s.stage, 'title', s.title) ORDER BY s.stage, s.kind, s.title), '[]')
            FROM firm_service s WHERE s.firm_id = p.firm_id) AS services,
         (SELECT coalesce(array_agg(DISTINCT q.kind ORDER BY q.kind), '{}')
            FROM qualification q WHERE q.firm_id = p.firm_id AND q.state = 'verified' AND q.valid_to >= $${today}::date) AS "qualificationKinds"
    FROM firm_profile p`;

const like = (q: string): string => `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

/** The register of firms, for the public and for other rooms. */
@Injectable()
export class Providers {
  private ratingSource?: RatingSource;

  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  useRatings(source: RatingSource): void {
    this.ratingSource = source;
  }

  /** Whether the firm may bid on a task with these required qualifications on a civil date, with all reasons if not. */
  async mayBid(firmId: string, required: readonly string[], on: string): Promise<Eligibility> {
    const profile = await this.db.repo(FirmProfile).findOneBy({ firmId });
    const qualifications = await this.db.repo(Qualification).findBy({ firmId });
    return eligibility({ organisationActive: await this.isActive(firmId), hasProfile: profile !== null, qualifications }, required, on);
  }

  /** Listed firms that offer a service of this kind in this stage. */
  async firmsOffering(kind: string, stage: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `SELECT DISTINCT p.firm_id AS id FROM firm_profile p JOIN firm_service s USING (firm_id) WHERE p.listed AND s.kind = $1 AND s.stage = $2 ORDER BY 1`,
      [kind, stage],
    );
    return rows.map(row => row.id);
  }

  async register(query: FirmListQuery): Promise<Page<FirmItemView>> {
    const limit = query.limit ?? 20;
    const cursor = decodeCursor(query.cursor, 2);
    const rows = await this.db.query<FirmRow>(
      `${firmColumns(8)}
        WHERE p.listed
          AND ($1::text IS NULL OR (bigrams(p.firm_name || ' ' || p.intro) @> bigrams($1) AND lower(p.firm_name || ' ' || p.intro) LIKE $2))
          AND ($3::text IS NULL AND $4::text IS NULL OR EXISTS (SELECT 1 FROM firm_service s WHERE s.firm_id = p.firm_id AND s.kind = coalesce($3, s.kind) AND s.stage = coalesce($4, s.stage)))
          AND ($5::text IS NULL OR (p.firm_name COLLATE "C", p.firm_id) > ($5 COLLATE "C", $6::uuid))
        ORDER BY p.firm_name COLLATE "C", p.firm_id LIMIT $7`,
      [query.q ?? null, query.q ? like(query.q) : null, query.kind ?? null, query.stage ?? null, cursor?.[0] ?? null, cursor?.[1] ?? null, limit + 1, this.clock.today()],
    );
    const items = await this.withRatings(rows);
    return toPage(items, limit, firm => [firm.firmName, firm.firmId], ({ regions: _regions, ...item }) => item);
  }

  async firm(firmId: string): Promise<FirmView> {
    const rows = await this.db.query<FirmRow>(`${firmColumns(2)} WHERE p.listed AND p.firm_id = $1`, [firmId, this.clock.today()]);
    const [firm] = await this.withRatings(rows);
    if (!firm) throw notFound();
    const qualifications = await this.db.repo(Qualification).find({ where: { firmId, state: 'verified' }, order: { kind: 'ASC' } });
    const valid = qualifications.filter(q => q.validTo >= this.clock.today());
    return { ...firm, qualifications: valid.map(({ kind, number, scope, issuer, validTo }) => ({ kind, number, scope, issuer, validTo })) };
  }

  async queue(actor: Actor, query: QualificationQueueQuery): Promise<Page<QualificationView>> {
    const limit = query.limit ?? 20;
    const cursor = decodeCursor(query.cursor, 1);
    const rows = this.db.repo(Qualification).createQueryBuilder('q').where('q.state = :state', { state: query.state ?? 'pending' });
    rows.andWhere('EXISTS (SELECT 1 FROM unnest(:regions::text[]) r WHERE q.region_code LIKE r || \'%\')', { regions: [...actor.regions] });
    if (query.q) rows.andWhere('(lower(q.firm_name) LIKE :like OR lower(q.number) LIKE :like)', { like: like(query.q) });
    if (cursor) rows.andWhere('q.id > :after', { after: cursor[0] });
    const found = await rows.orderBy('q.id').limit(limit + 1).getMany();
    return toPage(found, limit, q => [q.id], q => qualificationView(q, this.clock.today()));
  }

  private async isActive(firmId: string): Promise<boolean> {
    const organisation = await this.directory.organisation(firmId);
    return organisation?.kind === 'firm' && organisation.status === 'active';
  }

  private async withRatings(rows: readonly FirmRow[]): Promise<(FirmItemView & { regions: string[] })[]> {
    const ratings = (await this.ratingSource?.summaries(rows.map(row => row.firmId))) ?? new Map<string, { score: string | null; count: number }>();
    return rows.map(row => ({ ...row, score: ratings.get(row.firmId)?.score ?? null, ratings: ratings.get(row.firmId)?.count ?? 0 }));
  }
}
