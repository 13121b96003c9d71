import Decimal from 'decimal.js';
import fc from 'fast-check';
import { PENALISED_VIOLATIONS } from '../schemes/event-types';
import { FIRM_ROWS } from '../schemes/firms';
import { NATIONAL_ROWS } from '../schemes/national';
import { SHANXI_ROWS } from '../schemes/shanxi';
import { compile, faultsOf } from './compile';
import { evaluate } from './evaluate';
import { EventStatus, knownAt, Ledger, LedgerChange, LedgerEvent, statusOn } from './ledger';
import { throughBands } from './indicators';
import type { SchemeDefinition, SchemeRow } from './scheme';
import { whatIf } from './what-if';

const DAY = '2026-11-23';
const NATIONAL: SchemeDefinition = { key: 'national-21', method: 'indicators', rows: NATIONAL_ROWS };
const SHANXI: SchemeDefinition = { key: 'shanxi-100', method: 'points', rows: SHANXI_ROWS };
const FIRM: SchemeDefinition = { key: 'firm-100', method: 'points', rows: FIRM_ROWS };
const [national, shanxi, firm] = [compile(NATIONAL), compile(SHANXI), compile(FIRM)];

const event = (key: string, over: Partial<LedgerEvent> = {}): LedgerEvent => ({
  key, type: 'fine', severity: 'general', title: key, legalBasis: '', evidenceFileId: null, indicator: null, measure: null, score: null, points: null, occurredOn: '2026-06-01', validFrom: '2026-06-01', validUntil: null, recordedAt: '2026-06-02T00:00:00.000Z', ...over,
});
const reading = (indicator: string, value: Partial<LedgerEvent>): LedgerEvent => event(`reading:${indicator}`, { type: 'reading', indicator, ...value });
const change = (eventKey: string, status: EventStatus, effectiveOn: string, recordedAt = `${effectiveOn}T01:00:00.000Z`): LedgerChange => ({ key: `${eventKey}:${status}:${effectiveOn}`, eventKey, status, effectiveOn, recordedAt });
const ledger = (events: readonly LedgerEvent[], changes: readonly LedgerChange[] = []): Ledger => ({ events, changes });

/** 算例: attainment 92 %, hazardous waste 65, self-monitoring 70, risk 85, complaints 60, everything else full. */
const WORKED = [reading('1', { measure: '92' }), reading('3', { score: '65' }), reading('13', { score: '70' }), reading('15', { score: '85' }), reading('18', { score: '60' })];

