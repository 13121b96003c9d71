import type { PlanLine } from '../monitoring/plan';
import { monitoringCover, type SampledDay } from './monitoring-cover';

const line = (pollutant: string, frequency: string, place = 'DW001'): PlanLine => ({ medium: 'water', place, placeName: '', pollutant, method: 'manual', frequency, fallbackFrequency: null, technique: '' });
const on = (day: string, over: Partial<SampledDay> = {}): SampledDay => ({ place: 'DW001', pollutant: 'COD', day, samples: 1, firstAt: new Date(`${day}T02:00:00Z`), lastAt: new Date(`${day}T09:00:00Z`), ...over });
const JUNE = { from: '2026-06-01', to: '2026-06-30', begins: '2026-01-01', excuses: [], samplesADay: 4 };
const daysOf = (month: string, count: number): SampledDay[] => Array.from({ length: count }, (_, at) => on(`${month}-${String(at + 1).padStart(2, '0')}`));

describe('what a span of the monitoring plan needs', () => {
  it.each<[string, string, SampledDay[], object, { needed: number; done: number }]>([
    ['a month: one sample', 'month', [on('2026-06-10')], {}, { needed: 1, done: 1 }],
    ['a month: three samples count once', 'month', [on('2026-06-10'), on('2026-06-11', { samples: 2 })], {}, { needed: 1, done: 1 }],
    ['a month: a sample of another pollutant counts for nothing', 'month', [on('2026-06-10', { pollutant: 'SS' })], {}, { needed: 1, done: 0 }],
    ['a month: a sample of the month before counts for nothing', 'month', [on('2026-05-31')], {}, { needed: 1, done: 0 }],
    ['weeks: those that end in June, the first from 1 June', 'week', [on('2026-06-07'), on('2026-06-08')], {}, { needed: 4, done: 2 }],
    ['weeks of July: the first begins in June', 'week', [on('2026-06-29')], { from: '2026-07-01', to: '2026-07-31' }, { needed: 4, done: 1 }],
    ['days', 'day', daysOf('2026-06', 29), {}, { needed: 30, done: 29 }],
    ['days: none is needed while the outlet stands still', 'day', daysOf('2026-06', 10), { excuses: [{ places: ['DW001'], from: '2026-06-11', to: null, recordId: 's', reason: '' }] }, { needed: 10, done: 10 }],
    ['every hour by hand: so many a day as the row says', 'hour', [on('2026-06-01', { samples: 9 }), on('2026-06-02', { samples: 3 })], {}, { needed: 120, done: 7 }],
    ['continuously by hand, the same', 'continuous', [on('2026-06-01', { samples: 4 })], {}, { needed: 120, done: 4 }],
    ['a quarter of which the permit held for a third', 'quarter', [], { from: '2026-06-01', begins: '2026-06-01' }, { needed: 0, done: 0 }],
  ])('%s', (_name, frequency, sampled, over, due) => {
    expect(monitoringCover([line('COD', frequency)], sampled, { ...JUNE, ...over })).toMatchObject(due);
  });

  it('is there when the last thing needed was entered, and not before', () => {
    const plan = [line('COD', 'month'), line('SS', 'month')];
    const half = monitoringCover(plan, [on('2026-06-10')], JUNE);
    expect([half.coveredAt, half.lines.map(one => [one.title.zh, one.needed - one.done])]).toEqual([null, [['DW001 化学需氧量', 0], ['DW001 悬浮物', 1]]]);
    const whole = monitoringCover(plan, [on('2026-06-10'), on('2026-06-20'), on('2026-06-15', { pollutant: 'SS' })], JUNE);
    // the second sample of COD adds nothing, so it does not make it later
    expect([whole.coveredAt, whole.lines.map(one => one.days)]).toEqual([new Date('2026-06-15T02:00:00Z'), [['2026-06-10'], ['2026-06-15']]]);
    expect(monitoringCover([], [], JUNE).coveredAt).toBeNull();
  });
});
