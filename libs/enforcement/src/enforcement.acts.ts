import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    'enforcement-officer': {
      name: ['执法人员', 'Enforcement officer'],
      acts: {
        add: ['登记', 'added'], change: ['修改', 'changed'], avoid: ['登记回避企业', 'avoidance entered'], 'lift-avoidance': ['解除回避', 'avoidance lifted'], export: ['导出', 'exported'],
      },
    },
    'draw-target': {
      name: ['抽查对象库', 'Inspected unit'],
      acts: {
        complete: ['补全名单', 'list completed'], change: ['修改', 'changed'], export: ['导出', 'exported'],
      },
    },
    'inspection-draw': {
      name: ['双随机抽取', 'Draw of inspections'],
      acts: {
        announce: ['公告抽取', 'announced'], draw: ['抽取', 'drawn'], cancel: ['取消', 'cancelled'], record: ['下载抽取记录', 'record read'], export: ['导出', 'exported'],
        'export-candidates': ['导出候选名单', 'candidates exported'],
      },
    },
    inspection: {
      name: ['执法检查', 'Inspection'],
      acts: {
        plan: ['安排', 'planned'], begin: ['开始', 'begun'], write: ['填写记录', 'record written'], photo: ['上传照片', 'photo taken'], 'photo-refused': ['照片校验不符，拒收', 'photo refused'],
        seal: ['封存记录', 'sealed'], 'seal-without': ['缺签名封存', 'sealed without a signature'], 'read-record': ['查看检查记录', 'record read'],
        'replace-officer': ['更换执法人员', 'officer replaced'], 'ask-cancel': ['申请取消', 'cancellation asked for'], cancel: ['取消', 'cancelled'], keep: ['不同意取消', 'cancellation refused'],
        export: ['导出', 'exported'], freeze: ['核对定稿', 'frozen'], reopen: ['退回修改', 'opened again'], 'sign-officer': ['执法人员签字', 'signed by the officers'],
        'sign-party': ['当事人签字', 'signed by the party'], correction: ['补充更正', 'correction added'], statement: ['企业补充说明', 'statement added'],
      },
    },
    'positive-entry': {
      name: ['监督执法正面清单', 'Positive list'],
      acts: {
        propose: ['提出列入', 'listing proposed'], decide: ['决定是否列入', 'listing decided'], violation: ['登记违法情形', 'violation entered'], leave: ['移出', 'taken off'],
        renew: ['提出续期', 'renewal proposed'], 'decide-renewal': ['决定是否续期', 'renewal decided'], export: ['导出', 'exported'],
      },
    },
  },
  subjects: {
    'enforcement-officer': ['执法人员', 'Enforcement officer'], 'enforcement-officer-list': ['执法人员列表', 'List of officers'], 'draw-target': ['抽查对象', 'Inspected unit'],
    'draw-target-list': ['抽查对象库', 'Library of inspected units'], 'inspection-draw': ['双随机抽取', 'Draw of inspections'], 'inspection-draw-list': ['双随机抽取列表', 'List of draws'],
    inspection: ['执法检查', 'Inspection'], 'inspection-list': ['执法检查列表', 'List of inspections'], 'positive-entry': ['正面清单企业', 'Entry of the positive list'],
    'positive-list': ['正面清单', 'Positive list'],
  },
  jobs: {
    'enforcement.follow-grade': ['信用等级变化后调整抽查对象', 'Follow a change of credit grade in the library of inspected units'],
    'enforcement.follow-finding': ['检查结果影响正面清单', 'Follow the outcome of an inspection on the positive list'],
    'enforcement.daily-round': ['执法每日检查（证件到期、正面清单到期、逾期检查）', 'Daily round of enforcement (certificates, positive list, overdue inspections)'],
    'enforcement.take-lead': ['把受理的投诉转为检查线索', 'Take an accepted complaint as a lead for an inspection'],
    'enforcement.draw-paper': ['生成检查文书', 'Draw the papers of an inspection'],
  },
});
