import { Injectable } from '@nestjs/common';
import { Bid } from '@huanbao/marketplace';
import { Db } from '@huanbao/platform';
import { IsNull, Not } from 'typeorm';
import { TenderComplaint } from '../complaints/complaint.entity';
import { Evaluation, EvaluationObjection } from '../evaluation.entity';
import { candidatesOf, RankLine } from '../rules/ranking';

/** Candidates that neither an upheld objection or complaint nor a cancelled award has taken off the list. */
@Injectable()
export class Remaining {
  constructor(private readonly db: Db) {}

  async excluded(taskId: string): Promise<string[]> {
    const rows = await this.db.repo(EvaluationObjection).findBy({ taskId, upheld: true, excludesBidId: Not(IsNull()) });
    const cancelled = await this.db.repo(Bid).findBy({ taskId, awardCancelledAt: Not(IsNull()) });
    const ruled = await this.db.repo(TenderComplaint).findBy({ taskId, upheld: true, executedAt: Not(IsNull()), excludesBidId: Not(IsNull()) });
    return [...[...rows, ...ruled].flatMap(row => (row.excludesBidId ? [row.excludesBidId] : [])), ...cancelled.map(bid => bid.id)];
  }
}

/** In the order of their places. */
export const remainingCandidates = (evaluation: Evaluation, excluded: readonly string[]): readonly RankLine[] =>
  evaluation.result ? candidatesOf(evaluation.result.ranking).filter(line => !excluded.includes(line.bidId)) : [];
