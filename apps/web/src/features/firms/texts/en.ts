import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  unverified: ' (not verified)',
  register: {
    title: 'Service firms', lead: 'Firms verified by the bureau. Tick two to four to compare them side by side.', caption: 'Register of service firms', search: 'Name or business, two characters at least',
    name: 'Firm', services: 'Services', qualifications: 'Valid qualifications', capacity: 'Capacity', score: 'Ratings', pick: 'Compare', picked: '{{count}} chosen', compare: 'Compare', clear: 'Clear', full: 'Four at most',
    kind: 'Kind of service', stage: 'Stage', service: 'Service', qualification: 'Qualification', region: 'Region (adcode)', valid: 'Standing', validOnly: 'Valid and not restricted only', sort: 'Order', byName: 'By name', byNew: 'Newest first', byFree: 'Most free capacity first',
    free: '{{capacity}} at once, {{open}} in hand', noCapacity: 'Not given, {{open}} in hand', none: 'None', empty: 'No firm fits', emptyHint: 'Try another filter, or clear them.', export: 'Export',
  },
  integrity: { clear: 'No integrity points', warned: 'Integrity warning', restricted: 'Restricted' },
  firm: {
    back: 'Service firms', intro: 'About', services: 'Services', regions: 'Regions', capacity: 'Capacity', engineers: 'Responsible engineers', engineerLoad: '{{count}} people, {{capacity}} tasks at once, {{load}} in hand', staff: 'Certified staff', staffOf: '{{kind}}: {{count}}',
    qualifications: 'Verified qualifications', number: 'Number', scope: 'Scope', issuer: 'Issued by', valid: 'Valid', endless: 'without end', verifiedOn: 'Verified on', noQualifications: 'No valid qualification now', history: 'History of verification', noHistory: 'Nothing yet',
    what: { verified: 'verified', suspended: 'suspended', restored: 'restored', lapsed: 'ended' }, points: 'Integrity points', noPoints: 'None in the period of publication', pointOf: '{{points}} points', until: 'counts until {{day}}', objected: 'objected', source: 'Source', compare: 'Compare with others',
  },
  compare: { title: 'Compare firms', lead: 'What was verified, side by side. Ask the firm about what it says of itself.', row: 'Item', remove: 'Remove', none: 'Choose two to four firms in the register first', choose: 'Choose firms' },
  catalogue: { title: 'Catalogue of services', lead: 'What an enterprise may need from building to closing: the work, what is handed over, what the firm must hold, and the law.', search: 'Find a service', all: 'All stages', wizard: 'Not sure which? Answer a few questions', requirement: 'The firm must hold', empty: 'No such service' },
  service: {
    back: 'Catalogue of services', purpose: 'When it is needed', scope: 'The work', deliverables: 'Handed over', duration: 'Usual time', days: 'about {{count}} days', requirement: 'The firm must hold', basis: 'Law', from: 'from {{day}}', fromTo: '{{from}} to {{to}}', firms: 'Firms that fit', firmsCount: '{{count}}', seeFirms: 'See the firms',
    band: 'Typical price', bandOf: 'CNY {{low}} to {{high}} (median {{median}})', bandNote: 'Middle half of the last {{n}} awards, rounded, as of {{day}}; for orientation', noBand: 'Fewer than five awards: not shown', begin: 'Publish a task for it', signIn: 'Sign in to publish a task', version: 'Version {{count}} · {{name}} · {{day}}',
  },
  wizard: {
    title: 'What do I need?', lead: 'Tick what applies. You see the services needed, why, and what the firm must hold. No account needed.', leadKnown: 'From your permits, duties, exceedances and stoppages. Tick more if it applies.',
    questions: 'What else applies?', questionsPublic: 'What applies?', known: 'Looked at: {{permits}} permits, {{duties}} open duties, {{findings}} unexplained exceedances, {{stoppages}} stoppages', result: 'Services proposed ({{count}})', nothing: 'By what is known nothing has to be bought now. Tick below what else applies.', nothingPublic: 'Tick what applies above; the services appear here.',
    why: 'Why', overdue: 'overdue', due: 'by {{day}}', begin: 'Begin a task', detail: 'See the service', source: { permit: 'Permit', duty: 'Duty', finding: 'Exceedance', stoppage: 'Stoppage', answer: 'Your answer' }, permit: 'No discharge permit yet? See whether you need one',
  },
  people: {
    title: 'People', lead: 'People with certificates and responsible engineers. ID numbers are encrypted and only their last four characters shown; one person or certificate in two firms is looked into.', add: 'Add a person', change: 'Change', leave: 'Has left', name: 'Name', idNumber: 'ID number', certificates: 'Certificates', responsible: 'Responsible engineer', max: 'Tasks at once', load: 'In hand', since: 'Since', left: 'left on {{day}}', flagged: 'Also registered elsewhere, being looked into', expired: 'expired',
    loadOf: '{{load}} of {{max}} tasks', submit: 'Save', empty: 'Nobody registered yet', emptyHint: 'Register certified people and responsible engineers; the register shows numbers, no names.', leaveTitle: 'Day of leaving', leaveAct: 'Confirm', leftOn: 'Left on', tasks: 'Tasks in hand and who answers for them', noTasks: 'No task in hand', assign: 'Responsible', nobody: 'Nobody yet', assigned: 'Assigned',
  },
  points: {
    title: 'Integrity points', leadFirm: 'Two officers are needed for each entry. You may object to facts or law.', leadBureau: 'One proposes, another confirms; the firm may object, and somebody other than the proposer answers.', standing: 'Where you stand', ofCycle: '{{points}} points in this cycle', levels: 'warning at {{warn}}, restriction at {{restrict}}', span: '{{from}} to {{until}}',
    caption: 'List of integrity points', search: 'Name of the firm', firm: 'Firm', rule: 'Conduct', worth: 'Points', occurred: 'Happened on', expires: 'Counts until', source: 'Source', state: 'State', evidence: 'Evidence', view: 'View', empty: 'No points', propose: 'Propose points', exportName: 'Integrity points',
    states: { proposed: 'To be confirmed', refused: 'Refused', confirmed: 'Counted', objected: 'Objected', upheld: 'Upheld', revoked: 'Revoked' },
    confirm: 'Confirm', refuse: 'Refuse', object: 'Object', uphold: 'Uphold', revoke: 'Revoke', reason: 'Reason (the firm reads it)', objection: 'Facts and reasons of the objection', confirmTitle: 'Confirm these points?', refuseTitle: 'Refuse these points?', objectTitle: 'Object to these points?', upholdTitle: 'Uphold these points?', revokeTitle: 'Revoke these points?',
    formTitle: 'Propose points', formLead: 'They count when a colleague has confirmed them; the firm is told then.', submit: 'Submit for confirmation', chooseFirm: 'Firm', chooseRule: 'Conduct', facts: 'Facts found', uploadEvidence: 'Upload the evidence', needEvidence: 'Upload the evidence first', rules: 'Rules', ruleLine: '{{points}} points: {{text}}', answered: 'Answer: {{text}}', said: 'Objection: {{text}}', back: 'Integrity points',
  },
  flags: {
    title: 'People in two firms', lead: 'One person or certificate registered with two firms: part-time work, a lent certificate, or a leaving not registered. Please look into it.', who: 'Person', firms: 'The two firms', why: 'Why', samePerson: 'Same ID number', sameCertificate: 'Same certificate', shared: 'Certificates in common', found: 'Found', state: 'State', states: { open: 'Open', cleared: 'Explained', confirmed: 'Confirmed' }, empty: 'Nobody to look into',
    clear: 'Explained', confirm: 'Confirmed', clearTitle: 'Explained: close this?', confirmTitle: 'Confirm it?', note: 'What was found', caption: 'People in two firms',
  },
  edit: {
    title: 'Catalogue: editing', lead: 'Each save is a version; old ones stay. Published tasks keep the requirement they were published under.', change: 'Change', add: 'New service', addTitle: 'New service', inactive: 'not offered', versions: 'Versions', save: 'Save as a new version', code: 'Code', titleZh: 'Title (Chinese)', titleEn: 'Title (English)', kind: 'Kind', stage: 'Stage', purposeZh: 'When it is needed (Chinese)', purposeEn: 'When it is needed (English)', scope: 'The work (copied into tasks)', deliverables: 'Handed over (one line each)', days: 'Usual time', requirement: 'What firms must hold', clause: 'Must hold (any of)', clauseHelp: 'Every line has to be met; several kinds in one line mean any of them', words: 'Scope holds (any word, separated by commas)', active: 'Offered', note: 'What was changed and why', back: 'Catalogue: editing',
  },
  kinds: { law: 'Law: {{law}}', scopeWords: 'Usual scope: {{words}}' },
};
export default en;
