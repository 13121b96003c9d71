import { Db } from '../database/db';
import { AUDIT_GENESIS, AuditContent, chainHash } from './audit';

export interface AuditVerdict {
  readonly whole: boolean;
  readonly entries: number;
  readonly head: string;
  /** First broken row and what is wrong with it. */
  readonly broken?: { readonly seq: string; readonly reason: string };
}

interface StoredRow extends Omit<AuditContent, 'at'> {
  readonly at: Date;
  readonly previousHash: string;
  readonly hash: string;
}

/** A place of the chain that was written down outside the platform. */
export interface AuditAnchor {
  readonly seq: number;
  readonly hash: string;
}

const PAGE = 5000;

/**
 * Walks the whole chain and recomputes every hash: a changed, removed, inserted or reordered row is found. That the last
 * rows were cut off, or all of it written anew, shows only against an `anchor` kept elsewhere.
 */
export async function verifyAudit(db: Db, anchor?: AuditAnchor): Promise<AuditVerdict> {
  const verdict = await walk(db, anchor);
  if (!verdict.whole || !anchor || anchor.seq <= verdict.entries) return verdict;
  return { ...verdict, whole: false, broken: { seq: String(anchor.seq), reason: `row ${anchor.seq}, which was written down, is missing` } };
}

async function walk(db: Db, anchor?: AuditAnchor): Promise<AuditVerdict> {
  let previous = AUDIT_GENESIS;
  let seq = 0n;
  // rows put in front of the first have a number below one
  let after = -(2n ** 62n);
  for (;;) {
    const rows = await db.query<StoredRow>(
      `SELECT seq, at, actor_user_id AS "actorUserId", actor_org_id AS "actorOrgId", on_behalf_of AS "onBehalfOf", action,
              subject_type AS "subjectType", subject_id AS "subjectId", details, trace, previous_hash AS "previousHash", hash
         FROM audit_entry WHERE seq > $1 ORDER BY seq LIMIT ${PAGE}`,
      [after.toString()],
    );
    for (const row of rows) {
      seq += 1n;
      const reason = flawOf(row, seq, previous) ?? (anchor && seq === BigInt(anchor.seq) && row.hash !== anchor.hash ? 'its hash is not the one written down' : undefined);
      if (reason) return { whole: false, entries: Number(seq), head: previous, broken: { seq: row.seq, reason } };
      previous = row.hash;
      after = seq;
    }
    if (rows.length < PAGE) return { whole: true, entries: Number(seq), head: previous };
  }
}

function flawOf(row: StoredRow, expectedSeq: bigint, previous: string): string | undefined {
  if (BigInt(row.seq) !== expectedSeq) return `row ${expectedSeq} is missing`;
  if (row.previousHash !== previous) return 'does not continue the row before it';
  const { previousHash, hash, ...stored } = row;
  const content: AuditContent = { ...stored, at: row.at.toISOString() };
  return chainHash(previousHash, content) === hash ? undefined : 'content does not match its hash';
}
