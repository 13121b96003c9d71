import { lateDaysOf, mendingDay } from './mending';

describe('what was returned', () => {
  it.each([['2027-01-10', 0, '2027-01-15'], ['2027-01-15', 0, '2027-01-15'], ['2027-03-02', 0, '2027-03-02'], ['2027-03-02', 10, '2027-03-12'], ['2027-01-10', 10, '2027-01-20']])(
    'on %s with %i days is to be mended by %s', (returnedOn, days, by) => expect(mendingDay('2027-01-15', { returnedOn, days })).toBe(by));
  it.each([[null, '2027-01-15', 0], [null, '2027-03-02', 46], ['2027-03-02', '2027-03-02', 0], ['2027-03-02', '2027-03-05', 3]] as const)(
    'with the day %s handed in on %s is %i days late', (mendBy, on, days) => expect(lateDaysOf({ dueOn: '2027-01-15', mendBy }, on)).toBe(days));
});
