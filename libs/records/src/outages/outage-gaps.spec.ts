import { outageCover } from './outage-cover';
import { hoursApart, needOf, without } from './outage-gaps';
import { outageLines } from './outage-lines';

const at = (text: string): Date => new Date(`${text}:00+08:00`);
const interval = (from: string, to: string) => ({ from: at(from), to: at(to) });

describe('samples by hand while a device fails', () => {
  it.each<[string, [string, string], string[], { needed: number; missing: number }]>([
    ['nothing is needed within six hours', ['2026-06-01 08:00', '2026-06-01 14:00'], [], { needed: 0, missing: 0 }],
    ['a minute more needs one', ['2026-06-01 08:00', '2026-06-01 14:01'], [], { needed: 1, missing: 1 }],
    ['a day needs three between its ends', ['2026-06-01 00:00', '2026-06-02 00:00'], [], { needed: 3, missing: 3 }],
    ['and has them at six hours', ['2026-06-01 00:00', '2026-06-02 00:00'], ['2026-06-01 06:00', '2026-06-01 12:00', '2026-06-01 18:00'], { needed: 3, missing: 0 }],
    ['four within one morning leave the evening open', ['2026-06-01 00:00', '2026-06-02 00:00'], ['2026-06-01 01:00', '2026-06-01 02:00', '2026-06-01 03:00', '2026-06-01 04:00'], { needed: 3, missing: 3 }],
    ['seven hours between two are too long', ['2026-06-01 00:00', '2026-06-01 13:00'], ['2026-06-01 03:00', '2026-06-01 10:00'], { needed: 2, missing: 1 }],
    ['one before and one after count for nothing', ['2026-06-01 08:00', '2026-06-01 15:00'], ['2026-06-01 07:59', '2026-06-01 15:01'], { needed: 1, missing: 1 }],
    ['their order does not matter', ['2026-06-01 00:00', '2026-06-01 13:00'], ['2026-06-01 10:00', '2026-06-01 05:00'], { needed: 2, missing: 0 }],
  ])('%s', (_name, [from, to], taken, due) => {
    expect(needOf(interval(from, to), taken.map(at), 6)).toMatchObject(due);
  });

  it('names the stretches that are too long', () => {
    expect(needOf(interval('2026-06-01 00:00', '2026-06-01 20:00'), [at('2026-06-01 05:00')], 6).gaps).toEqual([interval('2026-06-01 05:00', '2026-06-01 20:00')]);
  });

  it('a further sample never makes more missing, and enough of them leave none', () => {
    let seed = 7;
    const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let round = 0; round < 200; round++) {
      const whole = { from: at('2026-06-01 00:00'), to: new Date(at('2026-06-01 00:00').getTime() + random() * 100 * 3_600_000) };
      const inside = (): Date => new Date(whole.from.getTime() + random() * (whole.to.getTime() - whole.from.getTime()));
      const taken: Date[] = [];
      let before = needOf(whole, taken, 6);
      expect(before.missing).toBe(before.needed);
      for (let n = 0; n < 12; n++) {
        taken.push(inside());
        const now = needOf(whole, taken, 6);
        expect(now.missing).toBeLessThanOrEqual(before.missing);
        expect(now.needed).toBe(before.needed);
        before = now;
      }
      const hourly = Array.from({ length: 100 }, (_, hour) => new Date(whole.from.getTime() + hour * 3_600_000));
      expect(needOf(whole, hourly, 6).missing).toBe(0);
    }
  });

  it('what stands still is not sampled', () => {
    const stop = (places: string[] | null, from: string, to: string | null) => ({ places, from, to, recordId: 's', reason: '' });
    const whole = interval('2026-06-01 12:00', '2026-06-05 12:00');
    expect(without(whole, 'DA001', [stop(['DA002'], '2026-06-01', null)])).toEqual([whole]);
    expect(without(whole, 'DA001', [stop(['DA001'], '2026-06-02', '2026-06-03')])).toEqual([interval('2026-06-01 12:00', '2026-06-02 00:00'), interval('2026-06-04 00:00', '2026-06-05 12:00')]);
    expect(without(whole, 'DA001', [stop(null, '2026-06-03', null)])).toEqual([interval('2026-06-01 12:00', '2026-06-03 00:00')]);
    expect(without(whole, 'DA001', [stop(null, '2026-05-01', null)])).toEqual([]);
  });

  it.each([[null, 6, false], ['hour', 6, false], ['continuous', 6, false], ['day', 24, true], ['week', 168, true], ['quarter', 2208, true]] as const)('the plan says %s: %s hours', (fallback, hours, isByPermit) => expect(hoursApart(fallback, 6)).toEqual({ hours, isByPermit }));

  describe('of a month', () => {
    const plan = [{ medium: 'air' as const, place: 'DA001', placeName: '', pollutant: 'SO2', method: 'auto' as const, frequency: 'continuous', fallbackFrequency: 'day', technique: '' }];
    const outage = { place: 'DA001', pollutants: ['NOx', 'SO2'], startedAt: at('2026-05-31 20:00'), endedAt: at('2026-06-02 20:00') };
    const asked = { from: '2026-06-01', to: '2026-06-30', plan, excuses: [], gapHours: 6 };

    it('only its own part counts, line by line', () => {
      expect(outageLines([outage], asked)).toEqual([
        { place: 'DA001', pollutant: 'NOx', intervals: [interval('2026-06-01 00:00', '2026-06-02 20:00')], hours: 6, needed: 7 },
        { place: 'DA001', pollutant: 'SO2', intervals: [interval('2026-06-01 00:00', '2026-06-02 20:00')], hours: 24, needed: 1 },
      ]);
      expect(outageLines([{ ...outage, endedAt: at('2026-05-31 23:00') }], asked)).toEqual([]);
      // while nobody says that it works again it is taken to last
      expect(outageLines([{ ...outage, pollutants: ['NOx'], endedAt: null }], asked)[0]?.needed).toBe(30 * 4 - 1);
    });

    it('is covered when the last sample that was needed was entered', () => {
      const lines = outageLines([{ ...outage, pollutants: ['SO2'] }], asked);
      const sample = (when: string, entered: string, pollutant = 'SO2') => ({ place: 'DA001', pollutant, at: at(when), enteredAt: at(entered) });
      expect(outageCover(lines, []).coveredAt).toBeNull();
      expect(outageCover(lines, [sample('2026-06-01 23:00', '2026-06-03 09:00', 'NOx')]).done).toBe(0);
      const late = [sample('2026-06-01 21:00', '2026-06-05 09:00'), sample('2026-06-01 22:00', '2026-06-04 09:00')];
      expect(outageCover(lines, late)).toMatchObject({ needed: 1, done: 1, coveredAt: at('2026-06-04 09:00'), lines: [{ frequency: 'outage', days: ['2026-06-01'] }] });
    });
  });
});
