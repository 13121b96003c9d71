import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    'kept-fact': {
      name: ['环境数据登记', 'Kept fact'],
      acts: {
        export: ['导出', 'exported'], import: ['导入', 'imported'], confirm: ['确认', 'confirmed'], refuse: ['退回', 'refused'], record: ['登记', 'recorded'], correct: ['更正', 'corrected'],
        withdraw: ['撤回', 'withdrawn'],
      },
    },
  },
  subjects: {
    'kept-fact': ['环境数据登记', 'Kept fact'], 'kept-fact-list': ['环境数据登记列表', 'List of kept facts'],
  },
});
