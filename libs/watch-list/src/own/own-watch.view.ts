import { WatchContestView, WatchDecisionView, WatchFileView, WatchPaperView } from '../entry-parts.view';

export class OwnWatchItemView {
  id!: string;
  number!: string;
  trigger!: string;
  /** `told`: the pre-notice can be answered; `waiting`: the bureau goes on; `listed`; `removing`: an application is looked at; `left`; `declined`. */
  stage!: string;
  statementUntil!: string | null;
  hearingUntil!: string | null;
  decisionNumber!: string | null;
  listedOn!: string | null;
  listedUntil!: string | null;
  removalFrom!: string | null;
  toldAt!: string;
}

export class OwnWatchPageView {
  items!: OwnWatchItemView[];
  nextCursor!: string | null;
}

export class OwnWatchNoticeView {
  id!: string;
  paper!: WatchPaperView;
  servedOn!: string;
  isCurrent!: boolean;
  statementUntil!: string | null;
  hearingUntil!: string | null;
  statement!: string | null;
  statedAt!: string | null;
  waivedAt!: string | null;
  hearingAskedAt!: string | null;
  /** Told with the decision. */
  answer!: string | null;
  hearingOn!: string | null;
  hearingPlace!: string | null;
}

export class OwnWatchRemovalView {
  id!: string;
  statement!: string;
  files!: WatchFileView[];
  appliedByName!: string;
  appliedOn!: string;
  state!: string;
  decidedOn!: string | null;
  reasons!: string | null;
}

export class OwnWatchView extends OwnWatchItemView {
  listName!: string;
  notices!: OwnWatchNoticeView[];
  decision!: WatchDecisionView | null;
  removals!: OwnWatchRemovalView[];
  contests!: WatchContestView[];
  /** `state`, `waive`, `ask-hearing`, `apply`, `withdraw`. */
  actions!: string[];
}
