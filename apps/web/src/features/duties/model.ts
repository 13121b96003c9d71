import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type Duty = Schemas['DutyView'];
export type DutyDetail = Schemas['DutyDetailView'];
export type DutyCalendar = Schemas['DutyCalendarView'];
export type DutyDay = Schemas['DutyDayView'];
export type DutyCounts = Schemas['DutyCountsView'];
export type DutySite = Schemas['DutySiteView'];
export type DutySummary = Schemas['DutySummaryView'];
export type Enforcement = Schemas['EnforcementView'];
export type Feed = Schemas['FeedView'];
export type NewFeed = Schemas['NewFeedView'];
export type ForecastLine = Schemas['ForecastLineView'];
export type EndingPreview = Schemas['EndingPreviewView'];
export type Stoppage = Schemas['StoppageView'];
export type StoppageDetail = Schemas['StoppageDetailView'];
export type Standing = Schemas['StoppageFacilitiesView'];
export type Outlet = Schemas['StoppageOutletView'];
export type StoppagePreview = Schemas['StoppagePreviewView'];

export const dutiesPath = '/api/v1/duties';
export const enforcementPath = '/api/v1/duty-enforcement';
export const feedsPath = '/api/v1/duty-feeds';
export const stoppagesPath = '/api/v1/stoppages';

export const STATUSES = ['overdue', 'due', 'upcoming', 'done', 'excused'] as const;
export const KINDS = ['report-annual', 'report-quarterly', 'report-monthly', 'monitoring', 'ledger', 'disclosure', 'condition', 'renewal', 'retention'] as const;
export const OUTCOMES = ['performed', 'ordered', 'case-opened', 'excused'] as const;
export const STATUS_TONES: Readonly<Record<Duty['status'], Tone>> = { upcoming: 'muted', due: 'warning', done: 'success', overdue: 'danger', excused: 'muted' };
export const STOP_TONES: Readonly<Record<Stoppage['state'], Tone>> = { reported: 'warning', resumed: 'success', withdrawn: 'muted' };
