import { Injectable } from '@nestjs/common';
import { Db, Signer } from '@huanbao/platform';
import { Anomaly, Bid, ServiceTask } from './marketplace.entity';
import { receiptHolds } from './receipt';

interface Entry {
  readonly firmId: string;
  readonly action: 'bid.submit' | 'bid.withdraw';
  readonly bidId: string;
  readonly round: number;
  readonly digest: string;
}

export interface LedgerVerdict {
  /** Bids to open: what the log says was in hand at the deadline and still has an untouched row. */
  readonly sound: readonly Bid[];
  /** Rows that say something else than what was received: never opened, shown as unreadable. */
  readonly altered: readonly Bid[];
  /** What the log knows and the table does not, or the reverse. Shown with the result. */
  readonly anomalies: readonly Anomaly[];
}

/**
 * Compares the bids in the table with the append-only audit chain and with the signed receipts. Somebody who owns the
 * database can read nothing, but could delete, replace or add rows: this is where it shows.
 */
@Injectable()
export class BidLedger {
  constructor(
    private readonly db: Db,
    private readonly signer: Signer,
  ) {}

  async check(task: ServiceTask): Promise<LedgerVerdict> {
    const rows = await this.db.repo(Bid).find({ where: { taskId: task.id, sealedRound: task.bidRound }, order: { receivedAt: 'ASC', id: 'ASC' } });
    const live = inHand(await this.entries(task));
    const sound: Bid[] = [];
    const altered: Bid[] = [];
    const anomalies: Anomaly[] = [];
    for (const entry of live.values()) {
      const row = rows.find(bid => bid.id === entry.bidId);
      if (!row) anomalies.push({ problem: 'missing', firmId: entry.firmId, round: entry.round, digest: entry.digest });
      else if (row.digest.trim() !== entry.digest || !receiptHolds(this.signer, task, row)) altered.push(row);
      else sound.push(row);
      if (row && row.state !== 'sealed') anomalies.push({ problem: 'state-changed', firmId: entry.firmId, round: entry.round, digest: entry.digest });
    }
    const known = new Set([...live.values()].map(entry => entry.bidId));
    for (const row of rows) if (row.state === 'sealed' && !known.has(row.id)) altered.push(row);
    return { sound, altered, anomalies };
  }

  /** Of the round that is opened: what was received before says `1` by its silence. */
  private entries(task: ServiceTask): Promise<Entry[]> {
    return this.db.query<Entry>(
      `SELECT actor_org_id AS "firmId", action, details->>'bidId' AS "bidId", (details->>'round')::int AS round, details->>'digest' AS digest
         FROM audit_entry WHERE subject_type = 'service-task' AND subject_id = $1 AND action IN ('bid.submit', 'bid.withdraw')
          AND coalesce((details->>'sealedRound')::int, 1) = $2 ORDER BY seq`,
      [task.id, task.bidRound],
    );
  }
}

/** Each firm's last bid that was not taken back. */
function inHand(entries: readonly Entry[]): Map<string, Entry> {
  const live = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.action === 'bid.submit') live.set(entry.firmId, entry);
    else if (live.get(entry.firmId)?.bidId === entry.bidId) live.delete(entry.firmId);
  }
  return live;
}
