import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    collusion: {
      name: ['报价比对线索', 'Signs of collusion'],
      acts: {
        found: ['发现', 'found'], note: ['备注', 'noted'], dismiss: ['排除', 'dismissed'], 'follow-up': ['跟进', 'followed up'], reopen: ['重新查看', 'reopened'], read: ['查看', 'read'],
        export: ['导出', 'exported'],
      },
    },
  },
  subjects: {
    'collusion-suspicion': ['报价比对线索', 'Suspicion of collusion'], 'collusion-list': ['报价比对线索列表', 'List of suspicions of collusion'],
  },
  jobs: {
    'market-signals.compare-bids': ['比对报价，查找串通迹象', 'Compare the bids for signs of collusion'],
    'market-signals.look-at-turns': ['查看轮流中标迹象', 'Look for awards that take turns'],
    'market-signals.forget-traces': ['删除到期的投标痕迹', 'Remove traces of bids whose time is over'],
  },
});
