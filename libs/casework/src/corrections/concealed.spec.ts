import { concealed, withoutMarks } from './concealed';
import { diffSnapshots } from './snapshot';

describe('what a snapshot does not hold in full', () => {
  const before = { basic: { contact: concealed('武**', 'a1'), phone: concealed('138****18', 'x') } };

  it('is told apart although it looks the same', () => {
    const after = { basic: { ...before.basic, contact: concealed('武**', 'b2') } };
    const changes = diffSnapshots(before, after);
    expect(changes.map(({ place }) => place)).toEqual(['/basic/contact']);
    expect(changes.map(({ from = null, to = null }) => [withoutMarks(from), withoutMarks(to)])).toEqual([['武**', '武**']]);
  });

  it('is the same when it is the same', () => expect(diffSnapshots(before, structuredClone(before))).toEqual([]));

  it('is shown without its mark, wherever it lies', () => {
    expect(withoutMarks([before, 1, null, '乙'])).toEqual([{ basic: { contact: '武**', phone: '138****18' } }, 1, null, '乙']);
  });
});
