export default {
  party: 'Party', partyCode: 'Code', violation: 'Violation', state: 'State', due: 'Due', provisional: 'estimated', overdue: 'Overdue', onlyOverdue: 'Overdue only', publishDue: 'To be published by', decisionNumber: 'Number of the decision', fine: 'Fine', opened: 'Registered', who: 'Officer', clueKind: 'Source of the clue', whose: 'Whose', mine: 'Mine', from: 'From', to: 'To',
  discoveredOn: 'Found on', clueText: 'Clue', openedBy: 'Registered by', source: 'Source', sourceComplaint: 'See the complaint', sourceRectification: 'See the rectification', parent: 'First case', children: 'Cases that followed', dailyTitle: 'Daily penalty', daily: 'Daily penalty: {{days}} days, {{yuan}} yuan', conduct: 'Conduct', timeBar: 'Limitation ends', timeBarred: 'found later', investigators: 'Investigators', grounds: 'Grounds', filed: 'Filed', extensions: 'Extensions', extension: '{{days}} days more',
  asked: { asked: 'waits for approval', approved: 'approved', refused: 'refused' }, reason: 'Reason', cancel: 'Cancel', pdf: 'Download PDF', unverified: 'unverified', facts: 'Facts', served: 'Served', decided: 'Decided on', yes: 'Yes', no: 'No',
  list: {
    title: 'Penalty cases', lead: 'From the clue to the decision, its performance and publication. The fewest days first.', search: 'Number, party, violation',
    tabs: { filing: 'Filing', investigating: 'Investigation and notice', deciding: 'Statement and decision', performing: 'Performance', 'to-publish': 'To be published', ended: 'Ended' },
    empty: { filing: 'No clue waits to be filed', investigating: 'No case is being investigated', deciding: 'No case waits for a statement or a decision', performing: 'No case is to be performed', 'to-publish': 'No decision waits to be published', ended: 'No case has ended' },
  },
  new: {
    title: 'Register a clue', lead: 'The period of filing counts from the day it was found.', submit: 'Register', clueHelp: 'When, where and what was found; 10 characters or more', platform: 'An enterprise or firm of the platform', outside: 'A unit or person outside', partyKind: 'Unit or person', unit: 'Unit', person: 'Person', partyName: 'Name', partyCode: 'Code', codeHelp: 'Credit code of a unit, identity number of a person (kept encrypted)',
    pick: 'Enterprise or firm (where the party is on the platform)',
  },
  page: { parts: 'Parts of the case', back: 'Back to the case', clue: 'Clue', filing: 'Filing', history: 'History', tabs: { case: 'Case', evidence: 'Evidence and discretion', notice: 'Notice and statement', decision: 'Review and decision', money: 'Payment and performance' } },
  law: { title: 'Law that applies', other: 'Another one:', choose: 'Which law', reason: 'Why not the law of the day of the conduct', warnings: { 'across-change': 'The law changed while the conduct went on. Check which one applies.', 'newer-lighter': 'The law of today is milder. Check which one applies.' } },
  range: { title: 'Range and how it is computed', factors: 'Factors', weight: 'weight {{percent}}%', adjustments: 'Adjustments (none if none fits)', compute: 'Compute the range' },
  mitigation: { title: 'Mitigation', tag: 'Mitigated', below: 'The fine is below the least of the law:', range: 'The range is not below the least of the law of {{least}} yuan; the fine of {{fine}} yuan is: it is mitigated.' },
  conclude: { title: 'Conclude the investigation', factsHelp: 'When, where, what, with what result; 20 characters or more', proposal: 'Proposal', submit: 'Send to examination' },
  evidence: { title: 'Evidence', empty: 'No evidence yet', proves: 'Proves: {{what}}', withdrawn: 'withdrawn', withdraw: 'Withdraw', stays: 'It stays in the list, marked, and in no paper.' },
  proposal: { title: 'What is proposed', outside: 'Why outside the range', correction: 'To be put right', by: 'Proposed by', examined: 'Examination' },
  notice: { empty: 'No notice yet. It is made when the examination is passed.', files: 'Files of the party', number: 'Number', replaced: 'replaced', intended: 'Intended', hearingRight: 'May ask for a hearing', unserved: 'Not served', statementUntil: 'Statement until', hearingUntil: 'Hearing to be asked for until', statement: 'Statement', waived: 'The party waived statement and hearing', point: 'Point {{nth}}', asked: 'Hearing asked for', hearing: 'Hearing' },
  decision: {
    empty: 'Not decided yet', needs: 'By the rules:', need: { review: 'legal review', discussion: 'discussion', hearingRight: 'right to a hearing' }, needed: ': yes', notNeeded: ': no', review: 'Legal review', about: { decision: 'Discussion of the decision', extension: 'Discussion of a second extension' }, heldOn: 'Held on', members: 'Members', minutes: 'Minutes', conclusion: 'Conclusion',
    what: 'Decision', changed: 'Fine after the change', reasons: 'Reasons', by: 'Decided by', revoked: 'Revoked', publication: 'Publication', public: 'In public', publicUntil: 'Public until', notPublic: 'Not published', heldBack: 'Not shown: repaired, revoked or under appeal, or its time is over', summary: 'Facts for the public',
  },
  money: {
    title: 'Due and paid (as of {{day}})', empty: 'What is due is shown when the decision was served', fine: 'Fine', confiscate: 'Confiscation', late: 'Added for {{days}} days too late', paid: 'Paid', claimed: 'Vouchers to be compared', open: 'Still due', capped: 'What is added has reached the fine and grows no more.', payments: 'Payments', none: 'No payment yet', states: { claimed: 'to be compared', confirmed: 'confirmed', refused: 'refused' },
    confirm: 'Received, confirm', refuse: 'Refuse', after: 'Performance, contests, execution', instalment: 'Instalment {{nth}}', deferral: 'Deferral', performed: 'Performance', running: 'going on', stops: 'stops execution', reminded: 'Reminder served', court: 'Application to the court', courtSpan: 'possible after {{from}} and before {{to}}',
  },
  undoing: { title: 'Taken back, lowered or off the list', proposed: 'Waits for a second person', approved: 'Approved', refused: 'Refused', by: 'Proposed by {{name}}', decidedBy: 'Decided by {{name}}: {{reason}}' },
  closing: { title: 'Before the case is closed', served: 'Decision served', paid: 'Paid in full', vouchers: 'Vouchers compared', performed: 'Other measures performed', published: 'Decision published', contests: 'No contest open', met: 'done', open: 'open' },
  own: {
    title: 'Penalties', lead: 'Notices and decisions that were served on you.', search: 'Number, violation', tabs: { open: 'Going on', ended: 'Ended' }, empty: { open: 'No case is going on', ended: 'No case has ended' }, stages: { told: 'You may make a statement', waiting: 'Going on', served: 'Decision served', closed: 'Closed', revoked: 'Revoked' }, payBy: 'Pay by', told: 'Told on',
    revoked: 'This decision was revoked: {{reason}}', said: 'Your statement: ', speak: 'Statement', noHarm: 'A statement makes no penalty heavier. It is made once: write all of it.', state: 'Send the statement', files: 'Evidence (optional)', hearing: 'Ask for a hearing', hearingMeans: 'You will be told time and place before it is held.', waive: 'Waive the statement', waiveMeans: 'Afterwards you can neither make a statement nor ask for a hearing.',
    pay: 'Upload a voucher', paySubmit: 'Send the voucher', voucher: 'Photo or PDF of the voucher', voucherMissing: 'Upload the voucher',
  },
  public: { title: 'Published penalties', lead: 'Decisions within their period of publication. Of persons the family name only.', search: 'Number, unit, violation', empty: 'Nothing published fits', issuer: 'Issued by' },
};
