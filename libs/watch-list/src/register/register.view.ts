import { WatchPaperView } from '../entry-parts.view';

/** What everybody reads: subject, reason, term. */
export class PublicWatchView {
  id!: string;
  /** Of a person the family name only. */
  subjectName!: string;
  subjectKind!: string;
  /** Of units only. */
  subjectCode!: string | null;
  decisionNumber!: string;
  reason!: string;
  issuer!: string;
  listedOn!: string;
  listedUntil!: string;
}

export class PublicWatchPageView {
  items!: PublicWatchView[];
  nextCursor!: string | null;
}

/** What the list is called, and on what it rests. */
export class PublicWatchRulesView {
  listName!: string;
  listBasis!: string;
  listNote!: string | null;
  verified!: boolean;
}

/** For departments: the decision itself. */
export class WatchRegisterEntryView extends PublicWatchView {
  exitConditions!: string;
  legalBasis!: string;
  paper!: WatchPaperView;
}
