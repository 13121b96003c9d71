import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    task: {
      acts: {
        'name-use': ['登记成果用途', 'use of work named'], 'remove-use': ['撤销成果用途', 'use of work removed'],
      },
    },
    rating: {
      name: ['评价', 'Rating'],
      acts: {
        reply: ['回复', 'replied to'],
      },
    },
    'firm-finding': {
      name: ['机构造假和失责认定', 'Finding about a firm'],
      acts: {
        export: ['导出', 'exported'], propose: ['提出', 'proposed'], state: ['机构陈述', 'firm answered'], decide: ['决定', 'decided'], object: ['提出异议', 'objected to'],
        answer: ['答复异议', 'objection answered'],
      },
    },
  },
  subjects: {
    'firm-finding': ['机构造假和失责认定', 'Finding about a firm'], 'firm-finding-list': ['机构造假和失责认定列表', 'List of findings'],
  },
  jobs: {
    'reputation.tell-finding': ['通知机构造假和失责认定进展', 'Tell of a finding about a firm'],
    'reputation.tell-firm-spoke': ['通知主管部门机构已陈述', 'Tell the bureau that a firm answered'],
    'reputation.rescore-after-finding': ['认定后重算机构信誉分', 'Score a firm anew after a finding'],
    'reputation.rescore-after-rating': ['评价后重算机构信誉分', 'Score a firm anew after a rating'],
    'reputation.rescore-after-delivery': ['验收后重算机构信誉分', 'Score a firm anew after a delivery'],
    'reputation.rescore-after-correction': ['申请补正后重算机构信誉分', 'Score a firm anew after a correction'],
    'reputation.rescore-after-decision': ['许可决定后重算机构信誉分', 'Score a firm anew after a decision'],
    'reputation.rescore-after-report': ['报告审核后重算机构信誉分', 'Score a firm anew after a report'],
    'reputation.tell-report-returned': ['通知机构所编报告被退回', 'Tell a firm that its report was returned'],
    'reputation.tell-application-returned': ['通知机构所编申请需补正', 'Tell a firm that its application needs correction'],
    'reputation.tell-application-refused': ['通知机构所编申请未获许可', 'Tell a firm that its application was refused'],
    'reputation.tell-replied': ['通知评价已得到回复', 'Tell that a rating was replied to'],
    'reputation.rescore-all': ['每日重算全部机构信誉分', 'Score all firms anew'],
  },
});
