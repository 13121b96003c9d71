export default {
  status: { upcoming: 'Upcoming', due: 'Due soon', done: 'Done', overdue: 'Overdue', excused: 'Not demanded' },
  kind: { 'report-annual': 'Annual report', 'report-quarterly': 'Quarterly report', 'report-monthly': 'Monthly report', monitoring: 'Self-monitoring', disclosure: 'Disclosure', condition: 'Condition', renewal: 'Renewal', retention: 'Keeping of records' },
  list: { title: 'Duties', lead: 'What the permit asks you to do, the earliest first.', search: 'Enterprise, site or permit number', empty: 'No duties yet', emptyHint: 'They are listed when the permit is issued.', column: { title: 'Duty', dueOn: 'Due on', status: 'Status', site: 'Enterprise / site', kind: 'Kind' } },
  detail: { done: 'Mark as done', doneTitle: 'Is this done?', note: 'What was done and where it can be seen (officers read it)', dueOn: 'Due on', dayOff: 'That day is a day off; the date is not shifted.', provisional: 'The holidays of that year are not published yet.', basis: 'Ground: ', unverified: ' (not verified)' },
};
