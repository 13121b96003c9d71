import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  state: { draft: 'Being written', submitted: 'Waits for the check', returned: 'To be corrected', accepted: 'Accepted', amending: 'Being amended' },
  kind: { annual: 'Yearly', quarterly: 'Quarterly', monthly: 'Monthly' },
  timeliness: { 'in-time': 'In time', late: 'Late' },
  late: '{{days}} day(s) late',
  begin: 'Write the report',
  continue: 'Continue writing',
  pdf: 'Download PDF',
  parts: 'Parts of the report',
  errors: '{{count}} to mend',
  attachments: 'All attachments are optional: maps, laboratory reports, receipts. PDF, picture or Excel, up to 50 MB each.',
  upload: 'Upload: {{kind}}',
  attachmentsDone: 'Attachments are complete',
  running: 'The period ends on {{day}}. Fill it in now, hand it in afterwards.',
  list: {
    title: 'Execution reports', lead: 'Yearly, quarterly and monthly reports of the permit. What the platform knows is filled in: please check.', report: 'Report', site: 'Enterprise / site', dueOn: 'Due', state: 'State', submittedAt: 'Handed in', notYet: 'Not yet', kind: 'Kind', timeliness: 'In time',
    search: 'Enterprise, site, permit number or title', empty: 'No reports yet', emptyHint: 'Begin one above or from the duties.', toWrite: 'Reports to write', more: 'Show more',
  },
  queue: { title: 'Check of execution reports', lead: 'Reports as handed in, the earliest first: timely, complete, compliant, accurate.', empty: 'No reports received', emptyHint: 'They are listed here when they are handed in.' },
  facts: { period: 'Period', due: 'Due', submitted: 'Handed in', permit: 'Permit', stopped: 'Stoppage', stoppedYes: 'Production stood throughout', duty: 'Duty', dutyLink: 'Ground and deadline', mendBy: 'To be mended by', mendByHint: 'handed in by then it is in time', lateNow: '{{days}} day(s) late if handed in today' },
  returned: { title: 'Returned by the authority: correct it and hand it in again', hint: 'The listed places have to be corrected; you may change others too, and every change is shown to the officer.', here: 'What is to be corrected' },
  amending: { title: 'A report that was handed in is being amended' },
  withdrawAmendment: { act: 'Withdraw the amendment', title: 'Withdraw this amendment?', hint: 'The report stands again as copy {{count}} was handed in. What was changed since is not kept.' },
  amend: { act: 'Amend the report', title: 'Amend the report that was handed in?', reason: 'Reason (the officer reads it)', hint: 'What was handed in is kept. The new copy is checked again, and is published when it is accepted.' },
  discard: { act: 'Delete the draft', title: 'Delete this draft?', hint: 'Everything filled in and its attachments are deleted for good. The report stays due on {{due}} and can be begun anew from the duties.' },
  copies: { title: 'Copies handed in', number: 'Copy {{number}}', reason: 'Reason: ', note: 'The authority: ', pdf: 'PDF of copy {{number}}', record: 'Copy of record {{number}}', changes: 'Differences of copies {{from}} and {{to}}', same: 'The same content' },
  outcome: { waiting: 'Waits for the check', accepted: 'Accepted', returned: 'Returned', superseded: 'Amended', void: 'Signature does not hold' },
  news: {
    look: 'Get newest data', hint: 'After ledgers, results or amounts have changed. What you typed is not overwritten.', title: 'Newest data of the platform', apply: 'Take over', none: 'Nothing new: what is prefilled is up to date.', changes: '{{count}} place(s) will change', kept: 'You typed otherwise in {{count}} place(s). They stay; tick those to take from the platform',
    take: '{{place}}: replace your “{{typed}}” by “{{platform}}”', more: '{{count}} more are not listed',
  },
  platform: { title: 'Data of the platform', differs: '{{count}} place(s) differ from the platform', difference: '{{place}}: you typed “{{typed}}”, the platform has “{{platform}}”', take: 'Take the platform’s', origins: 'Where prefilled values come from ({{count}})' },
  check: {
    title: 'Check and hand in', go: 'Check and hand in', goHint: 'When all parts are complete: check, sign, hand in.', rules: 'Automatic check', run: 'Check', again: 'Check again', running: 'Checking, {{progress}} %', stale: 'The content changed after the check. Run it again.', clean: 'Nothing found.',
    found: '{{errors}} error(s) to mend, {{warnings}} question(s), {{unexplained}} without an explanation.', notReady: 'Not ready: ', incomplete: '{{count}} part(s) are not complete', needRun: 'run the check', hasErrors: 'the check found errors', hasWarnings: '{{count}} question(s) are not explained', needTick: 'tick the commitment', needSignature: 'the enterprise has to sign',
    periodRunning: 'the period ends on {{day}}', signed: 'Signed; nothing changed since', sign: 'Sign the commitment', submit: 'Hand in the report', notYours: 'The administrator of the enterprise signs and hands it in.',
  },
  finding: { E: 'To mend', W: 'Explain', go: 'Go there', actual: 'The report says', expected: 'Expected', rule: 'Rule', basis: 'Ground', evidence: 'Like this report', explanation: 'The enterprise: ', explain: 'If it is true, say why (handed in with the report)', save: 'Keep the explanation', saved: 'Explained' },
  content: { title: 'The report', link: 'Read the report' },
  desk: {
    asked: 'Questions of the check, and the answers', nothingAsked: 'The check had no questions.', flagHint: 'Click in the content below what is to be corrected.', decide: 'Decision', met: 'Met', unmet: 'Not met', why: 'What is wrong', places: '{{count}} place(s) to correct', requirement: 'How to correct it', unmark: 'Remove', note: 'What is wrong as a whole',
    accept: 'Accept', return: 'Return', acceptHint: 'The report is published then.', returnHint: 'It is corrected and handed in again; changes are marked.',
  },
  quality: { timely: 'Timely', timelyIs: 'handed in by the day the permit names', complete: 'Complete', completeIs: 'nothing left out', compliant: 'Compliant', compliantIs: 'as the permit and the standards demand', accurate: 'Accurate', accurateIs: 'agrees with ledgers and results' },
  open: { title: 'Published execution reports', lead: 'Reports of permit holders that were handed in and checked.', accepted: 'Accepted', empty: 'No published reports yet', emptyHint: 'Reports are published here once they are accepted.', from: 'Period ends from', to: 'To', withheld: 'Not published: ' },
};
export default en;
