import fc from 'fast-check';
import { addDays } from '@huanbao/calendar';
import { chaptersOf } from '../certificate/content';
import { CONDITION_SEED } from '../reference/conditions';
import { contentFaults } from './content-faults';
import { type ConditionAct, planConditions } from './place';
import { type DutyTemplate, firstDueOn } from './recurring';
import { parameterFaults, placesIn, rendered } from './render';
import { subjectsOf } from './subjects';

const template = (over: Partial<DutyTemplate>): DutyTemplate => ({ period: 'quarterly', content: '检查', rule: 'period-end', days: 0, monthDay: null, date: null, ...over });
const days = fc.integer({ min: 0, max: 4000 }).map(n => addDays('2024-01-01', n));

describe('the first due day of a recurring duty', () => {
  it.each<[string, Partial<DutyTemplate>, string, string]>([
    ['the end of the quarter', {}, '2026-11-23', '2026-12-31'],
    ['days after the end of the period', { days: 15 }, '2026-11-23', '2027-01-15'],
    ['the end of a leap February', { period: 'monthly' }, '2028-02-10', '2028-02-29'],
    ['the last day of a period is its own end', {}, '2026-12-31', '2026-12-31'],
    ['half a year', { period: 'half-yearly' }, '2026-07-01', '2026-12-31'],
    ['days after the effect', { rule: 'after-days', days: 90 }, '2026-11-23', '2027-02-21'],
    ['a day of this year still to come', { rule: 'month-day', monthDay: '12-15', days: null }, '2026-11-23', '2026-12-15'],
    ['a day of this year that is over', { rule: 'month-day', monthDay: '03-31', days: null }, '2026-11-23', '2027-03-31'],
    ['29 February of another year', { rule: 'month-day', monthDay: '02-29', days: null }, '2026-11-23', '2027-02-28'],
    ['a named day', { rule: 'date', date: '2027-05-01', days: null }, '2026-11-23', '2027-05-01'],
    ['a named day that is over', { rule: 'date', date: '2026-05-01', days: null }, '2026-11-23', '2026-11-23'],
  ])('is %s', (_name, over, from, due) => expect(firstDueOn(template(over), from)).toBe(due));

  it('never lies before the condition takes effect', () => {
    const templates = fc.record({ period: fc.constantFrom('once', 'monthly', 'quarterly', 'half-yearly', 'yearly'), rule: fc.constantFrom('after-days', 'month-day', 'period-end', 'date'), days: fc.integer({ min: 0, max: 400 }), monthDay: fc.constantFrom('01-01', '02-29', '06-30', '12-31'), date: days });
    fc.assert(fc.property(templates, days, (over, from) => firstDueOn(template(over as Partial<DutyTemplate>), from) >= from));
  });
});

describe('the places of a condition', () => {
  const parameters = [{ name: 'hours', label: '时限', type: 'number' as const, unit: '小时', options: [], example: '4' }, { name: 'way', label: '方式', type: 'choice' as const, unit: null, options: ['书面', '电话'], example: null }, { name: 'by', label: '日期', type: 'date' as const, unit: null, options: [], example: null }];
  it.each<[string, Record<string, unknown>, string[]]>([
    ['all given', { hours: '4', way: '书面', by: '2027-03-31' }, []],
    ['one missing', { hours: '4', way: '书面' }, ['/parameters/by parameter']],
    ['a unit in a number', { hours: '4小时', way: '书面', by: '2027-03-31' }, ['/parameters/hours number']],
    ['a choice nobody offers', { hours: '4', way: '微信', by: '2027-03-31' }, ['/parameters/way choice']],
    ['a day no calendar has', { hours: '4', way: '书面', by: '2027-02-30' }, ['/parameters/by date']],
    ['a name nobody knows', { hours: '4', way: '书面', by: '2027-03-31', other: 'x' }, ['/parameters/other unknown']],
    ['no text at all', { hours: 4, way: null, by: {} }, ['/parameters/hours parameter', '/parameters/way parameter', '/parameters/by parameter']],
  ])('%s', (_name, values, faults) => expect(parameterFaults(parameters, values).map(one => `${one.pointer} ${one.code}`)).toEqual(faults));

  it('are filled with their unit, and a value is never read as a place', () => {
    expect(rendered('{hours}内以{way}报告，{unknown}', parameters, { hours: ' 4 ', way: '{hours}' })).toBe('4小时内以{hours}报告，{unknown}');
  });

  it('fit text and table', () => {
    expect(contentFaults({ text: '{a}和{b}', parameters: [{ name: 'a', type: 'text' }, { name: 'c', type: 'choice', options: ['一'] }] }).map(one => `${one.pointer} ${one.code}`)).toEqual(['/parameters missing', '/parameters/1/name unused', '/parameters/1/options options']);
    expect(contentFaults({ text: '每年', duty: { rule: 'month-day', content: '做', monthDay: '02-30' } }).map(one => one.pointer)).toEqual(['/duty/monthDay']);
  });

  it('the library that comes with the platform is sound and says that nobody verified it', () => {
    expect(CONDITION_SEED.flatMap(row => contentFaults({ ...row, duty: row.duty ?? undefined }).map(one => `${row.code} ${one.pointer}`))).toEqual([]);
    expect(CONDITION_SEED.filter(row => row.verified)).toEqual([]);
    expect(new Set(CONDITION_SEED.map(row => row.code)).size).toBe(CONDITION_SEED.length);
    for (const row of CONDITION_SEED) for (const name of placesIn(row.duty?.content ?? '')) expect(placesIn(row.text)).toContain(name);
  });
});

