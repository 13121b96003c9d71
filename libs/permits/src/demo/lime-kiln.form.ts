import type { Form, Row, SectionData, SectionKey } from '../form/field';
import { attachmentRows, fiveYears, FormOwner, manual, noiseOf, plainDuties } from './form-parts';

const STANDARD = 'GB 41618-2022';
const SHAFT_KILN = { longitude: '111.7215', latitude: '37.1068' };

/** A lime works of 100,000 t a year with one shaft kiln: a complete, consistent form in 简化管理. */
export function completeLimeKilnForm(owner: FormOwner): Record<SectionKey, SectionData> {
  const form: Form = {
    basic: basicOf(owner),
    products: PRODUCTS,
    'products-supplement': { hasSupplement: false },
    materials: {
      materials: [{ kind: 'raw', name: '石灰石', annualUse: '178000', unit: 't/a' }],
      fuels: [{ name: '净化焦炉煤气', sulphurPercent: '0.01', ashPercent: '/', calorificValueMJ: '16.7', annualUse: '2600', unit: '万m³/a' }],
    },
    'process-nodes': { nodes: NODES },
    'air-outlets': { hasAirOutlets: true, outlets: OUTLETS },
    ...AIR,
    'water-outlets': { discharge: 'none' },
    'water-limits': { hasWaterLimits: false },
    'solid-waste': {
      generatesWaste: true,
      wastes: [
        { name: '除尘灰', kind: 'general', source: '布袋除尘', amountTA: '120', disposal: 'self-use' },
        { name: '废矿物油', kind: 'hazardous', wasteCode: '900-249-08', source: '设备检修', amountTA: '0.2', disposal: 'entrust-dispose', receiver: '山西某危险废物处置有限公司' },
      ],
    },
    noise: noiseOf('3', '65', '55'),
    'self-monitoring': { plan: PLAN },
    ...plainDuties(),
    attachments: { files: attachmentRows(owner.fileIds) },
  };
  return form as Record<SectionKey, SectionData>;
}

const PRODUCTS: SectionData = {
  facilities: [
    { code: 'MF0001', name: '1号石灰竖窑', process: '煅烧', parameter: '有效容积', parameterValue: '300', parameterUnit: 'm³' },
    { code: 'MF0002', name: '破碎筛分生产线', process: '破碎筛分', parameter: '处理能力', parameterValue: '60', parameterUnit: 't/h' },
  ],
  products: [{ name: '冶金石灰', capacity: '100000', capacityUnit: 't/a', hoursPerYear: 7920 }],
};

function basicOf(owner: FormOwner): SectionData {
  return {
    enterpriseName: owner.name ?? '示例石灰有限公司',
    uscc: owner.uscc ?? '91130200699229617X',
    siteName: '南阳石灰窑厂区',
    siteAddress: owner.address ?? '工业路18号',
    location: SHAFT_KILN,
    legalRepresentative: owner.legalRepresentative ?? '郭建军',
    contactName: '武志强',
    contactPhone: '13800000018',
    industryCode: '3012',
    industryName: '石灰和石膏制造',
    managementCategory: 'simplified',
    productionStartDate: '2019-06-01',
    inKeyRegion: true,
    eiaKind: 'approval',
    eiaNumber: '孝环函〔2018〕12号',
    eiaDate: '2018-03-20',
    constructionStartDate: '2018-05-10',
    approvedTotals: [
      { pollutant: 'PM', amountTA: '5', source: 'eia', document: '孝环函〔2018〕12号' },
      { pollutant: 'SO2', amountTA: '25', source: 'eia', document: '孝环函〔2018〕12号' },
      { pollutant: 'NOx', amountTA: '75', source: 'eia', document: '孝环函〔2018〕12号' },
    ],
    tradeSecretSections: ['materials'],
    tradeSecretReason: '原料配比和燃料采购量属于本单位商业秘密，公开会影响正常经营',
  };
}

