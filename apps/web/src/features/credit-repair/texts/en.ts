export default {
  unverified: ' (not verified)', none: 'None',
  severity: { minor: 'Minor', general: 'General', serious: 'Serious' },
  status: { active: 'Counts', suspended: 'Suspended in court', repaired: 'Repaired', expired: 'Over', revoked: 'Revoked' },
  ground: { 'wrong-subject': 'Not about us', 'wrong-facts': 'Facts or figures are wrong', 'wrong-class': 'Class or basis is wrong', overturned: 'The decision was overturned or changed', over: 'It should be over or repaired' },
  why: {
    'not-begun': 'It has not begun', ended: 'It is repaired, revoked or over', suspended: 'Suspended in court: wait for the outcome', harmless: 'Neither published nor counted: nothing to repair', never: 'Cannot be repaired; its publication ends by itself', open: 'An application is on its way', appealed: 'An appeal is being looked at: wait, or withdraw it',
    barred: 'No repair for some time after a false application', 'expires-first': 'It ends by itself before repair could be asked for', 'too-early': 'Repair can be asked for from {{day}} on',
  },
  proof: { required: 'needed', optional: 'may be added' },
  field: {
    event: 'Event', document: 'Document', severity: 'Class', subject: 'Subject', number: 'Number', validFrom: 'Valid from', until: 'Last day', noEnd: 'not set', shortest: 'Shortest publication', months: '{{count}} months', from: 'Repair from', ground: 'Kind of appeal', state: 'State', due: 'Due', begun: 'Handed in or begun', reason: 'Reason', reasonRead: 'Reason (the subject reads it)',
  },
  options: {
    title: 'Credit repair', lead: 'For each event: from which day it can be repaired, and what that needs.', ways: 'My cases', barred: 'After a false application no repair before {{day}}', next: 'The next event can be repaired from {{day}}', empty: 'Nothing to repair', ended: 'Over', basis: 'Basis of the periods: {{basis}}',
    can: 'Repair can be asked for now', proofs: 'Proofs that are needed', apply: 'Ask for repair', goOn: 'Go on with the application', appeal: 'Appeal', goOnAppeal: 'See the appeal', appealTitle: 'Is this event wrong?', appealMeans: 'Choose the kind; on the next page say what is wrong and add evidence. Publication rests by rule once it is accepted.',
  },
  list: {
    repair: 'Credit repair', appeal: 'Credit appeals', own: { repair: 'My applications for repair', appeal: 'My appeals' }, lead: { repair: 'One event, one application. Accepted, verified and decided by three persons.', appeal: 'Events that are said to be wrong. Publication rests by rule until the decision.' }, notYet: 'Not handed in', search: 'Number, subject, event or document, two characters at least', claimed: 'Claimed', by: { mine: 'By me', nobody: 'By nobody' }, unclaimed: 'Not claimed', overdue: 'Overdue', onlyOverdue: 'Only overdue', paused: 'Clock stands',
    tabs: { mine: 'For me to do', correcting: 'Being completed', accepting: 'To be accepted', verifying: 'Being verified', deciding: 'To be decided', ended: 'Closed' }, empty: { repair: 'No applications', appeal: 'No appeals' },
  },
  page: {
    about: 'What it is about', proofs: 'Proofs', noFile: 'Nothing uploaded', add: 'Upload: {{title}}', papers: 'Papers', served: 'served', drawing: 'being drawn', remedies: 'Ways to contest', remedyUntil: 'to {{day}}', history: 'History', course: 'Application and course', committed: 'Committed and handed in', submitted: 'Handed in', service: 'Service', electronic: 'On this platform', onPaper: 'By the bureau', accepted: 'Accepted by', decision: 'Reasons of the decision', false: 'False application', falseMeans: 'In the ledger and published; no further applications for some time',
  },
  form: {
    mended: 'What was mended and performed', mendedHelp: 'Payment, measures, days; ten characters at least', wrong: 'What is wrong, and why', wrongHelp: 'What is wrong and what is right; ten characters at least', commitmentText: 'We commit: the papers are true and complete; the decision and our duties were performed and the problem mended; we will keep the law. If that is untrue we accept an entry in the ledger, its publication, and no repair for some time.', commitment: 'We have read this and commit to it', commitmentNeeded: 'Read the commitment and tick it', electronic: 'Decisions may be served on this platform',
  },
  repair: { title: 'Repair: {{event}}', asked: 'Complete the papers and hand in again', since: 'Other events since then', sinceHint: 'Look for new violations after the mending.' },
  appeal: { title: 'Appeal: {{event}}', evidence: 'Evidence for the appeal', frozen: 'Publication rests, to {{day}} at the latest', frozenGrade: 'Event and grade are not published; score and measures stay.', frozenEvent: 'The event is not published; score and measures stay.' },
  verdict: { mended: 'Mended', 'not-mended': 'Not mended', false: 'The papers are false' },
  advice: { uphold: 'Uphold', dismiss: 'Dismiss' },
  outcome: { upheld: 'Upheld, the event is revoked', dismissed: 'Dismissed, the event stays' },
  act: {
    submit: 'Hand in', resubmit: 'Hand in again', claim: 'Claim', release: 'Put back', cancel: 'Cancel', accept: 'Accept', 'request-correction': 'Ask for completion', reject: 'Do not accept', verify: 'Write the verification', grant: 'Grant repair', refuse: 'Refuse repair', 'verify-again': 'Send back', withdraw: 'Withdraw', review: 'Write the opinion', 'review-again': 'Send back', 'propose-withdrawal': 'Propose the withdrawal', 'state-withdrawal': 'State your case', 'decide-withdrawal': 'Decide upon the withdrawal', decide: 'Decide',
    acceptMeans: 'The period of verification and decision starts; the applicant gets a notice.', acceptAppealMeans: 'Publication of the event rests by rule; the applicant gets a notice.', correctMeans: 'Completion is asked for once: write down everything.', items: 'To be completed', what: 'What', requirement: 'Requirement', basis: 'Basis', verifyMeans: 'Not by who accepted it or is related to the applicant. For a visit or monitoring tell the applicant in writing and stop the clock first.',
    verdict: 'Verdict', findings: 'What was looked at, and the result', findingsHelp: 'The applicant reads it after the decision; ten characters at least', siteCheckedOn: 'Day of the visit', falsehood: 'What is untrue', falsehoodHelp: 'What is untrue and how it is known; ten characters at least. Confirmed by who decides', grantMeans: 'Publication ends at once, score and grade are computed anew, both papers are served together, a certificate is issued.', refuseMeans: 'The decision names reasons and ways to contest it.', isFalse: 'Treat as false', isFalseYes: 'Yes: into the ledger, none accepted for some time', isFalseNo: 'No, refuse only', withdrawMeans: 'This case ends; you can begin anew.', advice: 'Opinion', decideMeans: 'Not by who accepted, looked at it or entered the event. Upheld, the event is revoked from its first day on.', outcome: 'Decision',
  },
  pause: { title: 'Clock', lead: 'Visits, monitoring and appraisals do not count. Tell the applicant in writing, then stop the clock.', ground: 'Ground', 'site-check': 'On-site check', monitoring: 'Monitoring', appraisal: 'Appraisal', number: 'Number of the written notice', expected: 'Expected to go on', act: { pause: 'Stop the clock', resume: 'Resume' } },
  certificates: {
    title: 'Certificates of credit', lead: 'Of events that were repaired, revoked or are over; for banks and buyers to check.', open: 'See the certificate', kind: 'Certificate', kinds: { repaired: 'Certificate of repair', expired: 'Certificate of the end of publication', revoked: 'Certificate of revocation' }, ended: 'Publication ended', issued: 'Issued', void: 'void since {{day}}', download: 'Download', search: 'Number, event or document, two characters at least', empty: 'No certificates yet',
  },
  withdrawal: {
    title: 'Withdrawal of the repair', proposed: 'The repair is to be withdrawn; the party may state its case by {{day}}', withdrawn: 'The repair was withdrawn: the event counts and is published again from {{day}}, the certificate is void', dropped: 'The repair stays', evidence: 'Evidence that papers were false', evidenceHint: 'Where papers of the application were false, upload the evidence, then propose the withdrawal; somebody else decides.', add: 'Upload the evidence', look: 'See the evidence', falsehood: 'What is untrue', statement: 'Statement',
    proposeMeans: 'The party is told at once and may state its case; somebody else decides.', stateMeans: 'Facts and reasons, by {{day}}; it is sent once.', decideMeans: 'The event counts and is published again from today, the certificate is void and the false application stands in the ledger. The party is told, with the ways to contest it.', verdict: { withdrawn: 'Withdraw the repair', dropped: 'Leave it' },
  },
  check: { title: 'Check a certificate of credit', lead: 'Enter the code on the certificate to see whether it is genuine. It stands at the end of the address on it.', code: 'Code', codeHelp: 'Sixteen letters and digits', act: 'Check', at: 'Checked', holds: 'Issued by this platform and unaltered', revoked: 'Void since {{day}}: the repair was withdrawn', broken: 'Content and signature differ. Ask the issuing office', facts: 'What it says', subject: 'Subject', uscc: 'Credit code', occurred: 'Day of the act', technical: 'Signed text and key' },
};
