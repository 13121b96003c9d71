import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  title: 'Lists of permits', lead: 'Take over a list exported from the national platform. It is checked first and written only when you say so. Enterprises that have not registered become known; once they have registered and are verified, the permits are theirs.', caption: 'Lists handed in', search: 'File or sender', empty: 'No list yet', emptyHint: 'Download the template, put the exported list into it, and upload it.',
  template: 'Download the template', upload: 'Upload a list', back: 'Lists of permits',
  column: { name: 'File', state: 'State', rows: 'Lines', created: 'New', changed: 'Changed', same: 'Same', refused: 'Refused', by: 'Sent by', at: 'Sent at', sourceOn: 'Day of the list' },
  state: { judging: 'Being checked', unreadable: 'Not readable', judged: 'Checked, to be imported', applying: 'Being imported', applied: 'Imported', undoing: 'Being taken back', undone: 'Taken back', discarded: 'Discarded' },
  filter: { state: 'State' },
  dialog: { title: 'Upload a list of permits', sourceOn: 'Day of the export', sourceOnHint: 'Kept as the source of each permit.', file: 'Choose a file', another: 'Another file', hint: 'xlsx or csv, at most 20 MB and 50,000 lines. It is checked in the background; you may leave this page.', chosen: 'Chosen: {{name}}', act: 'Upload and check', needDay: 'Enter the day of the export, today or earlier', needFile: 'Choose a file' },
  progress: '{{done}} of {{total}} lines', reading: 'Reading the file…', summary: 'What was found',
  counts: '{{total}} lines: {{created}} new, {{changed}} changed, {{same}} the same, {{refused}} refused.', applied: '{{applied}} lines imported by {{by}}.', skipped: '{{skipped}} more lines were not imported: something had changed since the check.',
  tab: { new: 'New', changed: 'Changed', same: 'Same', refused: 'Refused' }, tabs: 'Lines by result',
  rows: { caption: 'Lines of the list', line: 'Line', number: 'Permit number', name: 'Enterprise', what: 'What about it', empty: 'No such lines', from: 'was', empty2: 'empty', search: 'Number or enterprise', outcome: { applied: 'Imported', skipped: 'Not imported: changed meanwhile', undone: 'Taken back' } },
  act: { all: 'Import all', good: 'Import the {{count}} good lines only', discard: 'Discard', undo: 'Take back', report: 'Download the marked workbook' },
  confirm: {
    apply: 'Import this list?', applyText: '{{created}} permits are added and {{changed}} changed; the public sees them at once. It can be taken back while nothing was built on it.', goodText: 'The {{refused}} refused lines are left out.',
    undo: 'Take this import back?', undoText: 'New permits are removed, changed ones become what they were. Permits that were worked on cannot be taken back.', undoReason: 'Why (kept in the log)', discard: 'Discard this list?', discardText: 'File and result are kept; nothing is imported.',
  },
  file: 'File', notes: 'Please note',
};
export default en;
