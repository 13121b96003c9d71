import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  tools: 'Fill in from what is known', record: 'From the record of the enterprise', permit: 'From the last permit', outlet: 'From another outlet',
  recordLead: 'Names, addresses, credit code, legal representative, place and contact, from the verified record.', permitLead: 'Copies what a permit says into this section.', outletLead: 'Copies what one outlet says to others. Codes are never copied.',
  which: 'Which permit', what: 'What to copy', whole: 'The whole section', table: 'Only “{{table}}”', codes: 'Only these outlets (all when empty)', source: 'From outlet', targets: 'To outlets', parts: 'Which parts',
  part: { pollutants: 'Pollutants', limits: 'Limits', monitoring: 'Self-monitoring', treatment: 'Treatment (without codes)' },
  look: 'See what would change', again: 'Choose again', apply: 'Copy {{count}}', nothing: 'Nothing to copy: both say the same, or the source is empty.', cancel: 'Cancel',
  preview: 'What would be written', fill: 'Fills what is empty', add: 'New rows', overwrite: 'Changes what was typed (left alone unless ticked)', sealed: 'Cannot be changed during correction', all: 'All', was: 'was: ', empty: 'empty', from: 'Source: permit {{number}}',
  json: { title: 'Begin with a whole permit (JSON)', lead: 'A permit exported from another platform fills a new draft; attachments are handed in anew. Only permits of your own enterprise.', choose: 'Choose the JSON file' },
  done: '{{count}} copied.', undo: 'Take this copy back', undone: 'Back to what it was before.', needChoice: 'Choose first',
};
export default en;
