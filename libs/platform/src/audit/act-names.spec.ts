import { bookOf } from './act-names';
import type { ActTable } from './act-tables';

const table = (acts: ActTable['acts'], over: ActTable = {}): ActTable => ({ acts, ...over });

describe('tables of names as one', () => {
  it('takes acts of one area from several rooms, of which one names the area', () => {
    const { areas } = bookOf([table({ task: { acts: { use: ['用途', 'use'] } } }), table({ task: { name: ['任务', 'Task'], acts: { open: ['开标', 'opened'] } } })]);
    expect(areas.get('task')).toEqual({ name: { zh: '任务', en: 'Task' }, acts: new Map([['use', { zh: '用途', en: 'use' }], ['open', { zh: '开标', en: 'opened' }]]) });
  });

  it.each<[string, ActTable, ActTable, string]>([
    ['an area', table({ task: { name: ['任务', 'Task'], acts: {} } }), table({ task: { name: ['服务', 'Service'], acts: {} } }), 'task'],
    ['an act', table({ task: { acts: { open: ['开标', 'opened'] } } }), table({ task: { acts: { open: ['新建', 'created'] } } }), 'task.open'],
    ['a kind of record', { subjects: { task: ['任务', 'Task'] } }, { subjects: { task: ['服务', 'Service'] } }, 'task'],
    ['a job', { jobs: { 'task.close': ['截止', 'Close'] } }, { jobs: { 'task.close': ['关闭', 'Close'] } }, 'task.close'],
  ])('keeps the first of two names for %s, and tells', (_what, one, other, code) => {
    const { twice, ...book } = bookOf([one, other]);
    expect(twice).toEqual([code]);
    expect(book).toEqual({ areas: bookOf([one]).areas, subjects: bookOf([one]).subjects, jobs: bookOf([one]).jobs });
    expect(bookOf([one]).twice).toEqual([]);
  });
});
