import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    'credit-evaluation': {
      acts: {
        export: ['导出', 'exported'], refresh: ['更新预填数据', 'prefilled data refreshed'], letter: ['下载告知书', 'letter read'], contact: ['查看联系方式', 'contact read'],
        corrected: ['结果已更正', 'corrected'], merged: ['同一企业的另一件并入', 'another merged in'],
        'correction-lapsed': ['更正终止（评价已过期）', 'correction lapsed'], 'passed-over': ['本次没有公布，重新核对', 'passed over, compared anew'],
      },
    },
    'evaluation-year': {
      name: ['评价年度', 'Year of evaluation'],
      acts: {
        open: ['新建年度', 'opened'], export: ['导出', 'exported'], 'compute-list': ['生成参评名单', 'list computed'], add: ['补入参评企业', 'enterprise added'],
        remove: ['移出参评企业', 'enterprise removed'], 'ask-removal': ['申请移出参评企业', 'removal asked for'], 'refuse-removal': ['不同意移出', 'removal refused'],
        merge: ['合并重复企业', 'doubles merged'], announce: ['公布参评名单', 'list published'], publicity: ['开始公示', 'publicity begun'], approve: ['审定', 'approved'],
        publish: ['公布结果', 'published'],
      },
    },
  },
  subjects: {
    'credit-evaluation-list': ['年度评价列表', 'List of evaluations'], 'evaluation-year': ['评价年度', 'Year of evaluation'],
    'credit-evaluation-letter': ['评价结果告知书', 'Letter of an evaluation'],
  },
  jobs: {
    'credit-evaluation.run-batch': ['年度评价分批计算', 'Reckon a batch of the annual evaluation'],
    'credit-evaluation.draw-letter': ['生成评价结果告知书', 'Draw the letter of an evaluation'],
    'credit-evaluation.notice-corrections': ['发现需要更正的评价结果', 'Notice results that are to be corrected'],
    'credit-evaluation.remind': ['提醒年度评价各阶段期限', 'Remind of stages of the annual evaluation'],
  },
});
