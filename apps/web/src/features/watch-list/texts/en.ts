export default {
  subject: 'Subject', subjectKind: 'Kind', subjectCode: 'Code', trigger: 'Reason', reason: 'Why it is listed', state: 'State', due: 'Due', provisional: 'estimated', overdue: 'Overdue', onlyOverdue: 'Overdue only', decisionNumber: 'Number of the decision', listedOn: 'Listed on', listedUntil: 'Listed until', removalFrom: 'Removal from', opened: 'Registered', who: 'Officer', whose: 'Whose', mine: 'Mine', from: 'From', to: 'To',
  occurredOn: 'Happened on', facts: 'Facts and reasons', basis: 'Basis', months: 'Term', monthCount: '{{count}} months', publicReason: 'Reason for the public', openedBy: 'Registered by', proposedBy: 'Proposed by', sources: 'Clues', sourceGone: 'taken back', served: 'Served', cancel: 'Cancel', unverified: 'unverified', rules: 'Basis: {{basis}}.',
  list: {
    title: 'Supervision list', lead: 'From the clue to the decision, its service, publication and removal. The fewest days first.', search: 'Number, subject, code',
    tabs: { clues: 'Clues', telling: 'Pre-notice and statement', deciding: 'Review and decision', listed: 'On the list', removals: 'Removals', ended: 'Ended' },
    empty: { clues: 'No clue waits to be checked', telling: 'Nobody is being told', deciding: 'Nothing waits for a review or a decision', listed: 'Nobody is on the list', removals: 'No application for removal', ended: 'No case has ended' },
  },
  new: { title: 'Register a clue', lead: 'Its subject does not see it before the pre-notice is served.', submit: 'Register', what: 'What it is about', factsHelp: 'When, where, what, with what result; 10 characters or more', documentNo: 'Document it rests on' },
  page: { parts: 'Parts of the case', case: 'Clue and proposal', measures: 'What a listing brings', history: 'History', tabs: { case: 'Case', notice: 'Pre-notice and statement', decision: 'Review and decision', removal: 'Removal' } },
  notice: { empty: 'No pre-notice yet. It is made with the proposal.', number: 'Number', replaced: 'replaced', unserved: 'Not served', statementUntil: 'Statement until', hearingUntil: 'Hearing to be asked for until', statement: 'Statement', waived: 'The subject waived statement and hearing', answer: 'Answer', asked: 'Hearing asked for', hearing: 'Hearing' },
  decision: {
    empty: 'Not reviewed or decided yet', before: 'Review and discussion', review: 'Legal review', discussion: 'Discussion', decideBy: 'to be decided by {{day}}', revocation: 'Revocation asked for', by: 'Decided by', reasons: 'Reasons', exit: 'Conditions of removal', remedies: 'Remedies', until: 'until', public: 'Publication', notPublic: 'Not published', resting: 'Publication and measures rest', ended: 'End', contests: 'Reconsideration and litigation', stops: 'stops execution', running: 'going on',
  },
  removal: {
    title: 'Application for removal', empty: 'No application for removal yet', verdict: 'Verified:', decided: 'Decided:', apply: 'Apply for removal', conditions: 'Conditions: ', statement: 'What was done', evidence: 'Evidence (vouchers, photos, monitoring reports)', evidenceMissing: 'Upload the evidence', submit: 'Send the application', withdraw: 'Withdraw the application', withdrawMeans: 'You may apply again with more evidence.',
  },
  own: {
    title: 'Supervision list', lead: 'Pre-notices and decisions that were served on you, and your applications for removal.', search: 'Number', tabs: { open: 'Going on', ended: 'Ended' }, empty: { open: 'No case is going on', ended: 'No case has ended' }, stages: { told: 'You may make a statement', waiting: 'Going on', listed: 'On the list', removing: 'Removal being looked at', left: 'Off the list', declined: 'Not listed' }, told: 'Told on',
    speak: 'Statement', speakLead: 'It is made once: write all of it.', state: 'Send the statement', said: 'Your statement: ', hearing: 'Ask for a hearing', hearingMeans: 'You will be told time and place before it is held.', waive: 'Waive the statement', waiveMeans: 'Afterwards you can neither make a statement nor ask for a hearing.', certificate: 'See the certificate',
  },
  public: { title: 'Supervision list', lead: 'Who is on the list today, why and until when. Who was removed, expired or revoked is not shown any more; of persons the family name only.', search: 'Number, unit, code', empty: 'Nobody fits', issuer: 'Issued by' },
  register: { title: 'Who is on the list', lead: 'Who is on the list today, with the decisions. Each look at a decision is recorded.' },
};
