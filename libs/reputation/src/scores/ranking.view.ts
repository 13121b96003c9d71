import type { Confidence } from '../rules/score';
import type { OutcomeCode } from '../rules/outcome';
import { PublicFindingView } from '../findings/finding.view';

/** One place. Nobody can buy it: score, then how much stands behind it, and nothing else decides. */
export class RankingItemView {
  place!: number;
  firmId!: string;
  firmName!: string;
  regions!: string[];
  score!: string;
  ratings!: number;
  weight!: string;
  confidence!: Confidence;
}

export class RankingPage {
  items!: RankingItemView[];
  nextCursor!: string | null;
}

/** One value the score is reckoned with. */
export class ReputationParameterView {
  key!: string;
  title!: string;
  value!: string;
  unit!: string;
  legalBasis!: string;
  verified!: boolean;
  note!: string | null;
}

export class OutcomeLineView {
  code!: OutcomeCode;
  count!: number;
  points!: string;
}

export class RatingReplyView {
  text!: string;
  repliedAt!: string;
}

/** A published rating as everybody may read it: the client is not named. */
export class FirmRatingView {
  id!: string;
  publishedOn!: string;
  kind!: string;
  serviceCode!: string | null;
  quality!: number;
  timeliness!: number;
  compliance!: number;
  service!: number;
  price!: number;
  /** The client's mark, what became of the work, and what comes of both. */
  mark!: string;
  lines!: OutcomeLineView[];
  adjusted!: string;
  weight!: string;
  comment!: string;
  reply!: RatingReplyView | null;
}

export class FirmRatingPage {
  items!: FirmRatingView[];
  nextCursor!: string | null;
}

export class ScopeScoreView {
  scope!: string;
  score!: string;
  ratings!: number;
  confidence!: Confidence;
}

export class DimensionMeansView {
  quality!: string;
  timeliness!: string;
  compliance!: string;
  service!: string;
  price!: string;
}

/** How many of the responsible engineers carry more than the hint; nobody is named. */
export class EngineerLoadView {
  engineers!: number;
  /** Most tasks that one of them carries. */
  most!: number;
  hint!: number;
  above!: number;
  verified!: boolean;
}

/** What a firm's work came to, explained. */
export class FirmReputationView {
  firmId!: string;
  score!: string | null;
  ratings!: number;
  weight!: string;
  confidence!: Confidence;
  /** Last day of a veto that holds today. */
  vetoedUntil!: string | null;
  scopes!: ScopeScoreView[];
  dimensions!: DimensionMeansView | null;
  findings!: PublicFindingView[];
  engineers!: EngineerLoadView;
  parametersVerified!: boolean;
}
