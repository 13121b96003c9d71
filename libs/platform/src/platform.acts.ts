import { defineActs } from './audit/act-tables';

/** The platform's own acts; those of the rooms stand in their rooms. */
defineActs({
  acts: {
    platform: {
      name: ['系统', 'System'],
      acts: {
        'outbox.revive': ['重新执行停止的任务', 'stopped job run again'],
        'audit.read': ['查看操作日志', 'audit log read'],
        'audit.export': ['导出操作日志', 'audit log exported'],
      },
    },
  },
  subjects: { outbox: ['后台任务', 'Background job'], 'audit-log': ['操作日志', 'Audit log'] },
  jobs: { 'platform.tidy-up': ['清理过期的任务记录', 'Remove old job records'] },
});
