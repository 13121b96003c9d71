/** A sentence in both languages. */
export class EvaluationWordsView {
  zh!: string;
  en!: string;
}

export class PriceFormulaView {
  kind!: 'lowest' | 'average-deviation';
  above!: string | null;
  below!: string | null;
  float!: string | null;
  dropFrom!: number | null;
}

export class CriterionView {
  id!: string;
  name!: string;
  guide!: string;
  max!: number;
}

/** One condition a bid must meet, with the article that lets a panel reject it. */
export class BidConditionView {
  id!: string;
  kind!: 'qualification' | 'requirement' | 'form' | 'validity' | 'bond' | 'ceiling';
  zh!: string;
  en!: string;
  basis!: string;
}

export class BidFindingReasonView {
  /** Null for the bidder, who reads the reasons and not whose they are. */
  seat!: number | null;
  failed!: string[];
  reason!: string;
}

/** What the panel found of one bid in the review. */
export class BidFindingView {
  bidId!: string;
  firmName!: string;
  responsive!: boolean;
  /** Ids of the conditions the majority finds not met. */
  failed!: string[];
  tally!: ConditionTallyView[];
  reasons!: BidFindingReasonView[];
}

export class ConditionTallyView {
  conditionId!: string;
  against!: number;
}

export class CompetitionVoteView {
  seat!: number;
  competitive!: boolean;
  reason!: string;
}

/** The review against the published conditions. A bidder gets the own finding alone. */
export class ResponsivenessView {
  reviewedAt!: string;
  findings!: BidFindingView[];
  left!: number;
  least!: number;
  basis!: string;
  verified!: boolean;
  verdict!: 'go-on' | 'competition' | 'fail';
  /** Whether the few bids left still compete, when the panel had to say so; null while it has not. */
  competitionStands!: boolean | null;
  competition!: CompetitionVoteView[];
}

/** How the offers are judged; everybody may read it. */
export class EvaluationPlanView {
  committeeSize!: number;
  representatives!: number;
  specialties!: string[];
  formula!: PriceFormulaView;
  priceWeight!: number;
  criteria!: CriterionView[];
  scoringDays!: number;
  /** Substantial requirements the enterprise has named. */
  substantial!: string[];
  validityDays!: number | null;
  ceilingYuan!: string | null;
  /** What each bid is held against before it is scored; fixed at the publication. */
  conditions!: BidConditionView[];
  version!: number;
}

/** A place in the committee. Name and unit are null for who may not know them yet. */
export class SeatView {
  id!: string;
  nth!: number;
  kind!: 'expert' | 'representative';
  state!: 'asked' | 'accepted' | 'recused' | 'declined' | 'removed';
  name!: string | null;
  unit!: string | null;
  title!: string | null;
  /** Why somebody stepped back; the bureau and, once it is over, the enterprise read it. */
  reason!: string | null;
  declaredAt!: string | null;
  /** When the findings of the review, the answer on competition and the scores were handed in. */
  reviewedAt!: string | null;
  competitionAt!: string | null;
  handedInAt!: string | null;
}

/** One draw with what is needed to reckon it again: the smallest SHA-256 of `seed:candidate` are drawn. */
export class DrawView {
  nth!: number;
  seed!: string;
  nonce!: string;
  digests!: string[];
  candidates!: string[];
  excluded!: ExcludedView[];
  drawn!: string[];
  drawnAt!: string;
}

export class ExcludedView {
  expertId!: string;
  reasons!: EvaluationWordsView[];
}

export class EnquiryView {
  id!: string;
  bidId!: string;
  firmName!: string;
  grounds!: EvaluationWordsView[];
  askedAt!: string;
  dueAt!: string;
  answer!: string | null;
  answeredAt!: string | null;
}

export class AwardCandidateView {
  rank!: number;
  bidId!: string;
  firmName!: string;
  priceYuan!: string;
  total!: string;
  /** Taken off by an upheld objection. */
  excluded!: boolean;
}

export class CriterionMeanView {
  criterionId!: string;
  mean!: string;
  /** Seats whose score is far from the mean. */
  deviating!: number[];
}

