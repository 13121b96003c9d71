import { type Located, metresBetween, routeFor, RouteRow, sameProblem, titleOf } from './rules';

const row = (id: string, over: Partial<RouteRow> = {}): RouteRow => ({ id, regionCode: '141181', subject: null, placeWords: [], effectiveFrom: '2026-01-01', effectiveTo: null, ...over });
const asked = { place: '梧桐镇焦化园区西门', subject: 'odour', regionCode: '141181' };

describe('routes of complaints', () => {
  it.each<[string, RouteRow[], string | undefined]>([
    ['nothing fits without rows', [], undefined],
    ['all subjects as the last resort', [row('all')], 'all'],
    ['a subject before all subjects', [row('all'), row('odour', { subject: 'odour' })], 'odour'],
    ['words of the place before a subject', [row('odour', { subject: 'odour' }), row('park', { placeWords: ['焦化园区'] })], 'park'],
    ['another subject does not fit', [row('noise', { subject: 'noise' })], undefined],
    ['words that are not there do not fit', [row('river', { placeWords: ['汾河'] }), row('all')], 'all'],
    ['a row that has ended does not fit', [row('old', { subject: 'odour', effectiveTo: '2026-05-31' }), row('all')], 'all'],
    ['a row that has not begun does not fit', [row('next', { subject: 'odour', effectiveFrom: '2026-07-01' }), row('all')], 'all'],
    ['the first and the last day count', [row('one day', { effectiveFrom: '2026-06-01', effectiveTo: '2026-06-01' })], 'one day'],
    ['the smaller region before the larger', [row('city', { regionCode: '1411' }), row('county')], 'county'],
    ['another region does not fit', [row('next door', { regionCode: '141182' })], undefined],
    ['the newer before the older', [row('old'), row('new', { effectiveFrom: '2026-03-01' })], 'new'],
  ])('%s', (_name, rows, id) => expect(routeFor(rows, asked, '2026-06-01')?.id).toBe(id));

  it('measures a town in metres', () => {
    expect(metresBetween({ lng: 111.78, lat: 37.14 }, { lng: 111.78, lat: 37.149 })).toBeCloseTo(1001.9, 0);
    expect(metresBetween({ lng: 111.78, lat: 37.14 }, { lng: 111.79, lat: 37.14 })).toBeCloseTo(887.4, 0);
  });

  it('names a complaint by subject and place, and not endlessly', () => {
    expect(titleOf('odour', '西门')).toBe('异味恶臭：西门');
    expect(titleOf('odour', '长'.repeat(300))).toHaveLength(120);
  });
});

describe('reports of one problem', () => {
  const at = (over: Partial<Located> = {}): Located => ({ subject: 'odour', place: '开发区南门', lng: '111.762000', lat: '37.112000', enterpriseId: null, ...over });

  it.each<[string, Partial<Located>, Partial<Located>, boolean]>([
    ['at one spot', {}, { lng: '111.762500' }, true],
    ['of another subject', {}, { subject: 'noise' }, false],
    ['far apart', {}, { lng: '111.900000' }, false],
    ['of one enterprise, wherever the pins stand', { enterpriseId: 'a' }, { enterpriseId: 'a', lng: '111.900000' }, true],
    ['of two enterprises at one spot', { enterpriseId: 'a' }, { enterpriseId: 'b' }, false],
    ['without pins, of one place by name', { lng: null, lat: null }, { lng: null, lat: null, place: '开发区，南门。' }, true],
    ['one without a pin, of another place', { lng: null, lat: null }, { place: '北门' }, false],
  ])('%s', (_, a, b, same) => {
    expect(sameProblem(at(a), at(b), 1000)).toBe(same);
    expect(sameProblem(at(b), at(a), 1000)).toBe(same);
  });
});