describe('the national method', () => {
  it('gives 77.35 yellow with a penalty and 92.35 blue without, line by line', () => {
    const punished = evaluate(national, ledger([...WORKED, event('fine')]), DAY);
    expect([punished.score, punished.grade, punished.vetoes]).toEqual(['77.35', 'yellow', []]);
    expect(punished.lines.filter(line => line.kind === 'indicator').map(line => line.contribution)).toEqual(['12.6', '5', '3.25', '4', '2', '2', '2', '4', '4', '4', '4', '4', '2.8', '4', '8.5', '4', '0', '1.2', '2', '2', '2']);
    expect(punished.lines.find(line => line.code === '17')).toMatchObject({ note: 'effect', events: ['fine'] });
    const clean = evaluate(national, ledger(WORKED), DAY);
    expect([clean.score, clean.grade]).toEqual(['92.35', 'blue']);
  });

  it.each([['92', '84'], ['100', '100'], ['90', '80'], ['89.99', '78.9806666667'], ['75', '50'], ['74.99', '48.9804'], ['50', '0'], ['49.99', '0'], ['0', '0']])('reads an attainment of %s %% as %s', (measure, score) => {
    const bands = NATIONAL_ROWS.find(row => row.kind === 'indicator' && row.code === '1')?.attributes.bands ?? [];
    expect(throughBands(bands, new Decimal(measure)).toDecimalPlaces(10).toFixed()).toBe(score);
  });

  it('gives the weight of what does not apply to the others', () => {
    const without = evaluate(national, ledger([reading('1', {}), reading('3', { score: '50' })]), DAY);
    expect(without.score).toBe('97.06'); // 100 − 5·50/85
    expect(without.lines.find(line => line.code === '1')).toMatchObject({ note: 'not-applicable', contribution: '0', score: null });
    expect(evaluate(national, ledger(NATIONAL_ROWS.filter(row => row.kind === 'indicator').map(row => reading(row.code, {}))), DAY).score).toBe('100.00');
  });

  it('is green only with full marks and two voluntary steps', () => {
    const voluntary = ['a', 'b'].map(key => event(key, { type: 'voluntary' }));
    expect(evaluate(national, ledger([]), DAY).grade).toBe('blue');
    expect(evaluate(national, ledger(voluntary.slice(1)), DAY).grade).toBe('blue');
    expect(evaluate(national, ledger(voluntary), DAY).grade).toBe('green');
    expect(evaluate(national, ledger([...voluntary, reading('20', { score: '99.99' })]), DAY).grade).toBe('blue');
  });

  it.each(NATIONAL_ROWS.filter(row => row.kind === 'veto').map(row => [row.code, row.attributes.types?.[0] ?? ''] as const))('%s is a veto by %s', (code, type) => {
    const outcome = evaluate(national, ledger([event('x', { type, severity: 'serious' })]), DAY);
    expect([outcome.grade, outcome.vetoes]).toEqual(['red', [code]]);
    expect(outcome.lines.at(-1)).toMatchObject({ kind: 'veto', events: ['x'] });
    expect(evaluate(national, ledger([event('x', { type, occurredOn: '2025-01-01', validFrom: '2025-01-01' })]), DAY).vetoes).toEqual([]);
  });

  it('shows a penalty for a grave violation on the line of penalties as well: the lines add up to the score', () => {
    const sum = (lines: readonly { contribution: string | null }[]): string => lines.reduce((total, line) => total.plus(line.contribution ?? 0), new Decimal(0)).toFixed(2);
    for (const type of PENALISED_VIOLATIONS) {
      const outcome = evaluate(national, ledger([...WORKED, event('x', { type, severity: 'serious' })]), DAY);
      expect([type, outcome.score, sum(outcome.lines)]).toEqual([type, '77.35', '77.35']);
      expect(outcome.lines.find(line => line.kind === 'indicator' && line.code === '17')).toMatchObject({ score: '0', contribution: '0', note: 'effect', events: ['x'] });
    }
    // a conviction is no penalty of an authority, an incident is none yet
    for (const type of ['crime', 'incident-major', 'water-source', 'sensitive-area', 'supervision-overdue']) expect([type, evaluate(national, ledger([...WORKED, event('x', { type })]), DAY).score]).toEqual([type, '92.35']);
  });

  it('has fourteen vetoes and weights that come to a hundred', () => {
    expect(NATIONAL_ROWS.filter(row => row.kind === 'veto')).toHaveLength(14);
    expect(faultsOf(NATIONAL)).toEqual([]);
    const less = { ...NATIONAL, rows: NATIONAL_ROWS.map(row => (row.kind === 'indicator' && row.code === '1' ? { ...row, value: '14' } : row)) };
    expect(faultsOf(less).map(fault => [fault.code, fault.zh])).toEqual([['sum', '指标权重合计须为 100，现为 99，请调整后再保存']]);
    expect(() => compile(less)).toThrow('add up to 100');
  });

  it('goes one grade down at once with a general incident', () => {
    const outcome = evaluate(national, ledger([event('spill', { type: 'incident-general' })]), DAY);
    expect([outcome.gradeByScore, outcome.grade]).toEqual(['blue', 'yellow']);
  });
});

describe('a scheme', () => {
  const row = (over: Partial<SchemeRow>): SchemeRow => ({ kind: 'tier', code: 'x', title: '行', value: '1', unit: '', attributes: {}, legalBasis: '', verified: false, note: null, ...over });
  it.each<[string, readonly SchemeRow[], string]>([
    ['a number that is none', [...SHANXI_ROWS, row({ kind: 'deduction', code: 'crime', value: 'zwei' })], 'decimal'],
    ['the same event twice', [...SHANXI_ROWS, row({ kind: 'deduction', code: 'second', value: '-1', attributes: { types: ['fine'] } })], 'double'],
    ['one grade only', SHANXI_ROWS.filter(one => one.kind !== 'tier' || one.code === 'A'), 'tiers'],
    ['two grades of one cut-off', [...SHANXI_ROWS, row({ code: 'E', value: '90' })], 'tiers'],
    ['a gate to nowhere', [...SHANXI_ROWS, row({ kind: 'gate', value: '10', attributes: { tier: 'Z' } })], 'unknown-tier'],
    ['no start', SHANXI_ROWS.filter(one => one.code !== 'initial'), 'initial'],
    ['bands that run backwards', [...SHANXI_ROWS, row({ kind: 'measure', value: '', attributes: { bands: [{ from: '5', to: '4', low: '0', high: '1' }] } })], 'bands'],
  ])('with %s is not used', (_, rows, code) => {
    expect(faultsOf({ ...SHANXI, rows }).map(fault => fault.code)).toContain(code);
  });
  it('that ships has no fault', () => {
    for (const one of [NATIONAL, SHANXI, FIRM]) expect(faultsOf(one)).toEqual([]);
  });
});

