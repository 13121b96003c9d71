import type { QualificationKind } from './kind.entity';

const NEW_CODE = '生态环境法典';
const row = (name: string, nameEn: string, legalBasis: string, over: Partial<QualificationKind>): Omit<QualificationKind, 'position'> => ({
  name, nameEn, legalBasis, effectiveFrom: '2020-01-01', effectiveTo: null, numberFormat: null, numberHint: null,
  scopeRequired: true, scopeWords: [], validityRequired: true, scanRequired: true, verified: false, ...over,
});

/**
 * The kinds the platform knows. What an authority does not license (运维, 清洁生产审核, 碳核查, 土壤调查) is a record of the
 * firm's filing and ability. No row is `verified` until somebody has compared it with the official text.
 */
export const KIND_ROWS: readonly Readonly<QualificationKind>[] = [
  row('CMA', 'Accredited testing (CMA)', `检验检测机构资质认定管理办法（总局令第163号）；生态环境监测条例（国令第820号，2026-01-01）监测机构备案`, {
    numberFormat: '^\\d{12}$', numberHint: '证书编号为 12 位数字', scopeWords: ['水和废水', '空气和废气', '噪声', '土壤', '地下水', '固体废物', '辐射', '挥发性有机物泄漏检测', '在线监测比对'],
  }),
  row('环评备案', 'Environmental impact assessment filing', `${NEW_CODE} 第九十九条（编制单位备案）；环境影响报告书（表）编制监督管理办法`, { validityRequired: false, scanRequired: false, scopeWords: ['报告书', '报告表'] }),
  row('危险废物经营许可', 'Hazardous waste licence', `${NEW_CODE} 第五百三十四条；危险废物经营许可证管理办法`, { scopeWords: ['收集', '贮存', '利用', '处置', 'HW08', 'HW11', 'HW13', 'HW34', 'HW49'] }),
  row('环保工程设计', 'Environmental engineering design', '建设工程勘察设计管理条例；工程设计资质标准（环境工程专项）', { scopeWords: ['水污染防治', '大气污染防治', '固体废物处理处置', '物理污染防治', '污染修复'] }),
  row('环保工程施工', 'Environmental construction', '建筑业企业资质管理规定；建筑业企业资质标准（环保工程专业承包）', { scopeWords: ['壹级', '贰级', '叁级'] }),
  row('运维服务', 'Operation and maintenance', '生态环境监测条例（国令第820号，2026-01-01）自动监测运维备案；原设施运营资质许可已取消', { validityRequired: false, scanRequired: false, scopeWords: ['在线监测设备运维', '废水治理设施', '废气治理设施'] }),
  row('清洁生产审核', 'Cleaner production audit', '清洁生产审核办法（发展改革委、环境保护部令第38号）对咨询服务机构的条件', { validityRequired: false, scanRequired: false, scopeWords: ['审核', '评估', '验收'] }),
  row('碳核查', 'Carbon verification', '碳排放权交易管理暂行条例（国令第775号）第十三条', { validityRequired: false, scanRequired: false, scopeWords: ['核算报告编制', '核查', '检验检测'] }),
  row('土壤调查', 'Soil investigation', `${NEW_CODE} 第四百六十二条；建设用地土壤污染状况调查从业单位信用记录`, { validityRequired: false, scanRequired: false, scopeWords: ['初步调查', '详细调查', '风险评估', '效果评估', '修复方案'] }),
  row('辐射安全许可', 'Radiation safety licence', '放射性同位素与射线装置安全和防护条例；辐射环境监测机构能力认定', { scopeWords: ['辐射监测', '放射源', '射线装置'] }),
  row('地质灾害治理', 'Mine and geological restoration', '地质灾害防治单位资质管理办法（自然资源部令第8号）', { scopeWords: ['勘查设计', '施工', '甲级', '乙级'] }),
].map((one, nth) => ({ ...one, position: nth + 1 }));
