import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import type { Ledger, LedgerChange, LedgerEvent } from '../engine/ledger';

type EventTuple = readonly [string, string, LedgerEvent['severity'], string, string, string | null, string | null, string | null, string | null, string | null, string, string, string | null, string, string | null, string | null];
type ChangeTuple = readonly [string, string, LedgerChange['status'], string, string];

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', ${INSTANT})`;
const EMPTY: Ledger = { events: [], changes: [] };

/** Ledgers as the engine reads them: one row a subject, so that thousands come in few round trips. */
@Injectable()
export class LedgerStore {
  constructor(private readonly db: Db) {}

  async of(subjectId: string): Promise<Ledger> {
    return (await this.ofAll([subjectId])).get(subjectId) ?? EMPTY;
  }

  /** @param lean without the words, for reckoning only */
  async ofAll(subjectIds: readonly string[], { lean = false }: { readonly lean?: boolean } = {}): Promise<Map<string, Ledger>> {
    const words = lean ? `'', '', NULL` : 'title, legal_basis, evidence_file_id';
    const events = await this.db.query<{ id: string; rows: EventTuple[] }>(
      `SELECT subject_id AS id, json_agg(json_build_array(key, type, severity, ${words}, indicator, trim_scale(measure)::text, trim_scale(score)::text, trim_scale(points)::text,
              occurred_on::text, valid_from::text, valid_until::text, ${instant('recorded_at')}, period_from::text, replaces)) AS rows FROM credit_event WHERE subject_id = ANY($1::uuid[]) GROUP BY subject_id`,
      [[...subjectIds]],
    );
    const changes = await this.db.query<{ id: string; rows: ChangeTuple[] }>(
      `SELECT subject_id AS id, json_agg(json_build_array(key, event_key, status, effective_on::text, ${instant('recorded_at')})) AS rows FROM credit_event_change WHERE subject_id = ANY($1::uuid[]) GROUP BY subject_id`,
      [[...subjectIds]],
    );
    const later = new Map(changes.map(({ id, rows }) => [id, rows.map(changeOf)]));
    const ledgers = new Map<string, Ledger>(events.map(({ id, rows }) => [id, { events: rows.map(eventOf), changes: later.get(id) ?? [] }]));
    for (const id of subjectIds) if (!ledgers.has(id)) ledgers.set(id, { events: [], changes: later.get(id) ?? [] });
    return ledgers;
  }
}

const eventOf = ([key, type, severity, title, legalBasis, evidenceFileId, indicator, measure, score, points, occurredOn, validFrom, validUntil, recordedAt, periodFrom, replaces]: EventTuple): LedgerEvent => ({
  key, type, severity, title, legalBasis, evidenceFileId, indicator, measure, score, points, occurredOn, validFrom, validUntil, recordedAt, periodFrom, replaces,
});

const changeOf = ([key, eventKey, status, effectiveOn, recordedAt]: ChangeTuple): LedgerChange => ({ key, eventKey, status, effectiveOn, recordedAt });
