export class PenaltyInvestigatorView {
  officerId!: string;
  name!: string;
  certificateNo!: string;
}

export class PenaltyLawView {
  code!: string;
  title!: string;
  minYuan!: string;
  maxYuan!: string;
  measures!: string[];
  legalBasis!: string;
  effectiveFrom!: string;
  effectiveTo!: string | null;
  verified!: boolean;
}

export class PenaltyLawChoiceView {
  law!: PenaltyLawView;
  others!: PenaltyLawView[];
  /** `across-change`, `newer-lighter`, `unverified`. */
  warnings!: string[];
}

export class DiscretionStepView {
  title!: string;
  working!: string;
  result!: string;
}

export class DiscretionView {
  sharePercent!: string;
  centreYuan!: string;
  fromYuan!: string;
  toYuan!: string;
  steps!: DiscretionStepView[];
  isVerified!: boolean;
}

export class PenaltyCircumstanceView {
  key!: string;
  title!: string;
  legalBasis!: string;
  verified!: boolean;
}

/** 减轻处罚: the fine lies below `minYuan`, the least of the law. */
export class PenaltyMitigationView extends PenaltyCircumstanceView {
  minYuan!: string;
  reason!: string;
}

export class PenaltyProposedView {
  kind!: 'penalty' | 'no-penalty';
  law!: PenaltyLawView;
  warnings!: string[];
  lawReason!: string | null;
  measures!: string[];
  fineYuan!: string;
  confiscateYuan!: string;
  discretion!: DiscretionView | null;
  outsideReason!: string | null;
  mitigation!: PenaltyMitigationView | null;
  ground!: string | null;
  correction!: string | null;
}

export class PenaltySaidView {
  byName!: string;
  at!: string;
  words!: string;
}

export class PenaltyEvidenceView {
  id!: string;
  kind!: string;
  title!: string;
  proves!: string;
  obtainedOn!: string;
  fileId!: string | null;
  fileHash!: string | null;
  addedByName!: string;
  addedAt!: string;
  withdrawnAt!: string | null;
  withdrawnReason!: string | null;
}

export class PenaltyExtensionView {
  id!: string;
  clock!: string;
  days!: number;
  reason!: string;
  state!: string;
  askedByName!: string;
  decidedByName!: string | null;
  decidedReason!: string | null;
}

export class PaperView {
  title!: string;
  number!: string;
  issuer!: string;
  issuedOn!: string;
  recipient!: string;
  paragraphs!: string[];
}

export class PaperServedView {
  on!: string;
  method!: string;
  receivedBy!: string;
  proofFileId!: string | null;
  byName!: string;
}

export class StatementPointView {
  point!: string;
  answering!: string;
  answer!: string;
}

export class PenaltyHearingView {
  notifiedOn!: string;
  heldOn!: string;
  place!: string;
  host!: string;
  record!: string | null;
}

export class PenaltyNoticeView {
  id!: string;
  number!: string;
  isCurrent!: boolean;
  paper!: PaperView;
  measures!: string[];
  fineYuan!: string;
  confiscateYuan!: string;
  hearingRight!: boolean;
  served!: PaperServedView | null;
  statementUntil!: string | null;
  hearingUntil!: string | null;
  statement!: string | null;
  statedAt!: string | null;
  statedByName!: string | null;
  waivedAt!: string | null;
  hearingAskedAt!: string | null;
  points!: StatementPointView[];
  answeredByName!: string | null;
  hearing!: PenaltyHearingView | null;
}

export class PenaltyDiscussionView {
  id!: string;
  about!: string;
  heldOn!: string;
  members!: string[];
  minutes!: string;
  conclusion!: string;
  recordedByName!: string;
}

export class InstalmentView {
  dueOn!: string;
  yuan!: string;
}

export class PerformedView {
  on!: string;
  words!: string;
  byName!: string;
}

export class PenaltyDecisionView {
  id!: string;
  number!: string;
  kind!: string;
  paper!: PaperView;
  measures!: string[];
  fineYuan!: string;
  confiscateYuan!: string;
  dueFineYuan!: string;
  ground!: string | null;
  reasons!: string;
  outsideReason!: string | null;
  mitigation!: PenaltyMitigationView | null;
  decidedByName!: string;
  decidedOn!: string;
  served!: PaperServedView | null;
  paymentDueOn!: string | null;
  plan!: InstalmentView[];
  performed!: PerformedView | null;
  publishDue!: string;
  /** Whether it is to stand in public at all: what is minor is not. */
  publishes!: boolean;
  /** Stands in public today: published, within its time, and not held back by a stop of execution, a repair, an upheld appeal or a running one. */
  isPublic!: boolean;
  publishedAt!: string | null;
  publicSummary!: string | null;
  publishUntil!: string | null;
  unpublishedAt!: string | null;
  unpublishedReason!: string | null;
  revokedAt!: string | null;
  revokedReason!: string | null;
  revokedByName!: string | null;
}

export class PenaltyAccountView {
  on!: string;
  fineYuan!: string;
  confiscateYuan!: string;
  lateYuan!: string;
  lateDays!: number;
  isLateCapped!: boolean;
  paidYuan!: string;
  claimedYuan!: string;
  openYuan!: string;
  /** Paid above what is due after the fine was lowered: to be given back. */
  overpaidYuan!: string;
}

export class PenaltyPaymentView {
  id!: string;
  paidOn!: string;
  yuan!: string;
  voucherNo!: string;
  fileId!: string | null;
  state!: string;
  byParty!: boolean;
  enteredByName!: string;
  decidedByName!: string | null;
  refusedReason!: string | null;
}

export class PenaltyDeferralView {
  id!: string;
  plan!: InstalmentView[];
  reason!: string;
  state!: string;
  askedByName!: string;
  decidedByName!: string | null;
  decidedReason!: string | null;
}

export class PenaltyContestView {
  id!: string;
  kind!: string;
  body!: string;
  number!: string | null;
  filedOn!: string;
  stopsExecution!: boolean;
  stopReason!: string | null;
  endedOn!: string | null;
  outcome!: string | null;
  outcomeWords!: string | null;
  changedFineYuan!: string | null;
}

export class PenaltyUndoingView {
  id!: string;
  /** `revoke`, `unpublish`, `contest`, `give-up`, `court-end`. */
  kind!: string;
  ground!: string | null;
  documentNo!: string | null;
  fileId!: string;
  reason!: string;
  contestId!: string | null;
  endedOn!: string | null;
  outcome!: string | null;
  changedFineYuan!: string | null;
  state!: string;
  proposedByName!: string;
  /** Who proposed it does not decide. */
  isOwn!: boolean;
  decidedByName!: string | null;
  decidedReason!: string | null;
}

export class ClosingConditionView {
  key!: string;
  isMet!: boolean;
}

export class PenaltyLinkView {
  id!: string;
  number!: string;
}

export class PenaltyNeedsView {
  hearingRight!: boolean;
  review!: boolean;
  discussion!: boolean;
}
