import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  list: {
    ongoing: 'Under way', title: 'Discharge permits', leadEnterprise: 'Apply for a permit, follow it, and find your certificates.', leadFirm: 'Fill in and follow applications for your clients.', new: 'Apply for a permit', applications: 'Applications', permits: 'Permits', caption: 'List of applications', permitsCaption: 'List of permits',
    column: { name: 'Enterprise / site', number: 'Number', state: 'State', progress: 'Filled in', due: 'Time left', ball: 'Whose turn' },
    permitColumn: { number: 'Permit number', name: 'Enterprise / site', industry: 'Industry', validTo: 'Valid until', status: 'Status' },
    search: 'Enterprise, site or number', empty: 'No applications yet', emptyHint: 'Begin with “Apply for a permit”: ten sections, saved as you type.', noPermits: 'No permits yet', open: 'Open', openYes: 'Open', openNo: 'Closed',
    status: { valid: 'Valid', expired: 'Expired', revoked: 'Revoked', cancelled: 'Cancelled' }, statusLabel: 'Status',
  },
  create: { title: 'Apply for a permit (simplified management)', lead: 'The system checks your form before you submit it to the bureau. Each site applies on its own.', site: 'Name of the site', sequence: 'Site number', sequenceHelp: '1 for the first site', enterprise: 'Client enterprise', submit: 'Begin', time: 'Filling in takes one to two hours; leave at any time, everything is saved. Decision within 20 working days of acceptance, free of charge.' },
  page: {
    back: 'Discharge permits', tasks: 'Fill in', check: 'Check and submit', checkHint: 'When all ten sections are complete: check, commit, submit.', withdraw: 'Withdraw', withdrawTitle: 'Withdraw this application?', withdrawReason: 'Reason', withdrawDraft: 'Delete draft', withdrawDraftTitle: 'Delete this draft?', group: { basics: 'Enterprise and production', emissions: 'Emissions', duties: 'Monitoring and files' },
    query: 'Query code', queryHint: 'With the number and this code anyone can follow the case without signing in', content: 'Content', showContent: 'Show the whole application', permit: 'Permit', errors: '{{count}} to mend',
    files: 'Files', correctionTitle: 'Corrections needed', correctionLead: 'Only these items can be changed. Submit again on the check page.', history: 'History', decision: 'Decision', notices: 'Documents', noticePending: 'being made', reasons: 'Reasons', remedies: 'Remedies', unverified: ' (unverified)',
  },
  section: { back: 'Back to the list', correctionOnly: 'Only the marked items can be changed now', national: 'National platform: {{page}}', toFix: 'To correct', sealed: 'Nothing to correct here' },
  attachments: { lead: 'Needed files are marked. PDF, Word, Excel or pictures, up to 50 MB each.', upload: 'Upload {{kind}}', kind: 'Kind', files: 'Uploaded', none: 'Missing', done: 'Back to the list', complete: 'All files are here: mark as complete', remove: 'Remove' },
  check: {
    title: 'Check and submit', lead: 'Check each section. Nothing is filed with the bureau until you submit.', machine: 'Automatic check', run: 'Run check', rerun: 'Run again', running: 'Checking… {{progress}}%', clean: 'Nothing found', found: '{{errors}} to mend, {{warnings}} to confirm', stale: 'The content has changed since the last check. Run it again',
    mustFix: 'Must be mended', please: 'Please confirm', go: 'Mend', basis: 'Basis', expected: 'Expected', actual: 'Now', change: 'Change', commitment: 'I declare that the application is true, accurate and complete, and that we will discharge as the permit demands; I know the liability for false statements.', submit: 'Submit the application', notReady: 'Not ready yet: ', incomplete: '{{count}} sections are not complete', needRun: 'run the automatic check first', hasErrors: 'mend what the check found', needTick: 'read and tick the declaration',
  },
  done: { title: 'Application submitted', lead: 'Case number {{number}}. The bureau decides on acceptance within 3 working days; silence means acceptance.', view: 'Follow the case' },
  clock: { why: 'Why this date', from: 'From', to: 'To', counted: 'Counted', what: 'What', basis: 'Basis', last: 'Last day', provisional: 'Passes a year whose holidays are not published: provisional', total: '{{count}} {{unit}} in all', workday: 'working days', calendar: 'days' },
  queue: {
    waiting: 'Waiting for you', seeAll: 'See all', title: 'Queue', lead: 'Fewest days left first.', tabs: { unclaimed: 'To claim', mine: 'Mine', all: 'All open', closed: 'Closed' }, column: { title: 'Matter', number: 'Number', party: 'Applicant', state: 'State', remaining: 'Left', claimed: 'Claimed by', submitted: 'Submitted' }, search: 'Number or name',
    empty: 'Nothing to do', emptyHint: 'New applications appear here.', claim: 'Claim', caption: 'Queue of cases', dueLabel: 'Deadline', due: { overdue: 'Overdue', today: 'Due today', soon: 'Due within three days', paused: 'Paused' }, export: 'Export',
  },
  review: {
    release: 'Give back', claim: 'Claim', accept: 'Accept', acceptTitle: 'Accept this application?', acceptText: 'The review period begins and the notice of acceptance is made.', correct: 'Ask for correction', reject: 'Do not accept', rejectTitle: 'Refuse acceptance?', rejectReason: 'Reasons (in the notice; the applicant sees them)', start: 'Begin review', opinion: 'Give an opinion', opinions: 'Opinions', noOpinions: 'No opinions yet', overall: 'Overall',
    agree: 'Agree', object: 'Object', opinionText: 'Opinion', opinionSection: 'Section', save: 'Save opinion', decide: 'Decide', issue: 'Issue', findings: 'Automatic check', noFindings: 'Nothing found', acceptFinding: 'Accept', overrule: 'Overrule', overruleReason: 'Why it does not hold', disposed: '{{name}}: {{what}}', accepted: 'accepted', overruled: 'overruled',
    correctTitle: 'Ask for correction', correctLead: 'List everything at once. The applicant can change only these items.', correctAdd: 'Add an item', correctPlace: 'What', correctRequirement: 'How to mend', correctReason: 'Basis', correctSend: 'Send the notice', correctDefault: 'Permit Regulation art. 7, 9', supervisor: 'Why unchanged content is asked for again (supervisor)', item: 'Item {{count}}', removeItem: 'Remove this item',
    decideTitle: 'Decide', decideLead: 'Judge each condition of article 11 of the Permit Regulation.', met: 'Met', notMet: 'Not met', comment: 'What is not met', outcome: 'Decision', grant: 'Grant', refuse: 'Refuse', sendBack: 'Send back to review', decideReasons: 'Reasons (in the decision)', decideAct: 'Decide',
    issueTitle: 'Issue the permit', issueNumber: 'Permit number', issueNational: 'Enter the 22 characters given by the national platform.', issueLocal: 'The number is allocated by HJ 608.', issueAct: 'Issue', pause: 'Pause clock', pauseTitle: 'Pause the clock?', ground: 'Lawful ground', noticeNumber: 'Number of the notice', resume: 'Resume clock', resumeTitle: 'Resume the clock?', reason: 'Explanation',
  },
  public: { title: 'Discharge permits', lead: 'Find permits of this area and check certificates.', search: 'Name or number, at least two characters', check: 'Check of a permit', signatureOk: 'The signature holds: the content is unchanged', signatureBad: 'The signature does not hold. Ask the issuing authority', status: 'Status today', checkedAt: 'Checked at', download: 'Download the certificate', withheld: 'Left out as trade secrets', back: 'Discharge permits', issuer: 'Issued by', issuedOn: 'Issued on', validity: 'Validity', site: 'Site', uscc: 'Credit code', empty: 'No permits', facts: 'Certificate', technical: 'Signed text (for technical checks)' },
  permit: { title: 'Discharge permit', original: 'Download original', duplicate: 'Download duplicate', drawing: 'The certificate is being made. Reload in a moment', application: 'See the application' },
};
export default en;
