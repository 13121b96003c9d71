import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  title: 'Guide to discharge permits', lead: 'What there is to do, when, what to hand in, how long it takes and what comes of it. Free of charge.', permit: 'Permit', registration: 'Registration', byBureau: 'Begun by the bureau; the holder may speak', toBegin: 'Sign in and go to “Discharge permits”. You may leave at any time, everything is saved.', unsure: 'Which one is it?', classify: 'Do I need a permit?',
  when: 'When', materials: 'What to hand in', clocks: 'How long', result: 'What comes of it', basis: 'Basis', need: { always: 'Needed', when: 'Needed for', optional: 'If there is any' }, noMaterials: 'The reason and the day, on line; nothing else', online: 'The application itself: the nineteen sections, filled in on line', within: 'within {{count}} days', workdays: '{{count}} working days', days: '{{count}} days', atOnce: 'at once', unverified: 'unverified', unverifiedHint: 'What is marked as unverified has not been compared word by word with the promulgated text, which decides.',
  contents: 'Contents', loading: 'Loading',
};
export default en;
