import type { Calendar } from '@huanbao/calendar';
import type { Form } from '@huanbao/permits';
import type { OutageLine } from '@huanbao/records';
import type { DatedValue } from './reference';
import type { Rhythm, Span } from './periods';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const DUTY_KINDS = ['report-annual', 'report-quarterly', 'report-monthly', 'monitoring', 'ledger', 'disclosure', 'condition', 'renewal', 'retention'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

export interface DutyVersion {
  /** Of two that begin on one day the later issued holds; left out where there is one. */
  readonly number?: number;
  readonly effectiveFrom: string;
  readonly form: Form;
  readonly category: string;
}

export interface DutyCondition {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly legalBasis: string;
  /** Somebody compared it with the text of the law. */
  readonly verified?: boolean;
  /** DA001, MF0001 …; null for the whole site. */
  readonly subjectCode?: string | null;
  readonly duty: { readonly period: 'once' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly'; readonly firstDueOn: string; readonly content: string; readonly atMonthEnd?: boolean } | null;
  readonly validFrom: string;
  /** First day on which it no longer holds. */
  readonly validUntil: string | null;
}

/** The whole site standing still, or the outlets that only stopped facilities feed; a stop that leaves every outlet emitting excuses nothing. */
export interface DutyStoppage {
  readonly from: string;
  /** Last day; null while nobody has said when work begins again. */
  readonly to: string | null;
  /** Outlets that emit nothing; left out or null for the whole site. */
  readonly outlets?: readonly string[] | null;
  /** Facilities that stand; left out or null for the whole site. */
  readonly facilities?: readonly string[] | null;
}

/** Everything a permit's duties follow from. */
export interface DutyInput {
  readonly begins: string;
  readonly validTo: string;
  /** First day on which the permit no longer held, when it ended before its time. */
  readonly endedOn: string | null;
  /** When it is planned: a permit that is over by then has only to be kept. */
  readonly today?: string;
  readonly versions: readonly DutyVersion[];
  readonly conditions: readonly DutyCondition[];
  readonly stoppages: readonly DutyStoppage[];
  readonly calendar: Calendar;
  /** Duties due within these days, both included. */
  readonly due: Span;
  readonly values?: readonly DatedValue[];
  /** Until when the renewal is asked for in time. */
  readonly renewBy: { readonly day: string; readonly legalBasis: string; readonly verified: boolean };
  /** What failures of automatic monitoring ask for within a span; left out where none was reported. */
  readonly outages?: (span: Span) => readonly OutageLine[];
}

/** One duty of one period. `key` names it for ever: the same facts give the same key. */
export interface PlannedDuty {
  readonly key: string;
  readonly kind: DutyKind;
  readonly rhythm: Rhythm | 'once';
  readonly period: Span;
  readonly dueOn: string;
  readonly title: Words;
  readonly content: Words;
  readonly legalBasis: string;
  readonly verified: boolean;
  /** The due day lies in a year whose holidays nobody has published: whether offices are open is not known. */
  readonly provisional: boolean;
  readonly isDayOff: boolean;
  /** Why nothing is to be done after all, e.g. held too short. */
  readonly excuse: Words | null;
}
