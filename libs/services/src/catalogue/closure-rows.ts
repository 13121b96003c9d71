import { before, CatalogueCell, code, either, need, permitRule, rule, service } from './catalogue-rows';

const DISMANTLE = [code('第四百一十五条'), before('土壤污染防治法', '第二十二条', '2019-01-01')];
const SOIL = [code('第四百六十二条'), before('土壤污染防治法', '第五十九条', '2019-01-01')];

/** 停业退场. */
export const CLOSURE: readonly CatalogueCell[] = [
  {
    stage: 'closure', kind: 'consulting', rows: [
      service(['dismantling-plan', '拆除活动污染防治方案', 'Plan of dismantling'], ['拆除设施、设备前制定方案并备案', 'On file before anything is pulled down'],
        { scope: ['识别残留物料、污染区域与地下设施', '编制污染防治与应急方案', '报备案并交底', '拆除后总结归档'], deliverables: ['拆除活动污染防治方案及备案回执', '总结报告'], days: 30 }, { requirement: [], law: DISMANTLE }),
      service(['soil-report', '土壤污染状况调查报告', 'Soil investigation report'], ['用途变更或土地收回、转让前须调查', 'Before the land changes use or hands'],
        { scope: ['资料收集、人员访谈与踏勘', '布点方案与钻探采样', '检测与评价', '编制报告并配合评审'], deliverables: ['调查报告', '采样与检测记录', '专家意见与修改说明'], days: 90 }, { requirement: [need('土壤调查', '初步调查', '详细调查')], law: SOIL }),
      service(['permit-cancellation', '排污许可证注销', 'Cancellation of the permit'], ['停止排污后办理注销，清理证后义务', 'After discharging has ended'],
        { scope: ['核对未完成的执行报告与台账', '准备注销材料并提交', '台账与监测记录归档移交'], deliverables: ['注销申请材料', '归档清单'], days: 20 }, { requirement: [], law: [permitRule('第三十二条')] }),
    ],
  },
  {
    stage: 'closure', kind: 'testing', rows: [
      service(['site-sampling', '场地调查采样检测', 'Sampling of the site'], ['为土壤调查提供采样与检测', 'Samples and analyses for the investigation'],
        { scope: ['按布点方案钻探、建井、采样', '样品流转与质控', '检测并出具报告'], deliverables: ['检测报告（盖 CMA 章）', '钻孔柱状图与采样影像'], days: 45 }, { requirement: [need('CMA', '土壤', '地下水')], law: SOIL }),
      service(['remediation-assessment', '修复效果评估', 'Proof of remediation'], ['修复完成后由另一家机构评估', 'By another firm than the one that cleaned'],
        { scope: ['核查修复资料与现场', '布点采样检测', '评估并编制报告'], deliverables: ['效果评估报告', '检测报告'], days: 60 }, { requirement: [need('土壤调查', '效果评估')], law: [before('土壤污染防治法', '第六十五条', '2019-01-01'), code('第四百六十二条')] }),
    ],
  },
  {
    stage: 'closure', kind: 'engineering', rows: [
      service(['decommissioning', '退役拆除', 'Decommissioning'], ['按备案方案拆除，防止残留物污染', 'Pulled down without leaving anything behind'],
        { scope: ['残留物料清理与清洗', '设备与构筑物拆除', '废物分类与去向登记', '场地移交'], deliverables: ['拆除过程记录与影像', '废物去向台账', '移交清单'], days: 90 }, { requirement: [need('环保工程施工')], law: DISMANTLE }),
      service(['site-remediation', '污染场地修复', 'Remediation of the site'], ['对超过风险管控值的土壤、地下水修复', 'Soil and groundwater above the control values'],
        { scope: ['编制修复方案', '施工与二次污染防治', '过程监测', '配合效果评估'], deliverables: ['修复方案', '施工与监测记录', '竣工报告'], days: 365 }, { requirement: [need('环保工程施工'), need('土壤调查', '修复方案')], law: SOIL }),
      service(['mine-reclamation', '矿山生态修复与土地复垦', 'Mine restoration'], ['闭坑矿山地质环境治理与复垦', 'Restoring land that was mined'],
        { scope: ['编制治理与复垦方案', '边坡、排水、覆土、绿化施工', '监测与管护', '配合验收'], deliverables: ['方案与设计', '竣工资料', '监测与管护记录'], days: 365 }, { requirement: [need('地质灾害治理')], law: [rule('矿山地质环境保护规定', '第十二条、第十七条', '2019-07-24')] }),
      service(['tailings-closure', '尾矿（赤泥）库封场', 'Closing a tailings pond'], ['停用的尾矿库、赤泥库须封场', 'A pond out of use must be closed'],
        { scope: ['封场方案与设计', '覆盖、排渗、截洪施工', '渗滤液收集处理', '监测井与后期管护'], deliverables: ['封场设计与竣工资料', '监测与管护方案'], days: 365 }, { requirement: [either('环保工程施工', '环保工程设计')], law: [code('第一千一百七十三条'), rule('尾矿污染环境防治管理办法', '第二十一条', '2022-07-01')] }),
    ],
  },
  {
    stage: 'closure', kind: 'disposal', rows: [
      service(['legacy-waste', '遗留危险废物清库', 'Clearing out hazardous waste'], ['退场前清空危废间和储罐残留', 'Stores and tanks emptied before leaving'],
        { scope: ['清点、鉴别与包装', '转移联单与运输', '处置证明与清库记录'], deliverables: ['清点与鉴别记录', '转移联单', '处置证明'], days: 45 }, { requirement: [need('危险废物经营许可')], law: [code('第五百三十四条、第五百三十五条')] }),
    ],
  },
];
