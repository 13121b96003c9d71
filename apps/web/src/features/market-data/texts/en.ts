import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  statistics: {
    title: 'Figures of the market', lead: 'Number, savings, competition and time to award of the tasks in this region.', export: 'Export to Excel', empty: 'No task was published in this period', emptyHint: 'Widen the period.',
    how: 'By day of publication. Bids count once their task is opened; saved = budget − award, of awarded tasks that named a budget; time is the median from publication to award.',
    howFirm: 'Of each firm the opened tasks it bid on; “awarded” are those it won, and amounts count those only.',
  },
  filter: { by: 'Group by', from: 'Published from', to: 'until' },
  by: { kind: 'Kind', stage: 'Stage', service: 'Service', firm: 'Firm', month: 'Month' },
  figures: { group: 'Group', published: 'Tasks', awarded: 'Awarded', ended: 'Failed or cancelled', bidsPerTask: 'Bids a task', awardYuan: 'Awards', saved: 'Saved', medianDays: 'Time to award', none: '—', percent: '{{percent}} %', days: '{{days}} days' },
  open: {
    title: 'Open data', lead: 'What is public of service tasks from publication and award to the contract: to look at, download and subscribe to, without an account.',
    small: 'Groups with fewer than {{count}} awards show numbers only. Bids before the deadline are in no figure.',
    ocds: 'Tenders, awards and contracts', ocdsText: 'In the Open Contracting Data Standard (OCDS 1.1): one release each for publication, amendment, opening, award, contract, change and end. Of contracts number, value, period and status; milestones and payments where a law has them announced. No personal data; bidders are named after the opening, prices of those not chosen are not published.',
    noMonths: 'Nothing has been published yet', month: '{{month}} ({{count}})', api: 'Interface for programs', releases: 'Releases', records: 'Records',
    apiText: 'Up to 100 a page, links.next goes on; filter by kind and since.',
    feed: 'New tasks as a feed (RSS)', feedText: 'Add one of these addresses to your feed reader.', allTasks: 'All new tasks',
  },
  searches: {
    title: 'Saved searches', lead: 'All members of your firm are told when a new task fits.', find: 'Find tasks', empty: 'No saved searches yet', emptyHint: 'Choose kind, stage or words in the list of tasks and press “Save search”.',
    words: 'contains “{{words}}”', everything: 'All new tasks', on: 'Alerts on', off: 'Alerts off', alertOf: 'Alerts: {{name}}', remove: 'Remove', removeOf: 'Remove “{{name}}”', removeTitle: 'Remove “{{name}}”?', removeMeans: 'You are no longer told by these conditions. Save them again when needed.',
    save: 'Save search', saveWhat: 'Keeps the present words and filters and tells you of new tasks that fit.', saveAll: 'Nothing is filtered now: you would be told of every new task. Choose kind, stage or words first if you like.', saveAct: 'Save', saved: 'Saved. Change it under saved searches',
  },
};

export default en;
