import { courtUnfit } from './penalties.errors';

describe('an application that comes too early', () => {
  it('is told between which days it can be made', () => expect(courtUnfit('2026-07-06', '2026-10-08').text.zh).toContain('2026-07-06 之后，最晚 2026-10-08'));

  it.each(['2026-10-08', '2026-10-12'])('whose reminder waits until %s has no such days: it will need a justification', from => expect(courtUnfit(from, '2026-10-08').text.zh).toMatch(new RegExp(`${from} 之后；申请期限 2026-10-08 届满，届时要写明逾期的正当理由`)));
});
