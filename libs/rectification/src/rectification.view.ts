import { CaseDetailView } from '@huanbao/casework';

export class RectificationItemView {
  id!: string;
  number!: string;
  enterpriseId!: string;
  enterpriseName!: string;
  source!: string;
  sourceNumber!: string | null;
  place!: string;
  /** First of what is to be mended. */
  summary!: string;
  state!: string;
  stateZh!: string;
  stateEn!: string;
  tone!: string;
  dueOn!: string | null;
  overdueOn!: string | null;
  /** 挂牌督办 that has not ended. */
  isSupervised!: boolean;
  rejections!: number;
  claimedByName!: string | null;
  openedAt!: string;
  issuedAt!: string | null;
}

export class RectificationPageView {
  items!: RectificationItemView[];
  nextCursor!: string | null;
}

export class RectificationPaperView {
  title!: string;
  number!: string;
  issuer!: string;
  issuedOn!: string;
  recipient!: string;
  paragraphs!: string[];
}

export class RectificationEvidenceView {
  id!: string;
  itemId!: string | null;
  /** `before`, `after`, `verification`. */
  side!: string;
  fileId!: string;
  fileName!: string;
  /** SHA-256 of the bytes when it was listed. */
  sha256!: string;
  caption!: string;
  fromInspection!: boolean;
  addedByName!: string;
  addedAt!: string;
  withdrawnAt!: string | null;
}

export class RectificationTaskView {
  id!: string;
  place!: number;
  violation!: string | null;
  title!: string;
  description!: string;
  requirement!: string;
  conductOn!: string;
  law!: string;
  lawVerified!: boolean;
  days!: number;
  dueOn!: string | null;
  isOverdue!: boolean;
  measure!: string | null;
  person!: string | null;
  plannedOn!: string | null;
  work!: string | null;
  /** `open`, `done`: handed in by the enterprise, `passed`. */
  state!: string;
  doneAt!: string | null;
  doneByName!: string | null;
  doneLate!: boolean;
  version!: number;
}

export class RectificationExtensionView {
  id!: string;
  itemIds!: string[];
  fromDay!: string;
  untilDay!: string;
  reason!: string;
  /** `asked`, `approved`, `refused`, `lapsed`. */
  state!: string;
  askedByName!: string;
  askedAt!: string;
  decidedByName!: string | null;
  decidedAt!: string | null;
  decidedReason!: string | null;
}

export class RectificationResultView {
  itemId!: string;
  passed!: boolean;
  findings!: string;
}

export class RectificationVerificationView {
  id!: string;
  round!: number;
  way!: string;
  visitedOn!: string;
  findings!: string;
  results!: RectificationResultView[];
  /** `passed`, `rejected`. */
  outcome!: string;
  persists!: boolean;
  newDueOn!: string | null;
  verifiedByName!: string;
  verifiedAt!: string;
  /** The closing record can be printed. */
  hasPaper!: boolean;
}

export class DefaultNoticeView {
  number!: string;
  reason!: string;
  byName!: string;
  on!: string;
  servedOn!: string | null;
  /** Last day to answer; null before the service. */
  until!: string | null;
  statement!: string | null;
  statedByName!: string | null;
  statedOn!: string | null;
  /** Not established, by whom and why; null while it is open or was established. */
  refusedByName!: string | null;
  refusedOn!: string | null;
  refusedReason!: string | null;
}

export class RectificationSupervisionView {
  id!: string;
  reason!: string;
  demand!: string;
  dueOn!: string;
  isPublic!: boolean;
  number!: string;
  startedByName!: string;
  startedAt!: string;
  /** `done`, `lifted`; null while it runs. */
  outcome!: string | null;
  endedAt!: string | null;
  endedReason!: string | null;
  /** That it is to be established as not done; the enterprise reads it from the service on. */
  defaultNotice!: DefaultNoticeView | null;
  defaultedAt!: string | null;
  defaultedByName!: string | null;
  defaultReason!: string | null;
}

export class RectificationOfficerView {
  id!: string;
  name!: string;
  certificateNo!: string;
}

export class RectificationServedView {
  on!: string;
  method!: string;
  receivedBy!: string;
  proofFileId!: string | null;
  byName!: string;
}

/** What both sides read of a rectification. */
export class RectificationFactsView extends RectificationItemView {
  version!: number;
  formVersion!: number;
  facts!: string;
  planRequired!: boolean;
  officers!: RectificationOfficerView[];
  paper!: RectificationPaperView | null;
  served!: RectificationServedView | null;
  dayType!: string | null;
  planDueOn!: string | null;
  handedInAt!: string | null;
  handedInByName!: string | null;
  handedInWords!: string | null;
  closedOn!: string | null;
  withdrawnAt!: string | null;
  withdrawReason!: string | null;
  tasks!: RectificationTaskView[];
  evidence!: RectificationEvidenceView[];
  extensions!: RectificationExtensionView[];
  verifications!: RectificationVerificationView[];
  supervision!: RectificationSupervisionView | null;
  /** What the reader can do now. */
  actions!: string[];
}

export class RectificationView extends RectificationFactsView {
  sourceId!: string | null;
  /** The complaint behind it, whichever of its answers or visits brought it. */
  complaintId!: string | null;
  openedByName!: string;
  issuedByName!: string | null;
  clueAt!: string | null;
  clueReason!: string | null;
  withdrawAskedByName!: string | null;
  withdrawnByName!: string | null;
  /** The reader found it or issued the notice, and does not verify it. */
  isHandler!: boolean;
  /** The longest a period may be. */
  daysMost!: number;
  supervisionMost!: number;
  case!: CaseDetailView;
}

export class RectificationLineView {
  at!: string;
  zh!: string;
  en!: string;
  by!: string;
}

export class OwnRectificationView extends RectificationFactsView {
  lines!: RectificationLineView[];
  /** How far one extension reaches, in days; how many are left. */
  extensionMost!: number;
  extensionsLeft!: number;
}

export class RectificationViolationView {
  key!: string;
  title!: string;
}

/** What the form chooses from. */
export class RectificationOptionsView {
  violations!: RectificationViolationView[];
  officers!: RectificationOfficerView[];
  daysMost!: number;
  dayType!: string;
}

export class RectificationCreatedView {
  id!: string;
}

export class RectificationFiguresView {
  draft!: number;
  open!: number;
  verifying!: number;
  overdue!: number;
  supervised!: number;
  /** Closed or first late within twelve months. */
  total!: number;
  inTime!: number;
  /** 整改按期率, percent; null when there was none. */
  rate!: string | null;
}

export class OwnRectificationFiguresView {
  open!: number;
  overdue!: number;
  total!: number;
  inTime!: number;
  rate!: string | null;
}

export class PublicSupervisionView {
  id!: string;
  number!: string;
  enterpriseName!: string;
  /** First of what is to be mended. */
  summary!: string;
  demand!: string;
  startedOn!: string;
  dueOn!: string;
  isOverdue!: boolean;
}

export class PublicSupervisionPageView {
  items!: PublicSupervisionView[];
  nextCursor!: string | null;
}
