import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  system: {
    title: 'System',
    lead: 'Background jobs, database and audit chain as they are now. Renewed every 15 seconds.',
    status: { ok: 'Running', degraded: 'Work is waiting' },
    degraded: 'The oldest background job has waited for {{minutes}} minutes. Check that the worker runs; nothing is lost meanwhile.',
    noWorker: 'No worker is running: messages, mails, reviews and certificates wait. Start the worker.',
    buriedWarning: '{{count}} background jobs stopped after failing repeatedly. Look at the cause, mend it, then run them again.',
    figure: { workers: 'Workers', age: 'Longest wait', buried: 'Stopped jobs', connections: 'Connections', size: 'Database size', audit: 'Audit entries' },
    seconds: '{{count}} s',
    database: 'PostgreSQL {{version}}, latest migration {{migration}}',
  },
  queues: {
    title: 'Queues',
    hint: 'Kept apart so that slow work does not hold up quick work.',
    name: { quick: 'Messages, records', documents: 'Files, documents', review: 'Reviews, deadlines', mail: 'Mail' },
    column: { queue: 'Queue', waiting: 'Waiting', running: 'Running', later: 'Not due', buried: 'Stopped', done: 'Done, 24 h' },
  },
  buried: {
    title: 'Stopped jobs',
    caption: 'Background jobs that stopped after failing repeatedly',
    empty: 'No stopped jobs',
    emptyHint: 'Every background job was done in time or is being tried again.',
    column: { job: 'Job', about: 'Record', error: 'Last cause', attempts: 'Attempts', at: 'Stopped' },
    act: 'Run again',
    ask: 'Run this job again?',
    text: 'Mend the cause of the failure first. The job gets all its attempts again; nothing is done twice.',
    reason: 'What was mended (goes into the audit log)',
  },
  schedules: { title: 'Recurring jobs', column: { name: 'Job', next: 'Next', last: 'Last' } },
  chain: {
    title: 'Audit chain',
    text: 'Each entry is tied to the one before by an SM3 digest: changes, removals and insertions show. Write number and fingerprint down outside the platform now and then (the minutes of a meeting will do): then even a chain that was cut off or written anew is found.',
    entries: 'Entries',
    head: 'Fingerprint of the last one',
    verify: 'Command',
  },
  log: {
    title: 'Audit log',
    lead: 'Who did what when on which record. Looking at the log and exporting it are recorded too.',
    search: 'Person, organisation or record id',
    kind: 'Kind',
    from: 'From',
    to: 'To',
    column: { at: 'Time', who: 'Person', action: 'Act', subject: 'Record' },
    nobody: 'Not signed in',
    system: 'System',
    behalf: 'for {{name}}',
    details: 'Details',
    entry: 'Entry {{seq}}',
    code: 'Code of the act',
    id: 'Record id',
    more: 'Content',
    trace: 'Trace',
    none: 'Nothing more',
    empty: 'No entries yet',
  },
};

export default en;
