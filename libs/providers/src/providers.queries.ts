import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Actor, Clock, containsWords, Db, decodeCursor, notFound, Page, toPage } from '@huanbao/platform';
import { countFitting, cursorOf, firmRows, registerRows, FirmRow } from './directory/register.query';
import { FirmProfiles } from './directory/firm-profiles';
import type { FirmListQuery, QualificationQueueQuery } from './dto/providers.dto';
import { eligibility, Eligibility } from './eligibility';
import { Qualification } from './provider.entity';
import { tooFewToCompare } from './providers.errors';
import { FirmItemView, FirmView, QualificationView, qualificationView } from './providers.view';
import { FirmPerson } from './people/person.entity';
import { isValidOn, type Requirement } from './requirement';
import { standingFor } from './standing.query';
import { IsNull } from 'typeorm';

/** Sources a firm's rating is read from. The market registers itself; this room knows no tasks. */
export abstract class RatingSource {
  abstract summaries(firmIds: readonly string[]): Promise<Map<string, RatingSummary>>;
}

export interface RatingSummary {
  readonly score: string | null;
  readonly count: number;
  /** How much stands behind the score. */
  readonly confidence: 'none' | 'low' | 'medium' | 'high';
  /** Last day of a finding of fraud that holds today. */
  readonly vetoedUntil: string | null;
}

const UNRATED: RatingSummary = { score: null, count: 0, confidence: 'none', vetoedUntil: null };

const MOST_COMPARED = 4;

/** The register of firms, for the public and for other rooms. */
@Injectable()
export class Providers {
  private ratingSource?: RatingSource;

  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly profiles: FirmProfiles,
    private readonly clock: Clock,
  ) {}

  useRatings(source: RatingSource): void {
    this.ratingSource = source;
  }

  /** Whether the firm may bid on a task that asks for this, on a civil date, with all reasons if not. */
  async mayBid(firmId: string, required: Requirement | readonly string[], on: string): Promise<Eligibility> {
    return eligibility(await standingFor(this.db, firmId), required, on);
  }

  /** Kinds and numbers that are verified and valid on the day. */
  async certificatesOf(firmId: string, on: string): Promise<{ kind: string; number: string }[]> {
    return (await this.db.repo(Qualification).findBy({ firmId, state: 'verified' })).filter(one => isValidOn(one, on)).map(({ kind, number }) => ({ kind, number }));
  }

  /** Listed firms that offer a service of this kind in this stage; of a service of the catalogue, those that named it or nothing. */
  async firmsOffering(kind: string, stage: string, serviceCode: string | null = null): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `SELECT DISTINCT p.firm_id AS id FROM firm_profile p JOIN firm_service s USING (firm_id)
        WHERE p.listed AND s.kind = $1 AND s.stage = $2 AND ($3::text IS NULL OR s.service_code IS NULL OR s.service_code = $3) ORDER BY 1`,
      [kind, stage, serviceCode],
    );
    return rows.map(row => row.id);
  }

  /** How many firms offer the service, serve the region and could bid today. */
  countFitting(need: { requirement: Requirement; kind: string; stage: string; serviceCode: string; region: string | null }): Promise<number> {
    return countFitting(this.db, need, this.clock.today());
  }

  async register(query: FirmListQuery): Promise<Page<FirmItemView>> {
    const limit = query.limit ?? 20;
    const rows = await registerRows(this.db, query, { today: this.clock.today(), limit: limit + 1 });
    const items = await this.withRatings(rows);
    return toPage(items, limit, cursorOf(query.sort), ({ updatedAt: _updatedAt, free: _free, ...item }) => item);
  }

  async firm(firmId: string): Promise<FirmView> {
    const [firm] = await this.whole([firmId]);
    if (!firm) throw notFound();
    return firm;
  }

  /** Up to four firms side by side, in the order asked for. @throws 404 when one is not listed */
  async compare(ids: string): Promise<FirmView[]> {
    const firmIds = [...new Set(ids.split(','))];
    if (firmIds.length < 2 || firmIds.length > MOST_COMPARED) throw tooFewToCompare();
    const firms = await this.whole(firmIds);
    return firmIds.map(id => {
      const firm = firms.find(one => one.firmId === id);
      if (!firm) throw notFound();
      return firm;
    });
  }

  async queue(actor: Actor, query: QualificationQueueQuery): Promise<Page<QualificationView>> {
    const limit = query.limit ?? 20;
    const today = this.clock.today();
    const state = query.state ?? 'pending';
    const rows = this.db.repo(Qualification).createQueryBuilder('q').where('q.state = :state', { state: state === 'lapsed' ? 'verified' : state });
    rows.andWhere('EXISTS (SELECT 1 FROM unnest(:regions::text[]) r WHERE q.region_code LIKE r || \'%\')', { regions: [...actor.regions] });
    if (state === 'lapsed') rows.andWhere('q.valid_to < :today', { today });
    if (state === 'verified') rows.andWhere('(q.valid_to IS NULL OR q.valid_to >= :today)', { today });
    if (query.q) rows.andWhere(containsWords(`q.firm_name || ' ' || q.number || ' ' || q.kind`, ':q'), { q: query.q });
    if (query.kind) rows.andWhere('q.kind = :kind', { kind: query.kind });
    if (query.endsWithin) rows.andWhere('q.valid_to BETWEEN CAST(:today AS date) AND CAST(:today AS date) + CAST(:days AS int)', { today, days: query.endsWithin });
    const ending = query.sort === 'ending';
    const cursor = decodeCursor(query.cursor, ending ? 2 : 1);
    if (cursor) rows.andWhere(ending ? `(coalesce(q.valid_to, 'infinity'), q.id) > (CAST(:last AS date), CAST(:after AS uuid))` : 'q.id > :after', ending ? { last: cursor[0] ?? 'infinity', after: cursor[1] } : { after: cursor[0] });
    if (ending) rows.orderBy(`coalesce(q.valid_to, 'infinity')`).addOrderBy('q.id');
    else rows.orderBy('q.id');
    const found = await rows.limit(limit + 1).getMany();
    return toPage(found, limit, q => (ending ? [q.validTo, q.id] : [q.id]), q => qualificationView(q, today));
  }

  /** Whether the person is a responsible engineer of the firm today. */
  isEngineer(firmId: string, personId: string): Promise<boolean> {
    return this.db.repo(FirmPerson).existsBy({ id: personId, firmId, isResponsible: true, leftOn: IsNull() });
  }

  private async whole(firmIds: readonly string[]): Promise<FirmView[]> {
    const rows = await this.withRatings(await firmRows(this.db, firmIds, this.clock.today()));
    const views: FirmView[] = [];
    for (const { updatedAt: _updatedAt, free: _free, ...item } of rows) views.push({ ...item, ...(await this.profiles.detailsOf(item.firmId)) });
    return views;
  }

  private async withRatings(rows: readonly FirmRow[]): Promise<(FirmRow & Pick<FirmItemView, 'score' | 'ratings' | 'confidence' | 'vetoedUntil'>)[]> {
    const ratings = (await this.ratingSource?.summaries(rows.map(row => row.firmId))) ?? new Map<string, RatingSummary>();
    return rows.map(row => {
      const { score, count, confidence, vetoedUntil } = ratings.get(row.firmId) ?? UNRATED;
      return { ...row, score, ratings: count, confidence, vetoedUntil };
    });
  }
}
