import { daysBetween } from '@huanbao/calendar';
import type { DutyKind } from '../engine/duty';
import { DutyFeed, Obligation } from './obligation.entity';

export class DutyWordsView {
  zh!: string;
  en!: string;
}

export class DutyView {
  id!: string;
  permitId!: string;
  permitNumber!: string;
  enterpriseId!: string;
  enterpriseName!: string;
  siteName!: string;
  kind!: DutyKind;
  periodFrom!: string;
  periodTo!: string;
  dueOn!: string;
  title!: DutyWordsView;
  content!: DutyWordsView;
  legalBasis!: string;
  /** False: the date rests on a rule that nobody has verified yet. */
  verified!: boolean;
  /** The holidays of the due year are not published. */
  provisional!: boolean;
  /** The due day is a day off; the date is not shifted. */
  isDayOff!: boolean;
  status!: 'upcoming' | 'due' | 'done' | 'overdue' | 'excused';
  excuse!: DutyWordsView | null;
  /** Days until the due day; negative when it has passed. */
  daysLeft!: number;
  /** The last day for mending what was handed in in time and returned. */
  mendBy!: string | null;
  lateDays!: number | null;
  doneAt!: Date | null;
  doneByName!: string | null;
  doneNote!: string | null;
  version!: number;
  actions!: string[];
}

/** What became of an overdue duty, as its holder reads it. */
export class DutyEnforcementView {
  state!: 'open' | 'closed';
  openedOn!: string;
  outcome!: 'performed' | 'ordered' | 'case-opened' | 'excused' | null;
  note!: string | null;
  closedAt!: Date | null;
}

export class DutyDetailView extends DutyView {
  enforcement!: DutyEnforcementView | null;
  /** The task on the desk of enforcement; null for those who have no such desk. */
  enforcementId!: string | null;
}

export class DutyPageView {
  items!: DutyView[];
  nextCursor!: string | null;
}

export class DutyCountsView {
  upcoming!: number;
  due!: number;
  overdue!: number;
  done!: number;
  excused!: number;
}

export class DutyLineView {
  id!: string;
  title!: DutyWordsView;
  status!: 'upcoming' | 'due' | 'done' | 'overdue' | 'excused';
  kind!: DutyKind;
  enterpriseName!: string;
  siteName!: string;
}

/** One day of the calendar: how many, and the first three, the open ones before the others. */
export class DutyDayView {
  day!: string;
  isDayOff!: boolean;
  /** The holidays of the year are not published. */
  provisional!: boolean;
  counts!: DutyCountsView;
  first!: DutyLineView[];
}

export class DutyCalendarView {
  today!: string;
  days!: DutyDayView[];
  total!: DutyCountsView;
  /** Years within the span whose holidays nobody has published. */
  unpublishedYears!: number[];
}

/** A permit whose duties the actor sees. */
export class DutySiteView {
  permitId!: string;
  permitNumber!: string;
  enterpriseId!: string;
  enterpriseName!: string;
  siteName!: string;
}

export class ForecastLineView {
  key!: string;
  kind!: DutyKind;
  title!: DutyWordsView;
  dueOn!: string;
  /** Why it is not demanded. */
  excuse!: DutyWordsView | null;
}

/** What the end of a permit ends, and what stays. */
export class EndingPreviewView {
  endsOn!: string;
  ended!: ForecastLineView[];
  endedCount!: number;
  /** Still to be done after the end: reports up to the last day, keeping of records, what is overdue. */
  stays!: ForecastLineView[];
  limits!: number;
  conditions!: number;
  openStoppages!: number;
  keepRecordsUntil!: string | null;
  keepRecordsBasis!: string | null;
}

export class DutySummaryView {
  overdue!: number;
  week!: number;
  month!: number;
  today!: string;
}

export class EnforcementView {
  id!: string;
  state!: 'open' | 'closed';
  openedOn!: string;
  outcome!: 'performed' | 'ordered' | 'case-opened' | 'excused' | null;
  note!: string | null;
  closedAt!: Date | null;
  closedByName!: string | null;
  version!: number;
  duty!: DutyView;
}

export class EnforcementPageView {
  items!: EnforcementView[];
  nextCursor!: string | null;
}

export class FeedView {
  id!: string;
  name!: string;
  createdAt!: Date;
  createdByName!: string;
  lastReadAt!: Date | null;
  revokedAt!: Date | null;
}

export class NewFeedView extends FeedView {
  /** Path of the calendar. Shown once; whoever has it can read the calendar. */
  path!: string;
}

export function dutyView(row: Obligation, today: string, actions: string[]): DutyView {
  const { id, permitId, permitNumber, enterpriseId, enterpriseName, siteName, kind, periodFrom, periodTo, dueOn, legalBasis, verified, provisional, isDayOff, status, mendBy, lateDays, doneAt, doneByName, doneNote, version } = row;
  return {
    id, permitId, permitNumber, enterpriseId, enterpriseName, siteName, kind, periodFrom, periodTo, dueOn, legalBasis, verified, provisional, isDayOff, status, mendBy, lateDays, doneAt, doneByName, doneNote, version, actions,
    title: { zh: row.titleZh, en: row.titleEn }, content: { zh: row.contentZh, en: row.contentEn }, excuse: row.excuseZh === null ? null : { zh: row.excuseZh, en: row.excuseEn ?? '' }, daysLeft: daysBetween(today, dueOn),
  };
}

export function feedView({ id, name, createdAt, createdByName, lastReadAt, revokedAt }: DutyFeed): FeedView {
  return { id, name, createdAt, createdByName, lastReadAt, revokedAt };
}
