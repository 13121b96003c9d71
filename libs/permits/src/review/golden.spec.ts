import { addDays } from '@huanbao/calendar';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { HOLIDAY_SEED } from '@huanbao/calendar';
import { completeHospitalForm } from '../demo/hospital.form';
import { completeLimeKilnForm } from '../demo/lime-kiln.form';
import type { Form, Row } from '../form/field';
import { YEARS } from '../form/sections/air';
import { changeDemandsReapply } from './change-demands-reapply';
import type { LimitRow, ReviewContext, StandardHead } from './rule';
import { review, RULES, rulesTable } from './rules';

const FILES = { commitment: '018f0000-0000-7000-8000-000000000001' };
const lime = (): Form => structuredClone(completeLimeKilnForm({ fileIds: FILES }));
const hospital = (): Form => structuredClone(completeHospitalForm({ fileIds: FILES }));

/** A key unit as the law wants it: published in time, automatic at its main outlet, quarterly reports. */
function keyUnit(): Form {
  const form = lime() as Record<string, Record<string, unknown>>;
  Object.assign(form['basic'] as object, { managementCategory: 'key' });
  Object.assign(form['submission'] as object, { needsPublicity: true, publicityFrom: '2026-11-02', publicityTo: '2026-11-06', publicityPlace: 'https://example.cn', publicVersionChecked: true });
  (form['ledgers']?.['reports'] as object[]).push({ period: 'quarterly', dueDay: 15, content: '季度执行报告' });
  form['self-monitoring'] = { plan: (form['self-monitoring']?.['plan'] as Row[]).map(row => (row['outletCode'] === 'DA001' ? { ...row, method: 'auto', connected: true, frequency: 'continuous', fallbackFrequency: 'quarter' } : { ...row, frequency: 'quarter' })) };
  return form as Form;
}

const limit = (over: Partial<LimitRow>): LimitRow => ({
  standard: 'GB 41618-2022', title: '石灰', medium: 'air', source: 'lime-kiln', pollutant: 'PM', value: '10', unit: 'mg/m³', tier: 'national', validFrom: '2023-01-01', validTo: null, verified: true, note: null, ...over,
});

const head = (over: Partial<StandardHead>): StandardHead => ({ code: 'GB 1-2000', title: '示例', inForceFrom: '2000-01-01', inForceTo: null, replacedBy: null, verified: true, ...over });
const sewage = (over: Partial<LimitRow>): LimitRow => limit({ standard: 'GB 18466-2005', medium: 'water', source: 'hospital', unit: 'mg/L', validFrom: '2006-01-01', ...over });
/** The lime kiln within its limits everywhere. */
const fine = (): LimitRow[] => [limit({}), limit({ pollutant: 'SO2', value: '50' }), limit({ pollutant: 'NOx', value: '300' }), limit({ source: 'dust', value: '20' })];
const ZONES: readonly LimitRow[] = ['2', '3'].flatMap(zone => [['noise-day', '65'], ['noise-night', '55']].map(([pollutant, value]) => limit({ medium: 'noise', source: `zone-${zone}`, pollutant, value, unit: 'dB(A)' })));
const AUTOMATIC: ReviewContext['automatic'] = ['air:PM', 'air:SO2', 'air:NOx', 'water:COD', 'water:NH3-N'].map(key => ({ key, level: 'E' }));
/** An approval that gives this one total alone. */
const withTotal = (form: Form, pollutant: string): Form => ({ ...form, basic: { ...form.basic, approvedTotals: [{ id: 't', source: 'eia', document: '示例', pollutant, amountTA: '1000' }] } } as Form);
const approvalOf = (form: Form): string => form.basic?.['eiaNumber'] as string;
/** The lime kiln, its first limit by another standard. */
const named = (standard: string): Form => changed(lime(), '/air-limits/limits/0/standard', standard);

const contextOf = (form: Form, over: Partial<ReviewContext> = {}): ReviewContext => ({
  form, enterprise: { uscc: '91130200699229617X', name: '示例' }, applicationDate: '2026-11-23', limits: [], bounds: { west: 111.3, south: 36.9, east: 111.95, north: 37.3 }, cityName: '示例市',
  calendar: HOLIDAY_SEED, ...over,
});

/** The form with one value changed; undefined removes it, an array's `-` appends. */
function changed(form: Form, pointer: string, value: unknown): Form {
  const copy = structuredClone(form) as unknown as Record<string, unknown>;
  const parts = pointer.split('/').slice(1);
  const last = parts.pop() as string;
  const parent = parts.reduce<Record<string, unknown>>((at, part) => at[part] as Record<string, unknown>, copy);
  if (Array.isArray(parent) && last === '-') parent.push(value);
  else if (Array.isArray(parent) && value === undefined) parent.splice(Number(last), 1);
  else if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy as unknown as Form;
}

