import type { StoredPage } from './form';
import { pagesOf } from './form';
import { type Days, gapsOf } from './freezing';

const LIBRARY = { laws: [], matrix: [], violations: [] } as never;
const DAYS: Days = { today: '2026-11-23', seizedUntil: '9999-12-31', plannedOn: '2026-11-10', firstSavedOn: '2026-11-20', mostDays: 3, closedBefore: null };

/** What is said of the day of the visit alone. */
const said = (visit: Record<string, unknown>, over: Partial<Days> = {}): string[] => {
  const pages = pagesOf('onsite', { violations: [] }).map((page): StoredPage => ({ page, data: page.key === 'visit' ? (visit as never) : {}, version: 1, changedByName: null, changedAt: null }));
  return gapsOf(pages, LIBRARY, { ...DAYS, ...over }).filter(one => one.pointer.startsWith('/visit/heldOn')).map(one => `${one.pointer} ${one.code}`);
};

describe('the day of a visit', () => {
  it.each([
    ['the day the record arrived', { heldOn: '2026-11-20' }, {}, []],
    ['some days before, off the net', { heldOn: '2026-11-17' }, {}, []],
    ['long before the record arrived', { heldOn: '2026-11-16' }, {}, ['/visit/heldOnReason reason']],
    ['long before, and it is said why', { heldOn: '2026-11-16', heldOnReason: '山区断网，返回后补传' }, {}, []],
    ['a reason of blanks is none', { heldOn: '2026-11-16', heldOnReason: '   ' }, {}, ['/visit/heldOnReason reason']],
    ['before the visit was entered', { heldOn: '2026-11-09', heldOnReason: '说明原因' }, {}, ['/visit/heldOn early']],
    ['after today', { heldOn: '2026-11-24' }, {}, ['/visit/heldOn day']],
    ['none yet', {}, {}, ['/visit/heldOn missing']],
    ['changed after it was closed for signing', { heldOn: '2026-11-20' }, { closedBefore: '2026-11-19' }, ['/visit/heldOnReason reason']],
    ['changed, and it is said why', { heldOn: '2026-11-20', heldOnReason: '日期笔误，已核对' }, { closedBefore: '2026-11-19' }, []],
    ['not changed', { heldOn: '2026-11-20' }, { closedBefore: '2026-11-20' }, []],
    ['nothing has arrived yet: today counts', { heldOn: '2026-11-19' }, { firstSavedOn: null }, ['/visit/heldOnReason reason']],
  ])('%s', (_, visit, over, expected) => expect(said(visit, over as Partial<Days>)).toEqual(expected));
});
