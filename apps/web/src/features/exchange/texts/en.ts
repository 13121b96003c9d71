export default {
  template: 'Template', export: 'Export', import: 'Import from Excel', tools: '{{table}}: Excel template, export and import',
  title: 'Import from Excel: {{table}}', formTitle: 'Import the whole form from Excel',
  choose: 'Choose a file', another: 'Choose another file', hint: 'xlsx or csv, at most 20 MB. It is checked first; nothing is written until you confirm.', reading: 'Checking…', paper: 'The whole form on paper (PDF)', paperDrawing: 'Being drawn; go on meanwhile', paperReady: 'Download the PDF', formExport: 'Export the whole form (Excel)', formImport: 'Import from Excel',
  formHint: 'In the order of the national form, one sheet for each section and table. Export, fill in, import; a sheet without rows empties nothing.',
  clean: '“{{file}}” is in order: {{count}} row(s).', bad: '“{{file}}” has {{count}} place(s) to mend. Nothing has been written.', more: 'Only the first {{count}} are listed. Mend them and check again.',
  mode: 'How to write', replace: 'Replace the whole table', append: 'Add to the present rows', replaceIs: '{{added}} new, {{changed}} changed, {{removed}} removed, {{same}} unchanged', appendIs: '{{added}} new, {{changed}} changed, none removed',
  apply: 'Import', applied: 'Imported', cancel: 'Cancel', close: 'Close', problems: 'To mend', notes: 'Good to know (does not hinder)',
  place: 'Place', found: 'Found', mend: 'How to mend', empty: '(empty)', copy: 'Copy the list', copied: 'Copied', report: 'Download the marked workbook',
  stale: 'This section changed since the preview. It was checked again: look at it once more, then import.', part: 'Part', change: 'Change', partIs: '{{added}} new, {{changed}} changed, {{removed}} removed', unchanged: 'No change',
};
