import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  verified: 'Verified', unverified: 'Not verified', superseded: 'Entered wrongly, corrected', open: 'open', unknownDay: 'unknown', yes: 'Yes', no: 'No',
  origin: 'Taken from: {{origin}}', replacedBy: 'Replaced by {{code}}', replaces: 'Replaces {{code}}',
  tab: { limits: 'Limits', standards: 'Standards', proposals: 'Changes' },
  medium: { air: 'Air', fugitive: 'Boundary', water: 'Water', noise: 'Noise at the boundary' },
  tier: { national: 'National standard', special: 'Special limit', provincial: 'Provincial standard', 'ultra-low': 'Ultra-low requirement', approval: 'Environmental approval' },
  kind: { national: 'National standard', provincial: 'Provincial standard', 'ultra-low': 'Ultra-low document', plan: 'Action plan', approval: 'Environmental approval' },
  build: { new: 'New', existing: 'Existing' },
  discharge: { direct: 'Direct', indirect: 'Indirect' },
  averaging: { hour: 'Hour', day: 'Day', month: 'Month', once: 'Single sample' },
  state: { proposed: 'To be confirmed', confirmed: 'Confirmed', rejected: 'Rejected', withdrawn: 'Withdrawn' },
  op: { add: 'New', replace: 'New value', correct: 'Correction', end: 'End', 'add-standard': 'New standard', 'end-standard': 'End of a standard' },
  column: {
    what: 'What', value: 'Limit', standard: 'Standard', title: 'Title', tier: 'Kind', kind: 'Kind', span: 'In force', verified: 'Verified', replaced: 'Replacement', limits: 'Limits', change: 'Change', state: 'State', reason: 'Reason', by: 'Proposed by', at: 'Proposed', decided: 'Confirmed by',
  },
  field: {
    source: 'Source', pollutant: 'Pollutant', medium: 'Medium', on: 'Day', holdsOn: 'Holds on', inForceOn: 'In force on', keyRegion: 'In a key region for air', keyRegionHelp: 'Special limits hold there; leave open when unsure', builtOn: 'Day of the environmental approval', builtOnHelp: 'Tells new plants from existing ones; leave open when unsure',
    industry: 'Industry code', industryHint: 'Two to four digits of GB/T 4754', discharge: 'Discharge', fuel: 'Fuel', variant: 'Case', unknownHelp: 'Leave open when unsure: the strictest is shown', variantHelp: 'What further tells rows apart, in the words of the standard', unit: 'Unit', valueHelp: 'Digits only; the unit has its own field', validFrom: 'From', lastDay: 'Last day', baseOxygen: 'Base oxygen',
    buildPeriod: 'New or existing', builtSince: 'Plants are new since', averaging: 'Averaging', legalBasis: 'Table or article', legalBasisExample: 'Table 3', note: 'Note', narrowed: 'Conditions', noNarrowing: 'No further conditions', origin: 'Taken from', tierHelp: 'Special limits hold in key regions; an approval only for the project of its number',
    confirmed: 'The value is right', confirmedHelp: 'Value and unit were compared with the text; it does differ that much',
  },
  list: { title: 'Standards and limits', lead: 'Standards and limits have first and last days. One person proposes a change, another confirms it; the past is not edited. What is not verified only warns.', search: 'Code or title', empty: 'No limits yet', import: 'Import from Excel', add: 'Propose a limit', addStandard: 'Add or end a standard' },
  public: { title: 'Which limit applies?', lead: 'Choose source and pollutant: the strictest limit of a day, and why the others apply or not.', ask: 'Look up', answer: 'Result', how: 'Choose medium, source and pollutant first', howMore: 'Fill in the rest as far as you know; what is left open is taken as applying, and said to need confirmation.' },
  compare: { open: 'Compare', applying: 'Limits that apply ({{count}})', others: 'Limits that do not ({{count}})', othersTitle: 'Limits that do not apply', wins: 'Strictest', uncertain: 'To be confirmed', why: 'Applies: {{why}}', whyNot: 'Does not apply: {{why}}', unverifiedMeans: 'Nobody has compared this value with the text of the standard yet. The promulgated text counts.', note: 'By the standards in force on {{day}}. Reference data helps to check; the promulgated text counts.' },
  hint: { verified: 'Strictest {{value}} {{unit}}, by {{standard}}', unverified: 'Strictest {{value}} {{unit}}, by {{standard}}, not verified' },
  history: { title: 'Values of this limit in time', confirmedBy: 'confirmed by {{name}}' },
  check: { title: 'Comparisons', none: 'Nobody has compared it with the text yet.', verified: 'Compared', withdrawn: 'Taken back', file: 'The text' },
  act: {
    replace: 'New value', end: 'End', correct: 'Correct', verify: 'Compared with the text', withdraw: 'Take back', verifyTitle: 'Confirm the comparison?', withdrawTitle: 'Take this comparison back?', verifyAgainst: 'Against which text (document, article or page, address)', withdrawAgainst: 'Why it is taken back', verifyExample: 'e.g. GB 13271-2014, page 4, table 3', withdrawExample: 'e.g. the wrong line was read',
    verifyMeans: 'From then on findings that rest on it have to be mended, not only looked at. Compare word by word. Your name, the time and the text you name are kept.', withdrawMeans: 'It is shown as not verified again and only warns.', file: 'Upload the text (optional)', fileChosen: 'Attached: {{name}}',
    confirm: 'Confirm', reject: 'Reject', withdrawProposal: 'Withdraw', note: 'Remark', confirmProposalTitle: 'Confirm this change?', rejectProposalTitle: 'Reject this change?', withdrawProposalTitle: 'Withdraw this change?',
    confirmProposalMeans: 'It is written at once: the old value ends the day before the new one begins; the past stays.', rejectProposalMeans: 'Nothing is written; the proposer reads your remark.', withdrawProposalMeans: 'It waits for nobody any more.',
  },
  propose: {
    add: 'Propose a limit', addLead: 'A limit of a standard that is not on file yet', replace: 'New value', correct: 'Correct a limit', end: 'End a limit', why: 'Why', which: 'Which limit', narrow: 'Further conditions (leave open when there are none)',
    reason: 'Reason', reasonExample: 'The boiler standard was revised', citation: 'Source', citationExample: 'Document No. 9 of 2026, annex 2', send: 'Send for confirmation',
    addMeans: 'It is written when a colleague confirms it. Where a value is there already, open it and propose a new value.', replaceMeans: 'The present value ends the day before the new one begins, today at the earliest.', correctMeans: 'For values that were entered wrongly and that nobody has compared. The old row stays to be seen and counts no more.', endMeans: 'The limit holds to its last day, and nothing follows.',
  },
  proposal: { title: 'Change of limits', more: '{{first}} and more: {{count}}', search: 'Reason, source or proposer', empty: 'No changes yet', emptyHint: 'Open a limit and propose a new value, an end or a correction.', changes: 'Changes ({{count}})', from: 'from {{day}}', lastDay: 'until {{day}}', own: 'A colleague has to confirm what you proposed.' },
  simulation: {
    title: 'What it would mean', running: 'Comparing open applications and valid permits. Please wait.', failed: 'The simulation did not finish. Withdraw and propose again, or judge the effect yourself.', counts: 'By the limits of {{day}}: {{applications}} open applications, {{applicationsChanged}} judged otherwise; {{permits}} valid permits, {{permitsChanged}} judged otherwise.',
    errors: '{{count}} new to mend', warnings: '{{count}} new to look at', gone: '{{count}} gone', none: 'No application or permit would be judged otherwise.', application: 'Application', permit: 'Permit', newError: 'To mend', newWarning: 'To look at', goes: 'Gone',
  },
  import: { title: 'Import limits from Excel', hint: 'Export or take the template, fill it in, choose the file. It becomes one proposal for a colleague to confirm.', counts: '{{added}} new, {{replaced}} new values, {{corrected}} corrections, {{same}} as they are.', template: 'Template', report: 'Marked-limits' },
  standard: { title: 'Add or end a standard', lead: 'A standard comes first, then its limits; with a standard its limits end.', what: 'What to do', add: 'Add a standard', end: 'End a standard', code: 'Code or number', kindHelp: 'The approval of a project is added as “environmental approval” and holds for its number only', inForceFrom: 'In force from', inForceHelp: 'Leave open while not verified', replaces: 'Replaces', old: 'Standard that ends', replacedBy: 'Replaced by' },
  reference: { title: 'Reference data', lead: 'Limits, standards, periods, frequencies and catalogues with their days. What nobody has compared with the text is shown as not verified everywhere.', count: '{{total}} rows, {{unverified}} not verified', how: 'Compare row by row with the promulgated text and say against what. A limit that differs is corrected first.', search: 'What, basis or note', value: 'Value', basis: 'Basis', empty: 'No such data' },
  industry: { label: 'Industry', choose: 'Choose the industry', clear: 'Any industry', search: 'A product, an industry or its code', help: 'Some standards hold for certain industries only; leave it open when unknown' },
  edit: {
    act: 'Change', title: 'Propose a change', lead: 'It holds from the day you name once a second person approved it. Decisions made and periods running keep what they have.', send: 'Propose', search: 'Content, basis, reason or proposer', changes: 'Changes of reference data', changesLead: 'One person proposes, another approves. The new row holds from its day, the old one until the day before; both stay to be read.', from: 'From', by: 'Proposed by', state: 'State', none: 'No changes', noneHint: 'Propose one from the list of reference data.', note: 'Remark (the proposer reads it)',
    states: { open: 'waits for approval', approved: 'approved', rejected: 'rejected', withdrawn: 'withdrawn' }, approve: 'Approve', reject: 'Reject', withdraw: 'Withdraw', approveTitle: 'Approve this change?', rejectTitle: 'Reject this change?', withdrawTitle: 'Withdraw this change?',
    approveMeans: 'It holds from its day, as unverified until somebody other than the proposer compares it with the text.', rejectMeans: 'Nothing changes; the proposer reads your remark.', withdrawMeans: 'Nothing changes.',
    field: { title: 'Text', titleEn: 'English text', value: 'Value', unit: 'Unit', legalBasis: 'Legal basis', legalBasisExample: 'Administrative Reconsideration Law, art. 20', effectiveFrom: 'Holds from', effectiveFromHelp: 'Today or later; earlier decisions stay', effectiveTo: 'Until', effectiveToHelp: 'Leave empty when open', note: 'Note', reason: 'Why', reasonExample: 'Article 20 as revised, in force on 1 March 2027' },
  },
};
export default en;
