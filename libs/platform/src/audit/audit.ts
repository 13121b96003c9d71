import { Injectable } from '@nestjs/common';
import { Actor } from '../access/actor';
import { Clock } from '../clock/clock';
import { Db } from '../database/db';
import { currentTrace } from '../observability/trace';
import { canonicalJson, sm3 } from './sm3';

export interface AuditInput {
  readonly actor: Actor | null;
  /** `permit-application.submit`, `bid.open`, `auth.login-failed` … */
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string };
  /** What changed or why: ids, states, field names. Never personal data or secrets in clear. */
  readonly details?: Record<string, unknown>;
  /** On whose behalf a delegate acted. */
  readonly onBehalfOf?: string | null;
}

interface PendingEntry extends AuditInput {
  readonly at: string;
  readonly trace: string | null;
}

/** The fields that are hashed, in this order of meaning; the chain hash is SM3(previous hash + canonical JSON of this). */
export interface AuditContent {
  readonly seq: string;
  readonly at: string;
  readonly actorUserId: string | null;
  readonly actorOrgId: string | null;
  readonly onBehalfOf: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly details: Record<string, unknown>;
  readonly trace: string | null;
}

export const AUDIT_GENESIS = '0'.repeat(64);

export function chainHash(previous: string, content: AuditContent): string {
  return sm3(`${previous}\n${canonicalJson(content)}`);
}

/**
 * Append-only log in an SM3 hash chain. Rows are buffered and written with the commit under one lock, so that
 * the chain follows the order of commits and the lock is held only for the commit itself.
 */
@Injectable()
export class Audit {
  private readonly pending = new WeakMap<object, PendingEntry[]>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Records inside the running transaction; outside one it opens its own (sensitive reads, failed logins). */
  async record(entry: AuditInput): Promise<void> {
    if (!this.db.inTransaction) return this.db.transaction(() => this.record(entry));
    const scope = this.db.manager;
    const list = this.pending.get(scope) ?? [];
    list.push({ ...entry, at: this.clock.now().toISOString(), trace: currentTrace() ?? null });
    this.pending.set(scope, list);
    this.db.withCommit('audit', () => this.flush(scope));
  }

  /** Sends the entries; the commit goes right behind them. */
  private async flush(scope: object): Promise<void> {
    const entries = (this.pending.get(scope) ?? []).splice(0);
    const [head] = await this.db.prepared<{ seq: string; hash: string }>('audit-head', 'SELECT seq, hash FROM audit_head()');
    let seq = BigInt(head?.seq ?? 0);
    let previous = head?.hash ?? AUDIT_GENESIS;
    for (const entry of entries) {
      seq += 1n;
      const content = contentOf(seq, entry);
      const hash = chainHash(previous, content);
      await this.send(content, previous, hash);
      previous = hash;
    }
  }

  private send(content: AuditContent, previous: string, hash: string): Promise<void> {
    return this.db.send(
      'audit-entry',
      `INSERT INTO audit_entry (seq, at, actor_user_id, actor_org_id, on_behalf_of, action, subject_type, subject_id, details, trace, previous_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        content.seq, content.at, content.actorUserId, content.actorOrgId, content.onBehalfOf, content.action,
        content.subjectType, content.subjectId, JSON.stringify(content.details), content.trace, previous, hash,
      ],
    );
  }
}

function contentOf(seq: bigint, entry: PendingEntry): AuditContent {
  return {
    seq: seq.toString(),
    at: entry.at,
    actorUserId: entry.actor?.userId ?? null,
    actorOrgId: entry.actor?.orgId ?? null,
    onBehalfOf: entry.onBehalfOf ?? null,
    action: entry.action,
    subjectType: entry.subject.type,
    subjectId: entry.subject.id,
    details: JSON.parse(JSON.stringify(entry.details ?? {})) as Record<string, unknown>,
    trace: entry.trace,
  };
}
