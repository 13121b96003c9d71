import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    'complaint-route': {
      name: ['举报转办规则', 'Route of complaints'],
      acts: {
        set: ['设置', 'set'],
      },
    },
    complaint: {
      acts: {
        export: ['导出', 'exported'], 'export-figures': ['导出统计', 'figures exported'], import: ['导入', 'imported'], 'informant-read': ['查看举报人信息', 'informant read'],
        'file-added': ['举报人补充材料', 'file added by the reporter'], 'called-back': ['回访举报人', 'called back'], classify: ['核对类型、地点和被举报单位', 'subject, place and enterprise put right'],
        disputed: ['举报人不满意', 'reporter not satisfied'], 'extension-asked': ['申请延长办理期限', 'more time asked for'], 'extension-refused': ['不同意延长办理期限', 'more time refused'],
        'merged-in': ['并入另一件举报', 'another report merged in'], rated: ['举报人评价', 'rated by the reporter'], 'stand-in': ['指定其他人办理', 'stand-in found'],
      },
    },
  },
  subjects: {
    'complaint-list': ['投诉列表', 'List of complaints'], 'complaint-route': ['举报转办规则', 'Route of complaints'],
  },
  jobs: {
    'complaint.stand-ins': ['为无人可办的投诉指定办理人', 'Find somebody for complaints that nobody may decide'],
    'complaint.forget-senders': ['删除到期的举报人信息', 'Forget informants whose time is over'],
  },
});