export class RankLineView {
  rank!: number;
  bidId!: string;
  firmName!: string;
  priceYuan!: string;
  priceScore!: string;
  priceZh!: string;
  priceEn!: string;
  technical!: string;
  total!: string;
  means!: CriterionMeanView[];
}

export class RejectedView {
  bidId!: string;
  firmName!: string;
  priceYuan!: string;
  reasonable!: number;
  unreasonable!: number;
  reasons!: string[];
}

export class ScoreView {
  bidId!: string;
  criterionId!: string;
  score!: string;
  reason!: string;
}

export class PriceVoteView {
  bidId!: string;
  reasonable!: boolean;
  reason!: string;
}

export class SheetView {
  seat!: number;
  scores!: ScoreView[];
  priceVotes!: PriceVoteView[];
  comment!: string;
}

/** What came out. Bidders get their own line only, and no sheets. */
export class EvaluationResultView {
  baseZh!: string;
  baseEn!: string;
  roundingZh!: string;
  roundingEn!: string;
  lines!: RankLineView[];
  rejected!: RejectedView[];
  sheets!: SheetView[];
}

export class ObjectionView {
  id!: string;
  firmName!: string;
  text!: string;
  raisedAt!: string;
  dueAt!: string;
  answer!: string | null;
  upheld!: boolean | null;
  excludesBidId!: string | null;
  /** To which result it was raised, and what followed. */
  round!: number;
  remedy!: 'correct' | 'reevaluate' | 'next' | 'retender' | null;
  criterionIds!: string[];
  answeredAt!: string | null;
  /** The complaint about it, for who may read that; and until when the reader may lodge one. */
  complaintId!: string | null;
  complainUntil!: string | null;
}

/** A result that an upheld objection has ended. */
export class EvaluationRoundView {
  round!: number;
  remedy!: 'correct' | 'reevaluate' | 'next' | 'retender';
  remedyZh!: string;
  remedyEn!: string;
  basis!: string;
  endedAt!: string;
  candidates!: AwardCandidateView[];
  reportFileId!: string | null;
}

export class PublicityView {
  from!: string | null;
  to!: string | null;
  /** Last moment to begin it. */
  due!: string | null;
  paused!: boolean;
  over!: boolean;
}

/** The panel as the law wants it. */
export class PanelView {
  nameZh!: string;
  nameEn!: string;
  /** Fewest members; always an odd number. */
  least!: number;
  /** The law wants it: without criteria the task cannot be published. */
  demanded!: boolean;
  /** Only the price decides; the criteria stay empty and its weight is 100. */
  priceAlone!: boolean;
  basis!: string;
  verified!: boolean;
}

/** The evaluation of a task as the reader may see it. */
export class EvaluationView {
  /** Who judges by the method and the money, plan or no plan. */
  panel!: PanelView;
  taskId!: string;
  taskTitle!: string;
  taskNumber!: string | null;
  taskState!: string;
  taskVersion!: number;
  priceWeight!: number;
  plan!: EvaluationPlanView | null;
  state!: 'none' | 'forming' | 'checking' | 'competition' | 'scoring' | 'revealed' | 'publicity' | 'awarded' | 'ended';
  scoringDueAt!: string | null;
  seats!: SeatView[];
  draws!: DrawView[];
  enquiries!: EnquiryView[];
  /** Review and result hold the first twenty bids of each kind; the rest is in the list of bids. */
  review!: ResponsivenessView | null;
  result!: EvaluationResultView | null;
  /** Of how many bids the reader may know what became of them. */
  bidCount!: number;
  reportFileId!: string | null;
  candidates!: AwardCandidateView[];
  publicity!: PublicityView | null;
  objections!: ObjectionView[];
  /** Which result this is, the criteria that are being scored again, and the results before. */
  /** The bureau has suspended the procedure because of a complaint. */
  held!: boolean;
  round!: number;
  rescoring!: string[];
  rounds!: EvaluationRoundView[];
  /** What the reader may do now: `plan`, `draw`, `remind`, `remove`, `publish`, `award`, `answer`, `explain`, `object`. */
  actions!: string[];
}
