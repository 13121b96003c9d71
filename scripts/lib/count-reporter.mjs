// Reporter of Node's test runner: how many tests (not suites, not files) passed and failed, and which failed.
export default async function* countReporter(events) {
  const counts = { passed: 0, failed: 0, failures: [] };
  for await (const { type, data } of events) {
    if (data?.details?.type === 'suite' || data?.skip !== undefined) continue;
    if (type === 'test:pass') counts.passed += 1;
    if (type === 'test:fail') {
      counts.failed += 1;
      counts.failures.push(`${data.name}: ${String(data.details?.error?.cause?.message ?? data.details?.error?.message ?? '').split('\n')[0]}`);
    }
  }
  yield JSON.stringify(counts);
}
