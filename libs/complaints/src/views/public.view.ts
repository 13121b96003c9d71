import { PublicProgressView } from '@huanbao/casework';
import { PublicDisputeView, PublicRoundView } from './round.view';

/** Shown once: number and query code are the only way back to the report. */
export class ComplaintReceiptView {
  id!: string;
  number!: string;
  code!: string;
}

/** What the reporter receives on the web: without the record's own id. */
export class PublicReceiptView {
  number!: string;
  code!: string;
}

export class ComplaintAnswerView {
  /** confirmed, partly or unfounded. */
  outcome!: 'confirmed' | 'partly' | 'unfounded';
  text!: string;
  answeredAt!: string;
  /** The unit that answered. */
  unit!: string | null;
}

/** A report as whoever has number and code may see it. */
export class ComplaintTrackView {
  progress!: PublicProgressView;
  number!: string;
  subject!: string;
  place!: string;
  what!: string;
  receivedAt!: string;
  /** The machine's state, e.g. `handling`; of the one it was merged into, when it was. */
  state!: string;
  unit!: string | null;
  /** It is handled together with another report of the same problem. */
  isMerged!: boolean;
  answer!: ComplaintAnswerView | null;
  refusedReason!: string | null;
  referredTo!: string | null;
  satisfaction!: 'satisfied' | 'fair' | 'dissatisfied' | null;
  ratingWords!: string | null;
  mayRate!: boolean;
  /** Last day to rate the answer. */
  rateUntil!: string | null;
  /** Each round of handling with its answer, the oldest first; none is overwritten. */
  rounds!: PublicRoundView[];
  /** What this reporter said about answers, and what came of it. */
  disputes!: PublicDisputeView[];
  mayDispute!: boolean;
  /** `first`: the bureau judges it; `review`: the supervisor reviews it (复查). Null when nothing can be said now. */
  disputeLevel!: 'first' | 'review' | null;
  disputeUntil!: string | null;
  /** After the review: last day to turn to the higher authority (复核). */
  recheckUntil!: string | null;
  mayAddFiles!: boolean;
  files!: number;
}

export class ComplaintFileReceiptView {
  name!: string;
  files!: number;
}
