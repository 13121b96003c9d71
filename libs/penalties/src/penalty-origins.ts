import { Injectable } from '@nestjs/common';
import { RectificationOrigins } from '@huanbao/rectification';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

const ORIGINS = `SELECT id FROM penalty WHERE source_id = :origin OR inspection_id = :origin OR complaint_id = :origin OR finding_id = ANY (CAST(:findings AS uuid[])) OR (complaint_id = CAST(:answered AS uuid) AND source_type IN ('complaint', 'complaint-round'))
  UNION SELECT penalty_id FROM penalty_joined_finding WHERE inspection_id = :origin OR finding_id = ANY (CAST(:findings AS uuid[]))`;

/** Cases by what they came from. */
@Injectable()
export class PenaltyOrigins {
  constructor(private readonly rectifications: RectificationOrigins) {}

  /** Narrows a query of `penalty p` to the cases of a visit, a complaint or a rectification, whichever way they came here, with the daily penalties that go on from there. */
  async narrow<T extends ObjectLiteral>(rows: SelectQueryBuilder<T>, originId: string): Promise<void> {
    const { findingIds, complaintId } = await this.rectifications.of(originId);
    rows.andWhere(`(p.id IN (${ORIGINS}) OR p.parentId IN (${ORIGINS}))`, { origin: originId, findings: [...findingIds], answered: complaintId });
  }
}
