import { Injectable, OnModuleInit } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { Providers, RatingSource, RatingSummary } from '@huanbao/providers';
import { FindingQueries } from '../findings/finding.queries';
import { FirmScore } from './score.entity';
import { ALL } from './scoring.service';

/** Gives the register of firms its scores, each with its confidence, and the vetoes. */
@Injectable()
export class ScoreSource extends RatingSource implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly findings: FindingQueries,
    private readonly providers: Providers,
  ) {
    super();
  }

  onModuleInit(): void {
    this.providers.useRatings(this);
  }

  async summaries(firmIds: readonly string[]): Promise<Map<string, RatingSummary>> {
    const rows = await this.db.repo(FirmScore).createQueryBuilder('s').select(['s.firmId', 's.scope', 's.score', 's.ratings', 's.confidence']).where('s.scope = :all AND s.firmId = ANY(:ids)', { all: ALL, ids: [...firmIds] }).getMany();
    const scores = new Map(rows.map(row => [row.firmId, row]));
    const vetoes = await this.findings.vetoes(firmIds);
    return new Map(firmIds.map(id => {
      const row = scores.get(id);
      return [id, { score: row?.score ?? null, count: row?.ratings ?? 0, confidence: row?.confidence ?? 'none', vetoedUntil: vetoes.get(id) ?? null }];
    }));
  }
}
