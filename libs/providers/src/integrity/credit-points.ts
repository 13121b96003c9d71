import { Injectable } from '@nestjs/common';
import { Db, shanghaiDate } from '@huanbao/platform';
import { COUNTING, IntegrityPoint } from './integrity.entity';

/** What a decided integrity point is for the room of credit. */
export interface IntegrityCreditPoint {
  readonly pointId: string;
  readonly firmId: string;
  readonly points: number;
  readonly title: string;
  readonly facts: string;
  readonly article: string;
  readonly occurredOn: string;
  readonly decidedOn: string;
  readonly expiresOn: string;
  readonly evidenceFileId: string;
  readonly status: 'active' | 'revoked';
}

/** Decided integrity points as events of credit, for rooms above. */
@Injectable()
export class IntegrityCreditPoints {
  constructor(private readonly db: Db) {}

  /** Null while undecided, or refused. */
  async of(pointId: string): Promise<IntegrityCreditPoint | null> {
    const point = await this.db.repo(IntegrityPoint).findOneBy({ id: pointId });
    if (!point?.decidedAt || point.state === 'refused' || point.state === 'proposed') return null;
    const { id, firmId, points, ruleTextZh, facts, article, occurredOn, expiresOn, evidenceFileId, state } = point;
    return { pointId: id, firmId, points, title: ruleTextZh, facts, article, occurredOn, decidedOn: shanghaiDate(point.decidedAt), expiresOn, evidenceFileId, status: COUNTING.includes(state) ? 'active' : 'revoked' };
  }

  /** Ids of all that were ever decided, for a room that begins to listen later. */
  async decided(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(`SELECT id FROM integrity_point WHERE decided_at IS NOT NULL AND state <> 'refused' ORDER BY decided_at, id`);
    return rows.map(row => row.id);
  }
}
