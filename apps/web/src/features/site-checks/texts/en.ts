import type { Same } from '@/i18n';
import type zh from './zh-CN';

const texts: Same<typeof zh> = {
  title: 'Site check', back: 'Back to the case', fill: 'Fill in the site check', kept: 'What you enter and the photos stay on this device first; a lost connection loses nothing. Send it once.', progress: '{{done}} of {{total}} answered', send: 'Send the record', sendTitle: 'Send the record of the site check', sendLead: 'It cannot be changed afterwards; {{photos}} photo(s) go along. After a lost connection send it again: it is taken once.',
  notReady: 'Answer each item (say what was found for a no), give the conclusion, and have two officers and the enterprise sign.',
  answer: { yes: 'Yes', no: 'No', na: 'Not applicable' }, note: 'Note', noteNeeded: 'Say what was found', photo: 'Take a photo', photos: '{{count}} photo(s), {{placed}} with a place', noPlace: 'No place', distance: '{{metres}} m from the outlet',
  conclusion: 'Conclusion', conclusions: { conforms: 'Conforms', 'to-mend': 'Conforms after mending', 'does-not-conform': 'Does not conform' }, findings: 'What was found', signatures: 'Signatures', officerSigns: '{{name}} (certificate {{number}}) signs', partyName: 'Name for the enterprise', partyTitle: 'Position', refused: 'If they refuse to sign, what was said',
  state: { ordered: 'Ordered', reported: 'Reported', cancelled: 'Cancelled' }, paper: 'Record (PDF)', result: '{{total}} items, {{no}} not as they should be', extend: 'Change to 45 working days',
  order: { act: 'Order a site check', certificate: 'Certificate number', second: 'Second officer', plannedOn: 'Day of the check' },
  team: { title: 'Working together', none: 'Nothing is shared out yet. Give air, water, waste and noise to colleagues, or take a part yourself.', specialty: { air: 'Air', water: 'Water', 'solid-noise': 'Waste and noise', monitoring: 'Monitoring and ledgers', other: 'Other' }, part: 'Part', open: 'Awaited', agree: 'Agrees', object: 'Objects', finish: 'Hand in', handOver: 'Hand over', countersign: 'Countersign', answer: 'Answer', assign: 'Share out or take', ask: 'Ask to countersign', officer: 'Colleague', officerOrMe: 'Reviewer (nobody: yourself)', dueOn: 'Wanted by', department: 'Department', verdict: 'Verdict' },
  dialog: { part: 'Share out or take', 'hand-over': 'Hand over this part', finish: 'Hand in', ask: 'Ask to countersign', answer: 'Answer', extend: 'Change to 45 working days', check: 'Order a site check' },
  text: { 'hand-over': 'Reason', finish: 'Opinion', ask: 'What they are asked to confirm', answer: 'Opinion', extend: 'Reason', check: 'Reason of the check' },
  supervise: { title: 'Supervision', lead: 'Cases with three days left or fewer, and overdue ones: say for each what is done.', none: 'Nothing to supervise', level: { 'due-soon': 'Nearly over', overdue: 'Overdue' }, unclaimed: 'Nobody works on it', answer: 'Say what is done', text: 'What is done about it (the officer reads it)', load: 'Open cases by officer', noLoad: 'Nothing is open', counts: '{{open}} open, {{overdue}} overdue, {{soon}} nearly over' },
};

export default texts;
