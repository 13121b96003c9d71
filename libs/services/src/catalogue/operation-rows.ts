import { before, CatalogueCell, code, either, monitoringRule, need, permitRule, rule, service } from './catalogue-rows';

/** 运营期. */
export const OPERATION: readonly CatalogueCell[] = [
  {
    stage: 'operation', kind: 'consulting', rows: [
      service(['steward', '环保管家年度托管', 'Environmental steward, one year'], ['没有专职环保人员时，由一家机构全年照看合规事项', 'One firm looks after everything for a year'],
        { scope: ['每月现场巡查一次，按清单检查并拍照', '编制合规日历，提前提醒到期事项', '协助台账、执行报告、信息公开', '发现问题提出整改方案并跟踪闭环', '每月提交服务月报'], deliverables: ['合规日历', '每月巡查记录与月报', '年度总结'], days: 365 }, { requirement: [], law: [rule('关于推进环境污染第三方治理的实施意见（环规财函〔2017〕172号）', '', '2017-08-09')] }),
      service(['permit-change', '排污许可证变更、重新申请', 'Change of the permit'], ['排放口、工艺、产能、法定代表人等发生变化', 'When outlets, process, capacity or particulars have changed'],
        { scope: ['比对现状与许可证，判断变更或重新申请', '填报变更内容并准备说明材料', '答复补正与审查意见'], deliverables: ['变更或重新申请材料', '变化对照表'], days: 45 }, { requirement: [], law: [permitRule('第十五条、第十六条')] }),
      service(['permit-renewal', '排污许可证延续', 'Renewal of the permit'], ['有效期届满 60 日前提出延续申请', 'To be asked for 60 days before the end'],
        { scope: ['核实许可证与现状、标准变化', '汇总五年执行情况', '填报延续申请并准备附件', '答复补正与审查意见，直到取得新证'], deliverables: ['延续申请材料', '执行情况总结'], days: 60 }, { requirement: [], law: [permitRule('第十四条'), code('第一百八十二条')] }),
      service(['execution-report', '排污许可执行报告编制', 'Execution reports'], ['按许可证规定的频次提交季报、年报', 'Quarterly and yearly, as the permit says'],
        { scope: ['收集生产、监测、台账数据', '核算实际排放量，说明超标与异常', '编制并协助提交执行报告'], deliverables: ['执行报告（提交稿）', '排放量核算表'], days: 20 }, { requirement: [], law: [permitRule('第二十二条')] }),
      service(['ledger-service', '环境管理台账建立与代记', 'Ledgers'], ['台账真实完整，保存不少于 5 年', 'True and whole, kept for five years'],
        { scope: ['按许可证梳理台账项目与频次', '建立台账并培训', '每月核对完整性'], deliverables: ['台账模板与填写说明', '月度完整性检查表'], days: 365 }, { requirement: [], law: [permitRule('第二十一条')] }),
      service(['cleaner-production', '清洁生产审核', 'Cleaner production audit'], ['强制审核名单内企业两个审核周期不超过五年', 'Due for listed enterprises'],
        { scope: ['预审核与审核，物料平衡', '提出无低费与中高费方案', '实施方案并评估绩效', '编制审核报告，配合评估验收'], deliverables: ['清洁生产审核报告', '方案汇总表', '验收材料'], days: 180 }, { requirement: [need('清洁生产审核')], law: [rule('清洁生产审核办法', '第十六条', '2016-07-01')] }),
      service(['rating-a', '重污染天气绩效创 A', 'Rising to performance grade A'], ['提升绩效分级，减少重污染天气停限产', 'A better grade, fewer stops in heavy pollution'],
        { scope: ['对照行业指南逐项诊断，找出短板', '提出改造与管理方案', '编制申报材料并配合核查'], deliverables: ['差距诊断报告', '申报材料'], days: 120 }, { requirement: [], law: [code('第二百六十五条')] }),
      service(['carbon-accounting', '碳排放核算与报告', 'Carbon accounting'], ['年排放 2.6 万吨以上的重点排放单位须报告并接受核查', 'Due for large emitters'],
        { scope: ['制定数据质量控制方案', '月度存证', '编制年度排放报告'], deliverables: ['数据质量控制方案', '年度排放报告'], days: 90 }, { requirement: [need('碳核查', '核算报告编制')], law: [rule('碳排放权交易管理暂行条例（国务院令第775号）', '第十一条、第十三条', '2024-05-01')] }),
      service(['credit-repair', '环境信用修复', 'Credit repair'], ['履行完义务、满最短公示期后申请修复', 'After duties are done and the shortest period is over'],
        { scope: ['核对失信记录与修复条件', '整改佐证材料整理', '提交修复申请并跟踪'], deliverables: ['修复申请材料', '整改佐证汇编'], days: 30 }, { requirement: [], law: [code('第五十四条'), rule('信用修复管理办法', '', '2026-04-01')] }),
      service(['hazardous-plan', '危险废物管理计划与台账', 'Hazardous waste plan'], ['产生危险废物的单位每年制定管理计划并备案', 'Yearly, filed by who makes hazardous waste'],
        { scope: ['核实危废种类、代码与产生量', '编制管理计划并备案', '建立台账与标识，规范贮存间'], deliverables: ['管理计划及备案回执', '台账与标识', '贮存间整改清单'], days: 30 }, { requirement: [], law: [code('第五百三十二条'), before('固体废物污染环境防治法', '第七十八条', '2020-09-01')] }),
    ],
  },
  {
    stage: 'operation', kind: 'testing', rows: [
      service(['self-monitoring', '自行监测', 'Self-monitoring'], ['按许可证的监测方案定期监测，公开结果', 'As the permit’s plan says, results public'],
        { scope: ['按许可证核对点位、因子、频次', '按期采样检测，记录工况', '异常当日告知委托方', '按期提交报告并录入平台'], deliverables: ['监测报告（盖 CMA 章）', '原始记录与质控记录', '平台录入数据'], days: 365 }, { requirement: [need('CMA', '水和废水', '空气和废气')], law: [permitRule('第十九条'), monitoringRule()] }),
      service(['ldar', '挥发性有机物泄漏检测与修复', 'Leak detection and repair'], ['密封点 2000 个以上的企业开展 LDAR', 'For plants with 2,000 sealing points or more'],
        { scope: ['建立密封点台账', '按轮次检测并标识泄漏点', '修复后复测', '编制年度报告'], deliverables: ['密封点台账', '检测与复测记录', '年度报告'], days: 365 }, { requirement: [need('CMA', '挥发性有机物泄漏检测', '空气和废气')], law: [rule('挥发性有机物无组织排放控制标准（GB 37822-2019）', '第八章', '2019-07-01')] }),
      service(['cems-comparison', '在线监测比对', 'Comparison of on-line monitoring'], ['自动监测设备定期比对，数据才能采信', 'So that on-line data can be trusted'],
        { scope: ['按规范开展参比方法比对', '出具比对报告', '不合格项提出整改建议并复测'], deliverables: ['比对监测报告（盖 CMA 章）'], days: 30 }, { requirement: [need('CMA', '在线监测比对', '空气和废气', '水和废水')], law: [permitRule('第二十条'), rule('HJ 75-2017、HJ 355-2019', '', '2018-03-01')] }),
      service(['cems-operation', '在线监测设备运维', 'Operation of on-line monitoring'], ['自动监测设备正常运行并保证数据有效', 'Keeps on-line equipment running'],
        { scope: ['每周巡检、定期校准与维护', '故障 4 小时响应、按期修复', '异常数据标记与报告', '保存运维记录'], deliverables: ['巡检与校准记录', '月度运维报告'], days: 365 }, { requirement: [need('运维服务', '在线监测')], law: [monitoringRule(), code('第一千二百三十条')] }),
      service(['noise-testing', '厂界噪声监测', 'Noise at the boundary'], ['按许可证频次监测厂界噪声', 'As often as the permit says'],
        { scope: ['布点与工况记录', '昼夜监测', '出具报告，超标提出降噪建议'], deliverables: ['噪声监测报告（盖 CMA 章）'], days: 15 }, { requirement: [need('CMA', '噪声')], law: [permitRule('第十九条'), rule('工业企业厂界环境噪声排放标准（GB 12348-2008）', '', '2008-10-01')] }),
      service(['soil-groundwater', '土壤与地下水监测', 'Soil and groundwater'], ['土壤污染重点监管单位的年度自行监测与隐患排查', 'Yearly, for key units of soil pollution'],
        { scope: ['隐患排查', '按 HJ 1209 布点采样', '检测分析与评价', '编制年度报告'], deliverables: ['隐患排查报告', '监测报告（盖 CMA 章）'], days: 90 }, { requirement: [need('CMA', '土壤', '地下水')], law: [code('第四百一十四条'), rule('HJ 1209-2021', '', '2022-01-01')] }),
      service(['radiation-testing', '辐射环境监测', 'Radiation monitoring'], ['使用放射源、射线装置单位的场所监测', 'Where sources and X-ray devices are used'],
        { scope: ['场所与环境辐射水平监测', '个人剂量核查', '编制年度评估报告'], deliverables: ['辐射监测报告', '年度评估报告'], days: 30 }, { requirement: [{ anyOf: [{ kind: '辐射安全许可', scope: ['辐射监测'] }, { kind: 'CMA', scope: ['辐射'] }] }], law: [rule('放射性同位素与射线装置安全和防护条例', '第三十五条', '2019-03-02')] }),
    ],
  },
  {
    stage: 'operation', kind: 'engineering', rows: [
      service(['ultra-low-retrofit', '超低排放与达标改造', 'Retrofit to low emissions'], ['废气排放不达标或要提升绩效时的治理改造', 'When air emissions must come down'],
        { scope: ['现状测试与方案比选', '设计、供货、施工、调试', '性能测试，达到约定限值'], deliverables: ['设计与竣工文件', '性能测试报告', '操作规程'], days: 180 }, { requirement: [either('环保工程设计', '环保工程施工')], law: [permitRule('第十七条'), code('第一百八十二条')] }),
      service(['vocs-treatment', '挥发性有机物治理', 'VOC treatment'], ['有机废气收集与治理', 'Collecting and treating organic gases'],
        { scope: ['废气收集系统改造', '治理工艺设计与安装', '调试与去除效率测试'], deliverables: ['设计与竣工文件', '去除效率测试报告'], days: 120 }, { requirement: [either('环保工程设计', '环保工程施工')], law: [rule('挥发性有机物无组织排放控制标准（GB 37822-2019）', '', '2019-07-01')] }),
      service(['facility-operation', '治理设施委托运维', 'Running of treatment plants'], ['废水、废气治理设施由专业机构运行', 'Run by people who know how'],
        { scope: ['制定运行方案，驻场或巡检', '药剂与耗材管理', '运行记录与达标保障', '故障应急'], deliverables: ['运行日志', '月度运行与达标报告'], days: 365 }, { requirement: [need('运维服务', '废水治理设施', '废气治理设施')], law: [permitRule('第二十一条')] }),
      service(['energy-saving', '节能改造', 'Energy saving'], ['降低单位产品能耗，可采用合同能源管理', 'Less energy for the same product'],
        { scope: ['能源审计', '改造方案与实施', '节能量测量与验证'], deliverables: ['能源审计报告', '节能量验证报告'], days: 180 }, { requirement: [], law: [rule('节约能源法', '第二十四条', '2018-10-26')] }),
    ],
  },
  {
    stage: 'operation', kind: 'disposal', rows: [
      service(['hazardous-waste', '危险废物收集利用处置', 'Hazardous waste'], ['只能交给持证单位，贮存不超过一年', 'Only to licensed firms, within a year'],
        { scope: ['核对危废代码与经营许可范围', '包装、装车与转移联单', '到厂过磅与接收确认', '利用或处置证明'], deliverables: ['转移联单', '过磅与接收凭证', '处置证明'], days: 365 }, { requirement: [need('危险废物经营许可')], law: [code('第五百三十四条、第五百三十五条'), before('固体废物污染环境防治法', '第八十条', '2020-09-01')] }),
      service(['bulk-waste', '煤矸石粉煤灰赤泥等综合利用', 'Use of bulk solid waste'], ['大宗工业固废的利用与合规去向', 'Gangue, ash, red mud, gypsum put to use'],
        { scope: ['成分与浸出检测', '利用去向核实与合同', '运输与接收凭证', '台账勾稽'], deliverables: ['检测报告', '利用合同与凭证', '月度台账'], days: 365 }, { requirement: [], law: [code('第四百八十九条、第四百九十条')] }),
      service(['sludge', '污泥处置', 'Sludge'], ['污水处理污泥的鉴别、运输与处置', 'Identified, carried, disposed'],
        { scope: ['属性判定与检测', '密闭运输与联单', '处置与去向证明'], deliverables: ['检测报告', '联单与处置证明'], days: 365 }, { requirement: [], law: [code('第四百八十九条')] }),
    ],
  },
];
