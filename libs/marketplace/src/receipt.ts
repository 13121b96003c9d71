import { canonicalJson, Signer } from '@huanbao/platform';
import type { Bid, ServiceTask } from './marketplace.entity';

/** What the platform signs when it has taken a bid: which bytes, from whom, for which task, when. */
export interface Receipt {
  readonly bidId: string;
  readonly taskId: string;
  readonly taskNumber: string;
  readonly firmId: string;
  readonly round: number;
  readonly digest: string;
  readonly receivedAt: string;
}

/** The receipt of a stored bid, as it was signed: it is rebuilt from the row, so a changed row no longer fits its signature. */
export function receiptOf(task: Pick<ServiceTask, 'id' | 'number'>, bid: Pick<Bid, 'id' | 'firmId' | 'round' | 'digest' | 'receivedAt'>): Receipt {
  return {
    bidId: bid.id, taskId: task.id, taskNumber: task.number as string, firmId: bid.firmId,
    round: bid.round, digest: bid.digest.trim(), receivedAt: bid.receivedAt.toISOString(),
  };
}

/** Whether a bid's row still says what its receipt was signed for. */
export function receiptHolds(signer: Signer, task: ServiceTask, bid: Bid): boolean {
  return signer.verify(canonicalJson(receiptOf(task, bid)), bid.receiptSignature);
}
