import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  title: 'Bids compared', lead: 'After the opening the bids of a task are compared with each other. Enterprises and bidders do not see this; the award goes on.',
  search: 'Task, enterprise or firm', empty: 'No bids to look at', emptyHint: 'Tasks are compared when they are opened. What is alike, related or won in turn appears here, and you are told.',
  comma: ', ', openTask: 'Open the task and its bids', history: 'History', system: 'System', compared: 'What was compared', basis: 'Compare: {{basis}}',
  detailLead: 'Task {{number}} · {{enterprise}}',
  noVerdict: 'A sign found by comparison, not a verdict', noVerdictText: 'Whether bidders colluded is for the supervising authority to find. Check each point and hear the firms first. ', unverified: 'The numbers used were set by the platform; no law names them and nobody has verified them.',
  column: { task: 'Task', firms: 'Firms', what: 'Signs', strength: 'Strength', state: 'State', at: 'Found' },
  strength: { strong: 'Strong', medium: 'Medium', weak: 'Weak' },
  state: { open: 'To be checked', followed: 'Followed up', dismissed: 'Dismissed' },
  code: {
    'same-submitter': 'One account', 'same-device': 'Same device', 'same-network': 'Same network', 'same-file': 'Identical files', 'same-author': 'Same author of files', 'foreign-name': 'Another bidder’s name',
    'near-text': 'Near-identical text', 'price-series': 'Prices in a series', 'price-close': 'Prices too close', 'price-spread': 'Round spreads', 'related-parties': 'Related parties', rotation: 'Taking turns',
  },
  act: {
    dismiss: { button: 'Dismiss', title: 'Dismiss this sign?', means: 'It is closed and the reason kept. New findings open it again.', label: 'Why it is nothing', example: 'e.g. both firms use the template of their association' },
    'follow-up': { button: 'Follow up', title: 'Follow this up?', means: 'Records who looks into it and how. Task and bids are not touched.', label: 'How it is followed up', example: 'e.g. handed to the supervising authority with the comparison' },
    reopen: { button: 'Open again', title: 'Open again?', means: 'It is to be checked again; the earlier decision stays in the history.', label: 'Why', example: 'e.g. another report about these firms has come in' },
    notes: { button: 'Add a note', title: 'Add a note', means: 'What was asked and answered; only your authority sees it.', label: 'Note', example: 'e.g. both firms were asked by phone' },
  },
};

export default en;
