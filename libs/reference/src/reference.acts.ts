import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    reference: {
      name: ['参考数据', 'Reference data'],
      acts: {
        export: ['导出', 'exported'], verify: ['核对无误', 'verified'], withdraw: ['撤回核对', 'verification withdrawn'], propose: ['提出改动', 'change proposed'],
        approved: ['批准改动', 'change approved'], rejected: ['退回改动', 'change rejected'], withdrawn: ['撤回改动', 'change withdrawn'],
      },
    },
  },
  subjects: {
    reference: ['参考数据', 'Reference data'],
  },
});