describe('points', () => {
  it.each<[string, readonly LedgerEvent[], string, string]>([
    ['nothing', [], '100.00', 'A'],
    ['a fine', [event('a')], '92.00', 'A'],
    ['two fines', [event('a'), event('b')], '84.00', 'B'],
    ['a large fine and two fines', [event('a'), event('b'), event('c', { type: 'fine-large' })], '69.00', 'C'],
    ['a revoked permit and a fine', [event('a', { type: 'licence-revoked' }), event('b')], '52.00', 'D'],
    ['more than there is', ['a', 'b', 'c'].map(key => event(key, { type: 'licence-revoked' })), '0.00', 'D'],
    ['voluntary steps, no more than the start', [event('v', { type: 'voluntary' })], '100.00', 'A'],
    ['five voluntary steps against a large fine: six at most', [event('x', { type: 'fine-large' }), ...[1, 2, 3, 4, 5].map(n => event(`v${n}`, { type: 'voluntary' }))], '91.00', 'A'],
    ['a veto', [event('c', { type: 'crime' })], '100.00', 'D'],
    ['a general incident', [event('i', { type: 'incident-general' })], '90.00', 'B'],
    ['a fine of a year and a half ago', [event('a', { occurredOn: '2025-05-01', validFrom: '2025-05-01' })], '100.00', 'A'],
  ])('of Shanxi for %s', (_, events, score, grade) => {
    const outcome = evaluate(shanxi, ledger(events), DAY);
    expect([outcome.score, outcome.grade]).toEqual([score, grade]);
  });

  it.each<[string, readonly LedgerEvent[], string, string]>([
    ['fault', [event('f', { type: 'firm.fault' })], '80.00', 'B'],
    ['fraud', [event('f', { type: 'firm.fraud' })], '100.00', 'D'],
    ['nine points', [event('f', { type: 'firm.integrity', points: '-9' })], '91.00', 'A'],
    ['ten points warn', [event('f', { type: 'firm.integrity', points: '-5' }), event('g', { type: 'firm.integrity', points: '-5' })], '90.00', 'C'],
    ['twenty restrict', [event('f', { type: 'firm.integrity', points: '-20' })], '80.00', 'D'],
    ['middling work', [event('r', { type: 'firm.reading', indicator: 'delivery', measure: '3.50' })], '95.00', 'A'],
    ['eleven refusals', Array.from({ length: 11 }, (__, n) => event(`r${n}`, { type: 'firm.review-failed' })), '70.00', 'C'],
  ])('of firms for %s', (_, events, score, grade) => {
    const outcome = evaluate(firm, ledger(events), DAY);
    expect([outcome.score, outcome.grade]).toEqual([score, grade]);
  });

  it('says when something changes by itself, and when repair may be asked for', () => {
    const outcome = evaluate(shanxi, ledger([event('a', { validFrom: '2026-09-10' }), event('b', { type: 'licence-revoked', severity: 'serious', validFrom: '2026-11-01' })]), DAY);
    expect(outcome.nextChangeOn).toBe('2027-09-10');
    expect(outcome.standings.map(one => [one.event.key, one.until, one.repairFrom])).toEqual([['a', '2027-09-09', '2026-12-10'], ['b', '2029-10-31', '2027-11-01']]);
  });
});

