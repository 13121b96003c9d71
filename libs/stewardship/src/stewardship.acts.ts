import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    park: {
      name: ['园区', 'Park'],
      acts: {
        keep: ['保存', 'kept'], export: ['导出', 'exported'],
      },
    },
    retainer: {
      name: ['环保管家服务', 'Retainer'],
      acts: {
        export: ['导出', 'exported'], consent: ['企业同意加入', 'enterprise consented'], leave: ['企业退出', 'enterprise left'], 'decline-consent': ['企业不同意加入', 'enterprise declined'],
        offer: ['发给机构', 'offered'], accept: ['机构接受', 'accepted'], declined: ['机构未接受', 'declined'], withdrawn: ['撤回', 'withdrawn'], 'end-by-notice': ['通知终止', 'ended by notice'],
        'end-by-agreement': ['提出协商终止', 'end by agreement proposed'], keep: ['继续履行', 'kept'], shorten: ['同意提前终止', 'shortened'], ended: ['终止', 'ended'],
      },
    },
    'steward-finding': {
      name: ['环保管家发现的问题', 'Steward’s finding'],
      acts: {
        export: ['导出', 'exported'], answer: ['企业答复', 'answered'], close: ['办结', 'closed'], settle: ['服务结束后自行办结', 'settled'], reopen: ['退回', 'reopened'],
      },
    },
    'steward-report': {
      name: ['环保管家月报', 'Steward’s report'],
      acts: {
        export: ['导出', 'exported'], draft: ['起草', 'drafted'], revise: ['起草更正', 'revision drafted'], write: ['填写', 'written'], refresh: ['更新数据', 'figures refreshed'],
        sign: ['签发', 'signed'], acknowledge: ['企业确认', 'acknowledged'],
      },
    },
    'steward-visit': {
      name: ['环保管家巡查', 'Steward’s visit'],
      acts: {
        export: ['导出', 'exported'], plan: ['安排', 'planned'], move: ['改期', 'moved'], cancel: ['取消', 'cancelled'], record: ['填写记录', 'recorded'],
      },
    },
    'steward-quality': {
      name: ['环保管家服务质量', 'Quality of stewards'],
      acts: {
        export: ['导出', 'exported'],
      },
    },
  },
  subjects: {
    park: ['园区', 'Park'], 'park-list': ['园区列表', 'List of parks'], retainer: ['环保管家服务', 'Retainer'], 'retainer-list': ['环保管家服务列表', 'List of retainers'],
    'steward-visit': ['环保管家巡查', 'Steward’s visit'], 'steward-visit-list': ['环保管家巡查列表', 'List of visits'], 'steward-finding': ['环保管家发现的问题', 'Steward’s finding'],
    'steward-finding-list': ['环保管家发现的问题列表', 'List of findings of stewards'], 'steward-report': ['环保管家月报', 'Steward’s report'],
    'steward-report-list': ['环保管家月报列表', 'List of stewards’ reports'], 'steward-quality-list': ['环保管家服务质量列表', 'List of stewards’ quality'],
  },
  jobs: {
    'steward-report.render': ['生成环保管家月报', 'Draw a steward’s monthly report'],
    'stewardship.daily-round': ['管家服务每日检查', 'Daily round of the stewards’ work'],
  },
});
