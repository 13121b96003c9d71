import Decimal from 'decimal.js';

/** Units of a capacity by what they measure; only those of one kind can be compared. 0.7 MW of a boiler is 1 t/h of steam (名录). */
const UNITS: Readonly<Record<string, readonly [kind: string, factor: string]>> = {
  't/a': ['t/a', '1'], '万t/a': ['t/a', '10000'], 'm³/a': ['m³/a', '1'], '万m³/a': ['m³/a', '10000'], MW: ['MW', '1'], kW: ['MW', '0.001'], 't/h': ['MW', '0.7'], 蒸吨: ['MW', '0.7'],
  't/d': ['t/d', '1'], '万t/d': ['t/d', '10000'], 'm³/d': ['t/d', '1'], '万m³/d': ['t/d', '10000'], 'm³/h': ['t/d', '24'], 床: ['床', '1'], 张: ['床', '1'],
};

const plain = (unit: string): string =>
  unit.replace(/\s/g, '').replace(/m3|立方米/g, 'm³').replace(/吨/g, 't').replace(/\/年/, '/a').replace(/\/[日天]/, '/d').replace(/\/(小时|时)/, '/h').replace(/^兆瓦$/, 'MW').replace(/^蒸t$/, '蒸吨').replace(/^(床位|张床位?)$/, '床');

/** A size in the base unit of its kind; a unit nobody listed is a kind of its own. */
export function sized(value: Decimal, unit: string | undefined): { readonly kind: string; readonly value: Decimal } {
  const name = plain(unit ?? '');
  const [kind, factor] = UNITS[name] ?? [name, '1'];
  return { kind, value: value.times(factor) };
}
