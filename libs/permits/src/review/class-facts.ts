import type { Answers } from '@huanbao/standards';
import Decimal from 'decimal.js';
import type { Form, Row } from '../form/field';
import { listOf, rowsOf, textOf } from '../form/form';
import { sized } from './capacity-units';
import { type FuelBook, fuelBook, type FuelWords } from './fuels';
import { emittedToAir, emittedToWater } from './emitted';
import { numberOf, words } from './reapply-reason';

type Fact = boolean | string | undefined;

/** What the form answers of the catalogue's questions; what it does not say is left out and never guessed. Pure. */
export function classFacts(form: Form, told: readonly FuelWords[] = []): Answers {
  const fuels = fuelBook(told);
  const facts: Record<string, Fact> = { ...processFacts(form, fuels), ...fuelFacts(form, fuels), ...sizeFacts(form), ...emissionFacts(form), ...kindFacts(form) };
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}

const facilities = (form: Form): readonly Row[] => rowsOf(form, 'products', 'facilities');
const nameOf = (row: Row): string => `${words(row['name'])} ${words(row['process'])}`;
const sources = (form: Form): string[] => rowsOf(form, 'air-outlets', 'outlets').map(row => textOf(row, 'source') ?? '');
/** As the catalogue's questions take an amount. */
const amount = (value: Decimal | undefined): string | undefined => (value === undefined || value.gte('1e12') ? undefined : value.toDecimalPlaces(6, Decimal.ROUND_DOWN).toFixed());

type Columns = readonly [value: string, unit: string];
const CAPACITY: Columns = ['capacity', 'capacityUnit'];
const PARAMETER: Columns = ['parameterValue', 'parameterUnit'];
const USE: Columns = ['annualUse', 'unit'];

/** The sum of rows in one kind of unit; undefined without rows, or when one cannot be added. */
function sumOf(rows: readonly Row[], [value, unit]: Columns, kind: string): Decimal | undefined {
  const sizes = rows.map(row => {
    const number = numberOf(row, value);
    return number && sized(number, textOf(row, unit));
  });
  return sizes.length > 0 && sizes.every(one => one?.kind === kind) ? Decimal.sum(...sizes.map(one => one?.value ?? 0)) : undefined;
}

const ofKind = (rows: readonly Row[], columns: Columns, kind: string): Decimal | undefined => sumOf(rows.filter(row => sumOf([row], columns, kind) !== undefined), columns, kind);

const KILNS = new Set(['cement-kiln', 'coke-oven', 'alumina-roaster', 'alumina-sintering', 'lime-kiln', 'industrial-kiln']);
const SURFACE = /电镀|酸洗|抛光|热浸镀|淬火|钝化|磷化|喷漆|涂装|喷涂|表面处理/;
const PLATING = /电镀|酸洗|电解抛光|化学抛光|热浸镀|淬火|钝化/;

/** 通用工序. The form lists every facility that pollutes: what is not there is none. */
function processFacts(form: Form, known: FuelBook): Record<string, Fact> {
  const rows = facilities(form);
  if (rows.length === 0) return {};
  const furnaces = rows.filter(row => /窑|炉/.test(words(row['name'])) && !/锅炉|余热|炉渣|炉排/.test(words(row['name'])));
  const fuels = rowsOf(form, 'materials', 'fuels').map(row => words(row['name']));
  const isClean = (row: Row): boolean => /加热|热处理|干燥|烘干|退火/.test(nameOf(row)) && (/电/.test(words(row['name'])) || fuels.every(fuel => known.is(fuel, 'natural-gas', 'electricity')));
  return {
    'boiler-t-h': amount(boilers(form)),
    'furnace-other': furnaces.some(row => !isClean(row)) || sources(form).some(source => KILNS.has(source)),
    'furnace-clean': furnaces.some(isClean),
    'surface-treatment': rows.some(row => SURFACE.test(nameOf(row))),
    'surface-plating-wet': rows.some(row => PLATING.test(nameOf(row))),
    electroplating: rows.some(row => /电镀|化学镀|阳极氧化/.test(nameOf(row))) || undefined,
    'water-treatment-t-d': amount(waterTreatment(form)),
  };
}

/** 0.7 MW is 1 t/h; electric boilers and those on waste heat are left out. */
function boilers(form: Form): Decimal | undefined {
  const rows = facilities(form).filter(row => /锅炉/.test(words(row['name'])) && !/电热|电锅炉|电加热|余热/.test(words(row['name'])));
  if (rows.length === 0) return sources(form).some(source => /^(boiler|power)-/.test(source)) ? undefined : new Decimal(0);
  return sumOf(rows, PARAMETER, 'MW')?.div('0.7');
}

function waterTreatment(form: Form): Decimal | undefined {
  const works = facilities(form).filter(row => /(污|废)水.*处理|水处理/.test(words(row['name'])));
  const nodes = rowsOf(form, 'process-nodes', 'nodes');
  if (works.length > 0) return sumOf(works, PARAMETER, 't/d');
  return nodes.length > 0 && nodes.every(row => !words(row['treatmentCode']).startsWith('TW')) ? new Decimal(0) : undefined;
}

