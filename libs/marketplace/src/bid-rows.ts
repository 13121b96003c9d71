import type { Db } from '@huanbao/platform';
import type { Trace } from './bid-traces';
import type { EnvelopeDto } from './dto/envelope.dto';

/** A bid as it is handed in: sealed, so without a price. */
export interface SealedBid {
  readonly id: string;
  readonly taskId: string;
  readonly firmId: string;
  readonly firmName: string;
  readonly round: number;
  readonly envelope: EnvelopeDto;
  readonly digest: string;
  readonly sizeBytes: number;
  readonly receivedAt: Date;
  readonly receiptSignature: string;
  readonly submittedBy: string | null;
  readonly sealedRound: 1 | 2;
  readonly documentsVersion: number;
}

const SQL = `
  WITH kept AS (
    INSERT INTO bid (id, task_id, firm_id, firm_name, round, state, envelope, digest, size_bytes, received_at, receipt_signature, submitted_by, sealed_round, documents_version, attachment_file_ids)
    VALUES ($1, $2, $3, $4, $5, 'sealed', $6, $7, $8, $9, $10, $11, $12, $13, '{}') RETURNING id, received_at)
  INSERT INTO bid_trace (bid_id, address_index, prefix_index, device_index, at) SELECT id, $14, $15, $16, received_at FROM kept`;

/** The bid and its trace in one trip: in the last minute before a deadline each trip is one that others wait for. */
export async function keepBid(db: Db, bid: SealedBid, trace: Trace): Promise<void> {
  await db.prepared('bid-keep', SQL, [
    bid.id, bid.taskId, bid.firmId, bid.firmName, bid.round, JSON.stringify(bid.envelope), bid.digest, bid.sizeBytes, bid.receivedAt, bid.receiptSignature, bid.submittedBy, bid.sealedRound, bid.documentsVersion,
    trace.addressIndex, trace.prefixIndex, trace.deviceIndex,
  ]);
}
