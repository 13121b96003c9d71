import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  retainers: {
    title: 'Stewardship', caption: 'List of retainers',
    lead: { e: 'One firm cares for you or your park by the year: visits, findings, monthly reports, duties. The responsibility stays yours.', f: 'Enterprises and parks in your care: accept, visit, re-check, report.', b: 'Retainers you have given for parks; each enterprise consents itself.' },
    tabs: { open: 'Offered and in force', ended: 'Ended' },
    column: { client: 'Cared for', firm: 'Firm', period: 'Period', visits: 'Visits a month', state: 'State', kind: 'Kind', number: 'Number' },
    kind: { enterprise: 'Enterprise', park: 'Park' },
    times: '{{count}}', search: 'Number, client or firm', offer: 'Engage a steward',
    empty: { open: 'No retainers now', ended: 'No ended retainers yet' },
    emptyHint: { e: 'Engage a firm to care for you by the year.', f: 'They appear here once a client engages you.', b: 'List a park first, then engage a firm for it.' },
  },
  offer: {
    title: 'Engage a steward', lead: 'Say what and for how long; the service begins when the firm accepts.', firm: 'Firm', firmHint: 'Type the name of a verified firm', send: 'Send to the firm', needFirm: 'Choose the firm first',
    entrust: 'On acceptance, entrust it with reading and preparing permits and duties for the period (not submitting nor signing; revocable at any time)', noParks: 'No park is listed yet.', toParks: 'List a park',
  },
  one: {
    facts: 'The service', period: 'Period', scope: 'Scope', report: 'Monthly report', reportDay: 'by day {{day}} of the next month', notice: 'Notice', days: '{{count}} days', contract: 'Contract', toContract: 'Open the contract', offered: 'Offered', accepted: 'Accepted', reason: 'Reason', ended: 'Ended',
    endedWay: { date: 'Period over', agreement: 'By agreement', notice: 'By notice' },
    members: 'Enterprises and consent', others: '{{count}} more have not consented; nothing of them is shown before.', noMembers: 'Nobody has consented yet.',
    member: { invited: 'To decide', consented: 'Consented', declined: 'Declined', left: 'Left' }, entrusted: 'Mandate given or proposed', notEntrusted: 'No mandate of its own',
    calendar: 'Compliance calendar', calendarHint: 'The mandate decides what is seen.', mandates: 'Mandates', planVisit: 'Plan a visit', draftReport: 'Draft a report',
    links: 'Work', visits: 'Visits', findings: 'Findings', reports: 'Monthly reports',
    ending: '{{side}}: {{way}}, last day {{on}}: {{reason}}', side: { own: 'Your side', other: 'The other side' }, way: { agreement: 'end by agreement', notice: 'end by notice' },
  },
  act: {
    accept: 'Accept', acceptTitle: 'Accept this retainer?', acceptText: 'You owe visits, re-checks and reports in time; the proposed mandate counts from now on.',
    decline: 'Decline', declineTitle: 'Decline this retainer?', withdraw: 'Withdraw', withdrawTitle: 'Withdraw the offer?',
    consent: 'Consent', consentTitle: 'Consent to this firm’s care?', consentText: 'Before you consent it sees nothing of you; you may leave at any time.',
    leave: 'Decline or leave', leaveTitle: 'Decline or leave the park’s stewardship?', leaveText: 'The mandate given with the consent ends, planned visits are cancelled.',
    'propose-ending': 'End early', endTitle: 'End the service early?', 'agree-ending': 'Agree to the end', agreeTitle: 'Agree to end it?', 'drop-ending': 'Go on', dropTitle: 'Take back or refuse the end?',
    why: 'Reason (the other side reads it)', on: 'Last day', byAgreement: 'By agreement, the other side answers', byNotice: 'By notice of {{days}} days',
  },
  visits: {
    title: 'Visits', caption: 'List of visits', lead: 'As planned, item by item; problems get a day to be mended.', tabs: { open: 'To come', past: 'Held and cancelled' },
    column: { enterprise: 'Enterprise', planned: 'Planned', held: 'Held', visitor: 'Visitor', problems: 'Problems', state: 'State' }, missed: 'Missed', onlyMissed: 'Missed ones only', search: 'Name of the enterprise',
    empty: { open: 'No visits to come', past: 'No visits held yet' }, emptyHint: 'The firm plans visits on the page of the retainer.',
    plan: 'Plan a visit', planLead: 'The checklist comes from the library, by topic.', enterprise: 'Enterprise', plannedOn: 'Day', visitor: 'Visitor', topics: 'Topics', topicsHelp: 'All of them when none is chosen', topic: '{{topic}} ({{count}})',
    move: 'Move', cancel: 'Cancel the visit', cancelTitle: 'Cancel this visit?', checklist: 'Checklist', noAnswers: 'Results appear once the visit was held.', found: 'Findings of this visit', summary: 'Summary', record: 'Record', by: 'Recorded by', photos: 'Photos',
    noPlace: 'no place', unverified: 'Unverified', back: 'Visits', retainer: 'Retainer',
  },
  fill: {
    kept: 'What you write and the photos are kept on this device and sent when there is a network.', answer: { ok: 'In order', problem: 'Problem', na: 'Not applicable' }, remark: 'Remark', remarkNeeded: 'What is wrong (four characters at least)', place: 'Place', severity: 'Severity', advice: 'Advice', dueOn: 'To be mended by',
    heldOn: 'Held on', summary: 'Summary', progress: '{{done}} of {{total}} items', left: '{{count}} photos to send', leftBehind: '{{count}} photo(s) of this device did not arrive and are not part of the record. Save those you need to the phone.', send: 'Send the record', sendTitle: 'Send this record?', sendText: 'The enterprise reads results, photos and findings; nothing can be changed afterwards.', notReady: 'Answer each item; a problem needs words, place, severity, advice and a day; then a summary.',
  },
  severity: { minor: 'Minor', major: 'Major', serious: 'Serious' },
  findings: {
    title: 'Findings', caption: 'List of findings', lead: { e: 'Mend in time and answer; the firm re-checks.', f: 'Re-check what was answered: close it, or send it back.' }, tabs: { open: 'Open', closed: 'Closed' },
    column: { place: 'Place', enterprise: 'Enterprise', topic: 'Topic', severity: 'Severity', due: 'Due', state: 'State', closed: 'Closed on' }, late: 'Overdue', onlyLate: 'Overdue ones only', recheckOverdue: 'Re-check overdue', overdue: 'Overdue', search: 'Enterprise, topic, place or words',
    empty: { open: 'Nothing open', closed: 'Nothing closed yet' }, emptyHint: 'Problems found on visits appear here.',
    what: 'The problem', description: 'What was found', advice: 'Advice', item: 'Item', basis: 'Basis', foundOn: 'Found on', photos: 'Photos', noPhotos: 'No photos', steps: 'What was done', step: { raise: 'Found', answer: 'Answered', close: 'Closed', reopen: 'Sent back', settle: 'Closed by the enterprise' }, visit: 'Visit', toVisit: 'Open',
    answer: 'Answer', close: 'Mended, close', reopen: 'Send back', settle: 'Close it oneself (the service has ended)', text: { settle: 'How it was closed', answer: 'What was mended', close: 'What was seen', reopen: 'Why not' }, files: 'Photos or papers', reopened: 'Sent back {{count}} times',
  },
  reports: {
    title: 'Monthly reports', caption: 'List of reports', lead: { e: 'Reports signed by your steward: read and acknowledge.', f: 'Drafted at the start of each month, signed off by your manager.' },
    column: { month: 'Month', enterprise: 'Enterprise', firm: 'Firm', revision: 'Version', due: 'To be signed by', signed: 'Signed on', state: 'State' }, search: 'Enterprise, firm or number', state: 'State', month: 'Month', monthHint: 'e.g. 2026-11',
    empty: 'No reports yet', emptyHint: { e: 'They appear once signed.', f: 'Drafts of last month come at the start of each month.' }, nth: 'Version {{count}}', late: 'Late',
    one: 'Report of {{month}}', paper: 'Download PDF', drawing: 'PDF is being drawn', asOf: 'As of', signedBy: 'Signed', acknowledged: 'Acknowledged', revised: 'Why anew', visits: 'Visits', findings: 'Findings', duties: 'Duties', noVisits: 'No visits this month', noFindings: 'Nothing open or new', noDuties: 'Nothing due or overdue', noMandate: 'The firm has no mandate for duties: this part is left out.', remark: 'The firm’s words', noRemark: 'None', problems: '{{count}} problems', versions: 'Versions',
    write: 'Save', refresh: 'Newest data', sign: 'Sign off', signTitle: 'Sign this report?', signText: 'It goes to the enterprise and cannot be changed; mend it by a new version.', acknowledge: 'Acknowledge', acknowledgeTitle: 'Acknowledge this report?', acknowledgeText: 'It says that you have read it, not that you agree with all of it.', revise: 'New version', reviseTitle: 'Make a new version?', reviseText: 'The one that was sent stays until the new one is signed.', why: 'Why (the enterprise reads it)',
    draft: 'Draft a report', draftMonth: 'Month', duty: { upcoming: 'Upcoming', due: 'Due soon', done: 'Done', overdue: 'Overdue', excused: 'Not demanded' },
  },
  filter: { retainer: 'Retainer', visit: 'Visit' },
  quality: {
    from: 'Planned or due from', to: 'to',
    title: 'Quality of stewards', caption: 'Quality', lead: 'Counts and shares only. Findings, photos and reports are the enterprise’s and its firm’s.', tabs: { firm: 'By firm', retainer: 'By retainer' },
    column: { firm: 'Firm', client: 'Cared for', retainers: 'Retainers', visits: 'Visits', findings: 'Closed in time', reports: 'Reports in time', acknowledged: 'Acknowledged' }, of: '{{part}}/{{whole}}', none: '—', late: '{{count}} late', lacking: 'Lacking', onlyLacking: 'Only where something lacks', search: 'Firm, number or client', empty: 'No retainers in your area yet',
  },
  parks: {
    title: 'Parks', caption: 'List of parks', lead: 'Lists of enterprises. Each consents itself when a steward is engaged for the park.', column: { name: 'Park', count: 'Enterprises', keeper: 'Kept by', updated: 'Updated' }, add: 'New park', search: 'Name of the park', empty: 'No parks yet', emptyHint: 'With a list you can engage a steward for the park.',
    name: 'Name', enterprises: 'Enterprises', save: 'Save the park', one: 'List of the park', newOne: 'New park',
  },
};

export default en;
