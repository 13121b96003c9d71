import type { Same } from '@/i18n';
import type zh from './zh-CN';

export default {
  choice: {
    title: 'How to choose a firm',
    lead: 'Say whose money it is, what is bought and for how much: the page tells which methods the rules allow. A private enterprise is free.',
    legend: 'Method of procurement',
    regime: 'Applies: {{regime}}',
    budgetFirst: 'Public money needs a budget first: it decides which methods are lawful',
    unverified: 'The limits and periods have not been compared with the text of the law; check this year’s standards before you publish.',
    standing: { demanded: 'Demanded by law', admitted: 'May be used', 'with-approval': 'Needs an approval', refused: 'Not possible' },
    earliest: 'Published today, the deadline is {{day}} at the earliest', invite: 'Invite at least {{count}}', fewest: 'Not opened with fewer than {{count}} bids',
    save: 'Save the method',
  },
  shares: {
    shared: 'The opening key is shared among you, the witness and the keeper of the recovery share', how: 'After the deadline you give your share and the witness gives another; nobody sees the bids alone. Basis: {{basis}}', blocked: 'It cannot be published yet: not registered: {{keys}}',
    todo: 'Public money: the opening key has to be shared. Ask the bureau to register both keys, by two people, on its page of witness keys. Basis: {{basis}}', unverified: ' (not verified)', and: ' and ', key: { witness: 'the witness’s key', recovery: 'the recovery key' },
  },
  picker: { one: 'Which firm', several: 'Firms to invite (at least {{count}})', picked: 'Chosen firms', found: 'Firms of the register', count: '{{count}} chosen', search: 'Find by name (from 2 characters)', add: 'Choose', remove: 'Remove', none: 'The register has no further firm that fits' },
  procedure: {
    title: 'Method: {{method}}', choose: 'Choose the method', fewest: 'Not opened with fewer than {{count}} bids', attempt: 'Attempt {{count}}', shortReason: 'Went on with fewer: {{reason}} (approval: {{number}})', noNumber: 'none', past: '(past)', unverified: ' (not verified)',
    follows: 'The former attempt', followed: 'The next attempt',
  },
  again: { act: 'Begin anew', title: 'Begin this procurement anew?', text: 'A new draft with the same content is made; you may change it before publishing.', textShort: 'This one fails, the sealed bids are not opened, and a new draft with the same content is made.' },
  short: { title: 'Too few bids: what now', fewer: 'Fewer than {{fewest}} sealed bids came; how many is told to nobody before an opening', found: '{{bids}} sealed bids came, {{fewest}} are needed', prolong: 'Prolong', proceed: 'Go on' },
  offers: {
    title: 'Offer and answer', enterprise: 'The enterprise offers', firm: 'The firm offers', days: '{{count}} days', price: 'Price', duration: 'Duration', state: { open: 'Awaiting the answer', countered: 'Countered', accepted: 'Accepted', lapsed: 'Lapsed' },
    accept: 'Accept', acceptTitle: 'Accept this offer?', acceptText: 'With the acceptance the contract comes about at this price and duration.', counter: 'Counter', send: 'Offer these terms', decline: 'Decline', declineTitle: 'Decline this commission?', declineText: 'The commission ends with it.', declineReason: 'Reason (the enterprise reads it)',
  },
  invited: { title: '{{count}} firms invited', one: 'The firm', none: 'No firm is chosen yet', declined: 'Declined', decline: 'Decline the invitation', declineTitle: 'Decline this invitation?', declineText: 'You cannot bid afterwards; withdraw a sealed bid first.' },
  questions: {
    title: 'Questions and answers', none: 'No question yet', question: 'Question', objection: 'Objection', own: 'Asked by your firm', answer: 'Answer:', waiting: 'Awaiting the answer', due: 'To be answered by', doAnswer: 'Answer',
    answerTitle: 'Answer', answerLabel: 'Answer (for all firms; nobody sees who asked)',
    ask: 'Ask', askTitle: 'Ask the enterprise', askText: 'Question and answer are public to all firms; nobody sees who asked, not even the enterprise.', askLabel: 'Question',
    object: 'Object to the documents', objectTitle: 'Object to the documents', objectText: 'Bidding stops; the enterprise answers within 3 days, and the deadline moves.', objectLabel: 'What you object to, and why',
    paused: 'The documents were objected to: bidding stops until the answer, and the deadline moves.', pausedOwner: 'The documents were objected to. Please answer soon: bidding stops until then, and the deadline moves by itself.',
  },
  amend: {
    title: 'Documents (version {{version}})', heading: 'Amendments', begin: 'Amend or prolong', none: 'Not amended since the publication', version: 'Version {{version}}', moved: 'The deadline moves to', act: 'Publish the amendment', text: 'All firms are told. Where the deadline is too near it moves by itself; sealed bids stay valid and may be replaced. To prolong, change the deadline only.',
    field: { description: 'Description', requirements: 'Other requirements', deliverables: 'Deliverables', durationDays: 'Duration (days)' },
  },
  final: { title: 'First and final offers', call: 'Call for final offers', talks: 'Talks', noTalks: 'None recorded yet', record: 'Record the talk with {{firm}}', recordTitle: 'Talk with {{firm}}', recordLabel: 'What was said and agreed (only this firm, you and the bureau read it)', save: 'Save', short: '{{standing}} first offers stand, {{fewest}} are needed. To go on, give what is asked below.', stuck: '{{standing}} first offers stand, {{fewest}} are needed, and the rules that bind do not let you go on. Cancel the task and begin anew.' },
  visits: {
    title: 'Site visits', add: 'Arrange a visit', none: 'No site visit', save: 'Save', close: 'Close', addDraft: 'Published with the task, the same for all.', addText: 'Published at once and told to the firms, the same for all.', contact: 'Contact:', until: 'Register until', visitors: '{{count}} firms registered (only you and the bureau see them)', minutes: 'Minutes:',
    cancelled: 'Off', registered: 'Your firm is registered', join: 'Register', joinText: 'Only the enterprise and the bureau know who comes; no other firm does.', leave: 'Do not come', cancel: 'Call off', cancelTitle: 'Call this visit off?', cancelLabel: 'Reason (public)', publish: 'Publish the minutes', publishTitle: 'Publish the minutes', publishLabel: 'What was shown, asked and answered (no names of firms)', publishText: 'All firms read them as a clarification; close to the deadline it moves as the rules want. Publish an amendment if the documents change.',
  },
  afterAward: {
    title: 'What is owed after the award', lead: 'What public money owes by law after the evaluation, with its days. What is done elsewhere is recorded here; you are reminded before the day, and the bureau hears of what is overdue.', basis: 'Within {{days}} {{unit}} ({{basis}})', unverified: ' (not verified)', record: 'Record it', mend: 'Correct the record', save: 'Record', close: 'Close', done: 'Done', doneLate: 'Done late', notYet: 'Not begun', due: 'Due', late: 'Overdue, was due',
    bond: 'Performance bond', most: 'At most {{percent}} % of the awarded price ({{basis}})', form: { transfer: 'Transfer', guarantee: 'Letter of guarantee' }, received: 'received', returned: 'returned', noBond: 'No performance bond on record', saveBond: 'Record the receipt', return: 'Record the return',
  },
  bonds: { title: 'Bid bond', amount: 'To be paid', none: 'None on record', paid: 'Paid', returned: 'Returned', due: 'To be returned by', return: 'Record the return', returnTitle: 'Record that {{firm}}’s bond was returned?', pay: 'Record the payment' },
} satisfies Same<typeof zh>;
