import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  kind: { operation: 'Operation', monitoring: 'Self-monitoring', ledger: 'Ledgers', report: 'Reports', disclosure: 'Disclosure', 'special-period': 'Special periods', improvement: 'Improvement', other: 'Other' },
  subject: { site: 'Whole site', outlet: 'Outlet', facility: 'Facility' },
  period: { once: 'Once', monthly: 'Monthly', quarterly: 'Quarterly', 'half-yearly': 'Half-yearly', yearly: 'Yearly' },
  rule: { 'after-days': 'Days after the effect', 'month-day': 'A day of every year', 'period-end': 'After the end of the period', date: 'A named day' },
  first: { on: 'first by {{day}}', 'after-days': 'first within {{days}} days of the effect', 'month-day': 'first by the next {{monthDay}}', 'period-end': 'first within {{days}} days after the period', date: 'first by {{date}}' },
  state: { 'in-force': 'In force', 'to-come': 'To come', retired: 'Retired', replaced: 'Replaced' },
  act: { add: 'Added', change: 'Changed', drop: 'Dropped', keep: 'Goes on' },
  change: { added: 'Added', changed: 'Changed', removed: 'Gone' },
  standing: { valid: 'Valid', expired: 'Expired', revoked: 'Revoked', forfeited: 'Forfeited', withdrawn: 'Withdrawn', cancelled: 'Cancelled' },
  category: { key: 'Key management', simplified: 'Simplified management' },
  business: { new: 'first application', reapply: 'applied again', change: 'change', adjust: 'adjustment', renew: 'renewal', reissue: 'new papers' },
  measure: { concentration: 'Concentration', 'hour-mean': 'Hourly mean', 'day-mean': 'Daily mean', rate: 'Rate', annual: 'Yearly amount', 'day-level': 'Day', 'night-level': 'Night' },
  column: { code: 'Code', title: 'Title', kind: 'Kind', subject: 'Laid on', text: 'Text', parameters: 'Parameters', duty: 'Recurring duty', basis: 'Ground', from: 'In force from', state: 'State', verified: 'Verified' },
  version: 'Version {{number}}', versionFrom: 'Version {{number}} (from {{day}})', noDuty: 'None', withDuty: 'With one', verified: 'Verified', unverified: 'Not verified', unverifiedMark: ' (not verified)', secret: 'Secret, not public', since: 'since {{day}}', before: 'before {{day}}', until: 'ends on', onward: 'onward',
  diff: { added: 'added: ', removed: 'removed: ' },
  library: {
    title: 'Permit conditions', lead: 'Conditions often laid down. A change concerns later permits only.', add: 'Add a condition', search: 'Code, title, text or ground', empty: 'The library is empty', emptyHint: 'Add the first condition.', unverifiedHint: 'Nobody compared this with the published text yet; permits say so. Make a new version once it is verified.',
    facts: 'Condition', permits: 'Use', permitsCount: 'Holds in {{count}} permits today', revise: 'New version', retire: 'Retire', retireTitle: 'Retire “{{title}}”?', retireReason: 'Why it is retired', retireText: 'It is no longer laid down. The {{count}} permits that have it are not changed.',
  },
  versions: { title: 'Versions', from: 'Compare', to: 'with', one: 'There is one version only.' },
  edit: {
    lead: 'Write places to be filled as {name} and list them below.', revise: 'New version of “{{title}}”', publish: 'Publish the version', create: 'Add to the library', codeHint: 'Capital letters, a hyphen, a number: TS-03', textHelp: 'E.g. within {hours} of the warning', parametersHelp: 'A row for each {name} of the text',
    parameter: { name: 'Name (letters)', nameHint: 'Begin with a letter, e.g. hours', label: 'Label', type: 'Type', unit: 'Unit', options: 'Options, separated by commas', example: 'Example' }, types: { text: 'Text', number: 'Number', date: 'Date', choice: 'Choice' },
    hasDuty: 'Is something to be done again and again?', duty: { period: 'How often', rule: 'First due', days: 'Days', daysUnit: 'days', monthDay: 'Month and day', monthDayHint: 'Like 03-31', date: 'Day', content: 'What is done and handed in' }, ground: 'Ground and effect', verified: 'Was the ground compared with the published text?', changeNote: 'What changed and why',
  },
  panel: {
    title: { drafted: 'Conditions (drafted)', decided: 'Conditions' }, add: 'Add a condition', leadOfficer: 'Until the decision. What nobody touches goes on; with the permit all of it is printed.', lead: { drafted: 'What the authority means to lay down; the decision is final.', decided: 'Printed on the permit; they hold from its first day.' }, none: 'No conditions yet.',
    change: 'Change', drop: 'Drop', takeBack: 'Take this back', reason: 'Reason', dropTitle: 'Drop “{{title}}”?', dropText: 'It no longer holds from the new version on; before nothing changes.',
  },
  dialog: { source: 'From the library', choose: 'Choose one, or write your own', own: 'My own words (with a reason)', change: 'Change “{{title}}”', add: 'Lay it down', save: 'Save the change', outletCode: 'Which outlet', facilityCode: 'Which facility', reason: 'Reason (the enterprise reads it)', isPublic: 'May the public read it? No for trade secrets' },
  permit: { conditions: 'Conditions in force', asOf: 'The permit on any day', compare: 'Compare two days', calendar: 'Calendar of duties', stoppages: 'Stoppages' },
  asOf: {
    title: 'The permit on {{day}}', permit: 'Permit', choose: 'Which day', today: 'Back to today', compare: 'Compare with another day', versions: 'Versions: ', version: 'No. {{number}} {{day}}', ahead: 'This day lies ahead: what is known today.', ended: 'The permit ended on {{day}}', limits: 'Limits ({{count}})', conditions: 'Conditions ({{count}})', noConditions: 'No further conditions.', facts: 'On {{day}}', older: 'Version {{newest}} came later',
  },
  limit: { caption: 'Limits', none: 'No limits on that day.', place: 'Outlet / point', pollutant: 'Pollutant', measure: 'Measure', value: 'Limit', standard: 'Standard', days: 'Holds', plant: 'Whole plant', year: ' (year {{year}})' },
  fact: { enterpriseName: 'Holder', legalRepresentative: 'Legal representative', siteName: 'Site', siteAddress: 'Address', industry: 'Industry', managementCategory: 'Category', validTo: 'Validity', issuer: 'Issuer', version: 'Version', standing: 'Standing' },
  compare: { title: 'Two days of permit {{number}}', lead: 'Before on the left, after on the right; only what differs.', from: 'This day', to: 'and this day', side: '{{day}}, version {{number}}', none: 'Nothing differs between the two days.', facts: 'Facts', limits: 'Limits ({{count}})', conditions: 'Conditions ({{count}})', items: 'Content ({{count}})' },
};
export default en;
