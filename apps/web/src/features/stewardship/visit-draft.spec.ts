import { describe, expect, it } from 'vitest';
import { isWhole, recordOf, visitDraftOf } from './visit-draft';

const problem = { answer: 'problem', remark: '标识脱落', place: '危废间', severity: 'minor', advice: '补贴标识', dueOn: '2026-12-10' } as const;

describe('what a device keeps of a visit', () => {
  it('counts a problem only with its whole finding', () => {
    expect([isWhole(undefined), isWhole({ answer: 'ok' }), isWhole({ answer: 'na' }), isWhole(problem)]).toEqual([false, true, true, true]);
    for (const gap of ['remark', 'place', 'severity', 'advice', 'dueOn'] as const) expect(isWhole({ ...problem, [gap]: undefined })).toBe(false);
  });

  it('sends a finding with a problem, and none without', () => {
    const draft = { ...visitDraftOf(null, '2026-12-01', true), answers: { a: { ...problem, answer: 'ok' as const }, b: problem }, summary: ' 好 ' };
    expect(recordOf(['a', 'b'], draft)).toMatchObject({ heldOn: '2026-12-01', summary: '好', answers: [{ key: 'a', answer: 'ok', remark: '标识脱落' }, { key: 'b', finding: { place: '危废间' } }] });
    expect(JSON.stringify(recordOf(['a'], draft))).not.toContain('finding');
  });
});
