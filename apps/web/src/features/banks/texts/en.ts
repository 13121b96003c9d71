import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  group: {
    credit: { short: 'Credit', long: 'Credit grade, score, trend of 12 months, vetoes' }, penalties: { short: 'Penalties', long: 'Penalties' }, permit: { short: 'Permit', long: 'Industry and discharge permit' },
    performance: { short: 'Performance', long: 'Performance grade, online exceedances, corrections in time' }, carbon: { short: 'Carbon', long: 'Carbon emissions and intensity' }, blacklist: { short: 'Serious cases', long: 'List of serious cases' }, 'f-score': { short: 'Score', long: 'Green finance score (F) and how it comes about' },
  },
  purpose: { 'new-loan': 'Granting a loan', 'post-loan': 'Watching a loan', 'green-credit': 'Green credit', guarantee: 'Guarantee or credit line', other: 'Other' },
  status: { requested: 'Waiting for the enterprise', lapsed: 'Not answered in time', upcoming: 'Not begun', active: 'In force', expired: 'Ended', declined: 'Declined', withdrawn: 'Withdrawn', revoked: 'Revoked' },
  says: {
    requested: 'Nothing is shown before the enterprise answers.', lapsed: 'The time to answer is over. The bank can ask again, or the enterprise grants one unasked.', upcoming: 'It can be used from its first day.', active: 'In force for {{days}} more days. The enterprise can revoke it at any time.', expired: 'It has ended. Ask for a new one if you need it.',
    declined: 'The enterprise declined.', withdrawn: 'The request was withdrawn, or a new one took its place.', revoked: 'The enterprise revoked it: no more queries, no more alerts.',
  },
  origin: { request: 'Asked for by the bank', offer: 'Given by the enterprise' },
  channel: { page: 'Page', api: 'API', batch: 'Batch' },
  clientScope: { query: 'One enterprise', batch: 'Batches' },
  algorithm: { 'hmac-sha256': 'HMAC-SHA256', 'hmac-sm3': 'HMAC-SM3' },
  event: { 'credit-grade-changed': 'Grade changed', 'blacklist-changed': 'List changed', ping: 'Test' },
  problem: { unresolved: 'The host name has no address', address: 'The name leads to a private or reserved address; not sent', redirect: 'A redirect was answered; not followed', status: 'The answer was an error', timeout: 'No answer within 10 seconds', tls: 'The certificate is not trusted, or TLS failed', connection: 'No connection', unauthorized: 'The authorisation has ended', removed: 'The webhook was removed' },
  penalty: { active: 'Active', suspended: 'Suspended', repaired: 'Repaired', expired: 'Ended' },
  fieldName: {
    uscc: 'Credit code', name: 'Name', creditGrade: 'Credit grade', score: 'Credit score', scoreTrend12m: 'Trend of 12 months', vetoFlags: 'Vetoes', penalties: 'Penalties', 'penalties-fineYuan': 'Amount of fines', permit: 'Discharge permit', industryCode: 'Industry',
    performanceGrade: 'Performance grade', onlineExceedHours12m: 'Online exceedances', onlineRunHours12m: 'Online hours run', rectifyRate: 'Corrections in time', carbon: 'Carbon', blacklist: 'List of serious cases', blacklistEntry: 'Entry on the list', fScore: 'Green finance score',
  },
  field: {
    enterprise: 'Enterprise', bank: 'Bank', number: 'Authorisation', status: 'State', purpose: 'Purpose', purposeWords: 'In words', scopes: 'Scope', term: 'Term', answerBy: 'Answer by', created: 'Created', uscc: 'Credit code', fromOn: 'First day', toOn: 'Last day',
    origin: 'Origin', askedBy: 'Asked by', decided: 'Answered', ended: 'Revoked', reference: 'Bank’s own number',
  },
  list: {
    title: { bank: 'Authorisations', enterprise: 'Banks' }, lead: { bank: 'Queries need the enterprise’s authorisation; scope and term are what stands in it.', enterprise: 'Without your authorisation no bank sees your environmental data. Each look is recorded; you can revoke at any time.' },
    make: { bank: 'Ask for one', enterprise: 'Authorise a bank' }, tabs: { living: 'In force or to come', waiting: 'Waiting', ended: 'Ended' }, search: 'Number, name or credit code',
    empty: { living: 'No authorisation in force', waiting: 'No request is waiting', ended: 'None has ended' }, emptyHint: { bank: 'Ask an enterprise; once it agrees you can query.', enterprise: 'Requests of banks appear under “Waiting”; you can also grant one unasked.' },
  },
  make: {
    title: { bank: 'Ask an enterprise', enterprise: 'Authorise a bank' }, lead: { bank: 'The enterprise agrees, narrows or declines; without an answer within {{days}} days the request lapses.', enterprise: 'Choose bank, scope and term, read the statement, then sign. Requests of banks are under “Waiting”.' }, submit: { bank: 'Send the request', enterprise: 'Sign and authorise' },
    wordsHelp: { bank: 'The enterprise reads it, e.g. loan for flue gas treatment', enterprise: 'It stands in the authorisation, e.g. recognition as green credit' }, scopesHelp: 'The score needs credit as well', mostDays: 'At most {{days}} days', consent: 'Statement', agree: 'I have read it and sign for the enterprise', agreeMissing: 'Read the statement and tick the box',
  },
  grant: { title: 'Agree', scopesHelp: 'Leave out what you do not want to give', termHelp: 'You can shorten it', submit: 'Sign and authorise' },
  page: { given: 'Scope', asked: 'Scope asked for', notGiven: 'Asked for but not given: ', facts: 'Facts', record: 'Copy of record', looks: 'Queries under this authorisation' },
  act: { decline: 'Decline', withdraw: 'Withdraw the request', revoke: 'Revoke' },
  confirm: {
    decline: { title: 'Decline this request?', text: 'The bank is told and cannot query.', reason: 'Reason (optional; the bank reads it)' }, withdraw: { title: 'Withdraw this request?', text: 'The enterprise need not answer. You can ask again.' },
    revoke: { title: 'Revoke this authorisation?', text: 'At once: the next query is refused, and no more alerts are sent. What was asked before stays with the bank as the law says.', reason: 'Reason (optional; the bank reads it)' },
  },
  query: { title: 'Look up an enterprise', lead: 'Nothing is asked before the button; each look is recorded and shown to the enterprise.', submit: 'Ask', referenceHelp: 'Your own number of the matter, optional; the enterprise reads it' },
  kept: { title: 'Performance, online, carbon', grade: 'Performance grade', online: 'Online above limits, 12 months', hours: '{{exceed}} h of {{run}} h run', carbon: 'Carbon emission {{year}}', intensity: 'Carbon intensity', rectify: 'Corrections in time' },
  answer: {
    asOf: 'As of {{day}}, authorisation {{number}}', grade: 'Credit grade', score: 'Score', f: 'Green finance score', noF: 'No score', fine: 'fine', penalties: 'Penalties', listed: 'Supervision list', onList: 'On the list', offList: 'Not on the list', listedFor: '{{from}} to {{to}}', vetoes: 'Vetoes', trend: 'Last 12 months', day: 'Day', permit: 'Industry and discharge permit', permitNo: 'Permit', permitType: 'Category', validTo: 'Valid to', industry: 'Industry', missing: 'What is not here',
  },
  f: {
    title: 'Green finance score {{f}}', unverified: 'Weights and bands not verified', refuse: 'The grade is red or black, or it is on the list: no new credit is advised', cap: 'The grade is yellow: the score is capped, collateral is advised', how: 'The value of each part times its weight adds up to the score. Parts without data are not guessed: by the rule their weight goes to the others.', lines: 'Lines of the score', part: 'Part', value: 'Value', weight: 'Weight', contribution: 'Adds', moved: '{{from}} → {{to}}', advice: 'Advice: ', bankDecides: 'Score and advice are for orientation; loan, rate and amount are the bank’s decision.',
  },
  looks: {
    title: { bank: 'Queries', enterprise: 'Who looked at us' }, lead: { bank: 'Each query of this bank. Enterprises read the same rows.', enterprise: 'When a bank looked, what for, under which authorisation, and at what.' }, at: 'Time', channel: 'Way', by: 'Asked by', fields: 'Fields', from: 'From', to: 'To', search: 'Name, authorisation or number', empty: { bank: 'Nothing was asked yet', enterprise: 'No bank has looked yet' }, emptyHint: 'Each look is recorded here.',
  },
  client: {
    title: 'API clients', lead: 'A system of the bank is registered here, approved by the bureau, and then gets its secret.', leadBureau: 'Programs of banks. After the approval the bank makes the secret; only the bank sees it.', propose: 'Register a client', proposeLead: 'The bureau checks and approves it.', submit: 'Register', name: 'Name', nameExample: 'Loan system', purpose: 'Purpose', purposeHelp: 'Which system it belongs to and what it asks for',
    scopes: 'May', thumbprint: 'Client certificate', thumbprintHelp: 'Optional. With it no token without that certificate: its SHA-256 thumbprint in base64url, 43 characters', noThumbprint: 'No certificate is asked for', clientId: 'Client id', proposed: 'Registered', decided: 'Decision', revoked: 'Revoked', used: 'Last used', search: 'Name, id or bank', empty: 'No client yet', emptyHint: 'Register one; after its approval make a secret.',
    state: { proposed: 'To be approved', approved: 'Approved', refused: 'Refused', revoked: 'Revoked' },
    says: { proposed: 'Waiting for the bureau.', approved: 'Client id and secret give a token.', refused: 'Refused. Mend it and register again.', revoked: 'Revoked: secrets, tokens and webhooks open nothing.' },
    approve: 'Approve', refuse: 'Refuse', revoke: 'Revoke', approveTitle: 'Approve this client?', refuseTitle: 'Refuse this client?', revokeTitle: 'Revoke this client?', decideText: 'Check bank, purpose and what it may do. Who registered it does not approve it.', revokeText: 'At once and for good: its secrets, tokens and webhooks open nothing.', reason: 'Reason (the bank reads it)',
  },
  secret: {
    title: 'A new secret', make: 'Make a secret', made: 'The secret was made', once: 'It is shown this once. Put it into your own store of secrets now.', secret: 'Secret', overlap: 'For how long the old one still opens', hours: { h0: 'Not at all', h1: '1 hour', h24: '1 day', h72: '3 days', h168: '7 days' }, list: 'Secrets in use', none: 'No secret yet. Make one.', until: 'ends', former: 'the old one signs too until',
  },
  webhook: {
    title: 'Webhooks', lead: 'When the grade of an authorised enterprise changes, your system is told.', add: 'Add a webhook', addLead: 'A public https address. Send a test afterwards.', made: 'The webhook was added', toPage: 'To the webhook', submit: 'Add', name: 'Name', url: 'Address', urlHelp: 'Begins with https://; redirects are not followed; for a leased line ask the operator', client: 'Client', algorithm: 'Signature', search: 'Name or address',
    tabs: { addresses: 'Addresses', deliveries: 'Deliveries' }, state: { active: 'Active', paused: 'Paused', removed: 'Removed' }, empty: 'No webhook yet', emptyHint: 'Add an address and changes are sent to it.', noClient: 'No approved client yet', noClientHint: 'A webhook belongs to a client. Register one first.',
    ping: 'Send a test', pinged: 'The test is on its way; see the deliveries below.', pause: 'Pause', resume: 'Resume', remove: 'Remove', removeTitle: 'Remove this webhook?', removeText: 'What waits to be sent is cancelled. It cannot be undone.',
  },
  delivery: {
    title: 'Deliveries', test: 'Test', what: 'Enterprise', event: 'Event', outcome: 'Outcome', attempts: 'Attempts', times: '{{count}}×', next: 'next', created: 'Time', resend: 'Send again', search: 'Name of the enterprise', empty: 'Nothing was sent yet', emptyHint: 'Changes of grades and tests appear here.',
    state: { waiting: 'Waiting', sending: 'Being sent', delivered: 'Delivered', dead: 'Failed', cancelled: 'Cancelled' },
  },
  batch: {
    title: 'Batches', lead: 'Many enterprises at once. Each without authorisation is refused by itself, with the reason.', make: 'New batch', makeLead: 'Up to 50 at once; up to 10,000 in the background.', submit: 'Ask', number: 'Number', codes: 'Credit codes', codesHelp: 'One a line, or with commas; what stands twice is asked once', progress: 'Progress', of: '{{done}} of {{total}}', outcome: 'Outcome', counts: '{{answered}} answered, {{refused}} refused',
    state: { waiting: 'Waiting', running: 'Running', done: 'Done' }, item: { answered: 'Answered', refused: 'Refused', open: 'Open' }, search: 'Number, own number or person', empty: 'No batch yet', emptyHint: 'A quarterly check can be asked in one go.', download: 'Download', keepUntil: 'Kept until', why: 'Why not', items: 'One by one',
  },
  figures: {
    title: 'Green finance', lead: 'Authorisations and queries in numbers, without what was answered.', export: 'Excel', show: 'Show', empty: 'Nothing in this period', living: 'In force today', waiting: 'Waiting today', granted: 'Granted', declined: 'Declined', revoked: 'Revoked', queries: 'Queries', enterprises: 'Enterprises asked about', clients: 'Approved clients',
    byBank: 'By bank (queries)', byGrade: 'By grade (queries)', byMonth: 'By month (queries)', noGrade: 'Without credit', bankNote: '{{authorizations}} granted, {{enterprises}} enterprises', gradeNote: '{{enterprises}} enterprises', monthNote: '{{granted}} granted, {{revoked}} revoked',
  },
  desk: { title: 'To do', waiting: 'Requests waiting for enterprises', noneWaiting: 'None is waiting', ending: 'Authorisations that end first', noneEnding: 'None in force', dead: 'Alerts that failed', noneDead: 'None failed', clients: 'API clients', noneClients: 'No client yet', answerBy: 'answer by', until: 'until', asked: 'Banks ask; your answer is awaited' },
};
export default en;
