import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    ledger: {
      name: ['环境管理台账', 'Ledger'],
      acts: {
        enter: ['记录', 'entered'], correct: ['更正', 'corrected'], export: ['导出', 'exported'], 'export-list': ['导出许可证列表', 'list exported'],
      },
    },
    monitoring: {
      name: ['自行监测', 'Self-monitoring'],
      acts: {
        enter: ['填报结果', 'results entered'], correct: ['更正结果', 'result corrected'], 'receive-report': ['收到监测报告', 'report received'],
        'take-sheet': ['采用监测报告中的结果', 'results taken from a report'], export: ['导出', 'exported'], 'export-list': ['导出许可证列表', 'list exported'], 'judge-anew': ['按正确的单位重新判定', 'judged anew'],
      },
    },
    exceedance: {
      name: ['监测超标', 'Exceedance'],
      acts: {
        explain: ['说明原因和措施', 'explained'], export: ['导出', 'exported'],
      },
    },
    'monitoring-outage': {
      name: ['自动监测设备故障', 'Outage of monitoring'],
      acts: {
        export: ['导出', 'exported'], report: ['报告', 'reported'], end: ['恢复正常', 'ended'], withdraw: ['撤回', 'withdrawn'],
      },
    },
    emissions: {
      name: ['实际排放量', 'Actual amounts'],
      acts: {
        export: ['导出', 'exported'],
      },
    },
    'emission-reading': {
      name: ['排放量数据', 'Readings of emissions'],
      acts: {
        enter: ['填报', 'entered'],
      },
    },
    'emission-basis': {
      name: ['排放量依据', 'Basis of emissions'],
      acts: {
        enter: ['填报', 'entered'],
      },
    },
  },
  subjects: {
    'ledger-entry': ['台账记录', 'Entry of a ledger'], exceedance: ['监测超标', 'Exceedance'], 'monitoring-outage': ['自动监测设备故障', 'Outage of monitoring'],
    'monitoring-reports': ['监测报告', 'Monitoring report'],
  },
  jobs: {
    'records.tell-exceedance': ['通知监测超标', 'Tell of an exceedance'],
    'records.watch-amounts': ['检查实际排放量是否接近许可量', 'Watch actual amounts against permits'],
    'records.watch-permit-amounts': ['检查一张许可证的实际排放量', 'Watch the amounts of one permit'],
    'records.tell-outage': ['通知自动监测设备故障', 'Tell of an outage of monitoring'],
    'records.judge-former-units': ['按正确的单位重新判定监测结果', 'Judge results anew in their unit'],
    'records.watch-outages': ['检查自动监测设备故障期限', 'Watch outages of monitoring'],
  },
});
