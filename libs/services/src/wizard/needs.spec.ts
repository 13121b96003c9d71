import { CATALOGUE } from '../catalogue/catalogue-seed';
import { DutyFact, Facts, needsOf } from './needs';
import { ANSWERS, needsByAnswers, QUESTIONS } from './questions';

const TODAY = '2026-11-23';
const facts = (over: Partial<Facts> = {}): Facts => ({ today: TODAY, permits: [], duties: [], findings: [], stoppages: [], ...over });
const permit = { number: 'P', siteName: '主厂区', standing: 'valid', validTo: '2029-12-31' } as const;
const duty = (over: Partial<DutyFact>): DutyFact => ({ kind: 'report-annual', title: { zh: '年度执行报告', en: 'Yearly report' }, dueOn: '2026-12-01', status: 'due', legalBasis: '条例第二十二条', ...over });
const services = (over: Partial<Facts>): string[] => needsOf(facts(over)).map(need => need.service);

describe('what an enterprise needs', () => {
  it.each<[string, Partial<Facts>, string[]]>([
    ['nothing known, nothing proposed', {}, []],
    ['a permit with years to go', { permits: [permit] }, []],
    ['a permit in the renewal window', { permits: [{ ...permit, validTo: '2027-03-01' }] }, ['permit-renewal']],
    ['an expired permit', { permits: [{ ...permit, standing: 'expired', validTo: '2026-10-01' }] }, ['permit-application']],
    ['a cancelled permit', { permits: [{ ...permit, standing: 'cancelled' }] }, []],
    ['a report due in a week', { duties: [duty({})] }, ['execution-report']],
    ['a report due next summer', { duties: [duty({ dueOn: '2027-07-01', status: 'upcoming' })] }, []],
    ['monitoring that was missed', { duties: [duty({ kind: 'monitoring', status: 'overdue', dueOn: '2026-10-01' })] }, ['self-monitoring']],
    ['a condition of the permit', { duties: [duty({ kind: 'condition' })] }, ['steward']],
    ['keeping of records needs nobody', { duties: [duty({ kind: 'retention', status: 'overdue' })] }, []],
    ['an exceedance in the air', { findings: [{ place: 'DA001', pollutant: 'NOx', sampledOn: '2026-11-01' }] }, ['ultra-low-retrofit', 'self-monitoring']],
    ['an exceedance in water', { findings: [{ place: 'DW001', pollutant: 'COD', sampledOn: '2026-11-01' }] }, ['facility-operation', 'self-monitoring']],
    ['a stop of a month', { stoppages: [{ from: '2026-11-01', to: null }] }, []],
    ['a stop of half a year without an end', { stoppages: [{ from: '2026-05-01', to: null }] }, ['dismantling-plan', 'permit-cancellation', 'soil-report', 'legacy-waste']],
    ['a stop that is over', { stoppages: [{ from: '2026-01-01', to: '2026-08-01' }] }, []],
  ])('%s', (_what, over, expected) => expect(services(over)).toEqual(expected));

  it('puts what is overdue first and says each service once with all its reasons', () => {
    const needs = needsOf(facts({ permits: [{ ...permit, validTo: '2027-06-01' }], duties: [duty({}), duty({ kind: 'report-quarterly', status: 'overdue', dueOn: '2026-10-31', title: { zh: '三季度执行报告', en: 'Third quarter' } })] }));
    expect(needs.map(need => [need.service, need.why.map(why => why.overdue)])).toEqual([['execution-report', [true, false]], ['permit-renewal', [false]]]);
  });

  it('says by when renewal is to be asked for: 60 days before the end', () => expect(needsOf(facts({ permits: [{ ...permit, validTo: '2027-03-01' }] }))[0]?.why[0]).toMatchObject({ dueOn: '2026-12-31', overdue: false, article: '排污许可管理条例 第十四条' }));

  it('proposes only what the catalogue knows', () => {
    const known = new Set(CATALOGUE.flatMap(cell => cell.rows.map(row => row.code)));
    const proposed = QUESTIONS.flatMap(question => question.answers.flatMap(answer => answer.services));
    expect(proposed.filter(code => !known.has(code))).toEqual([]);
    expect(needsByAnswers([...ANSWERS, 'nonsense']).length).toBe(proposed.length);
  });

  it('knows all twelve cells, each service once', () => {
    expect(new Set(CATALOGUE.map(cell => cell.kind + cell.stage)).size).toBe(12);
    const codes = CATALOGUE.flatMap(cell => cell.rows.map(row => row.code));
    expect(new Set(codes).size).toBe(codes.length);
    expect(CATALOGUE.flatMap(cell => cell.rows).filter(row => row.law.length === 0 || row.deliverables.length === 0)).toEqual([]);
  });
});
