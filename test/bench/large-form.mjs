// A complete lime works with as many outlets as asked, each with eight pollutants: limits, monitoring and nodes to match.
import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/lib/paths.mjs';

const POLLUTANTS = ['PM', 'SO2', 'NOx', 'NMHC', 'NH3', 'H2S', 'Hg', 'F'];
const MG_M3 = { PM: '10', SO2: '50', NOx: '150', NMHC: '60', NH3: '2.5', H2S: '0.33', Hg: '0.01', F: '6' };
const HOURS = 7920;
const FLOW = 60_000;
/** Of so many outlets one is a main one and has yearly amounts. */
const MAIN_EACH = 10;
const FUGITIVE_POINTS = 50;

const padded = (number, digits) => String(number).padStart(digits, '0');
const tonnes = pollutant => String(Number((Number(MG_M3[pollutant]) * FLOW * HOURS * 1e-9).toFixed(4)));
const years = amount => Object.fromEntries([1, 2, 3, 4, 5].map(year => [`year${year}T`, amount]));
const isMain = index => index % MAIN_EACH === 0;
const codesOf = index => ({ outlet: `DA${padded(index + 1, 3)}`, facility: `MF${padded(index + 1, 4)}`, treatment: `TA${padded(index + 1, 3)}` });

const outletOf = index => ({
  code: codesOf(index).outlet, name: `${index + 1}号窑窑尾排气筒`, outletClass: isMain(index) ? 'main' : 'general', source: 'lime-kiln', pollutants: POLLUTANTS,
  location: { longitude: (111.72 + index * 0.00001).toFixed(6), latitude: (37.1 + index * 0.00001).toFixed(6) }, heightM: '35', innerDiameterM: '1.4', temperatureC: '120', flowNm3H: String(FLOW), hoursPerYear: HOURS,
});
const nodeOf = index => ({
  facilityCode: codesOf(index).facility, node: '煅烧烟气', pollutants: POLLUTANTS, emissionForm: 'organised', treatmentCode: codesOf(index).treatment, treatmentName: '布袋除尘加SNCR脱硝',
  treatmentProcess: '布袋除尘、选择性非催化还原', feasibleTechnology: true, outletCode: codesOf(index).outlet, outletClass: isMain(index) ? 'main' : 'general',
});
const limitsOf = index => POLLUTANTS.map(pollutant => ({ outletCode: codesOf(index).outlet, pollutant, standard: 'GB 41618-2022', concentrationMgM3: MG_M3[pollutant], ...(isMain(index) ? years(tonnes(pollutant)) : {}) }));
const planOf = index => POLLUTANTS.map(pollutant => ({ source: 'air-outlet', outletCode: codesOf(index).outlet, pollutant, method: 'manual', frequency: 'half-year', technique: 'HJ 836-2017' }));

/** @param {number} outlets @param {object} owner what the platform knows of the applicant, with `fileIds` @returns the sections by key */
export function largeForm(outlets, owner) {
  const { completeLimeKilnForm } = createRequire(import.meta.url)(inRoot('dist/libs/permits/src/demo/lime-kiln.form.js'));
  const form = completeLimeKilnForm(owner);
  const each = Array.from({ length: outlets }, (_, index) => index);
  const main = each.filter(isMain).length;
  const total = pollutant => String(Number((Number(tonnes(pollutant)) * main).toFixed(4)));
  const boundary = form['self-monitoring'].plan.filter(row => row.source !== 'air-outlet');
  return {
    ...form,
    basic: { ...form.basic, approvedTotals: POLLUTANTS.map(pollutant => ({ pollutant, amountTA: total(pollutant), source: 'eia', document: '孝环函〔2018〕12号' })) },
    products: { ...form.products, facilities: each.map(index => ({ code: codesOf(index).facility, name: `${index + 1}号石灰竖窑`, process: '煅烧', parameter: '有效容积', parameterValue: '300', parameterUnit: 'm³' })) },
    'process-nodes': { nodes: each.map(nodeOf) },
    'air-outlets': { hasAirOutlets: true, outlets: each.map(outletOf) },
    'air-limits': { limits: each.flatMap(limitsOf) },
    fugitive: { hasFugitive: true, points: Array.from({ length: Math.min(FUGITIVE_POINTS, outlets) }, (_, index) => ({ ...form.fugitive.points[0], name: `${index + 1}号堆场` })) },
    'air-totals': { hasTotals: true, derivation: '浓度 × 烟气量 × 时间', plantTotals: POLLUTANTS.map(pollutant => ({ pollutant, ...years(total(pollutant)) })) },
    'self-monitoring': { plan: [...each.flatMap(planOf), ...boundary] },
  };
}
