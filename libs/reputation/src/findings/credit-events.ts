import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import type { FindingKind } from './finding.entity';

/** What a finding is for the room of credit. */
export interface FirmCreditEvent {
  readonly findingId: string;
  readonly firmId: string;
  readonly kind: FindingKind;
  readonly taskId: string | null;
  readonly occurredOn: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly legalBasis: string;
  readonly evidenceFileId: string;
  readonly status: 'active' | 'revoked';
  readonly decidedAt: Date;
}

/**
 * Confirmed findings as events of credit. `firm-finding.confirmed` and `firm-finding.revoked` bring each one through the outbox; a
 * room that is built later reads here what was decided before it began to listen.
 */
@Injectable()
export class FirmCreditEvents {
  constructor(private readonly db: Db) {}

  async of(findingId: string): Promise<FirmCreditEvent | null> {
    return (await this.rows('id = $1', [findingId]))[0] ?? null;
  }

  /** In the order of the decisions, after the one named. */
  since(after: { readonly decidedAt: Date; readonly findingId: string } | null, most: number): Promise<FirmCreditEvent[]> {
    return this.rows(after ? '(decided_at, id) > ($1::timestamptz, $2::uuid)' : 'true', [...(after ? [after.decidedAt, after.findingId] : [])], most);
  }

  private rows(where: string, values: unknown[], most = 1): Promise<FirmCreditEvent[]> {
    return this.db.query<FirmCreditEvent & Record<string, unknown>>(
      `SELECT id AS "findingId", firm_id AS "firmId", kind, task_id AS "taskId", occurred_on::text AS "occurredOn", effective_from::text AS "validFrom", effective_to::text AS "validUntil", legal_basis AS "legalBasis",
              evidence_file_id AS "evidenceFileId", CASE state WHEN 'revoked' THEN 'revoked' ELSE 'active' END AS status, decided_at AS "decidedAt"
         FROM firm_finding WHERE decided_at IS NOT NULL AND state <> 'refused' AND ${where} ORDER BY decided_at, id LIMIT ${Math.trunc(most)}`,
      values,
    );
  }
}
