import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { receiptTextOf, termOf } from './receipt';
import { REGISTRATION_PROMISE } from './registration-record';
import { reminderDue } from './registration-reminders';

describe('reminders before a registration ends', () => {
  it.each([[181, undefined], [180, 180], [91, 180], [90, 90], [61, 90], [60, 60], [31, 60], [30, 30], [0, 30], [-1, undefined]])('with %s days left: %s', (left, due) => {
    expect(reminderDue(left, [180, 90, 60, 30])).toBe(due);
  });
});

describe('what a registration signs', () => {
  it('is agreed to in the words of the page', () => {
    expect(readFileSync(join(__dirname, '../../../../apps/web/src/features/registrations/texts/zh-CN.ts'), 'utf8')).toContain(`promise: '${REGISTRATION_PROMISE}'`);
  });

  it('gives its term back from the receipt', () => {
    const facts = { number: 'DJ-2026-000001', enterpriseName: '甲|乙厂', uscc: '91130200699229617X', siteName: '本部', validFrom: '2026-11-23', validTo: '2031-11-22' };
    expect(termOf(receiptTextOf(facts, { kind: 'renew', filedOn: '2026-11-23', contentHash: 'aa' }))).toEqual({ validFrom: '2026-11-23', validTo: '2031-11-22' });
  });
});
