import type { CompetitionVoteView, EnquiryView, EvaluationPlanView, ResponsivenessView, SheetView } from './evaluation.view';

export class SeatFileView {
  id!: string;
  name!: string;
  sizeBytes!: number;
}

export class SeatBidView {
  bidId!: string;
  firmName!: string;
  priceYuan!: string;
  durationDays!: number;
  proposal!: string;
  files!: SeatFileView[];
  /** Set when the price must be judged. */
  enquiry!: EnquiryView | null;
  /** What the platform's own records say to a condition: an aid, never a finding. */
  facts!: BidFactView[];
}

export class BidFactView {
  conditionId!: string;
  /** The records speak for it, against it, or say nothing certain. */
  speaks!: 'for' | 'against' | 'open';
  zh!: string;
  en!: string;
}

export class BidReviewVoteView {
  bidId!: string;
  failed!: string[];
  reason!: string;
}

/** The own findings, sealed until all are in. */
export class SeatReviewView {
  votes!: BidReviewVoteView[];
  savedAt!: string | null;
  handedInAt!: string | null;
}

/** The page of a member of the committee. Offers are shown after the declaration. */
export class SeatPageView {
  nth!: number;
  kind!: 'expert' | 'representative';
  name!: string;
  state!: 'asked' | 'accepted';
  evaluationState!: 'none' | 'forming' | 'checking' | 'competition' | 'scoring' | 'revealed' | 'publicity' | 'awarded' | 'ended';
  taskTitle!: string;
  taskNumber!: string | null;
  enterpriseName!: string;
  description!: string;
  requirements!: string;
  /** Firms that take part: whom the declaration is about. */
  bidders!: string[];
  plan!: EvaluationPlanView;
  scoringDueAt!: string | null;
  bids!: SeatBidView[];
  review!: SeatReviewView;
  /** Criteria that are scored again after an upheld objection; empty when all are scored. */
  rescoring!: string[];
  /** In a correction: the own sheet made the result before, so that nothing but those criteria may change in it. */
  isBound!: boolean;
  /** What the panel found, once all have handed in. */
  outcome!: ResponsivenessView | null;
  /** The own answer to whether the few bids left still compete. */
  competition!: CompetitionVoteView | null;
  sheet!: SheetView | null;
  savedAt!: string | null;
  handedInAt!: string | null;
}
