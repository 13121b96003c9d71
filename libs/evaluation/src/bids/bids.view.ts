import { BidFindingView, CriterionMeanView, EnquiryView, PriceVoteView, ScoreView } from '../views/evaluation.view';

export const BID_OUTCOMES = ['ranked', 'passed', 'low-price', 'unresponsive'] as const;
/** `passed`: reviewed and not scored yet. */
export type BidOutcome = (typeof BID_OUTCOMES)[number];

/** What became of one bid, as far as the reader may know it. */
export class JudgedBidView {
  bidId!: string;
  firmName!: string;
  priceYuan!: string | null;
  outcome!: BidOutcome;
  rank!: number | null;
  technical!: string | null;
  priceScore!: string | null;
  total!: string | null;
}

export class JudgedBidPage {
  items!: JudgedBidView[];
  nextCursor!: string | null;
}

/** What one seat gave this bid. */
export class BidSheetView {
  seat!: number;
  scores!: ScoreView[];
  priceVote!: PriceVoteView | null;
  comment!: string;
}

/** One bid with everything that was found of it. */
export class JudgedBidDetailView extends JudgedBidView {
  finding!: BidFindingView | null;
  enquiry!: EnquiryView | null;
  /** How the price score was reckoned. */
  priceZh!: string | null;
  priceEn!: string | null;
  means!: CriterionMeanView[];
  /** Empty for a bidder. */
  sheets!: BidSheetView[];
  /** Of a price the panel did not find reasonable. */
  priceReasons!: string[];
}
