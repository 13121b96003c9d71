import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Clock, containsWords, Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import { IN_FORCE } from '../findings/finding.entity';
import type { RankingExportQuery, RankingQuery } from './ranking.dto';
import { RankingItemView } from './ranking.view';
import { ALL } from './scoring.service';

const CONFIDENCE_WORDS: Readonly<Record<string, string>> = { low: '低', medium: '中', high: '高' };
const COLUMNS: readonly SheetColumn<RankingItemView>[] = [
  { header: '名次', width: 8, of: row => row.place },
  { header: '服务机构', width: 36, of: row => row.firmName },
  { header: '得分', width: 8, of: row => row.score },
  { header: '评价份数', width: 10, of: row => row.ratings },
  { header: '折算份数', width: 10, of: row => row.weight },
  { header: '信度', width: 8, of: row => CONFIDENCE_WORDS[row.confidence] ?? row.confidence },
  { header: '服务区域', width: 30, of: row => row.regions.join('、') || null },
];

/** Ranking lists: by score, then by how much stands behind it. There is no other order and no place to be had otherwise. */
@Injectable()
export class Ranking {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Equal scores with equal weight share a place. A search keeps the places of the whole list. */
  async list(query: RankingQuery): Promise<Page<RankingItemView>> {
    const limit = query.limit ?? 20;
    const parameters: unknown[] = [query.scope ?? ALL, [...IN_FORCE], this.clock.today()];
    const given = (value: unknown): string => `$${parameters.push(value)}`;
    const within = [
      `s.scope = $1 AND s.ranked AND p.listed`,
      `NOT EXISTS (SELECT 1 FROM firm_finding f WHERE f.firm_id = s.firm_id AND f.kind = 'fraud' AND f.state = ANY($2) AND $3::date BETWEEN f.effective_from AND f.effective_to)`,
      ...(query.region ? [`EXISTS (SELECT 1 FROM unnest(p.regions) r WHERE ${given(query.region)} LIKE r || '%')`] : []),
    ];
    const shown = [
      ...(query.q ? [containsWords('"firmName"', given(query.q))] : []),
      ...(query.confidence === 'high' ? [`confidence = 'high'`] : query.confidence === 'medium' ? [`confidence <> 'low'`] : []),
    ];
    const after = decodeCursor(query.cursor, 3);
    if (after) shown.push(`(score, weight, "firmId") < (${given(after[0])}::numeric, ${given(after[1])}::numeric, ${given(after[2])}::uuid)`);
    const rows = await this.db.query<RankingItemView & Record<string, unknown>>(
      `SELECT * FROM (
         SELECT rank() OVER (ORDER BY s.score DESC, s.weight DESC)::int AS place, s.firm_id AS "firmId", p.firm_name AS "firmName", p.regions, s.score, s.ratings, s.weight, s.confidence
           FROM firm_score s JOIN firm_profile p USING (firm_id) WHERE ${within.join(' AND ')}) placed
        ${shown.length > 0 ? `WHERE ${shown.join(' AND ')}` : ''} ORDER BY score DESC, weight DESC, "firmId" DESC LIMIT ${given(limit + 1)}`,
      parameters,
    );
    return toPage(rows, limit, row => [row.score, row.weight, row.firmId], ({ place, firmId, firmName, regions, score, ratings, weight, confidence }) => ({ place, firmId, firmName, regions, score, ratings, weight, confidence }));
  }

  /** What everybody reads page by page, as a file. */
  export(query: RankingExportQuery): StreamableFile {
    return spreadsheet({ name: '服务机构评价排名', title: '服务机构评价排名', columns: COLUMNS }, allPages((cursor, limit) => this.list({ ...query, cursor, limit })));
  }
}