/** The form in another industry. */
const trade = (form: Form, code: string, name: string): Form => changed(changed(form, '/basic/industryCode', code), '/basic/industryName', name);
const withoutBeds = (): Form => changed(changed(hospital(), '/products/facilities/1', undefined), '/products/products/0/capacityUnit', '万t/a');
const cement = (source: string): Form => {
  const form = changed(changed(trade(lime(), '3011', '水泥制造'), '/air-outlets/outlets/0/source', source), '/products/products/0/name', '水泥');
  return source === 'cement-kiln' ? form : changed(form, '/products/facilities/0/name', '水泥磨');
};
/** A heating station of two gas boilers of so many MW each. */
const heat = (megawatts: string): Form => {
  const boiler = { code: 'MF0001', name: '燃气锅炉', process: '供热', parameter: '额定出力', parameterValue: megawatts, parameterUnit: 'MW' };
  return changed(trade(hospital(), '4430', '热力生产和供应'), '/products/facilities', [boiler, { ...boiler, code: 'MF0002' }]);
};
const sewageWorks = (tonnes: string): Form => changed(trade(hospital(), '4620', '污水处理及其再生利用'), '/products/products/0', { name: '污水处理', capacity: tonnes, capacityUnit: 't/d', hoursPerYear: 8760 });

/** The hospital, its outlet a main one. */
const mainWater = (): Form => changed(hospital(), '/water-outlets/outlets/0/outletClass', 'main');
/** The same within its amounts, one more pollutant limited. */
const mainWaterWith = (pollutant: string): Form =>
  changed(changed(changed(mainWater(), '/water-limits/limits/0/annualT', '16.425'), '/water-outlets/outlets/0/pollutants/-', pollutant), '/water-limits/limits/-', { outletCode: 'DW001', pollutant, standard: 'GB 18466-2005', concentrationMgL: '20' });

type Case = readonly [rule: string, title: string, form: () => Form, over: Partial<ReviewContext>, expected: readonly string[]];

const renewal = (validTo: string): Partial<ReviewContext> => ({ businessType: 'renew', base: { form: lime(), version: 1, validTo, renewBy: addDays(validTo, -60) } });
/** Without the lines of the plan of one source. */
const without = (form: Form, source: string): Form => ({ ...form, 'self-monitoring': { ...form['self-monitoring'], plan: (form['self-monitoring']?.['plan'] as Row[]).filter(row => row['source'] !== source) } });
const asChange: Partial<ReviewContext> = { businessType: 'change', base: { form: lime(), version: 2, validTo: '2030-01-01', renewBy: '2029-11-02' } };

const ofHospital: Partial<ReviewContext> = { businessType: 'change', base: { form: hospital(), version: 2, validTo: '2030-01-01', renewBy: '2029-11-02' } };
const capacity = (value: string, unit: string): Form => changed(changed(lime(), '/products/products/0/capacity', value), '/products/products/0/capacityUnit', unit);
/** The kiln's main outlet as a general one, without the amounts of its dust. */
const asGeneral = (): Form => YEARS.reduce((form, year) => changed(form, `/air-limits/limits/0/${year}`, '/'), changed(lime(), '/air-outlets/outlets/0/outletClass', 'general'));

/** The kiln's first limit as one of benzo[a]pyrene. */
const bap = (concentration: string): Form => changed(changed(lime(), '/air-limits/limits/0/pollutant', 'BaP'), '/air-limits/limits/0/concentrationMgM3', concentration);