const NODES: readonly Row[] = [
  {
    facilityCode: 'MF0001', node: '煅烧烟气', pollutants: ['PM', 'SO2', 'NOx'], emissionForm: 'organised',
    treatmentCode: 'TA001', treatmentName: '布袋除尘加SNCR脱硝', treatmentProcess: '布袋除尘、选择性非催化还原', feasibleTechnology: true, outletCode: 'DA001', outletClass: 'main',
  },
  {
    facilityCode: 'MF0002', node: '破碎筛分粉尘', pollutants: ['PM'], emissionForm: 'organised',
    treatmentCode: 'TA002', treatmentName: '布袋除尘器', treatmentProcess: '布袋除尘', feasibleTechnology: true, outletCode: 'DA002', outletClass: 'general',
  },
  { facilityCode: 'MF0002', node: '堆场扬尘', pollutants: ['PM'], emissionForm: 'fugitive', noTreatmentReason: '原料棚全封闭，喷淋抑尘，无独立治理设施' },
];

const OUTLETS: readonly Row[] = [
  {
    code: 'DA001', name: '1号窑窑尾排气筒', outletClass: 'main', source: 'lime-kiln', pollutants: ['PM', 'SO2', 'NOx'],
    location: SHAFT_KILN, heightM: '35', innerDiameterM: '1.4', temperatureC: '120', flowNm3H: '60000', hoursPerYear: 7920,
  },
  {
    code: 'DA002', name: '破碎筛分排气筒', outletClass: 'general', source: 'dust', pollutants: ['PM'],
    location: { longitude: '111.7221', latitude: '37.1071' }, heightM: '15', innerDiameterM: '0.6', temperatureC: '25', flowNm3H: '12000', hoursPerYear: 5280,
  },
];

function limit(outletCode: string, pollutant: string, concentrationMgM3: string, tonnes: string): Row {
  return { outletCode, pollutant, standard: STANDARD, concentrationMgM3, ...fiveYears(tonnes) };
}

const AIR: Form = {
  'air-limits': {
    limits: [
      limit('DA001', 'PM', '10', '4.752'), limit('DA001', 'SO2', '50', '23.76'), limit('DA001', 'NOx', '150', '71.28'),
      { outletCode: 'DA002', pollutant: 'PM', standard: STANDARD, concentrationMgM3: '10' },
    ],
  },
  fugitive: {
    hasFugitive: true,
    points: [{ name: '厂界', process: '贮存、输送', pollutant: 'PM', standard: 'GB 16297-1996', concentrationMgM3: '1.0', measures: '原料棚全封闭，输送廊道密闭，喷淋抑尘，出入口洗车' }],
  },
  'air-totals': {
    hasTotals: true,
    plantTotals: [{ pollutant: 'PM', ...fiveYears('4.752') }, { pollutant: 'SO2', ...fiveYears('23.76') }, { pollutant: 'NOx', ...fiveYears('71.28') }],
    derivation: 'DA001 颗粒物：10 mg/m³ × 60000 Nm³/h × 7920 h × 10⁻⁹ = 4.752 t/a；二氧化硫、氮氧化物同法',
  },
};

const PLAN: readonly Row[] = [
  manual('air-outlet', { outletCode: 'DA001' }, 'PM', { frequency: 'half-year', technique: 'HJ 836-2017' }),
  manual('air-outlet', { outletCode: 'DA001' }, 'SO2', { frequency: 'half-year', technique: 'HJ 57-2017' }),
  manual('air-outlet', { outletCode: 'DA001' }, 'NOx', { frequency: 'half-year', technique: 'HJ 693-2014' }),
  manual('air-outlet', { outletCode: 'DA002' }, 'PM', { frequency: 'year', technique: 'HJ 836-2017' }),
  manual('fugitive', { point: '厂界上风向1点、下风向3点' }, 'PM', { frequency: 'year', technique: 'HJ 1263-2022' }),
  manual('boundary-noise', { point: '厂界四周外1米' }, 'noise', { frequency: 'quarter', technique: 'GB 12348-2008' }),
];
