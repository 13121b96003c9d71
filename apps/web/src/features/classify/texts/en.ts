import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  title: 'Do I need a discharge permit?',
  lead: 'Choose your industry, answer a few questions, and see at once whether you fall under key, simplified or registration management, and by which entry of the catalogue. No account; nothing is sent.',
  pick: { title: 'First: what do you do?', lead: 'Choose every industry at the same place. What you really make counts, not the business licence.', search: 'Product, industry or four-digit code', hint: 'The names of industries are Chinese, e.g. 石灰 (lime), 医院 (hospital), 2521 (coking)', none: 'Nothing found for “{{text}}”. Try another word, or browse below.', found: '{{count}} industries found', browse: 'Browse', back: 'One level up', chosen: 'Chosen', remove: 'Remove {{name}}', add: 'Add another industry', go: 'Go on', top: 'All sections' },
  ask: { title: 'Please answer', lead: 'Only what can change the result is asked.', next: 'Go on', answered: 'Answered so far', change: 'Change', yes: 'Yes', no: 'No' },
  result: {
    key: 'Key management', simplified: 'Simplified management', registration: 'Registration', none: 'Not in the catalogue',
    say: {
      key: 'A discharge permit is needed, under key management.', simplified: 'A discharge permit is needed, under simplified management.', registration: 'No permit is needed; fill in the registration form.', none: 'By the catalogue in force neither a permit nor a registration is needed.',
    },
    scope: { processes: 'Only for the boilers, furnaces, surface or water treatment concerned, not for other facilities (article 6).', registrationProcesses: 'Only the common processes are registered.' },
    why: 'Why', entry: 'Entry {{no}} of the catalogue', words: 'Words of the catalogue', others: 'Also looked at, none stricter', noColumn: 'none of its columns applies', industry: 'Industry', process: 'Common process',
    next: 'What next', nextPermit: 'Have the environmental impact approved (or filed) first; obtain the permit before facilities start or anything is discharged.', nextRegistration: 'Before facilities start or anything is discharged, fill in the form on the national permit platform; number and receipt come at once. Changes within 20 days.',
    nextNone: 'What the catalogue does not name may still be included by the ministry on proposal of the province (article 8). Look again after you grow or add boilers or furnaces.', apply: 'Sign in and apply', register: 'Sign in and register', guide: 'How, and what to hand in', again: 'Start again', print: 'Print',
    strictest: 'The strictest of several entries counts; one place has one permit (article 5).',
  },
  basis: 'By the {{basis}}, in force since {{from}}.', unverified: 'Our rows follow the promulgated text and were not yet compared by a second person.', note: 'A self-check does not replace the decision of the authority. The catalogue does not apply where building is forbidden or products must be phased out at once.',
  invalid: 'The address is not complete. Please start again with the industry.',
};
export default en;
