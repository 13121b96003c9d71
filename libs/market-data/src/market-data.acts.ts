import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    'saved-search': {
      name: ['保存的搜索', 'Saved search'],
      acts: {
        save: ['保存', 'saved'], change: ['修改', 'changed'], remove: ['删除', 'removed'],
      },
    },
    'market-statistics': {
      name: ['市场统计', 'Market figures'],
      acts: {
        export: ['导出', 'exported'],
      },
    },
  },
  subjects: {
    'saved-search': ['保存的搜索', 'Saved search'], 'market-statistics': ['市场统计', 'Market figures'],
  },
  jobs: {
    'market-data.publish-releases': ['发布采购公开数据', 'Publish releases of a task'],
    'market-data.publish-contract-releases': ['发布合同公开数据', 'Publish releases of a contract'],
    'market-data.catch-up-releases': ['补发遗漏的公开数据', 'Catch up with releases that are missing'],
    'market-data.tell-searchers': ['向保存的搜索的用户推送新任务', 'Tell saved searches of a new task'],
  },
});
