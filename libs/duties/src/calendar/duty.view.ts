import { daysBetween } from '@huanbao/calendar';
import type { Cover } from '@huanbao/records';
import { lateDaysOf } from '../engine/mending';
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
  /** Days after its day (or the day for mending) today, while it is open; 0 in time. */
  lateNow!: number;
  /** Of what is done. */
  lateDays!: number | null;
  doneAt!: Date | null;
  doneByName!: string | null;
  doneNote!: string | null;
  /** By what it is done; `note` and `evidence` are a person's word, the latter with a file. */
  doneWay!: 'results' | 'ledger' | 'report' | 'application' | 'evidence' | 'note' | 'expiry' | null;
  version!: number;
  actions!: string[];
}

/** One line of the permit's plan within the period of a duty. */
export class DutyCoverLineView {
  title!: DutyWordsView;
  /** A value of the form's list, e.g. `month`. */
  frequency!: string;
  needed!: number;
  done!: number;
  missing!: number;
}

/** What a duty needs of the records kept here, and what is there. */
export class DutyCoverView {
  needed!: number;
  done!: number;
  /** Lines that still need something, at most 100, those that need most first. */
  missing!: DutyCoverLineView[];
  /** How many lines there are, and how many of them need something. */
  lines!: number;
  linesMissing!: number;
}

/** What counted when the records closed a duty. */
export class DutyCountedView {
  title!: DutyWordsView;
  needed!: number;
  days!: string[];
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
  /** Null for what no records cover. */
  cover!: DutyCoverView | null;
  /** What counted, where results or the ledger closed it. */
  counted!: DutyCountedView[] | null;
  /** Whether a file must be there to say by hand that it is done. */
  evidence!: 'required' | 'optional';
  /** The file that shows what was said. */
  evidenceFileId!: string | null;
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
export class EndingApplicationView {
  id!: string;
  label!: DutyWordsView;
}

export class EndingPreviewView {
  endsOn!: string;
  ended!: ForecastLineView[];
  endedCount!: number;
  /** Still to be done after the end: reports up to the last day, keeping of records, what is overdue. */
  stays!: ForecastLineView[];
  limits!: number;
  conditions!: number;
  openStoppages!: number;
  /** A change or renewal that is asked for: it is closed with the permit. */
  openApplication!: EndingApplicationView | null;
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
  const { id, permitId, permitNumber, enterpriseId, enterpriseName, siteName, kind, periodFrom, periodTo, dueOn, legalBasis, verified, provisional, isDayOff, status, mendBy, lateDays, doneAt, doneByName, doneNote, doneWay, version } = row;
  return {
    id, permitId, permitNumber, enterpriseId, enterpriseName, siteName, kind, periodFrom, periodTo, dueOn, legalBasis, verified, provisional, isDayOff, status, mendBy, lateDays, doneAt, doneByName, doneNote, doneWay, version, actions,
    title: { zh: row.titleZh, en: row.titleEn }, content: { zh: row.contentZh, en: row.contentEn }, excuse: row.excuseZh === null ? null : { zh: row.excuseZh, en: row.excuseEn ?? '' }, daysLeft: daysBetween(today, dueOn), lateNow: status === 'done' || status === 'excused' ? 0 : lateDaysOf(row, today),
  };
}

const MOST_LINES = 100;

export function coverView({ needed, done, lines }: Cover): DutyCoverView {
  const open = lines.filter(one => one.done < one.needed).map(({ title, frequency, needed: of, done: there }) => ({ title: { ...title }, frequency, needed: of, done: there, missing: of - there }));
  return { needed, done, lines: lines.length, linesMissing: open.length, missing: open.sort((a, b) => b.missing - a.missing).slice(0, MOST_LINES) };
}

export function feedView({ id, name, createdAt, createdByName, lastReadAt, revokedAt }: DutyFeed): FeedView {
  return { id, name, createdAt, createdByName, lastReadAt, revokedAt };
}
