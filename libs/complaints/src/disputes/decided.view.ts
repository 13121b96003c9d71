export class DecidedDisputeView {
  id!: string;
  round!: number;
  level!: 'first' | 'review';
  /** What the reporter said. */
  reason!: string;
  statedAt!: string;
  /** The answer it was about. */
  outcome!: string | null;
  answer!: string | null;
  state!: 'open' | 'reopened' | 'upheld';
  decisionReason!: string | null;
  decidedAt!: string | null;
}

/** A complaint as somebody reads it who decided on it and has nothing to do with it any more: what lay before him and what he decided. */
export class DecidedComplaintView {
  id!: string;
  number!: string;
  subject!: string;
  place!: string;
  decisions!: DecidedDisputeView[];
}