describe('the ledger', () => {
  it.each<[string, readonly LedgerChange[], EventStatus | null]>([
    ['nothing', [], 'active'],
    ['an appeal', [change('a', 'suspended', '2026-07-01')], 'suspended'],
    ['an appeal that was refused', [change('a', 'suspended', '2026-07-01'), change('a', 'active', '2026-08-01')], 'active'],
    ['an appeal refused on its own day', [change('a', 'active', '2026-07-01'), change('a', 'suspended', '2026-07-01')], 'active'],
    ['repair', [change('a', 'repaired', '2026-07-01')], 'repaired'],
    ['repair that was taken back', [change('a', 'repaired', '2026-07-01'), change('a', 'active', '2026-09-01')], 'active'],
    ['revocation, whatever follows', [change('a', 'revoked', '2026-07-01'), change('a', 'active', '2026-09-01')], 'revoked'],
    ['something of tomorrow', [change('a', 'revoked', '2026-11-24')], 'active'],
  ])('after %s', (_, changes, status) => {
    for (const order of [changes, [...changes].reverse()]) expect(statusOn(event('a'), null, { changes: order, day: DAY })).toBe(status);
  });

  it('knows what was known: a revocation changes today’s answer about the past, not the answer of the past', () => {
    const all = ledger([event('a')], [change('a', 'revoked', '2026-06-01', '2026-10-01T00:00:00.000Z')]);
    expect(evaluate(shanxi, all, '2026-08-01').score).toBe('100.00');
    expect(evaluate(shanxi, knownAt(all, '2026-09-30T23:59:59.999Z'), '2026-08-01').score).toBe('92.00');
    expect(evaluate(shanxi, knownAt(all, '2026-06-01T00:00:00.000Z'), '2026-08-01').score).toBe('100.00');
  });

  const day = fc.integer({ min: 0, max: 900 }).map(n => new Date(Date.UTC(2024, 6, 1) + n * 86_400_000).toISOString().slice(0, 10));
  const types = ['fine', 'fine-large', 'warning', 'incident-general', 'crime', 'voluntary', 'exceedance', 'reading'] as const;
  const anEvent = fc.record({ type: fc.constantFrom(...types), on: day, indicator: fc.constantFrom('1', '3', '17'), measure: fc.integer({ min: 0, max: 10_000 }).map(n => (n / 100).toFixed(2)) });
  const aChange = fc.record({ of: fc.nat(30), status: fc.constantFrom<EventStatus>('suspended', 'active', 'repaired', 'revoked'), on: day });
  const aLedger = fc.tuple(fc.array(anEvent, { maxLength: 30 }), fc.array(aChange, { maxLength: 20 })).map(([events, changes]) => ledger(
    events.map(({ type, on, indicator, measure }, n) => event(`e${String(n).padStart(2, '0')}`, { type, occurredOn: on, validFrom: on, ...(type === 'reading' ? { indicator, measure } : {}) })),
    changes.map(({ of, status, on }) => change(`e${String(of).padStart(2, '0')}`, status, on)),
  ));

  it('gives bit-identical results for any order of arrival', () => {
    fc.assert(fc.property(aLedger, day, fc.infiniteStream(fc.nat()), (all, on, noise) => {
      const shuffled = <T>(rows: readonly T[]): T[] => rows.map(one => [noise.next().value as number, one] as const).sort(([a], [b]) => a - b).map(([, one]) => one);
      for (const scheme of [national, shanxi]) expect(JSON.stringify(evaluate(scheme, ledger(shuffled(all.events), shuffled(all.changes)), on))).toBe(JSON.stringify(evaluate(scheme, all, on)));
    }), { numRuns: 150 });
  });

  it('keeps scores within their bounds, and lines that add up to the score', () => {
    fc.assert(fc.property(aLedger, day, (all, on) => {
      for (const scheme of [national, shanxi]) {
        const { score, lines } = evaluate(scheme, all, on);
        expect(Number(score)).toBeGreaterThanOrEqual(0);
        expect(Number(score)).toBeLessThanOrEqual(100);
        expect(Math.abs(lines.reduce((sum, line) => sum + Number(line.contribution ?? 0), 0) - Number(score))).toBeLessThan(0.01);
      }
    }), { numRuns: 150 });
  });

  it('changes nothing between two days on which nothing is due', () => {
    fc.assert(fc.property(aLedger, day, (all, on) => {
      const now = evaluate(shanxi, all, on);
      if (now.nextChangeOn === null) return;
      const before = new Date(Date.parse(`${now.nextChangeOn}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
      expect(evaluate(shanxi, all, before)).toMatchObject({ score: now.score, grade: now.grade });
    }), { numRuns: 150 });
  });

  it('supposes without keeping: repair, removal, addition and another value', () => {
    const all = ledger([event('a'), reading('1', { measure: '92', validFrom: DAY })]);
    const copy = JSON.stringify(all);
    const suppose = (over: object) => whatIf(shanxi, all, { day: DAY, supposition: { repair: [], remove: [], add: [], readings: [], ...over } });
    expect([suppose({ repair: ['a'] }), suppose({ remove: ['a'] }), suppose({ add: [{ type: 'crime', severity: 'serious', title: '', on: DAY, points: null }] })].map(({ before, after }) => [before.score, after.score, after.grade])).toEqual([['92.00', '100.00', 'A'], ['92.00', '100.00', 'A'], ['92.00', '92.00', 'D']]);
    const read = whatIf(national, all, { day: DAY, supposition: { repair: ['a'], remove: [], add: [], readings: [{ indicator: '1', measure: '100', score: null }] } });
    expect([read.before.score, read.after.score]).toEqual(['82.60', '100.00']);
    expect(JSON.stringify(all)).toBe(copy);
  });
});
