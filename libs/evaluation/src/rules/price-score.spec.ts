import fc from 'fast-check';
import { AverageFormula, PriceFormula, priceScores } from './price-score';

const bids = (...prices: string[]) => prices.map((priceYuan, index) => ({ bidId: `b${index}`, priceYuan }));
const points = (formula: PriceFormula, weight: number, ...prices: string[]): string[] => priceScores(formula, weight, bids(...prices)).lines.map(line => line.points);
const LOWEST: PriceFormula = { kind: 'lowest' };
const MEAN: AverageFormula = { kind: 'average-deviation', above: '1', below: '0.5', float: '0', dropFrom: null };

describe('price points', () => {
  it.each([
    ['90, 100 and 120 万元 at 20 %', LOWEST, 20, ['900000', '1000000', '1200000'], ['20.00', '18.00', '15.00']],
    ['one bid earns all', LOWEST, 30, ['5'], ['30.00']],
    ['equal prices earn alike', LOWEST, 10, ['7.00', '7'], ['10.00', '10.00']],
    ['rounded half up: 10 ÷ 16 × 10 = 6.25; 1 ÷ 3 × 10', LOWEST, 10, ['10', '16', '30'], ['10.00', '6.25', '3.33']],
    ['without weight the price does not count', LOWEST, 0, ['1', '2'], ['0.00', '0.00']],
    ['mean 100: 10 % above costs 10, 10 % below costs 5 of a hundred', MEAN, 20, ['90', '100', '110'], ['19.00', '20.00', '18.00']],
    ['far away earns nothing, never less', { ...MEAN, above: '10' }, 20, ['10', '10', '100'], ['12.50', '12.50', '0.00']],
    ['five bids: highest and lowest do not count for the mean', { ...MEAN, dropFrom: 5 }, 20, ['1', '90', '100', '110', '900'], ['10.10', '19.00', '20.00', '18.00', '0.00']],
    ['four bids: they do', { ...MEAN, dropFrom: 5 }, 20, ['90', '100', '110', '100'], ['19.00', '20.00', '18.00', '20.00']],
    ['the base 5 % below the mean', { ...MEAN, float: '5' }, 20, ['100', '100'], ['18.95', '18.95']],
  ] as [string, PriceFormula, number, string[], string[]][])('%s', (_, formula, weight, prices, expected) => {
    expect(points(formula, weight, ...prices)).toEqual(expected);
  });

  it('says line by line how it reckoned', () => {
    const result = priceScores(LOWEST, 20, bids('900000', '1000000'));
    expect(result.baseZh).toBe('基准价 = 有效报价的最低价 900000.00 元');
    expect(result.lines[1]?.zh).toBe('900000.00 ÷ 1000000.00 × 100 × 20% = 18.00');
    expect(priceScores({ ...MEAN, float: '5' }, 20, bids('100', '100')).baseZh).toBe('基准价 = 全部有效报价的平均价 × (1 − 5%) = 95.00 元');
    expect(priceScores(LOWEST, 20, []).lines).toEqual([]);
  });

  const price = fc.integer({ min: 1, max: 10_000_000_00 }).map(fen => (fen / 100).toFixed(2));
  const world = fc.record({ prices: fc.array(price, { minLength: 1, maxLength: 12 }), weight: fc.integer({ min: 0, max: 100 }) });
  const formulas: PriceFormula[] = [LOWEST, MEAN, { ...MEAN, dropFrom: 5, float: '3', above: '2' }];

  it.each(formulas)('never leaves 0 … weight and does not depend on the order: $kind', formula => {
    fc.assert(fc.property(world, ({ prices, weight }) => {
      const forward = points(formula, weight, ...prices);
      expect(forward.every(one => Number(one) >= 0 && Number(one) <= weight)).toBe(true);
      expect(points(formula, weight, ...[...prices].reverse()).reverse()).toEqual(forward);
    }), { numRuns: 200 });
  });

  it('lowest price: the cheapest earns the weight, and who asks more never earns more', () => {
    fc.assert(fc.property(world, ({ prices, weight }) => {
      const sorted = [...prices].sort((a, b) => Number(a) - Number(b));
      const earned = points(LOWEST, weight, ...sorted).map(Number);
      expect(earned[0]).toBe(weight);
      expect(earned.every((one, at) => at === 0 || one <= (earned[at - 1] as number))).toBe(true);
    }), { numRuns: 200 });
  });

  it('average: on either side of the base, who is nearer never earns less', () => {
    fc.assert(fc.property(world, ({ prices, weight }) => {
      const { baseYuan, lines } = priceScores(MEAN, weight, bids(...prices));
      const base = Number(baseYuan);
      for (const side of [(p: number) => p >= base, (p: number) => p <= base]) {
        const ordered = lines.filter(line => side(Number(line.priceYuan))).sort((a, b) => Math.abs(Number(a.priceYuan) - base) - Math.abs(Number(b.priceYuan) - base));
        ordered.forEach((line, at) => expect(at === 0 || Number(line.points) <= Number(ordered[at - 1]?.points)).toBe(true));
      }
    }), { numRuns: 200 });
  });
});
