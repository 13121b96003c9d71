import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    credit: {
      name: ['信用', 'Credit'],
      acts: {
        export: ['导出名录', 'register exported'], 'export-lists': ['导出措施名单', 'lists exported'],
      },
    },
    'credit-event': {
      name: ['信用事件', 'Event of credit'],
      acts: {
        record: ['登记', 'recorded'], export: ['导出', 'exported'], revoked: ['撤销', 'revoked'], repaired: ['修复', 'repaired'], suspended: ['异议期间暂不计入', 'suspended'],
        active: ['恢复计入', 'counts again'], expired: ['到期', 'expired'],
      },
    },
    'credit-entry': {
      name: ['信用事件登记', 'Entry of credit'],
      acts: {
        export: ['导出', 'exported'], propose: ['提出', 'proposed'], confirm: ['确认', 'confirmed'], refuse: ['退回', 'refused'], enter: ['登记', 'entered'],
      },
    },
    'credit-scheme': {
      name: ['评价方案', 'Scheme of credit'],
      acts: {
        export: ['导出', 'exported'], 'additions-proposed': ['起草补充规则', 'additions drafted'], 'additions-published': ['补充规则生效', 'additions published'], draft: ['起草', 'drafted'],
        rows: ['修改内容', 'rows changed'], publish: ['发布', 'published'], withdraw: ['撤回', 'withdrawn'], 'propose-force': ['提出适用', 'force proposed'], 'in-force': ['开始适用', 'in force'],
        'refuse-force': ['不同意适用', 'force refused'],
      },
    },
    'credit-run': {
      name: ['信用重算', 'Reckoning of credit'],
      acts: {
        export: ['导出', 'exported'], resume: ['继续重算', 'resumed'], recompute: ['重算', 'recomputed'], simulate: ['模拟', 'simulated'],
      },
    },
  },
  subjects: {
    'credit-subject': ['信用主体', 'Subject of credit'], 'credit-entry': ['信用事件登记', 'Entry of credit'], 'credit-entry-list': ['信用事件登记列表', 'List of entries of credit'],
    'credit-list': ['信用措施名单', 'List of consequences'], 'credit-register': ['信用名录', 'Register of credit'], 'credit-run': ['信用重算', 'Reckoning of credit'],
    'credit-scheme': ['评价方案', 'Scheme of credit'], 'credit-scheme-list': ['评价方案列表', 'List of schemes'],
  },
  jobs: {
    'credit.tell-subject': ['通知信用事件变化', 'Tell a subject that its credit changed'],
    'credit.tell-entry': ['通知有待确认的信用事件', 'Tell of an entry that waits for a second person'],
    'credit.tell-scheme': ['通知有待批准的评价方案', 'Tell of a scheme that waits for approval'],
    'credit.take-firm-finding': ['把机构造假和失责认定记入信用', 'Take a finding about a firm into credit'],
    'credit.take-integrity-point': ['把失信记分记入信用', 'Take integrity points into credit'],
    'credit.take-late-work': ['把逾期交付记入信用', 'Take late work into credit'],
    'credit.take-unsigned-award': ['把拒签合同记入信用', 'Take an unsigned award into credit'],
    'credit.move-firm-standing': ['按信用等级调整机构接单资格', 'Move a firm’s standing by its grade'],
    'credit.open-subject': ['为新单位建立信用档案', 'Open the credit record of a new organisation'],
    'credit.run-batch': ['信用分批重算', 'Reckon a batch of credit'],
    'credit.daily-round': ['信用每日重算', 'Daily reckoning of credit'],
  },
});
