import { D } from './amount';

/** Milligrams a cubic metre of each unit a laboratory writes. `undefined` for a unit that is none of mass in a volume. */
const MG_PER_M3: Readonly<Record<string, string>> = { 'g/m³': '1000', 'mg/m³': '1', 'μg/m³': '0.001', 'ng/m³': '0.000001' };
const MG_PER_L: Readonly<Record<string, string>> = { 'g/L': '1000', 'mg/L': '1', 'μg/L': '0.001', 'ng/L': '0.000001' };
const T_PER: Readonly<Record<string, string>> = { t: '1', kg: '0.001', g: '0.000001', mg: '0.000000001', 万t: '10000' };

const SPELLINGS: Readonly<Record<string, string>> = { m3: 'm³', ug: 'μg', 'µg': 'μg', l: 'L', Nm3: 'm³', 'Nm³': 'm³' };

/** The one spelling of a unit: `ug/m3`, `µg/Nm³` and `μg/m³` are the same. */
export function unitOf(written: string): string {
  return written
    .trim()
    .split('/')
    .map(part => SPELLINGS[part] ?? part)
    .join('/');
}

const convert = (value: string, from: string | undefined, to: string | undefined): string | undefined =>
  from === undefined || to === undefined ? undefined : new D(value).mul(from).div(to).toFixed();

/** The same concentration in another unit; undefined where the two cannot be compared (mg/m³ and mg/L, MPN/L, dB). */
export function inUnit(value: string, unit: string, wanted: string): string | undefined {
  const [from, to] = [unitOf(unit), unitOf(wanted)];
  if (from === to) return value;
  return convert(value, MG_PER_M3[from], MG_PER_M3[to]) ?? convert(value, MG_PER_L[from], MG_PER_L[to]);
}

/** A mass in tonnes; undefined for a unit that is no mass. */
export const inTonnes = (value: string, unit: string): string | undefined => convert(value, T_PER[unit], '1');
