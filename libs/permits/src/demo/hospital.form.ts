import type { Form, Row, SectionData, SectionKey } from '../form/field';
import { attachmentRows, fiveYears, FormOwner, manual, noiseOf, plainDuties } from './form-parts';

const SITE = { longitude: '111.7826', latitude: '37.1453' };

/** A hospital of 260 beds with a gas boiler and pre-treated sewage: 简化管理 by entry 107 of the list. */
export function completeHospitalForm(owner: FormOwner): Record<SectionKey, SectionData> {
  const form: Form = {
    basic: basicFacts(owner),
    products: {
      facilities: [
        { code: 'MF0001', name: '燃气热水锅炉', process: '供热', parameter: '额定出力', parameterValue: '4.2', parameterUnit: 'MW' },
        { code: 'MF0002', name: '病区及门诊排水', process: '医疗服务', parameter: '床位', parameterValue: '260', parameterUnit: '床' },
      ],
      products: [{ name: '医疗服务', capacity: '260', capacityUnit: '床', hoursPerYear: 8760 }],
    },
    'products-supplement': { hasSupplement: false },
    materials: {
      materials: [{ kind: 'auxiliary', name: '次氯酸钠', annualUse: '12', unit: 't/a', toxicComponent: '有效氯 10%' }],
      fuels: [{ name: '天然气', sulphurPercent: '0.001', ashPercent: '/', calorificValueMJ: '35.6', annualUse: '90', unit: '万m³/a' }],
    },
    'process-nodes': { nodes: NODES },
    ...AIR,
    'water-outlets': {
      discharge: 'indirect',
      outlets: [{
        code: 'DW001', name: '污水总排口', outletClass: 'general', source: 'hospital', pollutants: ['COD', 'BOD5', 'SS', 'fecal-coliform', 'animal-oil', 'oil'],
        location: SITE, destination: '城市污水处理厂', pattern: '间断排放，流量不稳定', flowM3D: '180',
      }],
    },
    'water-limits': {
      hasWaterLimits: true,
      limits: [water('COD', '250'), water('BOD5', '100'), water('SS', '60'), water('fecal-coliform', '5000'), water('animal-oil', '20'), water('oil', '20')],
    },
    'solid-waste': {
      generatesWaste: true,
      wastes: [{ name: '医疗废物', kind: 'hazardous', wasteCode: '841-001-01', source: '诊疗', amountTA: '38', disposal: 'entrust-dispose', receiver: '吕梁市医疗废物集中处置中心' }],
    },
    noise: noiseOf('2', '60', '50'),
    'self-monitoring': { plan: PLAN },
    ...withQuarterlyReports(),
    attachments: { files: attachmentRows(owner.fileIds) },
  };
  return form as Record<SectionKey, SectionData>;
}

/** 简化管理 owes a yearly report only; the hospital's permit asks for quarterly ones as well, as many do. */
function withQuarterlyReports(): Form {
  const duties = plainDuties();
  const ledgers = duties.ledgers as SectionData;
  return { ...duties, ledgers: { ...ledgers, reports: [...(ledgers['reports'] as readonly Row[]), { period: 'quarterly', dueDay: 15, content: '按 HJ 944-2018 季度执行报告内容' }] } };
}

/** 基本情况 of the hospital, with the owner's own particulars where there are any. */
function basicFacts(owner: FormOwner): SectionData {
  return {
    enterpriseName: owner.name ?? '示例人民医院', uscc: owner.uscc ?? '12100000400000624D', siteName: '本部院区', siteAddress: owner.address ?? '府前街6号', location: SITE,
    legalRepresentative: owner.legalRepresentative ?? '任丽华', contactName: '田海平', contactPhone: '0358-7622000', industryCode: '8411', industryName: '综合医院',
    managementCategory: 'simplified', productionStartDate: '2012-09-01', inKeyRegion: true, eiaKind: 'approval', eiaNumber: '孝环函〔2010〕7号', eiaDate: '2010-04-15', constructionStartDate: '2010-06-20',
    approvedTotals: [{ pollutant: 'NOx', amountTA: '2', source: 'eia', document: '孝环函〔2010〕7号' }],
  };
}

const NODES: readonly Row[] = [
  { facilityCode: 'MF0001', node: '锅炉烟气', pollutants: ['PM', 'SO2', 'NOx'], emissionForm: 'organised', noTreatmentReason: '燃用天然气并采用低氮燃烧，无末端治理', outletCode: 'DA001', outletClass: 'general' },
  {
    facilityCode: 'MF0002', node: '医疗污水', pollutants: ['COD', 'BOD5', 'SS', 'fecal-coliform', 'animal-oil', 'oil'], emissionForm: 'water',
    treatmentCode: 'TW001', treatmentName: '污水处理站', treatmentProcess: '生物接触氧化加次氯酸钠消毒', feasibleTechnology: true, outletCode: 'DW001', outletClass: 'general',
  },
];

const boiler = (pollutant: string, concentrationMgM3: string): Row => ({ outletCode: 'DA001', pollutant, standard: 'DB14/1929-2019', concentrationMgM3 });
const water = (pollutant: string, concentrationMgL: string): Row => ({ outletCode: 'DW001', pollutant, standard: 'GB 18466-2005', concentrationMgL });

const AIR: Form = {
  'air-outlets': {
    hasAirOutlets: true,
    outlets: [{ code: 'DA001', name: '锅炉排气筒', outletClass: 'general', source: 'boiler-gas', pollutants: ['PM', 'SO2', 'NOx'], location: SITE, heightM: '18', innerDiameterM: '0.5', temperatureC: '90', flowNm3H: '5000', hoursPerYear: 3600 }],
  },
  'air-limits': {
    limits: [boiler('PM', '5'), boiler('SO2', '35'), { ...boiler('NOx', '50'), ...fiveYears('0.9') }],
  },
  fugitive: {
    hasFugitive: true,
    points: ['NH3', 'H2S'].map(pollutant => ({ name: '污水处理站周界', process: '污水处理', pollutant, standard: 'GB 18466-2005', concentrationMgM3: pollutant === 'NH3' ? '1.0' : '0.03', measures: '池体加盖，臭气收集除臭' })),
  },
  'air-totals': { hasTotals: true, plantTotals: [{ pollutant: 'NOx', ...fiveYears('0.9') }], derivation: '50 mg/m³ × 5000 Nm³/h × 3600 h × 10⁻⁹ = 0.9 t/a' },
};

const PLAN: readonly Row[] = [
  ...['PM', 'SO2'].map(one => manual('air-outlet', { outletCode: 'DA001' }, one, { frequency: 'year', technique: one === 'PM' ? 'HJ 836-2017' : 'HJ 57-2017' })),
  manual('air-outlet', { outletCode: 'DA001' }, 'NOx', { frequency: 'month', technique: 'HJ 693-2014' }),
  ...['COD', 'BOD5', 'SS'].map(one => manual('water-outlet', { outletCode: 'DW001' }, one, { frequency: 'quarter', technique: 'HJ 828-2017' })),
  manual('water-outlet', { outletCode: 'DW001' }, 'fecal-coliform', { frequency: 'month', technique: 'HJ 347.2-2018' }),
  ...['animal-oil', 'oil'].map(one => manual('water-outlet', { outletCode: 'DW001' }, one, { frequency: 'quarter', technique: 'HJ 637-2018' })),
  manual('fugitive', { point: '污水处理站周界' }, 'NH3', { frequency: 'quarter', technique: 'HJ 533-2009' }),
  manual('boundary-noise', { point: '院界四周外1米' }, 'noise', { frequency: 'quarter', technique: 'GB 12348-2008' }),
];
