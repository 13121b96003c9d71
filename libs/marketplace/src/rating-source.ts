import { Injectable, OnModuleInit } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { Providers, RatingSource } from '@huanbao/providers';

/** Gives the register of firms its ratings: the mean of published ones and their number. */
@Injectable()
export class TaskRatingSource extends RatingSource implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly providers: Providers,
  ) {
    super();
  }

  onModuleInit(): void {
    this.providers.useRatings(this);
  }

  async summaries(firmIds: readonly string[]): Promise<Map<string, { score: string | null; count: number }>> {
    const rows = await this.db.query<{ id: string; score: string | null; count: string }>(
      `SELECT rated_org_id AS id, round(avg(score), 2)::text AS score, count(*) AS count FROM task_rating
        WHERE rated_org_id = ANY($1::uuid[]) AND published_at IS NOT NULL GROUP BY rated_org_id`,
      [[...firmIds]],
    );
    return new Map(rows.map(row => [row.id, { score: row.score, count: Number(row.count) }]));
  }
}
