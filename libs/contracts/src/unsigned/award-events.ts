import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { groundRow } from './grounds';

/** An award that was not signed, for the credit of who answers for it. */
export interface UnsignedAwardEvent {
  readonly cancellationId: string;
  readonly side: 'firm' | 'enterprise';
  readonly subjectId: string;
  readonly taskTitle: string;
  readonly groundZh: string;
  readonly legalBasis: string;
  readonly evidenceFileId: string | null;
  readonly occurredOn: string;
  readonly validUntil: string;
  readonly status: 'active' | 'revoked';
}

interface Row {
  readonly id: string;
  readonly kind: 'cancellation' | 'complaint';
  readonly firmId: string;
  readonly enterpriseId: string;
  readonly taskTitle: string;
  readonly ground: string;
  readonly fileId: string | null;
  readonly occurredOn: string;
  readonly until: string;
  readonly revoked: boolean;
}

/** Cancelled awards and justified complaints as events of credit: told by `award-cancellation.decided`, and read here again by whoever missed it. */
@Injectable()
export class UnsignedAwards {
  constructor(private readonly db: Db) {}

  async of(id: string): Promise<UnsignedAwardEvent | null> {
    const [row] = await this.db.query<Row>(`${SELECT} AND id = $1`, [id]);
    return row ? eventOf(row) : null;
  }

  async since(after: string | null, most: number): Promise<UnsignedAwardEvent[]> {
    const rows = await this.db.query<Row>(`${SELECT} ${after ? 'AND id > $1' : ''} ORDER BY id LIMIT ${Math.trunc(most)}`, after ? [after] : []);
    return rows.map(eventOf);
  }
}

const SELECT = `SELECT id, kind, firm_id AS "firmId", enterprise_id AS "enterpriseId", task_title AS "taskTitle", ground, evidence_file_ids[1] AS "fileId",
    ((CASE kind WHEN 'cancellation' THEN cancelled_at ELSE ruled_at END) AT TIME ZONE 'Asia/Shanghai')::date::text AS "occurredOn", effect_until::text AS until, state = 'revoked' AS revoked
  FROM award_cancellation WHERE effect_until IS NOT NULL`;

function eventOf({ id, kind, firmId, enterpriseId, taskTitle, ground, fileId, occurredOn, until, revoked }: Row): UnsignedAwardEvent {
  const { zh, basis } = groundRow(ground);
  const isFirm = kind === 'cancellation';
  return { cancellationId: id, side: isFirm ? 'firm' : 'enterprise', subjectId: isFirm ? firmId : enterpriseId, taskTitle, groundZh: zh, legalBasis: basis, evidenceFileId: fileId, occurredOn, validUntil: until, status: revoked ? 'revoked' : 'active' };
}
