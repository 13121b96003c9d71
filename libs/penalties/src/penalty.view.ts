import { PenaltyPursuitView } from './executing/execution.view';
import { CaseDetailView } from '@huanbao/casework';
import { ClosingConditionView, PenaltyAccountView, PenaltyCircumstanceView, PenaltyContestView, PenaltyDecisionView, PenaltyDeferralView, PenaltyDiscussionView, PenaltyEvidenceView, PenaltyExtensionView, PenaltyInvestigatorView, PenaltyLawChoiceView, PenaltyLinkView, PenaltyNeedsView, PenaltyNoticeView, PenaltyPaymentView, PenaltyProposedView, PenaltySaidView, PenaltyUndoingView } from './penalty-parts.view';

export class PenaltyItemView {
  id!: string;
  number!: string;
  partyName!: string;
  partyKind!: string;
  clueKind!: string;
  violationTitle!: string | null;
  state!: string;
  stateZh!: string;
  stateEn!: string;
  tone!: string;
  dueOn!: string | null;
  remainingDays!: number | null;
  dueProvisional!: boolean;
  claimedByName!: string | null;
  openedAt!: string;
  decisionNumber!: string | null;
  fineYuan!: string | null;
  publishDue!: string | null;
  publishedAt!: string | null;
  /** `given-up` or `court`: what is open is pursued no more. */
  pursuitEnded!: string | null;
}

export class PenaltyPageView {
  items!: PenaltyItemView[];
  nextCursor!: string | null;
}

export class PenaltyView extends PenaltyItemView {
  version!: number;
  partyOrgId!: string | null;
  /** Of a person the last four characters only. */
  partyCode!: string | null;
  clueText!: string;
  discoveredOn!: string;
  sourceType!: string | null;
  sourceId!: string | null;
  /** The visit it is about, whichever way it came here. */
  inspectionId!: string | null;
  /** The complaint behind it, whichever of its answers, rounds or visits brought it. */
  complaintId!: string | null;
  parent!: PenaltyLinkView | null;
  children!: PenaltyLinkView[];
  dailyDays!: number | null;
  dailyYuan!: string | null;
  openedByName!: string;
  violation!: string | null;
  conductFrom!: string | null;
  conductTo!: string | null;
  hasConsequence!: boolean;
  timeBarUntil!: string | null;
  isTimeBarred!: boolean;
  timeBarReason!: string | null;
  investigators!: PenaltyInvestigatorView[];
  submittedByName!: string | null;
  filingGrounds!: string | null;
  filedOn!: string | null;
  filedByName!: string | null;
  lawChoice!: PenaltyLawChoiceView | null;
  facts!: string | null;
  proposed!: PenaltyProposedView | null;
  concludedByName!: string | null;
  examined!: PenaltySaidView | null;
  legalReview!: PenaltySaidView | null;
  evidence!: PenaltyEvidenceView[];
  extensions!: PenaltyExtensionView[];
  notices!: PenaltyNoticeView[];
  discussions!: PenaltyDiscussionView[];
  decision!: PenaltyDecisionView | null;
  account!: PenaltyAccountView | null;
  payments!: PenaltyPaymentView[];
  deferrals!: PenaltyDeferralView[];
  contests!: PenaltyContestView[];
  /** On the way to the money: reminder, court, and by when. Null before the service of a fine. */
  pursuit!: PenaltyPursuitView | null;
  /** What was proposed against the decision, and what a second person made of it. */
  undoings!: PenaltyUndoingView[];
  closing!: ClosingConditionView[];
  /** What the rules ask of what is proposed. */
  needs!: PenaltyNeedsView | null;
  case!: CaseDetailView;
  actions!: string[];
}

export class FactorLevelView {
  level!: number;
  title!: string;
}

export class FactorView {
  key!: string;
  title!: string;
  weight!: string;
  levels!: FactorLevelView[];
  legalBasis!: string;
  verified!: boolean;
}

export class AdjustmentView {
  key!: string;
  title!: string;
  percent!: string;
  legalBasis!: string;
  verified!: boolean;
}

export class ViolationView {
  code!: string;
  title!: string;
}

export class PenaltyOfficerView {
  id!: string;
  name!: string;
  certificateNo!: string;
}

/** What the forms choose from. */
export class PenaltyOptionsView {
  violations!: ViolationView[];
  officers!: PenaltyOfficerView[];
  factors!: FactorView[];
  adjustments!: AdjustmentView[];
  /** On what a fine may go below the least of the law. */
  circumstances!: PenaltyCircumstanceView[];
}

export class PenaltyCreatedView {
  id!: string;
}
