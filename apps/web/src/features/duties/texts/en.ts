import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  status: { upcoming: 'Upcoming', due: 'Due soon', done: 'Done', overdue: 'Overdue', excused: 'Not demanded' },
  short: { upcoming: 'Open', due: 'Soon', done: 'Done', overdue: 'Late', excused: 'Free' },
  kind: { 'report-annual': 'Annual report', 'report-quarterly': 'Quarterly report', 'report-monthly': 'Monthly report', monitoring: 'Self-monitoring', disclosure: 'Disclosure', condition: 'Condition', renewal: 'Renewal', retention: 'Keeping of records' },
  outcome: { performed: 'Done after all', ordered: 'Ordered to be done', 'case-opened': 'Case opened', excused: 'Not demanded' },
  tabs: { label: 'After the permit', calendar: 'Calendar', list: 'List', stoppages: 'Stoppages', enforcement: 'Overdue', feeds: 'Calendar links' },
  desk: { title: 'Duties due soon', none: 'Nothing is due soon', week: 'within 7 days', month: 'within 30 days', calendar: 'Open the calendar', all: 'See all' },
  list: { title: 'Duties', lead: 'What the permit asks you to do, the earliest first.', search: 'Enterprise, site or permit number', from: 'Due from', to: 'Due until', empty: 'No duties yet', emptyHint: 'They are listed when the permit is issued.', column: { title: 'Duty', dueOn: 'Due on', status: 'Status', site: 'Enterprise / site', kind: 'Kind' } },
  calendar: {
    beforeDay: '{{year}}-{{month}}-', afterDay: ' ',
    title: 'Duties of {{year}}-{{month}}', lead: 'Choose a day to see all its duties. Each says its state in a word beside the colour.', print: 'Print', previous: 'Month before', next: 'Next month', thisMonth: 'This month', view: 'View', month: 'Month', agenda: 'Day by day', site: 'Site', all: 'All', clear: 'Clear',
    caption: 'Month of duties; arrow keys move from day to day', today: 'Today', off: 'off', provisional: 'holidays not published', count: '{{word}}: {{count}}', none: 'Nothing is due in this month', noneHint: 'Choose another month or clear the filters.', nothing: 'no duties', more: '{{count}} more', loadMore: 'Show 50 more',
    unpublished: 'The holidays of {{years}} are not published: days off are shown by weekends only. Due days are not affected.', weekday: { 0: 'Mon', 1: 'Tue', 2: 'Wed', 3: 'Thu', 4: 'Fri', 5: 'Sat', 6: 'Sun' },
  },
  detail: {
    facts: 'Duty', done: 'Mark as done', doneTitle: 'Is this done?', note: 'What was done and where it can be seen (officers read it)', dueOn: 'Due on', note2: 'Note', dayOff: 'That day is a day off; the date is not shifted.', provisional: 'The holidays of that year are not published yet; the date is not shifted.', period: 'Period', content: 'Content', excuse: 'Why not demanded', doneBy: 'Done', lateDone: '{{count}} days late', basis: 'Ground', unverified: ' (not verified)',
    late: '{{count}} days overdue', left: '{{count}} days left', permit: 'See the permit', inCalendar: 'See it in the calendar', enforcementOpen: 'Overdue, with enforcement since {{day}}', enforcementHint: 'Do it as soon as possible and say so here; you will be told what came of it.', enforcementClosed: 'What came of it: {{outcome}}.', toEnforcement: 'See the task',
  },
  enforcement: {
    title: 'Overdue duties', lead: 'The longest overdue first. The enterprise is told what came of it.', empty: 'Nothing is overdue', emptyHint: 'What is overdue is listed the next morning.', column: { dueOn: 'Was due on', days: 'Overdue', state: 'State' }, days: '{{count}} days', open: 'Open', closed: 'Closed', outcome: 'Outcome', atLeast: 'Overdue by at least', facts: 'Facts', openedOn: 'Opened on', dutyState: 'Duty today', closedBy: 'Closed by',
    toDuty: 'See the duty', toCalendar: 'Calendar of this enterprise', close: 'Close', closeTitle: 'Close this task', note: 'What was done (the enterprise reads it)',
    meaning: { performed: 'done after all, and looked at', ordered: 'ordered to be done by a day', 'case-opened': 'goes on as a case', excused: 'not demanded after all; taken from the calendar' },
  },
  feeds: {
    title: 'Calendar links', lead: 'Make a private link, and your calendar program shows the duties and keeps them up to date.', make: 'New link', name: 'For whom and which device', example: 'Mr Wang’s phone', makeAct: 'Make the link', made: 'The link “{{name}}” is ready', once: 'It is shown this once. Whoever has it can read the duties: do not pass it on.', copy: 'Copy the link', copied: 'Copied', openHere: 'Open in the calendar of this device',
    how: 'iPhone: Calendar → Calendars → Add Calendar → Add Subscription Calendar; elsewhere look for “subscribe” or “from URL”.', list: 'Links', none: 'No links yet', active: 'In use', revoked: 'Taken back', lastRead: 'last read', neverRead: 'never read', revoke: 'Take back', revokeTitle: 'Take back the link “{{name}}”?', revokeText: 'Calendars that use it are no longer updated. It cannot be undone; make a new one when needed.',
  },
  stop: {
    title: 'Stoppages', lead: 'Stopping and resuming are reported here. Execution reports stay due (排污许可管理条例 art. 22).', report: 'Report a stoppage', reportLead: 'First see what it changes, then send it.', empty: 'No stoppages yet', emptyHint: 'A planned one is reported before, another when it has happened.', noPermit: 'There is no permit to report for', noPermitHint: 'Come back when the permit is issued.', chooseSite: 'Which site stops?',
    scope: 'What stops', from: 'From', to: 'Until', unknown: 'not known', expected: 'Expected until', lastDay: 'Last day of standing still', lastDayHelp: 'Production begins again the day after', kindLabel: 'Kind', kind: { planned: 'Planned', unplanned: 'Unplanned' }, state: { reported: 'Stopped (reported)', resumed: 'Resumed', withdrawn: 'Taken back' },
    field: { kind: 'Kind', kindHelp: 'Planned when it has not begun, unplanned when it has', extent: 'Extent', site: 'The whole site', facilities: 'Some facilities', which: 'Facilities', fromOn: 'From', toOn: 'Expected until', toOnHelp: 'Leave it out when not known', reason: 'Reason', reasonExample: 'Kiln stopped for repair' },
    look: 'Next: see what it changes', confirmTitle: 'Send the report?', send: 'Send the report', article22: 'Execution reports stay due while production stands (art. 22); the ledger says so.', partial: 'Other facilities go on emitting: monitoring stays as it is.',
    outlets: 'Outlets that stand', outletsHint: 'Only the stopped facilities feed them, so nothing is emitted: a monitoring period that lies wholly within the stop is not demanded. Untick what goes on emitting.', outletsNone: 'None: monitoring stays', noOutlets: 'No outlet is fed by these facilities alone: monitoring stays.', reduced: 'Monitoring that becomes less ({{count}}): not at the outlets that stand', effectOutlets: 'At the outlets that stand, periods wholly within the stop are not monitored; other outlets, reports, disclosure and renewal stay.', excused: 'No longer demanded ({{count}})', noneExcused: 'Nothing is excused. Monitoring is not demanded only of a period in which production stood throughout.', stays: 'Still to be done ({{count}})', noneStays: 'Nothing is due in that time.', evidenceLater: 'You can add evidence after sending it.',
    one: 'Stoppage: {{site}}', facts: 'Stoppage', reportedBy: 'Reported by', effect: 'Effect', effectSite: 'Monitoring of periods that stood throughout is not demanded; reports, disclosure and renewal go on.', effectNone: 'Taken back: no effect.', resume: 'Report the resumption', resumeTitle: 'Report the resumption', resumeNote: 'About the resumption', withdraw: 'Take back', withdrawTitle: 'Take back this report?', withdrawText: 'Only when it did not take place. What was excused is demanded again.', withdrawReason: 'Why it is taken back',
    evidence: 'Evidence', noEvidence: 'Nothing yet', addEvidence: 'Upload notices, kiln records, power readings', questions: 'Questions and answers', noQuestions: 'No questions yet', answered: 'Answered', unanswered: 'Waiting for the answer', answer: 'Answer', answerLabel: 'Answer (officers read it)', ask: 'Ask', askLabel: 'Ask the enterprise (it is told)',
  },
  ending: {
    lead: 'Reckoned for the end today ({{day}}):', public: 'The public page says “cancelled” at once; the code no longer checks; nothing may be discharged.', limits: '{{limits}} limits and {{conditions}} conditions no longer hold from today on; the past can still be read.', stoppages: '{{count}} stoppage(s) have not been ended: see to them first.', keep: 'Keep ledgers and monitoring records until {{day}}.', ended: 'What ends ({{count}})', noneEnded: 'Nothing is open.', stays: 'What stays to be done ({{count}})', noneStays: 'Nothing.',
  },
};
export default en;
