import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  side: { enterprise: 'Client', firm: 'Firm' },
  list: {
    title: 'Contracts',
    caption: 'List of contracts',
    leadEnterprise: 'After the award, draft the contract from the task and the chosen bid; once both have signed, accept, pay and settle by milestones.',
    leadFirm: 'Agree to the terms, sign, deliver by milestones and confirm what you were paid.',
    tabs: { open: 'Open', ended: 'Ended' },
    column: { title: 'Matter', firm: 'Firm', enterprise: 'Client', price: 'Amount', due: 'Next day', state: 'State', standing: 'Standing' },
    search: 'Number, matter or the other side',
    kind: 'Kind of service', late: 'Late', onlyLate: 'Late ones only',
    empty: { open: 'No open contracts', ended: 'No ended contracts yet' },
    emptyHintEnterprise: 'Contracts appear here once a task is awarded.',
    emptyHintFirm: 'Contracts appear here once you are chosen.',
  },
  page: {
    awardNotice: 'Notice of award',
    facts: 'The contract', task: 'Service task', toTask: 'Task, bids and deliveries', price: 'Price', signDue: 'To be signed by', signatures: 'Signatures', noSignature: 'Not signed yet', paper: 'Paper', download: 'Download (PDF)', record: 'Copy of record', scan: 'Scan of the sealed paper',
    history: 'History', noHistory: 'Nothing has happened yet', system: 'System', both: 'Both sides', ownSide: 'Your side', otherSide: 'The other side', toAccept: 'Accept what was delivered, or ask for rework',
    answer: { change: 'Answer the change', termination: 'Answer the proposed end', settlement: 'Answer the settlement' },
    returned: 'Sent back by the firm: {{reason}}', ended: 'The contract has ended: {{reason}}',
  },
  act: {
    draft: 'Draft the contract', edit: 'Change the terms', change: 'Propose a change',
    propose: 'Send to the firm', proposeTitle: 'Send the terms to the firm?', proposeText: 'Both sign once the firm agrees; until then you may take them back.',
    recall: 'Take back', recallTitle: 'Take the terms back?', recallText: 'You may change them and send them again.',
    agree: 'Agree', agreeTitle: 'Agree to the terms?', agreeText: 'Check price, period and milestones. Both sign next; then the contract is in force.',
    return: 'Send back', returnTitle: 'Send the terms back?', returnText: 'The client changes them and sends them again.', returnReason: 'Why (the client reads it)',
    sign: 'Sign the contract',
  },
  sign: {
    title: 'Sign the contract', way: 'How to sign', online: 'Sign here', paper: 'Sealed paper with a scan', onlineDone: 'signed here', paperDone: 'sealed on paper',
    onlineText: 'We agree to all terms and sign electronically, with the effect of signature and seal. A copy of record is kept.',
    paperText: 'Print the paper, have both sides seal it, and upload the scan. Each side uploads or signs.',
    print: 'Download the paper to print', upload: 'Scan of the paper sealed by both',
  },
  terms: { period: 'Period', days: '{{count}} days', scope: 'Scope', deliverables: 'Deliverables', acceptance: 'Acceptance', confidentiality: 'Confidentiality', liability: 'Liability', disputes: 'Disputes', other: 'Other terms' },
  milestones: {
    title: 'Milestones', count: '{{count}}', late: 'Late', paid: 'Paid',
    state: { open: 'Open', delivered: 'To be accepted', rework: 'Rework', accepted: 'Payable', dropped: 'Dropped' },
    payable: { signing: 'payable on signing', acceptance: 'payable on acceptance' },
    toAccept: 'Accept it', deliver: 'Deliver', summary: 'What is delivered', files: 'Files', send: 'Deliver', needText: 'Say what is delivered (at least 4 characters)',
  },
  payments: {
    title: 'Payments', price: 'Price', payable: 'Payable', settled: 'Settled', confirmed: 'Paid and confirmed', owed: 'Owed', none: 'No payments recorded yet', nothingPayable: 'Nothing is payable yet; payments are recorded once a milestone was accepted.',
    record: 'Record a payment', recordRefund: 'Record a refund', save: 'Record', upload: 'Voucher', needVoucher: 'Upload the voucher', voucher: 'Voucher', paidOn: 'Day', reason: 'Why: {{reason}}', why: 'Why (the other side reads it)',
    direction: { payment: 'Payment', refund: 'Refund' },
    state: { recorded: 'To be confirmed', confirmed: 'Confirmed', refused: 'Refused', withdrawn: 'Withdrawn' },
    confirm: 'Confirm receipt', confirmTitle: 'Confirm that it was received?', refuse: 'Refuse', refuseTitle: 'Refuse this record?', withdraw: 'Withdraw', withdrawTitle: 'Withdraw this record?',
  },
  proposals: {
    title: 'Changes, end and settlement', none: 'No change, end or settlement yet', kind: { change: 'Change', termination: 'End', settlement: 'Settlement' },
    state: { open: 'To be answered', agreed: 'Agreed', refused: 'Refused', withdrawn: 'Withdrawn' }, notice: 'Ended by notice',
    reason: 'Why: {{reason}}', answer: 'Answer: {{answer}}', due: 'Owed in all', comment: 'Note (the other side reads it)',
    agree: 'Agree', agreeTitle: 'Agree to this?', agreeText: { change: 'The new terms hold from then on. A copy of record is kept.', termination: 'The contract and the task end; what is owed is settled.', settlement: 'The contract is closed. What was confirmed as paid must be what is settled.' },
    refuse: 'Refuse', refuseTitle: 'Refuse this?', withdraw: 'Withdraw', withdrawTitle: 'Withdraw this?',
    terminate: 'End the contract', terminateAct: 'Propose the end', terminateText: 'Nothing more is delivered; what was done is settled.', settle: 'Propose the settlement', settleAct: 'Propose the settlement', settleText: 'Both agree on what is owed in all; once all of it is confirmed as paid the contract is closed and can be rated.',
  },
  disputes: {
    title: 'Contract disputes', lead: 'Disputes the two sides have brought for mediation. Milestones stand still meanwhile.', card: 'Mediation', none: 'No dispute yet. What cannot be agreed on may be brought before the bureau.', one: 'Dispute: {{title}}', contract: 'Contract', search: 'Number, matter or a side',
    empty: 'No open disputes', emptyEnded: 'No ended disputes yet', by: 'Brought by', amount: 'Amount at issue', opened: 'Brought on', mediator: 'Mediator', nobody: 'Not taken up yet', claim: 'Claim and grounds', outcome: 'Outcome', paused: 'Milestones moved by', why: 'Why (the other side reads it)', outcomeText: 'Outcome (both sides read it, at least 10 characters)',
    statements: 'Statements', noStatement: 'No statement yet', write: 'Make a statement', files: 'Papers',
    side: { enterprise: 'Client', firm: 'Firm', bureau: 'Mediator' },
    state: { open: 'To be taken up', mediating: 'In mediation', settled: 'Settled', failed: 'Failed', withdrawn: 'Withdrawn' },
    act: { take: 'Take it up', settled: 'Settled', failed: 'Failed', withdraw: 'Withdraw' },
    ask: { open: 'Ask for mediation', take: 'Take up this dispute?', settled: 'Record that it was settled?', failed: 'Record that it failed?', withdraw: 'Withdraw this dispute?' },
    text: { open: 'The bureau hears both sides. Milestones and their days stand still until it ends, and move by the days it took.', take: 'Both sides are told.', settled: 'Write down what was agreed on. It does not change the contract by itself: the sides propose a change, an end or the settlement.', failed: 'Write down where they differ. They may go to court or arbitration as agreed.', withdraw: 'The contract goes on.' },
  },
  deliverables: {
    title: 'Deliverables', leadEnterprise: 'Accepted deliverables by kind. Monitoring reports go into self-monitoring; environmental assessments and the rest are kept here.', leadFirm: 'What was accepted, and where it went.', all: 'All deliverables',
    file: 'File', kind: 'Kind', from: 'From', accepted: 'Accepted on', where: 'Filed under', search: 'File, task, the other side or number of the contract',
    kinds: { eia: 'Environmental impact assessment', permit: 'Permit papers', monitoring: 'Self-monitoring report', survey: 'Surveys and acceptance monitoring', plan: 'Plans', report: 'Reports and accounting', engineering: 'Engineering', disposal: 'Proof of disposal', other: 'Other' },
    state: { kept: 'Kept', waiting: 'Permit to be chosen', placed: 'Self-monitoring' },
    place: 'File under a permit', placeTitle: 'To which permit does it belong?', permit: 'Discharge permit', placeText: 'The report appears under self-monitoring of this permit, where its results are entered. It stays there.', noPermit: 'You hold no permit in force yet. File it once you do.',
    use: 'Take from deliverables', useTitle: 'Take a deliverable as “{{kind}}”', useAct: 'Use it',
    empty: 'No deliverables yet', emptyHint: 'What a firm hands over is filed here once it was accepted.',
  },
  handover: { unfit: 'The firm does not meet the requirements now. Wait until it does, end the contract, or engage somebody else for the rest.', ended: 'The contract has ended. Take the handover list, and engage somebody else for the rest.', pack: 'Handover pack (list, contract and all deliverables)', list: 'The list alone (PDF)', again: 'Draft a task for the rest' },
  form: {
    draft: 'Terms of the contract', draftLead: 'Price (CNY {{price}}) and period ({{days}} days) are those of the chosen bid; the milestones make the price.', save: 'Save the terms',
    change: 'Propose a change', changeLead: 'Milestones that were delivered, accepted or paid for cannot be changed. It holds once the other side agrees.', propose: 'Propose the change', notNow: 'The terms cannot be changed now.',
  },
};

export default en;