/** For each rule a case that passes and cases that fail, with the place where it is said. */
const GOLDEN: readonly Case[] = [
  ['C2', 'lime burning in 简化管理', lime, {}, []],
  ['C2', 'coking declared as 简化管理', () => changed(changed(lime(), '/basic/industryCode', '2521'), '/basic/industryName', '炼焦'), {}, ['W /basic/managementCategory']],
  ['C2', 'a name that is not the code’s', () => changed(lime(), '/basic/industryName', '水泥制造'), {}, ['W /basic/industryName']],
  ['C2', 'a code that does not exist', () => changed(lime(), '/basic/industryCode', '9999'), {}, ['E /basic/industryCode']],
  ['C2', 'a hospital of 260 beds in 简化管理', hospital, {}, []],
  ['C2', 'a hospital of 900 beds in 简化管理', () => changed(hospital(), '/products/facilities/1/parameterValue', '900'), {}, ['W /basic/managementCategory']],
  ['C2', 'the same by a verified catalogue', () => changed(hospital(), '/products/facilities/1/parameterValue', '900'), { verifiedCatalogues: ['2019-12-20'] }, ['E /basic/managementCategory']],
  ['C2', 'the same declared as 重点管理', () => changed(changed(hospital(), '/products/facilities/1/parameterValue', '900'), '/basic/managementCategory', 'key'), {}, []],
  ['C2', 'a hospital that says nothing of beds', () => withoutBeds(), { verifiedCatalogues: ['2019-12-20'] }, ['W /basic/managementCategory']],
  ['C2', 'cement with a kiln in 简化管理', () => cement('cement-kiln'), {}, ['W /basic/managementCategory']],
  ['C2', 'a grinding station in 简化管理', () => cement('cement-dust'), {}, []],
  ['C2', 'heat from boilers of 14 MW together in 简化管理', () => heat('7'), {}, ['W /basic/managementCategory']],
  ['C2', 'heat from boilers below that', () => heat('6.9'), {}, []],
  ['C2', 'heat, a boiler without its capacity', () => changed(heat('6.9'), '/products/facilities/0/parameterValue', undefined), {}, ['W /basic/managementCategory']],
  ['C2', 'bricks fired with gangue in 简化管理', () => changed(trade(lime(), '3031', '粘土砖瓦及建筑砌块制造'), '/materials/fuels/0/name', '煤矸石'), {}, ['W /basic/managementCategory']],
  ['C2', 'bricks fired with gas', () => trade(lime(), '3031', '粘土砖瓦及建筑砌块制造'), {}, []],
  ['C2', 'sewage works of 20,000 t a day in 简化管理', () => sewageWorks('20000'), {}, ['W /basic/managementCategory']],
  ['C2', 'sewage works of less, nobody says for whom', () => sewageWorks('10000'), {}, ['W /basic/managementCategory']],
  ['C2', 'a common process raises what only registers', () => changed(trade(lime(), '2013', '单板加工'), '/basic/managementCategory', 'registration'), {}, ['W /basic/managementCategory']],
  ['C6', 'a standard in force with its factors', lime, { limits: [limit({}), limit({ pollutant: 'SO2' })] }, []],
  ['C6', 'a standard that has ended', lime, { limits: [limit({ validFrom: '2010-01-01', validTo: '2025-12-31' })] }, [0, 1, 2, 3].map(index => `E /air-limits/limits/${index}/standard`)],
  ['C6', 'an ended standard nobody verified', lime, { limits: [limit({ validTo: '2025-12-31', verified: false })] }, [0, 1, 2, 3].map(index => `W /air-limits/limits/${index}/standard`)],
  ['C6', 'a factor that is not listed', lime, { limits: [limit({ pollutant: 'NH3' })] }, ['E /air-outlets/outlets/0/pollutants']],
  ['C6', 'a standard typed without its space', () => named('GB41618—2022'), { limits: [limit({ pollutant: 'NH3' })] }, ['E /air-outlets/outlets/0/pollutants']],
  ['C6', 'a standard that was replaced, known without limits', () => named('GB 13271-2001'), { standards: [head({ code: 'GB 13271-2001', inForceTo: '2014-06-30', replacedBy: 'GB 13271-2014' })] }, ['E /air-limits/limits/0/standard']],
  ['C6', 'the same, unverified', () => named('GB 13271-2001'), { standards: [head({ code: 'GB 13271-2001', inForceTo: '2014-06-30', verified: false })] }, ['W /air-limits/limits/0/standard']],
  ['C6', 'a standard whose first day nobody knows', () => named('GB 16171.1-2024'), { standards: [head({ code: 'GB 16171.1-2024', inForceFrom: null })] }, []],
  ['C6', 'a standard that is not in force yet', () => named('GB 9-2027'), { standards: [head({ code: 'GB 9-2027', inForceFrom: '2027-01-01' })] }, ['E /air-limits/limits/0/standard']],
  ['C6', 'a factor of direct discharge only', hospital, { limits: [sewage({ pollutant: 'NH3-N', discharge: 'direct' })] }, []],
  ['C6', 'a factor of indirect discharge', hospital, { limits: [sewage({ pollutant: 'NH3-N', discharge: 'indirect' })] }, ['E /water-outlets/outlets/0/pollutants']],
  ['C5', 'at the strictest', lime, { limits: fine() }, []],
  ['C5', 'above a verified limit', lime, { limits: [...fine(), limit({ value: '9' })] }, ['E /air-limits/limits/0/concentrationMgM3']],
  ['C5', 'above a limit nobody verified', lime, { limits: [...fine(), limit({ value: '9', verified: false })] }, ['W /air-limits/limits/0/concentrationMgM3']],
  ['C5', 'above a special limit outside of key regions', () => changed(lime(), '/basic/inKeyRegion', false), { limits: [...fine(), limit({ value: '9', tier: 'special' })] }, []],
  ['C5', 'above a special limit in a key region', () => changed(lime(), '/basic/inKeyRegion', true), { limits: [...fine(), limit({ value: '9', tier: 'special' })] }, ['E /air-limits/limits/0/concentrationMgM3']],
  ['C5', 'above a limit for plants approved later', lime, { limits: [...fine(), limit({ value: '9', buildPeriod: 'new', builtSince: '2026-01-01' })] }, []],
  ['C5', 'above a limit for new plants', lime, { limits: [...fine(), limit({ value: '9', buildPeriod: 'new', builtSince: '2010-01-01' })] }, ['E /air-limits/limits/0/concentrationMgM3']],
  ['C5', 'above the own approval', lime, { limits: [...fine(), limit({ value: '9', tier: 'approval', standard: approvalOf(lime()) })] }, ['E /air-limits/limits/0/concentrationMgM3']],
  ['C5', 'above the approval of somebody else', lime, { limits: [...fine(), limit({ value: '9', tier: 'approval', standard: '孝环函〔2000〕1号' })] }, []],
  ['C5', 'above a limit of another industry', lime, { limits: [...fine(), limit({ value: '9', industry: '252' })] }, []],
  ['C5', 'above a limit for a case nobody stated', lime, { limits: [...fine(), limit({ value: '9', variant: '回转窑' })] }, ['W /air-limits/limits/0/concentrationMgM3']],
  ['C5', 'at another base oxygen: 9 at 8 % is 8.3 at 9 %', lime, { limits: [...fine().slice(1), limit({ value: '10', baseOxygen: '9' }), limit({ value: '9', baseOxygen: '8', tier: 'ultra-low' })] }, ['E /air-limits/limits/0/concentrationMgM3']],
  ['C5', 'at another base oxygen: 11 at 8 % is 10.2 at 9 %', lime, { limits: [...fine().slice(1), limit({ value: '30', baseOxygen: '9' }), limit({ value: '11', baseOxygen: '8', tier: 'ultra-low' })] }, []],
  ['C5', 'μg typed as mg', () => changed(lime(), '/air-limits/limits/0/concentrationMgM3', '10000'), { limits: fine() }, ['E /air-limits/limits/0/concentrationMgM3']],
  ['C5', 'a thousandth of the limit', () => changed(lime(), '/air-limits/limits/0/concentrationMgM3', '0.01'), { limits: fine() }, ['W /air-limits/limits/0/concentrationMgM3']],
  ['C5', 'noise above its zone', () => changed(lime(), '/noise/boundaries/0/nightDbA', '60'), { limits: [...fine(), ...ZONES] }, ['E /noise/boundaries/0/nightDbA']],
  ['C5', 'noise within its zone', lime, { limits: [...fine(), ...ZONES] }, []],
  ['C5', 'the boundary of coking only', lime, { limits: [...fine(), limit({ medium: 'fugitive', source: 'boundary', value: '0.1', industry: '252' })] }, []],
  ['C5', 'above the limit at the boundary', lime, { limits: [...fine(), limit({ medium: 'fugitive', source: 'boundary', value: '0.1' })] }, ['E /fugitive/points/0/concentrationMgM3']],
  ['C5', 'benzo[a]pyrene at its limit in μg', () => bap('0.3'), { limits: [...fine(), limit({ pollutant: 'BaP', value: '0.3', unit: 'μg/m³' })] }, []],
  ['C5', 'benzo[a]pyrene above it', () => bap('0.31'), { limits: [...fine(), limit({ pollutant: 'BaP', value: '0.3', unit: 'μg/m³' })] }, ['E /air-limits/limits/0/concentrationMgM3']],
  ['C5', 'benzo[a]pyrene typed in mg', () => bap('0.0003'), { limits: [...fine(), limit({ pollutant: 'BaP', value: '0.3', unit: 'μg/m³' })] }, ['W /air-limits/limits/0/concentrationMgM3']],
  ['C1', 'one row for an outlet and pollutant', lime, {}, []],
  ['C1', 'two rows for one outlet and pollutant', () => changed(lime(), '/air-limits/limits/1/pollutant', 'PM'), {}, ['E /air-limits/limits/1/pollutant']],
  ['C3', 'a complete form', lime, {}, []],
  ['C3', 'a line without capacity', () => changed(lime(), '/products-supplement', { hasSupplement: true, lines: [{ name: '1号线', product: '冶金石灰', capacity: '0', capacityUnit: 't/a', hoursPerYear: 7920 }] }), {}, ['E /products-supplement/lines/0/capacity']],
  ['C10', 'as often as practice asks', lime, {}, []],
  ['C10', 'no boundary noise where the form says that there is none', () => changed(without(lime(), 'boundary-noise'), '/noise/hasNoise', false), {}, []],
  ['C10', 'noise that nobody measures', () => without(lime(), 'boundary-noise'), {}, ['E /self-monitoring/plan']],
  ['C10', 'less often than a verified minimum', () => changed(lime(), '/self-monitoring/plan/5/frequency', 'year'), { frequencies: [{ key: 'boundary-noise', value: 'quarter', verified: true }] }, ['E /self-monitoring/plan/5/frequency']],
  ['C10', 'less often than an unverified one', () => changed(lime(), '/self-monitoring/plan/5/frequency', 'year'), { frequencies: [{ key: 'boundary-noise', value: 'quarter', verified: false }] }, ['W /self-monitoring/plan/5/frequency']],
  ['C2', 'coking declared as 简化管理 by a verified catalogue', () => changed(changed(lime(), '/basic/industryCode', '2521'), '/basic/industryName', '炼焦'), { verifiedCatalogues: ['2019-12-20'] }, ['E /basic/managementCategory']],
  ['C8', 'yearly amounts at the main outlet to air', lime, {}, []],
  ['C8', 'a general outlet to water needs none', hospital, {}, []],
  ['C8', 'COD at a main outlet to water without a yearly amount', mainWater, {}, ['E /water-limits/limits/0/annualT']],
  ['C8', 'the same with its amount', () => changed(mainWater(), '/water-limits/limits/0/annualT', '16.425'), {}, []],
  ['C8', 'ammonia nitrogen at a main outlet, not limited at all', () => changed(changed(mainWater(), '/water-limits/limits/0/annualT', '16.425'), '/water-outlets/outlets/0/pollutants/-', 'NH3-N'), {}, ['E /water-outlets/outlets/0/pollutants']],
  ['C8', 'total nitrogen that no quota limits', () => mainWaterWith('TN'), {}, []],
  ['C8', 'total nitrogen under a quota, without a yearly amount', () => changed(mainWaterWith('TN'), '/basic/approvedTotals/-', { pollutant: 'TN', amountTA: '3', source: 'total-control', document: '示例' }), {}, ['W /water-limits/limits/6/annualT']],
  ['C9', 'amounts as computed', lime, {}, []],
  ['C9', 'a fifth more is still fine', () => changed(lime(), '/air-limits/limits/0/year1T', '5.7024'), {}, []],
  ['C9', 'more than a fifth', () => changed(lime(), '/air-limits/limits/0/year1T', '5.7025'), {}, ['W /air-limits/limits/0/year1T']],
  ['C9', 'kilograms taken for tonnes', () => changed(lime(), '/air-limits/limits/0/year1T', '4752'), {}, ['W /air-limits/limits/0/year1T']],
  ['C9', 'more than a fifth in the third year alone', () => changed(lime(), '/air-limits/limits/0/year3T', '9'), {}, ['W /air-limits/limits/0/year3T']],
  ['C9', 'benzo[a]pyrene in μg', () => YEARS.reduce((form, year) => changed(form, `/air-limits/limits/0/${year}`, '0.000143'), bap('0.3')), {}, []],
  ['C9', 'benzo[a]pyrene as if it were mg', () => YEARS.reduce((form, year) => changed(form, `/air-limits/limits/0/${year}`, '0.1426'), bap('0.3')), {}, ['W /air-limits/limits/0/year1T']],
  ['C9', 'odour has no mass', () => changed(bap('2000'), '/air-limits/limits/0/pollutant', 'odour'), {}, []],
  ['C9', 'less water than all year round, the days not stated', () => changed(hospital(), '/water-limits/limits/0/annualT', '8'), {}, []],
  ['C9', 'less water than on the days stated', () => changed(changed(hospital(), '/water-limits/limits/0/annualT', '8'), '/water-outlets/outlets/0/daysPerYear', 365), {}, ['W /water-limits/limits/0/annualT']],
  ['C9', 'more water than on the days stated', () => changed(changed(hospital(), '/water-limits/limits/0/annualT', '16.425'), '/water-outlets/outlets/0/daysPerYear', 100), {}, ['W /water-limits/limits/0/annualT']],
  ['C9', 'a water amount a hundredfold', () => changed(hospital(), '/water-limits/limits/0/annualT', '1642.5'), {}, ['W /water-limits/limits/0/annualT']],
  ['C11', 'by hand in 简化管理', lime, { automatic: AUTOMATIC }, []],
  ['C11', 'automatic at the main outlet of a key unit', keyUnit, { automatic: AUTOMATIC }, []],
  ['C11', 'by hand at the main outlet of a key unit', () => changed(keyUnit(), '/self-monitoring/plan/0/method', 'manual'), { automatic: AUTOMATIC }, ['E /self-monitoring/plan/0/method']],
  ['C11', 'not connected', () => changed(keyUnit(), '/self-monitoring/plan/1/connected', false), { automatic: AUTOMATIC }, ['E /self-monitoring/plan/1/connected']],
  ['C11', 'nothing said for a failure', () => changed(keyUnit(), '/self-monitoring/plan/2/fallbackFrequency', undefined), { automatic: AUTOMATIC }, ['E /self-monitoring/plan/2/fallbackFrequency']],
  ['C11', 'by hand what a row that nobody compared names', () => changed(keyUnit(), '/self-monitoring/plan/0/method', 'manual'), { automatic: [{ key: 'air:PM', level: 'W' }] }, ['W /self-monitoring/plan/0/method']],
  ['C11', 'by hand what only an approved total names', () => withTotal(changed(keyUnit(), '/self-monitoring/plan/0/method', 'manual'), 'PM'), {}, ['W /self-monitoring/plan/0/method']],
  ['C11', 'by hand what neither names', () => withTotal(changed(keyUnit(), '/self-monitoring/plan/0/method', 'manual'), 'Hg'), {}, []],
  ['C11', 'a factor of water is none of air', () => withTotal(changed(keyUnit(), '/self-monitoring/plan/0/method', 'manual'), 'Hg'), { automatic: [{ key: 'water:PM', level: 'E' }] }, []],
  ['C12', 'five ledgers and a yearly report', lime, {}, []],
  ['C12', 'one kind is missing', () => changed(lime(), '/ledgers/records/3', undefined), {}, ['E /ledgers/records']],
  ['C12', 'kept for three years', () => changed(lime(), '/ledgers/records/1/retentionYears', 3), {}, ['E /ledgers/records/1/retentionYears']],
  ['C12', 'a key unit without quarterly reports', () => changed(keyUnit(), '/ledgers/reports/1', undefined), {}, ['E /ledgers/reports']],
  ['C14', '简化管理 needs no publicity', lime, {}, []],
  ['C14', 'five working days, then submitted', keyUnit, {}, []],
  ['C14', 'a key unit that published nothing', () => changed(keyUnit(), '/submission/needsPublicity', false), {}, ['E /submission/needsPublicity']],
  ['C14', 'four working days', () => changed(keyUnit(), '/submission/publicityTo', '2026-11-05'), {}, ['E /submission/publicityTo']],
  ['C14', 'a holiday week is no week', () => changed(changed(keyUnit(), '/submission/publicityFrom', '2026-09-30'), '/submission/publicityTo', '2026-10-09'), {}, ['E /submission/publicityTo']],
  ['C14', 'submitted on the last day', keyUnit, { applicationDate: '2026-11-06' }, ['E /submission/publicityTo']],
  ['C14', 'published anew after 补正 and handed in again after it', keyUnit, { applicationDate: '2026-11-06', handInDate: '2026-11-10' }, []],
  ['C14', 'secrets not taken out', () => changed(keyUnit(), '/submission/publicVersionChecked', false), {}, ['E /submission/publicVersionChecked']],
  ['C14', 'no publicity for a renewal', () => changed(keyUnit(), '/submission/needsPublicity', false), { businessType: 'renew' }, []],
  ['C14', 'a quota without its source', () => changed(keyUnit(), '/basic/approvedTotals/0/source', 'total-control'), {}, ['E /attachments/files']],
  ['C15', 'a renewal sixty days before', lime, renewal('2027-01-22'), []],
  ['C15', 'one day late', lime, renewal('2027-01-21'), ['W /submission']],
  ['C15', 'after the end', lime, renewal('2026-11-22'), ['E /submission']],
  ['C15', 'a first application has no such day', lime, {}, []],
  ['C16', 'another representative', () => changed(lime(), '/basic/legalRepresentative', '赵新任'), asChange, []],
  ['C16', 'less than before', () => changed(lime(), '/air-limits/limits/0/year3T', '4'), asChange, []],
  ['C16', 'a higher concentration', () => changed(lime(), '/air-limits/limits/0/concentrationMgM3', '10.1'), asChange, ['E /air-limits/limits/0/concentrationMgM3']],
  ['C16', 'a larger amount', () => changed(lime(), '/air-limits/limits/1/year5T', '24'), asChange, ['E /air-limits/limits/1/year5T']],
  ['C16', 'the same place written otherwise', () => changed(lime(), '/basic/location', { latitude: '37.10680', longitude: '111.72150' }), asChange, []],
  ['C16', 'another address', () => changed(lime(), '/basic/siteAddress', '别处 1 号'), asChange, ['E /basic/siteAddress']],
  ['C16', 'a larger capacity', () => changed(lime(), '/products/products/0/capacity', '150000'), asChange, ['E /products/products/0/capacity']],
  ['C16', 'a limit that is gone', () => changed(lime(), '/air-limits/limits/3/concentrationMgM3', '/'), asChange, ['E /air-limits/limits/3/concentrationMgM3']],
  ['C16', 'an amount where none was', () => changed(lime(), '/air-limits/limits/3/year1T', '1'), asChange, ['E /air-limits/limits/3/year1T']],
  ['C16', 'a limit for one more pollutant', () => changed(lime(), '/air-limits/limits/-', { outletCode: 'DA002', pollutant: 'SO2', standard: 'GB 41618-2022', concentrationMgM3: '50' }), asChange, ['E /air-limits/limits/4/pollutant']],
  ['C14', 'a week in a year without published holidays', () => changed(changed(keyUnit(), '/submission/publicityFrom', '2027-03-01'), '/submission/publicityTo', '2027-03-05'), { applicationDate: '2027-03-08' }, ['W /submission/publicityTo']],
  ['C16', 'one more facility', () => changed(lime(), '/products/facilities/-', { code: 'MF0003', name: '2号窑', process: '煅烧' }), asChange, ['E /products/facilities/2/code']],
  ['C16', 'an outlet that moved', () => changed(lime(), '/air-outlets/outlets/1/location/longitude', '111.7300'), asChange, ['E /air-outlets/outlets/1/location']],
  ['C16', 'one more pollutant', () => changed(lime(), '/air-outlets/outlets/1/pollutants/-', 'SO2'), asChange, ['E /air-outlets/outlets/1/pollutants']],
  ['C16', 'water let out where none was', () => changed(lime(), '/water-outlets/discharge', 'indirect'), asChange, ['E /water-outlets/discharge']],
  ['C16', 'one more product', () => changed(lime(), '/products/products/-', { name: '轻质碳酸钙', capacity: '20000', capacityUnit: 't/a', hoursPerYear: 7920 }), asChange, ['E /products/products/1/name']],
  ['C16', 'a product under another name', () => changed(lime(), '/products/products/0/name', '活性石灰'), asChange, ['W /products/products/0/name']],
  ['C16', 'another name and a larger capacity', () => changed(changed(lime(), '/products/products/0/name', '活性石灰'), '/products/products/0/capacity', '200000'), asChange, ['W /products/products/0/name', 'E /products/products/0/capacity']],
  ['C16', 'the same capacity in another unit', () => capacity('10', '万t/a'), asChange, []],
  ['C16', 'a larger capacity in another unit', () => capacity('15', '万t/a'), asChange, ['E /products/products/0/capacity']],
  ['C16', 'a unit that cannot be compared', () => capacity('500', 't/d'), asChange, ['W /products/products/0/capacityUnit']],
  ['C16', 'a smaller capacity', () => capacity('80000', 't/a'), asChange, []],
  ['C16', 'the same capacity on two rows', () => changed(capacity('40000', 't/a'), '/products/products/-', { name: '冶金石灰', capacity: '60000', capacityUnit: 't/a', hoursPerYear: 7920 }), asChange, []],
  ['C16', 'from gas to coal', () => changed(lime(), '/materials/fuels/0/name', '无烟煤'), asChange, ['E /materials/fuels/0/name']],
  ['C16', 'from one gas to another', () => changed(lime(), '/materials/fuels/0/name', '天然气'), asChange, ['W /materials/fuels/0/name']],
  ['C16', 'a boiler turned from gas to coal', () => changed(hospital(), '/air-outlets/outlets/0/source', 'boiler-coal'), ofHospital, ['E /air-outlets/outlets/0/source']],
  ['C16', 'one more raw material', () => changed(lime(), '/materials/materials/-', { kind: 'raw', name: '白云石', annualUse: '1', unit: 't/a' }), asChange, ['W /materials/materials/1/name']],
  ['C16', 'organised emission turned fugitive', () => changed(changed(changed(lime(), '/process-nodes/nodes/1/emissionForm', 'fugitive'), '/process-nodes/nodes/1/outletCode', undefined), '/process-nodes/nodes/1/outletClass', undefined), asChange, ['E /process-nodes/nodes/1/emissionForm']],
  ['C16', 'one more fugitive node', () => changed(lime(), '/process-nodes/nodes/-', { facilityCode: 'MF0001', node: '装料粉尘', pollutants: ['PM'], emissionForm: 'fugitive' }), asChange, ['E /process-nodes/nodes/3/node']],
  ['C16', 'one more fugitive source', () => changed(lime(), '/fugitive/points/-', { name: '成品堆场', pollutant: 'PM', standard: 'GB 16297-1996', concentrationMgM3: '1.0', measures: '喷淋' }), asChange, ['E /fugitive/points/1/name']],
  ['C16', 'one more fugitive pollutant', () => changed(lime(), '/fugitive/points/-', { name: '厂界', pollutant: 'NH3', standard: 'GB 14554-93', concentrationMgM3: '1.5', measures: '加盖' }), asChange, ['E /fugitive/points/1/pollutant']],
  ['C16', 'a fugitive source called otherwise', () => changed(lime(), '/fugitive/points/0/name', '四周厂界'), asChange, ['W /fugitive/points/0/name']],
  ['C16', 'a higher concentration at the boundary', () => changed(lime(), '/fugitive/points/0/concentrationMgM3', '1.2'), asChange, ['E /fugitive/points/0/concentrationMgM3']],
  ['C16', 'better measures at the same source', () => changed(lime(), '/fugitive/points/0/measures', '全封闭'), asChange, []],
  ['C16', 'no treatment any more', () => changed(changed(lime(), '/process-nodes/nodes/1/treatmentCode', undefined), '/process-nodes/nodes/1/noTreatmentReason', '浓度已达标'), asChange, ['W /process-nodes/nodes/1/treatmentCode']],
  ['C16', 'another treatment', () => changed(lime(), '/process-nodes/nodes/1/treatmentProcess', '旋风除尘'), asChange, ['W /process-nodes/nodes/1/treatmentProcess']],
  ['C16', 'a main outlet called a general one, its amounts taken out', () => asGeneral(), asChange, ['W /air-outlets/outlets/0/outletClass', 'E /air-limits/limits/0/year1T', ...[2, 3, 4, 5].map(year => `E /air-limits/limits/0/year${year}T`)]],
  ['C16', 'a limit taken out, its pollutant still emitted', () => changed(lime(), '/air-limits/limits/2', undefined), asChange, ['E /air-outlets/outlets/0/pollutants']],
  ['C16', 'a boiler ten times as large', () => changed(hospital(), '/products/facilities/0/parameterValue', '42'), ofHospital, ['E /products/facilities/0/parameterValue']],
  ['C16', 'the same boiler in tonnes of steam', () => changed(changed(hospital(), '/products/facilities/0/parameterValue', '6'), '/products/facilities/0/parameterUnit', 't/h'), ofHospital, []],
  ['C16', '900 beds instead of 260', () => changed(hospital(), '/products/facilities/1/parameterValue', '900'), ofHospital, ['E /products/facilities/1/parameterValue']],
  ['C16', 'fewer beds', () => changed(hospital(), '/products/facilities/1/parameterValue', '200'), ofHospital, []],
  ['C16', 'another facility under the old code', () => changed(lime(), '/products/facilities/0/name', '1号回转窑'), asChange, ['W /products/facilities/0/name']],
  ['C16', 'a louder limit at the boundary', () => changed(lime(), '/noise/boundaries/2/nightDbA', '60'), asChange, ['W /noise/boundaries/2/nightDbA']],
  ['C16', 'a quieter one', () => changed(lime(), '/noise/boundaries/2/nightDbA', '50'), asChange, []],
  ['C16', 'one more kind of waste', () => changed(lime(), '/solid-waste/wastes/-', { name: '脱硫石膏', kind: 'general', source: '脱硫', amountTA: '5', disposal: 'self-use' }), asChange, ['W /solid-waste/wastes/2/name']],
  ['C16', 'longer hours at an outlet', () => changed(lime(), '/air-outlets/outlets/1/hoursPerYear', 7920), asChange, ['W /air-outlets/outlets/1/hoursPerYear']],
  ['C16', 'more water a day', () => changed(hospital(), '/water-outlets/outlets/0/flowM3D', '300'), ofHospital, ['W /water-outlets/outlets/0/flowM3D']],
  ['C16', 'a larger facility by a renewal', () => changed(hospital(), '/products/facilities/0/parameterValue', '42'), { ...ofHospital, businessType: 'renew' }, ['E /products/facilities/0/parameterValue']],
  ['C16', 'a facility and a waste given up', () => changed(changed(lime(), '/products/facilities/1', undefined), '/solid-waste/wastes/0', undefined), asChange, []],
  ['C16', 'all of it by applying again', () => changed(lime(), '/air-limits/limits/1/year5T', '24'), { ...asChange, businessType: 'reapply' }, []],
];

