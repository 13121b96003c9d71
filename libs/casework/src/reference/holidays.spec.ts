import { yearProblems } from './holidays.rules';

describe('a holiday year', () => {
  const good = { holidays: ['2027-01-01', '2027-01-02'], makeupDays: ['2027-01-09'], source: '国办发明电' };
  it.each([
    ['is fine', good, []],
    ['has days off', { ...good, holidays: [] }, ['/holidays']],
    ['keeps to its year', { ...good, holidays: ['2026-12-31'] }, ['/holidays/0']],
    ['names no day twice', { ...good, holidays: ['2027-01-01', '2027-01-01'] }, ['/holidays/1']],
    ['has no day both off and worked', { ...good, makeupDays: ['2027-01-02'] }, ['/makeupDays/0']],
    ['has only weekend days worked instead', { ...good, makeupDays: ['2027-01-06'] }, ['/makeupDays/0']],
  ])('%s', (_title, input, pointers) => expect(yearProblems(2027, input).map(problem => problem.pointer)).toEqual(pointers));
});
