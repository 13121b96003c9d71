import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  home: {
    over: 'Environmental governance services',
    title: 'Environmental matters start here',
    lead: 'Apply for permits, find service firms, follow a case, all in one place. Who is handling it, how many days are left, and under which article: always in plain sight.',
    entry: {
      apply: { title: 'For enterprises', text: 'Sign in to apply, answer corrections and publish service tasks' },
      serve: { title: 'Register', text: 'Enterprises and service firms register here and are verified' },
      track: { title: 'Track a case', text: 'With case number and query code, no sign-in needed' },
      report: { title: 'Report pollution', text: 'No account, anonymous if you like; read the answer by number' },
    },
    parties: {
      title: 'One platform for four parties',
      enterprise: { title: 'Enterprises', can: ['Fill in applications section by section, saved as you type', 'Check before submitting what is still missing', 'Let a firm act for you under a mandate', 'Permit, duties and reminders in one place'] },
      firm: { title: 'Service firms', can: ['Register qualifications for verification', 'Find tasks and bid under seal', 'Act for enterprises under a mandate', 'Deliver and rate each other'] },
      bureau: { title: 'The bureau', can: ['Receive, review and decide on one desk', 'Statutory time computed, stops and resumptions on record', 'Machine checks with place and rule', 'Every step leaves a verifiable trace'] },
      public: { title: 'The public', can: ['See whether you need a permit', 'Verify a permit by its QR code', 'Follow a case', 'Look up open tasks and service firms'] },
    },
    journey: {
      title: 'How an application proceeds',
      lead: 'At each step you see whose turn it is, since when, until when, and what comes next.',
      fill: { title: 'Fill in', text: 'Section by section in any order, saved by itself; colleagues and mandated firms can help.' },
      check: { title: 'Check', text: 'Before submission each finding names its place, its rule and how to mend it.' },
      accept: { title: 'Acceptance', text: 'Complete files are accepted; corrections are asked for once and only those places open.' },
      review: { title: 'Review', text: 'Counted in working days. Stops and resumptions come with a notice; both sides read the same ledger.' },
      issue: { title: 'Decision and permit', text: 'The electronic permit carries a QR code anyone can check; later duties are reminded in time.' },
    },
  },
  track: {
    title: 'Track a case',
    lead: 'No sign-in needed. Case number and query code are on the receipt.',
    submit: 'Look up',
    paused: 'does not count by law',
    notFound: 'No such case',
    notFoundHint: 'Check the number and the code; both must be right. If the receipt is lost, the applicant can sign in and look.',
  },
  help: {
    title: 'Help',
    lead: 'How to do common things.',
    sections: [
      { title: 'You cannot sign in', lines: ['Wrong passwords lock an account for a while: wait, or reset the password.', 'If the phone is lost, sign in with a recovery code and set up two-step verification anew.'] },
      { title: 'Half-filled forms', lines: ['Input is saved by itself; offline it is kept on the device and sent later.', 'If a colleague changed the same section, both versions are shown for you to choose.'] },
      { title: 'Let another organisation act', lines: ['Choose firm, matters and dates under “Mandates”; it holds once the firm confirms.', 'It can be revoked at any time, with immediate effect.'] },
      { title: 'How time is counted', lines: ['In working days from the following day; time that does not count is listed separately.', 'Dates marked “provisional” lie in a year whose holidays are not yet published.'] },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Everyone should be able to use this platform.',
    sections: [
      { title: 'What you can adjust', lines: ['“Display” at the top right offers large text and high contrast.', 'Everything works by keyboard; the focus is clearly marked.', 'Each page begins with a link to its main content.'] },
      { title: 'What we do', lines: ['Colour never stands alone; there is always a word.', 'The security check runs in the background; there are no pictures to decipher.', 'Built and checked against WCAG 2.1 AA.'] },
      { title: 'If you have difficulties', lines: ['Call the number at the foot of the page; we will handle the matter another way.'] },
    ],
  },
  privacy: {
    title: 'Privacy',
    lead: 'What is collected, why, and who sees it.',
    sections: [
      { title: 'What is collected', lines: ['Organisations: credit code, name, address, representative, contact and phone.', 'Persons: name, e-mail, times and addresses of sign-in.', 'What you fill in and upload for a matter.', 'With a sealed bid: keyed hashes of the network address and of a random mark of the browser, never the originals; only to see after the opening whether bidders colluded, and deleted after two years.'] },
      { title: 'Use', lines: ['Only for your matters, lawful supervision and lawful publication.', 'Sensitive data is encrypted, and reading it leaves a record.'] },
      { title: 'Publication', lines: ['What the law requires, such as permits, notices and decisions, is published here.', 'Trade secrets can be declared and are withheld once recognised.'] },
      { title: 'Your rights', lines: ['You may see and correct your data and sign out devices.', 'Questions go to the host named at the foot of the page.'] },
    ],
  },
};

export default en;
