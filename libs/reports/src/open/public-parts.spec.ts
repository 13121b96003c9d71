import type { ReportForm } from '../form/part';
import { publicParts } from './public-reports';

const FORM: ReportForm = {
  basic: { facilities: [{ code: 'MF001', name: '秘密生产线', runningHours: '700' }], products: [{ name: '秘密产品', output: '1' }], materials: [{ name: '秘密原料', amount: '12000' }] },
  treatment: { runs: [{ code: 'TA001', name: '脱硫塔', reagents: '秘密药剂', reagentKg: '77.5' }] },
  emissions: { amounts: [{ outletCode: 'DA001', pollutant: 'NOx', subPeriod: '2026-10', amountT: '0.4', method: 'coefficient', steps: '秘密用量 12000 t × 系数' }] },
};

describe('what everyone may see of a report', () => {
  const said = (...declared: string[][]): string => JSON.stringify(publicParts('quarterly', FORM, declared.map(tradeSecretSections => ({ basic: { tradeSecretSections } }) as never)));

  it.each<[what: string, declared: string[][], hidden: string[], open: string[]]>([
    ['nothing declared', [[]], [], ['秘密药剂', '秘密用量', '秘密生产线']],
    ['products: also the facilities, which stand in the same section', [['products']], ['秘密产品', '秘密生产线', '秘密用量'], ['秘密药剂', '0.4']],
    ['materials: also the reckoning and the reagents that tell them', [['materials']], ['秘密原料', '秘密用量', '秘密药剂', '77.5'], ['脱硫塔', '0.4']],
    ['the process: also how its treatment is called', [['process-nodes']], ['秘密用量', '秘密药剂', '脱硫塔'], ['TA001', '0.4']],
    ['declared only after the report', [[], ['materials']], ['秘密原料', '秘密用量', '秘密药剂'], ['0.4']],
  ])('%s', (_, declared, hidden, open) => {
    const text = said(...declared);
    for (const word of hidden) expect([word, text.includes(word)]).toEqual([word, false]);
    for (const word of open) expect([word, text.includes(word)]).toEqual([word, true]);
  });
});
