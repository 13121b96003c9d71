import { CaseDetailView } from '@huanbao/casework';
import { WatchContestView, WatchDecisionView, WatchDiscussionView, WatchMeasureView, WatchNoticeView, WatchRemovalView, WatchRevocationView, WatchSaidView, WatchSourceView } from './entry-parts.view';

export class WatchItemView {
  id!: string;
  number!: string;
  subjectKind!: string;
  subjectName!: string;
  trigger!: string;
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
  listedOn!: string | null;
  listedUntil!: string | null;
}

export class WatchPageView {
  items!: WatchItemView[];
  nextCursor!: string | null;
}

export class WatchEntryView extends WatchItemView {
  version!: number;
  regionCode!: string;
  subjectOrgId!: string | null;
  /** Of a person the last four characters only. */
  subjectCode!: string | null;
  facts!: string;
  occurredOn!: string;
  legalBasis!: string | null;
  months!: number | null;
  publicReason!: string | null;
  openedByName!: string;
  proposedByName!: string | null;
  legalReview!: WatchSaidView | null;
  discussion!: WatchDiscussionView | null;
  revocation!: WatchRevocationView | null;
  sources!: WatchSourceView[];
  notices!: WatchNoticeView[];
  decision!: WatchDecisionView | null;
  removals!: WatchRemovalView[];
  contests!: WatchContestView[];
  /** What a listing brings, by the dated rows of today. */
  measures!: WatchMeasureView[];
  case!: CaseDetailView;
  actions!: string[];
}

export class WatchCreatedView {
  id!: string;
}

export class WatchTriggerRowView {
  key!: string;
  title!: string;
  value!: string;
  unit!: string;
  legalBasis!: string;
  verified!: boolean;
  effectiveFrom!: string;
  effectiveTo!: string | null;
}

/** Name, terms and triggers, as the forms and pages show them. */
export class WatchOptionsView {
  listName!: string;
  listBasis!: string;
  listNote!: string | null;
  verified!: boolean;
  leastMonths!: number;
  mostMonths!: number;
  removalMonths!: number;
  triggers!: WatchTriggerRowView[];
  measures!: WatchMeasureView[];
}
