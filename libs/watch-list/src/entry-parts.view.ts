/** A paper as it was made. */
export class WatchPaperView {
  title!: string;
  number!: string;
  issuer!: string;
  issuedOn!: string;
  recipient!: string;
  paragraphs!: string[];
}

export class WatchServedView {
  on!: string;
  method!: string;
  receivedBy!: string;
  proofFileId!: string | null;
  byName!: string;
}

export class WatchSourceView {
  id!: string;
  trigger!: string;
  title!: string;
  documentNo!: string | null;
  occurredOn!: string;
  /** `credit-event`, `credit-grade`, `penalty` or `hand`. */
  sourceType!: string;
  addedAt!: string;
  /** The source was taken back then. */
  goneAt!: string | null;
}

export class WatchHearingView {
  notifiedOn!: string;
  heldOn!: string;
  place!: string;
  host!: string;
  record!: string | null;
}

export class WatchNoticeView {
  id!: string;
  number!: string;
  isCurrent!: boolean;
  paper!: WatchPaperView;
  months!: number;
  served!: WatchServedView | null;
  statementUntil!: string | null;
  hearingUntil!: string | null;
  statement!: string | null;
  statedAt!: string | null;
  statedByName!: string | null;
  waivedAt!: string | null;
  hearingAskedAt!: string | null;
  answer!: string | null;
  answeredByName!: string | null;
  hearing!: WatchHearingView | null;
}

export class WatchRemedyView {
  words!: string;
  /** Last day, known once the decision is served. */
  until!: string | null;
  verified!: boolean;
}

export class WatchDecisionView {
  id!: string;
  number!: string;
  paper!: WatchPaperView;
  months!: number;
  reasons!: string;
  exitConditions!: string;
  remedies!: WatchRemedyView[];
  decidedByName!: string;
  decidedOn!: string;
  served!: WatchServedView | null;
  removalFrom!: string | null;
  listedUntil!: string | null;
  publishedAt!: string | null;
  /** Stopped by 复议 or a court. */
  resting!: boolean;
  endedOn!: string | null;
  /** `removed`, `expired` or `revoked`. */
  endedHow!: string | null;
  endedReason!: string | null;
  endedByName!: string | null;
}

export class WatchFileView {
  id!: string;
  name!: string;
}

export class WatchRemovalView {
  id!: string;
  statement!: string;
  files!: WatchFileView[];
  byOfficer!: boolean;
  appliedByName!: string;
  appliedOn!: string;
  state!: string;
  /** Of the verification; for the bureau until it is decided. */
  verdict!: 'met' | 'not-met' | null;
  findings!: string | null;
  siteCheckedOn!: string | null;
  verifiedByName!: string | null;
  decidedByName!: string | null;
  decidedOn!: string | null;
  reasons!: string | null;
}

export class WatchContestView {
  id!: string;
  kind!: string;
  body!: string;
  number!: string | null;
  filedOn!: string;
  stopsExecution!: boolean;
  stopReason!: string | null;
  recordedByName!: string;
  endedOn!: string | null;
  outcome!: string | null;
  outcomeWords!: string | null;
  changedMonths!: number | null;
}

export class WatchSaidView {
  byName!: string;
  at!: string;
  words!: string;
}

export class WatchDiscussionView {
  heldOn!: string;
  members!: string[];
  minutes!: string;
  conclusion!: string;
  byName!: string;
}

export class WatchRevocationView {
  byName!: string;
  on!: string;
  ground!: string;
  reason!: string;
  /** Last day to decide on what the platform itself proposed. */
  dueOn!: string | null;
}

export class WatchMeasureView {
  title!: string;
  legalBasis!: string;
  verified!: boolean;
}
