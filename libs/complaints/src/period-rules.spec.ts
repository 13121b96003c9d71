import { periodFor, periodKey } from './period-rules';
import { PERIODS } from './periods.rows';
import { SUBJECTS, CHANNELS } from './rules';

const row = (key: string, value = '60', over: { effectiveFrom?: string; effectiveTo?: string | null } = {}): { key: string; value: string; effectiveFrom: string; effectiveTo: string | null } => ({ key, value, effectiveFrom: '2026-01-01', effectiveTo: null, ...over });
const asked = { subject: 'noise', channel: 'phone' };

describe('which row gives a period', () => {
  const general = row('handling');
  const bySubject = row('handling+subject:noise', '30');
  const byChannel = row('handling+channel:phone', '45');
  const both = row('handling+subject:noise+channel:phone', '20');
  it.each<[string, ReturnType<typeof row>[], string | undefined]>([
    ['none of another name', [row('acceptance')], undefined],
    ['the general row where nothing else is ruled', [general], '60'],
    ['the way in before the general row', [general, byChannel], '45'],
    ['the subject before the way in', [general, byChannel, bySubject], '30'],
    ['subject and way in before all', [both, bySubject, byChannel, general], '20'],
    ['another subject does not fit', [general, row('handling+subject:radiation', '10')], '60'],
    ['another way in does not fit, whatever the subject', [general, row('handling+subject:noise+channel:web', '10')], '60'],
    ['a row that has ended rules no longer', [general, row('handling+subject:noise', '30', { effectiveTo: '2026-05-31' })], '60'],
    ['a row that has not begun does not rule yet', [general, row('handling+subject:noise', '30', { effectiveFrom: '2026-06-02' })], '60'],
    ['the first and the last day count', [row('handling+subject:noise', '30', { effectiveFrom: '2026-06-01', effectiveTo: '2026-06-01' })], '30'],
    ['the newer of equals', [row('handling+subject:noise', '30'), row('handling+subject:noise', '25', { effectiveFrom: '2026-05-01' })], '25'],
    ['a row without a number rules nothing', [general, row('handling+subject:noise', '—')], '60'],
  ])('%s', (_name, rows, value) => {
    expect(periodFor(rows, 'handling', asked, '2026-06-01')?.value).toBe(value);
    expect(periodFor([...rows].reverse(), 'handling', asked, '2026-06-01')?.value).toBe(value);
  });

  it('ships rows that name what there is, none of them compared, and a general row for each period', () => {
    for (const one of PERIODS) {
      const { name, subject, channel } = periodKey(one.key);
      expect([one.key, subject === null || (SUBJECTS as readonly string[]).includes(subject), channel === null || (CHANNELS as readonly string[]).includes(channel), one.verified]).toEqual([one.key, true, true, false]);
      expect(PERIODS.some(row => row.key === name)).toBe(true);
    }
  });
});
