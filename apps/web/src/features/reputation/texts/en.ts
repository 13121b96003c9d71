import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  unverified: ' (not verified)', comma: ', ',
  confidence: { none: 'not rated', low: 'low confidence', medium: 'medium confidence', high: 'high confidence' },
  score: '{{score}}', ratings: '{{count}} ratings', scored: '{{score}} ({{count}} ratings, {{confidence}})', noScore: 'Not rated yet', veto: 'Found to have committed fraud, shown until {{day}}',
  dimension: { quality: 'Quality', timeliness: 'Timeliness', compliance: 'Compliance', service: 'Service', price: 'Price' },
  outcome: { 'first-pass': 'Approved at first', returned: 'Sent back {{count}} times', refused: 'Not approved', fault: 'Rejected for the firm’s fault', rework: 'Reworked {{count}} times', late: '{{count}} days late', exceedance: '{{count}} days above limits afterwards' },
  ranking: {
    title: 'Ranking of firms', lead: 'By mutual ratings of finished contracts and by what became of the work. No place is for sale, and none can be asked for.', caption: 'Ranking of service firms', search: 'Name, two characters or more', place: 'Place', firm: 'Firm', score: 'Score', basis: 'Behind it', regions: 'Regions',
    scope: 'Service', region: 'Region served (adcode)', confidence: 'Confidence', atLeastMedium: 'Medium or high', high: 'High only', empty: 'No firm is ranked yet', emptyHint: 'A firm is ranked from {{count}} public ratings of a service on. All firms stand in the register.', toRegister: 'To the register', exportName: 'Ranking of firms',
  },
  method: {
    title: 'How the score is reckoned', intro: 'Each client marks quality, timeliness, compliance, service and price, which weigh as the values below say, once, after the contract has ended, without knowing the other side’s marks.',
    few: 'Few ratings weigh little: the score begins at {{prior}}, which counts as {{weight}} ratings; with more of them it comes nearer to what clients say.', age: 'A rating loses half its weight every {{months}} months; each further one of the same client weighs {{share}} %.',
    outcome: 'What became of the work is added or taken off: approval at first adds; being sent back, rework, delay, rejection for the firm’s fault and exceedances afterwards take off. Each line stands on the firm’s page.', order: 'Score first, then the weight behind it; equal firms share a place. Fewer than {{least}} ratings are not ranked, nor is a firm found to have committed fraud while that is shown.',
    values: 'Values today', value: 'Value', what: 'What', basis: 'Basis', unverifiedNote: 'These values are the platform’s; no law sets them, and no authority has confirmed them yet.', conflicts: 'Rules on conflicts',
  },
  firm: {
    title: 'Ratings and outcomes', why: 'How it is reckoned', weight: 'worth {{weight}} ratings', none: 'No public rating yet. They appear when a contract has ended and both sides have rated.', scopes: 'By service', means: 'Means of the five', ratings: 'Public ratings', mark: 'client’s mark {{mark}}', adjusted: 'counts as {{mark}}', share: 'weight {{weight}}', noComment: 'No comment', reply: 'The firm’s reply', more: 'Older ratings', newer: 'Newer ratings', findings: 'Findings', noFindings: 'No finding of fraud or fault',
    findingKind: { fraud: 'Fraud', fault: 'A result rejected for the firm’s fault', 'review-failed': 'A result sent back in review for the firm’s fault' }, span: 'shown {{from}} to {{to}}', over: 'over', objected: 'The firm objects; to be answered', veto: 'This firm was found to have committed fraud: shown until {{day}}, no place in rankings meanwhile', vetoText: 'Two officers have found it; the firm may state its case and object.', occurred: 'happened on {{day}}', basis: 'Basis: {{basis}}',
    engineers: '{{count}} responsible engineers; the busiest carries {{most}} tasks', above: '{{above}} carry more than {{hint}}', hint: 'hint: {{hint}}',
  },
  bidder: { title: 'The firm', load: '{{count}} tasks in hand', engineer: 'Engineer {{name}}, {{count}} tasks in hand', above: 'more than {{hint}}: ask whether it can be done in time', obstacle: 'Excluded by a conflict, cannot be chosen', look: 'Ratings' },
  reply: { title: 'Reply to this rating', label: 'Your reply (public, one only)', submit: 'Send the reply', given: 'Reply ({{name}})', hint: 'Keep to the matter; no personal data.' },
  uses: {
    title: 'Where the results went', lead: 'Name the application or report they were used for; what the bureau makes of it counts in the rating of the firm, and makes milestones payable that wait for its approval. The enterprise names it; so does the firm where a file it handed over lies in it. Both sides hear of every name and of every one taken back.', none: 'Nothing named yet', kind: { 'permit-application': 'Permit application', 'execution-report': 'Execution report' }, add: 'Name it', which: 'Kind', subject: 'Application or report', choose: 'Choose', remove: 'Take back', removeTitle: 'Take this back?', removeText: 'That it was taken back, and why, stays on record and is told to both sides. Once the bureau has decided, or the file itself lies in the matter, it stays.', removeReason: 'Why (both sides read it)', removed: 'Taken back by {{name}}: {{reason}}', nothing: 'There is no application or report to choose',
  },
  findings: {
    title: 'Findings of fraud and fault', leadBureau: 'One officer proposes with evidence; when the firm could speak, another decides. Fraud takes the firm off the rankings and is an event of credit.', leadFirm: 'What the bureau brings against your firm. State your case before the decision; object once after it.', caption: 'Findings', search: 'Firm, task or document, two characters or more', firm: 'Firm', kind: 'Matter', task: 'Task', occurred: 'Happened on', source: 'Source', state: 'State', effect: 'Shown', found: 'Proposed', inForce: 'In force', onlyInForce: 'Only in force', empty: 'No findings', emptyFirm: 'Nothing is brought against your firm', exportName: 'Findings of fraud and fault', back: 'Findings',
    states: { proposed: 'To be decided', confirmed: 'Found', objected: 'Objected', upheld: 'Upheld', revoked: 'Revoked', refused: 'Not found' },
    propose: 'Propose a finding', formTitle: 'Propose a finding', formLead: 'The firm is told at once and reads the evidence; after its statement or the end of the period another officer decides.', submit: 'Propose, for another to decide', upload: 'Upload the evidence', needEvidence: 'Upload the evidence first',
    facts: 'Facts found', basis: 'Basis', evidence: 'Evidence', view: 'Read the evidence', proposedBy: 'Proposed by', due: 'The firm may speak until', statement: 'The firm’s statement', noStatement: 'None yet', decidedBy: 'Decided by', decision: 'Reasons', objection: 'The firm’s objection', answer: 'Answer', answeredBy: 'Answered by', no: 'None',
    waits: 'The firm may still speak and has not: nobody can decide yet', effectNone: 'From the decision on', span: '{{from}} to {{to}}, then it ends by itself',
    act: {
      state: { button: 'State your case', title: 'Send your statement?', label: 'Facts, reasons, where evidence is (once only)', means: 'It is decided only after your statement was read.' },
      confirm: { button: 'Find it so', title: 'Find it so?', label: 'Reasons (the firm reads them)', means: 'Shown on the firm’s page from today until its end; for fraud no place in rankings meanwhile, and an event of credit.' },
      refuse: { button: 'Do not find it', title: 'Do not find it?', label: 'Reasons (the firm reads them)', means: 'It has no effect; the firm is told.' },
      object: { button: 'Object', title: 'Object to the finding?', label: 'Facts and reasons (once only)', means: 'Another officer than the proposer answers; until then it stands.' },
      uphold: { button: 'Uphold', title: 'Uphold it?', label: 'Answer (the firm reads it)', means: 'The finding and its days stay.' },
      revoke: { button: 'Revoke', title: 'Revoke it?', label: 'Answer (the firm reads it)', means: 'The mark and the event of credit go; the firm is ranked again.' },
    },
  },
  conflicts: {
    title: 'Rules on conflicts', lead: 'Who prepared something does not review, verify or accept it. Looked at when firms are asked, bid and are chosen and when experts are drawn; firms bound to each other are treated alike.', caption: 'Rules on conflicts', rule: 'Rule', scope: 'Scope', enterprise: 'The same enterprise', province: 'The same province', months: 'Looks back', forever: 'For ever', monthsOf: '{{count}} months', basis: 'Basis', backToRanking: 'Ranking of firms',
  },
};
export default en;
