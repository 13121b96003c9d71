import { before, CatalogueCell, code, either, monitoringRule, need, permitRule, rule, service } from './catalogue-rows';

const EIA = [code('第九十九条'), before('环境影响评价法', '第十六条、第十九条', '2018-12-29')];

/** 建设期. */
export const CONSTRUCTION: readonly CatalogueCell[] = [
  {
    stage: 'construction', kind: 'consulting', rows: [
      service(['eia-report', '环境影响报告书编制', 'Environmental impact report'], ['新建、改建、扩建且影响重大的项目，开工前须经审批', 'For projects of great impact, before work begins'],
        { scope: ['收集项目资料，现场踏勘，判定评价等级', '开展现状调查与影响预测', '编制报告书，组织公众参与', '配合技术评估与修改，直到取得批复'], deliverables: ['环境影响报告书（报批稿，盖章）', '公众参与说明', '基础数据与模型文件'], days: 120 }, { requirement: [need('环评备案', '报告书')], law: EIA }),
      service(['eia-form', '环境影响报告表编制', 'Environmental impact form'], ['影响较小的新建、改建、扩建项目', 'For projects of lesser impact'],
        { scope: ['收集项目资料，现场踏勘', '编制报告表，说明污染防治措施', '配合审批与修改，直到取得批复'], deliverables: ['环境影响报告表（报批稿，盖章）', '附图附件'], days: 45 }, { requirement: [need('环评备案', '报告表')], law: EIA }),
      service(['permit-application', '排污许可证首次申请', 'First discharge permit'], ['启动生产设施或实际排污之前须取得排污许可证', 'Needed before anything is discharged'],
        { scope: ['核实行业类别与管理类别', '梳理产排污环节、排放口、许可限值与总量', '填报申请表，准备附件', '答复补正与审查意见，直到取得许可证'], deliverables: ['排污许可证申请表', '附图附件', '自行监测方案'], days: 60 }, { requirement: [], law: [permitRule('第二条、第六条、第七条'), code('第一百八十二条')] }),
      service(['total-and-energy', '总量指标与节能审查', 'Emission quota and energy review'], ['落实新增污染物总量来源，办理节能审查', 'Where new emissions and energy come from'],
        { scope: ['核算新增污染物总量与削减来源', '编制总量指标申请材料', '编制节能报告并配合评审'], deliverables: ['总量指标申请材料', '节能报告'], days: 45 }, { requirement: [], law: [rule('固定资产投资项目节能审查办法', '', '2023-06-01')] }),
      service(['environmental-supervision', '施工期环境监理', 'Supervision during construction'], ['核实环保措施与主体工程同时设计、施工、投产', 'Sees that protection is built along'],
        { scope: ['编制监理方案', '按月巡查扬尘、噪声、废水、固废措施', '核对环保设施与批复是否一致', '编制监理总结'], deliverables: ['监理方案', '月报与影像记录', '监理总结报告'], days: 365 }, { requirement: [], law: [before('环境保护法', '第四十一条', '2015-01-01')] }),
      service(['emergency-plan', '突发环境事件应急预案', 'Emergency plan'], ['投产前编制预案并备案，每三年回顾修订', 'A plan on file before production, reviewed every three years'],
        { scope: ['开展风险评估与应急资源调查', '编制综合预案、专项预案与现场处置卡', '组织评审与备案', '培训并演练一次'], deliverables: ['应急预案及备案表', '风险评估报告', '演练记录'], days: 60 }, { requirement: [], law: [rule('企业事业单位突发环境事件应急预案备案管理办法（试行）', '第九条、第十四条', '2015-01-08')] }),
    ],
  },
  {
    stage: 'construction', kind: 'testing', rows: [
      service(['baseline-monitoring', '环境质量本底监测', 'Baseline monitoring'], ['开工前取得空气、水、土壤、噪声的背景值', 'The state of the place before work begins'],
        { scope: ['按评价等级布点，编制监测方案', '采样与检测', '出具监测报告与质控记录'], deliverables: ['监测报告（盖 CMA 章）', '原始记录与质控报告'], days: 30 }, { requirement: [need('CMA')], law: [monitoringRule(), code('第九十九条')] }),
      service(['acceptance-monitoring', '竣工环保验收监测', 'Acceptance monitoring'], ['项目建成后自主验收，须有验收监测报告', 'The measurements of the enterprise’s own acceptance'],
        { scope: ['核查环保设施与环评批复的一致性', '编制验收监测方案', '在工况符合要求时监测废气、废水、噪声', '编制验收监测报告，协助公示与备案'], deliverables: ['验收监测报告（盖 CMA 章）', '原始记录', '验收意见与公示截图'], days: 60 }, { requirement: [need('CMA', '水和废水', '空气和废气', '噪声')], law: [rule('建设项目竣工环境保护验收暂行办法（国环规环评〔2017〕4号）', '第五条、第十二条', '2017-11-20')] }),
    ],
  },
  {
    stage: 'construction', kind: 'engineering', rows: [
      service(['treatment-epc', '废气废水固废治理工程设计与施工', 'Design and building of treatment'], ['与主体工程配套的污染治理设施，可总承包', 'Treatment built together with the plant'],
        { scope: ['工艺比选与方案设计', '施工图设计', '设备采购、施工、安装', '单机与联动调试，达标后移交'], deliverables: ['设计文件', '竣工资料', '调试与性能测试报告', '操作规程与培训记录'], days: 180 }, { requirement: [either('环保工程设计', '环保工程施工')], law: [rule('建设工程勘察设计管理条例', '第八条', '2017-10-07'), rule('建筑业企业资质管理规定', '第三条', '2015-03-01')] }),
      service(['cems-installation', '在线监测设备安装联网', 'On-line monitoring: installation'], ['重点排污单位须安装自动监测并与生态环境部门联网', 'Key dischargers measure continuously, on line'],
        { scope: ['站房与采样平台建设', '设备安装、调试 168 小时', '数据采集传输仪联网', '协助验收与备案'], deliverables: ['安装调试报告', '验收与联网证明', '设备说明与备件清单'], days: 90 }, { requirement: [], law: [permitRule('第二十条'), monitoringRule()] }),
    ],
  },
  {
    stage: 'construction', kind: 'disposal', rows: [
      service(['construction-waste', '施工固体废物处置', 'Construction waste'], ['建筑垃圾分类收集、运输与利用', 'Sorting, carrying and using building waste'],
        { scope: ['产生量测算与处置方案', '分类收集与密闭运输', '利用或填埋，留存联单与照片'], deliverables: ['处置方案备案材料', '运输与接收凭证', '汇总台账'], days: 180 }, { requirement: [], law: [before('固体废物污染环境防治法', '第六十三条', '2020-09-01'), code('第四百八十九条')] }),
      service(['drilling-mud', '施工泥浆处置', 'Slurry of construction'], ['泥浆脱水、运输与合规利用', 'Dewatering and lawful use of slurry'],
        { scope: ['现场脱水与沉淀', '密闭运输', '接收单位核实与联单'], deliverables: ['处置合同与联单', '检测报告', '汇总台账'], days: 90 }, { requirement: [], law: [code('第四百九十条')] }),
    ],
  },
];
