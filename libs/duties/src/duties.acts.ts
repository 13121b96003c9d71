import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    duty: {
      name: ['证后事项', 'Duty'],
      acts: {
        done: ['标记完成', 'marked done'], reopen: ['恢复为未完成', 'opened again'], enforce: ['登记逾期处理', 'overdue duty dealt with'], export: ['导出', 'exported'],
        'export-enforcement': ['导出逾期事项', 'overdue ones exported'],
      },
    },
    'duty-feed': {
      name: ['日历订阅', 'Calendar feed'],
      acts: {
        create: ['创建', 'created'], revoke: ['撤销', 'revoked'],
      },
    },
    stoppage: {
      name: ['停产', 'Stoppage'],
      acts: {
        report: ['报告', 'reported'], resume: ['复产', 'resumed'], withdraw: ['撤回', 'withdrawn'], ask: ['询问', 'asked about'], answer: ['答复', 'answered'], export: ['导出', 'exported'],
      },
    },
  },
  subjects: {
    obligation: ['证后事项', 'Duty'], 'duty-enforcement': ['逾期事项', 'Overdue duty'], 'duty-feed': ['日历订阅', 'Calendar feed'], stoppage: ['停产', 'Stoppage'],
  },
  jobs: {
    'duty.plan-on-issue': ['发证后编排证后事项', 'Plan duties after a permit was issued'],
    'duty.plan-on-end': ['许可证终止后调整证后事项', 'Plan duties anew after a permit ended'],
    'duty.plan-on-stoppage': ['停产变化后调整证后事项', 'Plan duties anew after a stoppage'],
    'duty.plan-on-outage': ['自动监测设备故障后调整证后事项', 'Plan duties anew after an outage of monitoring'],
    'duty.plan-on-import': ['导入许可证后编排证后事项', 'Plan duties after permits were imported'],
    'duty.settle-results': ['按监测结果核销证后事项', 'Settle duties by monitoring results'],
    'duty.settle-ledger': ['按台账记录核销证后事项', 'Settle duties by ledger entries'],
    'duty.cover-permits': ['检查所有许可证是否都有证后事项', 'See that every permit has its duties'],
    'duty.reflag-days': ['节假日变化后重算证后事项日期', 'Reckon days anew after holidays changed'],
    'duty.plan-batch': ['分批编排证后事项', 'Plan a batch of duties'],
    'duty.daily-round': ['证后事项每日检查（到期提醒、逾期转执法）', 'Daily round of duties (reminders, overdue ones to enforcement)'],
  },
});
