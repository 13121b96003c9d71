import { stricter } from './stricter';

describe('what a grade and a list say of one measure', () => {
  it.each([
    [undefined, 'strict', 'strict'], ['strict', 'stop', 'stop'], ['stop', 'strict', 'stop'], ['list', 'strict', 'strict'], ['0.5', '3', '3'], ['3', '2', '3'], ['stop', 'stop', 'stop'],
  ])('%s and %s come to %s', (grade, list, holds) => {
    expect(stricter(grade === undefined ? undefined : { value: grade }, { value: list }).value).toBe(holds);
  });
});
