import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    'execution-report': {
      name: ['执行报告', 'Execution report'],
      acts: {
        begin: ['开始填写', 'begun'], edit: ['填写', 'edited'], discard: ['删除草稿', 'discarded'], sign: ['签署', 'signed'], submit: ['提交', 'submitted'], amend: ['更正', 'amended'], 'withdraw-amendment': ['撤回更正', 'amendment withdrawn'],
        explain: ['说明校核结果', 'finding explained'], accept: ['审核通过', 'accepted'], return: ['退回', 'returned'], void: ['提交不成立', 'submission voided'], export: ['导出', 'exported'],
        'export-table': ['导出表格', 'table exported'], 'import-table': ['导入表格', 'table imported'],
      },
    },
  },
  subjects: {
    'execution-report': ['执行报告', 'Execution report'],
  },
  jobs: {
    'report.check': ['校核执行报告', 'Check an execution report'],
    'report.undo': ['签名作废后撤回执行报告', 'Undo a report whose signature was voided'],
  },
});
