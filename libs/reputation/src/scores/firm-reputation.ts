import { Injectable } from '@nestjs/common';
import { Clock, Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import { EngineerLoads, Providers } from '@huanbao/providers';
import { FindingQueries } from '../findings/finding.queries';
import { ReputationParameters } from '../parameters.service';
import type { ScorePart } from '../rules/score';
import type { FirmRatingsQuery } from './ranking.dto';
import { DimensionMeansView, EngineerLoadView, FirmRatingView, FirmReputationView, ReputationParameterView } from './ranking.view';
import { FirmScore } from './score.entity';
import { ALL } from './scoring.service';

type RatingRow = Omit<FirmRatingView, 'lines' | 'adjusted' | 'weight' | 'reply'> & { readonly publishedAt: string; readonly replyText: string | null; readonly repliedAt: Date | null };

/** What everybody may read of a firm's reputation, with the reckoning. */
@Injectable()
export class FirmReputation {
  constructor(
    private readonly db: Db,
    private readonly providers: Providers,
    private readonly findings: FindingQueries,
    private readonly loads: EngineerLoads,
    private readonly parameters: ReputationParameters,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 for a firm that is not listed */
  async of(firmId: string): Promise<FirmReputationView> {
    await this.providers.firm(firmId);
    const scores = await this.db.repo(FirmScore).find({ where: { firmId }, order: { scope: 'ASC' }, select: { firmId: true, scope: true, score: true, ratings: true, weight: true, confidence: true } });
    const all = scores.find(one => one.scope === ALL);
    const vetoes = await this.findings.vetoes([firmId]);
    const rows = await this.parameters.rows();
    return {
      firmId, score: all?.score ?? null, ratings: all?.ratings ?? 0, weight: all?.weight ?? '0.00', confidence: all?.confidence ?? 'none', vetoedUntil: vetoes.get(firmId) ?? null,
      scopes: scores.filter(one => one.scope !== ALL).map(({ scope, score, ratings, confidence }) => ({ scope, score, ratings, confidence })),
      dimensions: await this.dimensionsOf(firmId), findings: await this.findings.publicOf(firmId), engineers: await this.engineersOf(firmId), parametersVerified: rows.every(row => row.verified),
    };
  }

  async ratings(firmId: string, query: FirmRatingsQuery): Promise<Page<FirmRatingView>> {
    await this.providers.firm(firmId);
    const limit = query.limit ?? 10;
    const after = decodeCursor(query.cursor, 2);
    const rows = await this.db.query<RatingRow & Record<string, unknown>>(
      `SELECT r.id, to_char(r.published_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "publishedOn", r.published_at::text AS "publishedAt", t.kind, t.service_code AS "serviceCode", r.quality, r.timeliness, r.compliance, r.service, r.price,
              r.score::text AS mark, r.comment, y.text AS "replyText", y.replied_at AS "repliedAt"
         FROM task_rating r JOIN service_task t ON t.id = r.task_id AND t.awarded_firm_id = r.rated_org_id LEFT JOIN rating_reply y ON y.rating_id = r.id
        WHERE r.rated_org_id = $1 AND r.published_at IS NOT NULL ${after ? 'AND (r.published_at, r.id) < ($3::timestamptz, $4::uuid)' : ''} ORDER BY r.published_at DESC, r.id DESC LIMIT $2`,
      [firmId, limit + 1, ...(after ?? [])],
    );
    const parts = await this.partsOf(firmId);
    return toPage(rows, limit, row => [row.publishedAt, row.id], row => ratingView(row, parts.get(row.id)));
  }

  async method(): Promise<ReputationParameterView[]> {
    return (await this.parameters.rows()).map(({ key, title, value, unit, legalBasis, verified, note }) => ({ key, title, value, unit, legalBasis, verified, note }));
  }

  private async partsOf(firmId: string): Promise<Map<string, ScorePart>> {
    const row = await this.db.repo(FirmScore).findOneBy({ firmId, scope: ALL });
    return new Map((row?.parts ?? []).map(part => [part.id, part]));
  }

  private async dimensionsOf(firmId: string): Promise<DimensionMeansView | null> {
    const [row] = await this.db.query<DimensionMeansView & Record<string, unknown>>(
      `SELECT round(avg(r.quality), 1)::text AS quality, round(avg(r.timeliness), 1)::text AS timeliness, round(avg(r.compliance), 1)::text AS compliance, round(avg(r.service), 1)::text AS service, round(avg(r.price), 1)::text AS price
         FROM task_rating r JOIN service_task t ON t.id = r.task_id AND t.awarded_firm_id = r.rated_org_id WHERE r.rated_org_id = $1 AND r.published_at IS NOT NULL HAVING count(*) > 0`,
      [firmId],
    );
    return row ?? null;
  }

  private async engineersOf(firmId: string): Promise<EngineerLoadView> {
    const hint = (await this.parameters.rows()).find(row => row.key === 'engineer-tasks');
    const most = Number(hint?.value ?? '5');
    const loads = await this.loads.ofFirm(firmId);
    return { engineers: loads.length, most: Math.max(0, ...loads.map(one => one.running)), hint: most, above: loads.filter(one => one.running > most).length, verified: hint?.verified ?? false };
  }
}

/** A rating newer than the last reckoning is shown as the client gave it. */
function ratingView({ replyText, repliedAt, publishedAt: _at, ...row }: RatingRow, part: ScorePart | undefined): FirmRatingView {
  return {
    ...row, lines: [...(part?.lines ?? [])], adjusted: part?.adjusted ?? row.mark, weight: part?.weight ?? '1.000',
    reply: replyText !== null && repliedAt !== null ? { text: replyText, repliedAt: repliedAt.toISOString() } : null,
  };
}