function fuelFacts(form: Form, known: FuelBook): Record<string, Fact> {
  if (form.materials === undefined) return {};
  const fuels = rowsOf(form, 'materials', 'fuels').map(row => words(row['name']));
  const isCoal = (name: string): boolean => known.is(name, 'coal', 'gangue') && !known.is(name, 'gas');
  const all = [...fuels, ...rowsOf(form, 'materials', 'materials').map(row => words(row['name']))];
  const boilerSources = sources(form).filter(source => source.startsWith('boiler-'));
  const onGas = boilerSources.length > 0 && boilerSources.every(source => source === 'boiler-gas') && fuels.length > 0 && fuels.every(fuel => known.is(fuel, 'natural-gas'));
  return {
    'fuel-natural-gas': fuels.some(fuel => known.is(fuel, 'natural-gas')),
    'fuel-coal-oil-producer-gas': fuels.some(fuel => isCoal(fuel) || known.is(fuel, 'petroleum-coke', 'oil', 'producer-gas')),
    'boilers-natural-gas': onGas ? true : boilerSources.some(source => source !== 'boiler-gas') ? false : undefined,
    // Gangue may be a material that burns within the brick.
    'sintered-brick-coal': fuels.some(isCoal) || all.some(name => known.is(name, 'gangue')),
  };
}

/** Sizes the catalogue asks for, by what the products or materials are called. */
const SIZES: readonly (readonly [question: string, table: 'products' | 'materials', name: RegExp, kind: 't/a' | 'm³/a'])[] = [
  ['aquatic-t-a', 'products', /鱼|虾|水产/, 't/a'], ['dairy-t-a', 'products', /乳|奶/, 't/a'], ['soy-vinegar-t-a', 'products', /酱油|醋/, 't/a'], ['meat-t-a', 'products', /肉/, 't/a'],
  ['starch-products-t-a', 'products', /粉丝|粉条|粉皮|淀粉制品/, 't/a'], ['starch-corn-t-a', 'materials', /玉米/, 't/a'], ['starch-tuber-t-a', 'materials', /薯/, 't/a'],
  ['starch-bean-t-a', 'materials', /豆/, 't/a'], ['starch-wheat-t-a', 'materials', /小麦/, 't/a'], ['liquor-kl-a', 'products', /酒/, 'm³/a'], ['board-m3-a', 'products', /板/, 'm³/a'],
  ['plastics-t-a', 'products', /./, 't/a'], ['alloy-t-a', 'products', /合金/, 't/a'], ['cold-rolled-t-a', 'products', /冷轧/, 't/a'], ['rubber-t-a', 'materials', /胶/, 't/a'],
  ['organic-solvent-t-a', 'materials', /溶剂|稀释剂|二甲苯|甲苯|丙酮|乙酸[乙丁]酯/, 't/a'],
];

function sizeFacts(form: Form): Record<string, Fact> {
  const tables = { products: { rows: rowsOf(form, 'products', 'products'), columns: CAPACITY }, materials: { rows: rowsOf(form, 'materials', 'materials'), columns: USE } };
  const named = Object.fromEntries(SIZES.map(([question, table, name, kind]) => {
    const { rows, columns } = tables[table];
    return [question, amount(sumOf(rows.filter(row => name.test(words(row['name']))), columns, kind))];
  }));
  const beds = [ofKind(tables.products.rows, CAPACITY, '床'), ofKind(facilities(form), PARAMETER, '床')].filter(one => one !== undefined);
  const sewage = ofKind(tables.products.rows, CAPACITY, 't/d') ?? ofKind(tables.products.rows, CAPACITY, 'm³/a')?.div(365) ?? ofKind(facilities(form).filter(row => /处理/.test(words(row['name']))), PARAMETER, 't/d');
  return { ...named, beds: beds.length > 0 ? amount(Decimal.max(...beds)) : undefined, 'sewage-t-d': amount(sewage) };
}

function emissionFacts(form: Form): Record<string, Fact> {
  const [stacks, escapes, discharge] = [form['air-outlets']?.['hasAirOutlets'], form.fugitive?.['hasFugitive'], textOf(form['water-outlets'], 'discharge')];
  const together = ['NH3-N', 'oil', 'volatile-phenol'].map(one => emittedToWater(form, one));
  return {
    'waste-gas': stacks === true || escapes === true ? true : stacks === false && escapes === false ? false : undefined,
    wastewater: discharge === undefined ? undefined : discharge !== 'none',
    'so2-t-a': amount(emittedToAir(form, 'SO2')), 'nox-t-a': amount(emittedToAir(form, 'NOx')), 'dust-t-a': amount(emittedToAir(form, 'PM')),
    'cod-t-a': amount(emittedToWater(form, 'COD')), 'tn-t-a': amount(emittedToWater(form, 'TN')), 'tp-t-a': amount(emittedToWater(form, 'TP')),
    'ammonia-oil-phenol-t-a': together.some(one => one === undefined) ? undefined : amount(Decimal.sum(...together.map(one => one ?? 0))),
  };
}

/** What the industry or the names say of the kind of work. */
function kindFacts(form: Form): Record<string, Fact> {
  const code = textOf(form.basic, 'industryCode') ?? '';
  const all = [...facilities(form).map(nameOf), ...rowsOf(form, 'process-nodes', 'nodes').map(row => words(row['node']))];
  const kiln = sources(form).includes('cement-kiln') || rowsOf(form, 'products', 'products').some(row => /熟料/.test(words(row['name'])));
  const unit = `${words(form.basic?.['enterpriseName'])} ${words(form.basic?.['siteName'])}`;
  return {
    clinker: kiln ? true : facilities(form).length > 0 && facilities(form).every(row => !/窑/.test(words(row['name']))) ? false : undefined,
    'listed-nonferrous': /^321[1-7]$/.test(code) ? true : undefined,
    fermentation: all.some(name => /发酵|窖池/.test(name)) || undefined,
    'psychiatric-rehabilitation': /精神|康复/.test(unit) || undefined,
    'sewage-outlet': rowsOf(form, 'water-outlets', 'outlets').some(row => listOf(row, 'pollutants').length > 0) || undefined,
  };
}
