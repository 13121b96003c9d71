import type { Form } from '@huanbao/permits';
import Decimal from 'decimal.js';
import { tableOf, textIn } from '../form-words';
import type { LedgerItem } from '../ledger/template';
import type { QuantityFacts, RunFacts } from './period-facts';

/** An entry that holds, as far as sums need it. */
export interface SummedEntry {
  readonly itemKey: string;
  readonly businessDate: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const numberOf = (value: unknown): Decimal => (typeof value === 'string' || typeof value === 'number' ? (/^-?\d+(\.\d+)?$/.test(String(value)) ? new Decimal(value) : new Decimal(0)) : new Decimal(0));
const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const sum = (entries: readonly SummedEntry[], name: string): string => entries.reduce((total, one) => total.add(numberOf(one.data[name])), new Decimal(0)).toFixed();

/** Hours, reagents and failures of each facility or treatment of a kind. */
export function runsOf(items: readonly LedgerItem[], kind: LedgerItem['kind'], entries: readonly SummedEntry[]): RunFacts[] {
  return items.filter(item => item.kind === kind && item.key !== 'facility-operation:plant').map(item => {
    const own = entries.filter(one => one.itemKey === item.key);
    return {
      code: item.key.split(':').at(-1) ?? '', title: item.title, days: new Set(own.map(one => one.businessDate)).size, hours: sum(own, 'runningHours'), reagentKg: sum(own, 'reagentKg'),
      reagents: [...new Set(own.map(one => words(one.data['reagent'])).filter(Boolean))].join('、'),
      abnormal: own.filter(one => one.data['state'] === 'abnormal').map(one => ({ on: one.businessDate, cause: words(one.data['cause']), action: words(one.data['action']) })),
    };
  });
}

/** Output, materials and fuels: sums of the daily entries of the plant. */
export function quantitiesOf(form: Form, entries: readonly SummedEntry[]): QuantityFacts[] {
  const own = entries.filter(one => one.itemKey === 'facility-operation:plant');
  const of = (kind: QuantityFacts['kind'], [section, table, field]: readonly [string, string, string]): QuantityFacts[] =>
    tableOf(form, section, table).map((row, index) => {
      const name = `${field}${index + 1}`;
      const named = own.filter(one => one.data[name] !== undefined && one.data[name] !== null);
      return { kind, name: textIn(row, 'name'), amount: sum(named, name), days: new Set(named.map(one => one.businessDate)).size };
    });
  return [...of('product', ['products', 'products', 'output']), ...of('material', ['materials', 'materials', 'material']), ...of('fuel', ['materials', 'fuels', 'fuel'])];
}
