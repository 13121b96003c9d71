export default {
  openEnd: 'until further notice',
  kind: { 'performance-grade': 'Performance grade', 'online-exceed-hours': 'Online hours above limits', 'online-run-hours': 'Online hours run', 'carbon-emission': 'Carbon emission', 'carbon-intensity': 'Carbon intensity' },
  grade: { A: 'Grade A', B: 'Grade B', 'B-': 'Grade B-', C: 'Grade C', D: 'Grade D', leading: 'Leading', 'non-leading': 'Not leading' },
  standing: { waiting: 'Waits', refused: 'Refused', holding: 'Holds', withdrawal: 'Withdrawal', replaced: 'Corrected or withdrawn' },
  step: { record: 'Entered', correct: 'Correction', withdraw: 'Withdrawal', 'asked-correct': 'Correction asked for by the enterprise', 'asked-withdraw': 'Withdrawal asked for by the enterprise', 'asked-record': 'Entered' },
  field: {
    kind: 'Kind', enterprise: 'Enterprise', value: 'Value', unit: 'Unit', span: 'Time', fromOn: 'From', toOn: 'To', authority: 'Issued by', documentNo: 'Document', note: 'Note', at: 'Entered on', standing: 'State', scan: 'Scan', scanOptional: 'Scan of the document (optional)',
    step: 'What', reason: 'Why', replaces: 'About', replacedBy: 'Corrected to', withdrawnBy: 'Withdrawn', wouldReplace: 'Change that waits', by: 'Entered by', confirmed: 'Confirmed by', refused: 'Refused by', decisionReason: 'Remarks',
  },
  help: {
    value: 'As in the document: not rounded, without the unit', note: 'e.g. the line it is about, the boundary of the account', authority: 'Lüliang ecology bureau', documentNo: '吕环函〔2026〕12号',
    from: { open: 'From when the document says it holds', month: 'The first day of a calendar month', year: 'The first day of a calendar year' }, to: { open: 'Left out: until further notice', month: 'The last day of that month', year: '31 December of that year' },
    reason: { bureau: 'What was wrong, and on what it rests; the enterprise reads it', enterprise: 'What differs from the document, with page or paragraph' },
  },
  list: {
    title: { bureau: 'Kept data', enterprise: 'Kept data' },
    lead: { bureau: 'What is known only from documents of other authorities: grades, online hours, carbon. It holds when a second person has confirmed it; corrections and withdrawals are rows of their own.', enterprise: 'What the bureau keeps of you from documents. Banks you authorised read what holds; ask for a correction or withdrawal where it is wrong.' },
    record: 'Enter', import: 'Import Excel', tabs: { holding: 'Holds', waiting: 'Waits', past: 'Corrected or withdrawn', refused: 'Refused' }, search: { bureau: 'Name, code, authority or document', enterprise: 'Authority or document' },
    empty: { holding: 'Nothing holds', waiting: 'Nothing waits', past: 'Nothing was corrected or withdrawn', refused: 'Nothing was refused' }, emptyHint: { bureau: 'Enter what a document says, or import many by Excel.', enterprise: 'What the bureau enters and confirms appears here.' },
  },
  page: { content: 'Content', course: 'Course', view: 'View', waits: { bureau: 'It holds when another officer has confirmed it.', enterprise: 'The bureau looks at your request; until then the old content holds.' }, changeWaits: 'A correction or withdrawal of this row waits; until it is confirmed the row holds.' },
  act: { confirmed: 'Confirm', refused: 'Refuse', withdraw: { bureau: 'Withdraw', enterprise: 'Ask for withdrawal' }, correct: { bureau: 'Correct', enterprise: 'Ask for a correction' } },
  confirm: {
    confirmed: { title: 'Confirm this row?', means: 'Compare enterprise, value, unit, time and number with the document. It holds at once, the enterprise is told, and banks it authorised can read it.' }, refused: { title: 'Refuse this row?', means: 'It never holds and is kept for the record. An enterprise that asked reads the reason.' },
    withdraw: { bureau: 'Withdraw this row?', enterprise: 'Ask for the withdrawal of this row?' }, withdrawMeans: { bureau: 'It ends when another person has confirmed; the record stays.', enterprise: 'The bureau looks at it; until then the row holds. You are told the result.' },
    reason: { confirmed: 'What was compared', refused: 'Why', withdraw: 'Why (at least 4 characters)' },
  },
  record: { title: 'Enter a value', lead: 'One row for one value, as the document has it. Another officer confirms it.', submit: 'Submit', needEnterprise: 'Choose an enterprise', },
  correct: { title: { bureau: 'Correct a value', enterprise: 'Ask for a correction' }, lead: { bureau: 'Put it as the document has it. When another person has confirmed, it stands in the place of the old row, which is kept.', enterprise: 'Put it as you think it is right, say why, and attach the document if you can. The bureau decides; reconsideration by law is open to you.' }, submit: { bureau: 'Submit', enterprise: 'Submit the request' } },
  import: { title: 'Import values', lead: 'Values of many enterprises by Excel, at most 1,000. Another person still confirms them.', first: 'Download the template; one value a row. What is there already is not entered again.', second: 'Choose the filled file. Wrong rows are left out, each cell with how to mend it; choose the same file again then.', template: 'Download the template', choose: 'Choose a file', done: '{{accepted}} entered, waiting for a second person', others: '{{existing}} were there already, {{refused}} were not entered.' },
};
