import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    'credit-certificate': {
      name: ['信用修复证明', 'Certificate of credit'],
      acts: {
        issue: ['出具', 'issued'], revoke: ['撤销', 'revoked'], export: ['导出', 'exported'],
      },
    },
    'credit-repair': {
      acts: {
        export: ['导出', 'exported'], 'propose-withdrawal': ['拟撤销信用修复', 'withdrawal proposed'], 'withdrawal-told': ['撤销事先告知书已送达', 'withdrawal told'],
        'state-withdrawal': ['对撤销陈述申辩', 'statement on the withdrawal'], 'decide-withdrawal': ['决定撤销信用修复', 'withdrawal decided'],
        'withdrawal-dropped': ['不予撤销信用修复', 'withdrawal dropped'], withdrawn: ['撤销信用修复', 'repair withdrawn'],
      },
    },
    'credit-appeal': {
      acts: {
        export: ['导出', 'exported'],
      },
    },
  },
  subjects: {
    'credit-repair-list': ['信用修复列表', 'List of credit repairs'], 'credit-appeal-list': ['信用异议列表', 'List of appeals'],
    'credit-certificate': ['信用修复证明', 'Certificate of credit repair'],
  },
  jobs: {
    'credit-repair.draw-certificate': ['生成信用修复证明', 'Draw a certificate of credit repair'],
    'credit-repair.follow-change': ['信用事件变化后处理相关申请', 'Follow a changed event of credit in applications'],
    'credit-repair.daily-round': ['信用修复每日检查', 'Daily round of credit repair'],
  },
});