describe('conditions placed in time', () => {
  const facts = (text: string): ConditionAct['facts'] => ({ libraryCode: null, libraryVersion: null, title: '条件', kind: 'other', subject: 'site', subjectCode: null, text, legalBasis: '依据', verified: false, isPublic: true, reason: '理由' });
  const acts = fc.array(fc.record({ act: fc.constantFrom('add', 'change', 'drop'), of: fc.constantFrom('a', 'b', 'c', 'gone') }), { maxLength: 6 })
    .map(list => list.map(({ act, of }, n): ConditionAct => ({ act: act as ConditionAct['act'], permitConditionId: act === 'add' ? null : of, facts: facts(`${n}`), duty: template({}) })));

  it('touch what is named and leave the rest; what is no longer there is neither ended nor begun', () => {
    fc.assert(fc.property(acts, days, (list, from) => {
      const plan = planConditions([{ id: 'a' }, { id: 'b' }, { id: 'c' }], list, from);
      const named = list.flatMap(one => (one.permitConditionId && one.permitConditionId !== 'gone' ? [one.permitConditionId] : []));
      expect(plan.end).toEqual(named);
      expect(plan.begin.length).toBe(list.filter(one => one.act === 'add' || (one.act === 'change' && one.permitConditionId !== 'gone')).length);
      for (const one of plan.begin) expect([one.validFrom, one.validUntil, (one.duty?.firstDueOn ?? from) >= from]).toEqual([from, null, true]);
    }));
  });

  it('keep the days that a renewal still to begin gave them', () => {
    const change = (id: string): ConditionAct => ({ act: 'change', permitConditionId: id, facts: facts(id), duty: null });
    const open = [{ id: 'runs', validFrom: '2027-01-01', validUntil: '2031-11-23' }, { id: 'comes', validFrom: '2031-11-23', validUntil: null }, { id: 'both', validFrom: '2027-01-01', validUntil: null }];
    const { begin } = planConditions(open, [change('runs'), change('comes'), change('both')], '2031-09-24');
    expect(begin.map(one => [one.text, one.validFrom, one.validUntil])).toEqual([['runs', '2031-09-24', '2031-11-23'], ['comes', '2031-11-23', null], ['both', '2031-09-24', null]]);
  });

  it('are printed with what they are laid on, how often and from when', () => {
    const paper = chaptersOf({ managementCategory: 'key' } as Parameters<typeof chaptersOf>[0], {}, [{ kind: 'monitoring', text: '比对监测', legalBasis: 'HJ 75', subjectCode: 'DA001', duty: { period: 'quarterly', content: '上传记录', firstDueOn: '2026-12-31' } }]);
    expect(paper[7]?.paragraphs.at(-1)).toBe('DA001：比对监测（每季度：上传记录，首次 2026-12-31 前）（HJ 75）');
  });

  it('name the codes of the form', () => {
    expect(subjectsOf({ basic: { name: 'DA009厂' }, 'air-outlets': { outlets: [{ id: 'x', code: 'DA002' }, { id: 'y', code: 'DA001', note: 'MF12' }] }, nodes: { nodes: [{ facilityCode: 'MF0001', treatmentCode: 'TA001' }] } } as never)).toEqual({ outlets: ['DA001', 'DA002'], facilities: ['MF0001', 'TA001'] });
  });
});
