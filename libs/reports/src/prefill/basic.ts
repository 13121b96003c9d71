import type { Row } from '@huanbao/permits';
import { textIn } from '../form/form';
import type { ReportFacts } from './facts';
import { type Offer, rowIdOf, type Sources } from './offer';
import { fromLedger, fromPermit, permitRows, text } from './words';

interface Sourced {
  readonly row: Row;
  readonly source: { readonly zh: string; readonly en: string };
}

/** Rows and the sources of their cells. */
export function tableOffer(name: string, rows: readonly Sourced[]): Offer {
  return { data: { [name]: rows.map(({ row }) => row) }, sources: Object.fromEntries(rows.map(({ row, source }) => [`/${name}/@${String(row['id'])}`, source])) };
}

/** Several offers as one. */
export function together(...offers: readonly Offer[]): Offer {
  return { data: Object.assign({}, ...offers.map(one => one.data)) as Offer['data'], sources: Object.assign({}, ...offers.map(one => one.sources)) as Sources };
}

export const scalars = (values: Readonly<Record<string, string | boolean | undefined>>, source: Sourced['source']): Offer => {
  const known = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return { data: Object.fromEntries(known), sources: Object.fromEntries(known.map(([name]) => [`/${name}`, source])) };
};

/** ① from the permit of the period, the ledgers and the reported stoppages. */
export function basicOffer(facts: ReportFacts): Offer {
  const { permit, period } = facts;
  const annual = facts.kind === 'annual';
  const head = { enterpriseName: permit.enterpriseName, permitNumber: permit.number, ...(annual ? { siteAddress: permit.siteAddress, industryName: permit.industryName } : {}) };
  return together(
    scalars(head, fromPermit(facts)), scalars({ period: `${period.from} 至 ${period.to}` }, text('许可证载明的报告周期', 'The period the permit names')),
    stopped(facts), tableOffer('stoppages', stoppageRows(facts)), tableOffer('facilities', facilityRows(facts)), tableOffer('products', productRows(facts)),
    ...(annual ? [tableOffer('materials', useRows(facts, 'material'))] : []), tableOffer('fuels', useRows(facts, 'fuel')),
  );
}

/** Said only where it is certain: one reported stoppage covers the whole period. */
function stopped({ stoppages, period }: ReportFacts): Offer {
  const whole = stoppages.some(one => one.isWhole && one.fromOn <= period.from && (one.toOn === null || one.toOn >= period.to));
  return scalars({ stopped: whole }, whole ? text('停产报告覆盖整个报告期', 'A reported stoppage covers the period') : text('平台没有覆盖整个报告期的停产报告', 'No reported stoppage covers the period'));
}

const stoppageRows = ({ stoppages }: ReportFacts): Sourced[] => stoppages.map(({ id, fromOn, toOn, scope, reason }) => ({
  row: { id: rowIdOf('stoppage', id), fromOn, ...(toOn === null ? {} : { toOn }), scope, reason }, source: text('停产报告', 'Reported stoppage'),
}));

function facilityRows({ form, records }: ReportFacts): Sourced[] {
  return permitRows(form, 'products', 'facilities').map(row => {
    const code = textIn(row, 'code');
    const run = records.facilities.find(one => one.code === code);
    return { row: { id: rowIdOf('facility', code), code, name: textIn(row, 'name'), ...(run && run.days > 0 ? { runningHours: run.hours } : {}) }, source: fromLedger(run?.days ?? 0) };
  });
}

function productRows({ form, records }: ReportFacts): Sourced[] {
  return permitRows(form, 'products', 'products').map(row => {
    const name = textIn(row, 'name');
    const made = records.quantities.find(one => one.kind === 'product' && one.name === name);
    const capacityUnit = textIn(row, 'capacityUnit');
    return {
      row: { id: rowIdOf('product', name), name, capacity: textIn(row, 'capacity'), capacityUnit, unit: withoutYear(capacityUnit), ...(made && made.days > 0 ? { output: made.amount } : {}) }, source: fromLedger(made?.days ?? 0),
    };
  });
}

function useRows({ form, records }: ReportFacts, kind: 'material' | 'fuel'): Sourced[] {
  const table = kind === 'fuel' ? 'fuels' : 'materials';
  return permitRows(form, 'materials', table).map(row => {
    const name = textIn(row, 'name');
    const used = records.quantities.find(one => one.kind === kind && one.name === name);
    const fuel = kind === 'fuel' ? { sulphurPercent: textIn(row, 'sulphurPercent') || undefined, calorificValueMJ: textIn(row, 'calorificValueMJ') || undefined } : {};
    return { row: { id: rowIdOf(kind, name), name, unit: withoutYear(textIn(row, 'unit')), ...known(fuel), ...(used && used.days > 0 ? { amount: used.amount } : {}) }, source: fromLedger(used?.days ?? 0) };
  });
}

/** The unit of a yearly figure as the unit of a sum. */
export const withoutYear = (unit: string): string => unit.replace(/\/[ad]$/, '');
export const known = (row: Readonly<Record<string, string | undefined>>): Record<string, string> => Object.fromEntries(Object.entries(row).filter((one): one is [string, string] => one[1] !== undefined && one[1] !== ''));
