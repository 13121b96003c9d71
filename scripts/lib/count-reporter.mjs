// Reporter of Node's test runner: how many tests (not suites, not files) passed and failed, and which failed.
import { stripVTControlCharacters } from 'node:util';

/** The first line, and what a browser was waiting for: a time that ran out says nothing without it. */
function inShort(message) {
  const [first = '', ...others] = stripVTControlCharacters(String(message)).split('\n').map(line => line.trim());
  return [first, ...others.filter(line => /waiting for|shows:/.test(line)).slice(0, 2)].join(' ').slice(0, 600);
}

export default async function* countReporter(events) {
  const counts = { passed: 0, failed: 0, failures: [] };
  for await (const { type, data } of events) {
    if (data?.details?.type === 'suite' || data?.skip !== undefined) continue;
    if (type === 'test:pass') counts.passed += 1;
    if (type === 'test:fail') {
      counts.failed += 1;
      counts.failures.push(`${data.name}: ${inShort(data.details?.error?.cause?.message ?? data.details?.error?.message ?? '')}`);
    }
  }
  yield JSON.stringify(counts);
}
