import { dayFault } from './stoppage-days';

const at = { permit: { validFrom: '2026-11-23', validTo: '2031-11-22', status: 'valid' }, today: '2027-03-10' };

describe('the days of a stoppage', () => {
  it.each<[string, 'planned' | 'unplanned', string, string | undefined, string | null]>([
    ['planned from today', 'planned', '2027-03-10', '2027-04-10', null],
    ['planned without an end', 'planned', '2027-05-01', undefined, null],
    ['planned in the past', 'planned', '2027-03-09', undefined, '/fromOn'],
    ['one that has begun', 'unplanned', '2027-03-01', undefined, null],
    ['one that is over', 'unplanned', '2027-03-01', '2027-03-05', null],
    ['fifteen days back', 'unplanned', '2027-02-23', undefined, null],
    ['further back', 'unplanned', '2027-02-22', undefined, '/fromOn'],
    ['unplanned and still to come', 'unplanned', '2027-03-11', undefined, '/fromOn'],
    ['the wrong way round', 'planned', '2027-05-01', '2027-04-30', '/toOn'],
    ['before the permit', 'unplanned', '2026-11-22', undefined, '/fromOn'],
    ['after the permit', 'planned', '2031-11-23', undefined, '/fromOn'],
    ['more than a year ahead', 'planned', '2028-04-01', undefined, '/fromOn'],
  ])('%s', (_name, kind, fromOn, toOn, pointer) => expect(dayFault({ kind, fromOn, toOn }, at)?.errors[0]?.pointer ?? null).toBe(pointer));

  it('of a permit that has ended are not asked for', () => {
    expect(dayFault({ kind: 'planned', fromOn: '2027-04-01' }, { ...at, permit: { ...at.permit, status: 'cancelled' } })?.errors[0]?.zh).toContain('已经终止');
  });
});
