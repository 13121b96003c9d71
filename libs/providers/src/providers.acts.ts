import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    firm: {
      name: ['服务机构', 'Firm'],
      acts: {
        export: ['导出名录', 'directory exported'],
      },
    },
    'firm-profile': {
      name: ['机构服务信息', 'Firm profile'],
      acts: {
        save: ['保存', 'saved'],
      },
    },
    'firm-person': {
      name: ['机构人员', 'Person of a firm'],
      acts: {
        look: ['查看人员', 'people read'], add: ['登记', 'added'], change: ['修改', 'changed'], leave: ['登记离开', 'left'],
      },
    },
    'person-flag': {
      name: ['人员重复登记', 'Person in two firms'],
      acts: {
        close: ['处理', 'dealt with'],
      },
    },
    qualification: {
      name: ['资质', 'Qualification'],
      acts: {
        add: ['登记', 'added'], change: ['修改', 'changed'], verified: ['核验通过', 'verified'], rejected: ['核验不通过', 'not approved'], suspended: ['暂停', 'suspended'],
        restored: ['恢复', 'restored'], lapsed: ['到期失效', 'lapsed'], remove: ['删除', 'removed'], export: ['导出', 'exported'],
      },
    },
    'integrity-point': {
      name: ['失信记分', 'Integrity points'],
      acts: {
        export: ['导出', 'exported'], propose: ['提出', 'proposed'], decide: ['决定', 'decided'], object: ['提出异议', 'objected to'], answer: ['答复异议', 'objection answered'],
      },
    },
    engagement: {
      name: ['在办任务', 'Task in hand'],
      acts: {
        assign: ['指定负责人', 'person assigned'],
      },
    },
  },
  subjects: {
    firm: ['服务机构', 'Firm'], 'firm-register': ['机构名录', 'Directory of firms'], 'firm-person': ['机构人员', 'Person of a firm'], 'person-flag': ['人员重复登记', 'Person in two firms'],
    qualification: ['资质', 'Qualification'], 'qualification-list': ['资质列表', 'List of qualifications'], 'integrity-point': ['失信记分', 'Integrity points'],
    'integrity-point-list': ['失信记分列表', 'List of integrity points'],
  },
  jobs: {
    'qualification.tell-reviewed': ['通知资质核验结果', 'Tell the outcome of a qualification’s verification'],
    'firm.list': ['把核验通过的服务机构列入名录', 'List a verified firm'],
    'firm.unlist': ['把暂停的服务机构移出名录', 'Take a suspended firm off the directory'],
    'person.tell-flag': ['通知人员在多家机构重复登记', 'Tell of a person registered in two firms'],
    'integrity-point.tell-firm': ['通知机构失信记分', 'Tell a firm of its integrity points'],
    'integrity-point.tell-bureau': ['通知主管部门机构提出异议', 'Tell the bureau of an objection to points'],
    'qualification.withdraw-lapsed': ['停止到期资质的报价资格', 'Withdraw the right of ended qualifications'],
    'qualification.remind-expiry': ['提醒资质到期', 'Remind of expiring qualifications'],
  },
});