describe('golden cases', () => {
  it.each(GOLDEN)('%s: %s', (rule, _title, form, over, expected) => {
    expect(review(contextOf(form(), over)).filter(one => one.ruleId === rule).map(one => `${one.level} ${one.pointer}`)).toEqual(expected);
  });

  it('has a case that passes and one that fails for each of these rules', () => {
    for (const rule of new Set(GOLDEN.map(([id]) => id))) {
      const cases = GOLDEN.filter(([id]) => id === rule);
      expect([rule, cases.some(one => one[4].length === 0), cases.some(one => one[4].length > 0)]).toEqual([rule, true, true]);
    }
  });

  it('names basis, version and first day of every rule', () => {
    for (const rule of RULES) expect([rule.id, rule.basis.length > 3, /^\d{4}\.\d+$/.test(rule.version), /^\d{4}-\d\d-\d\d$/.test(rule.since)]).toEqual([rule.id, true, true, true]);
  });

  it('are the rules that the documents describe', () => {
    expect(readFileSync('docs/rules.md', 'utf8')).toContain(rulesTable());
  });

  it('tells of a class what it read in the form, and what the form does not say', () => {
    const said = (form: Form): (string | null | undefined)[] => review(contextOf(form)).filter(one => one.ruleId === 'C2').flatMap(one => [one.expected, one.suggestion.zh, one.evidence]);
    const [due, mend, evidence] = said(changed(hospital(), '/products/facilities/1/parameterValue', '900'));
    expect([due, mend?.includes('尚未核对原文'), evidence?.includes('床位 900 张')]).toEqual(['重点管理', true, true]);
    expect(said(withoutBeds())[1]).toContain('没有：床位');
    expect(said(sewageWorks('10000'))[1]).toContain('工业废水集中处理场所');
  });

  it('names the item of article 15, and leaves to a person what it does not settle', () => {
    const said = (form: Form): string[] => review(contextOf(form, asChange)).filter(one => one.ruleId === 'C16').map(one => `${one.basis.split('；')[0]} ${one.suggestion.zh.includes('审查人员核对')}`);
    expect(said(changed(lime(), '/process-nodes/nodes/1/emissionForm', 'fugitive'))).toEqual(['排污许可管理条例 第十五条第二项 false']);
    expect(said(changed(lime(), '/noise/boundaries/2/nightDbA', '60'))).toEqual(['排污许可管理条例 第十五条第三项 true']);
  });

  it('tells the unit when an amount is off by a thousand', () => {
    const [slip] = review(contextOf(changed(lime(), '/air-limits/limits/0/year1T', '4752'))).filter(one => one.ruleId === 'C9');
    expect(slip?.suggestion.zh).toContain('吨不是千克');
    expect(slip?.evidence).toBe('10 mg/m³ × 60000 Nm³/h × 7920 h × 10⁻⁹ = 4.752 t/a');
  });
});

describe('what takes an application anew', () => {
  it('is never said of a form compared with itself, and of a growth always', () => {
    expect(changeDemandsReapply(lime(), lime())).toEqual([]);
    expect(changeDemandsReapply(hospital(), hospital())).toEqual([]);
    const reversed = (form: Form): Form => Object.fromEntries(Object.entries(form).map(([key, data]) => [key, Object.fromEntries(Object.entries(data).map(([field, value]) => [field, Array.isArray(value) ? [...(value as unknown[])].reverse() : value]))])) as Form;
    expect(changeDemandsReapply(lime(), reversed(lime()))).toEqual([]);
    expect(changeDemandsReapply(hospital(), reversed(hospital()))).toEqual([]);
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 100_000 }), (index, thousandths) => {
      const before = Number(((lime()['air-limits']?.['limits'] as readonly Row[])[index] as Row)['year2T']);
      const after = changed(lime(), `/air-limits/limits/${index}/year2T`, (before + thousandths / 1000).toFixed(3));
      expect(changeDemandsReapply(lime(), after).map(one => one.pointer)).toEqual([`/air-limits/limits/${index}/year2T`]);
      expect(changeDemandsReapply(after, lime())).toEqual([]);
    }), { numRuns: 50 });
  });
});
