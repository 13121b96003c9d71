import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    task: {
      acts: {
        'evaluation-export': ['导出评审结果', 'result of the evaluation exported'], 'evaluation-review': ['符合性审查完成', 'conformity reviewed'], 'evaluation-competition': ['竞争性审查完成', 'competition reviewed'],
        'evaluation-finding': ['提交审查意见（密封）', 'finding handed in, sealed'], 'evaluation-publicity': ['公示中标候选人', 'candidates made public'],
        'evaluation-checking': ['开始符合性审查', 'review begun'], 'evaluation-scoring': ['开始评分', 'scoring begun'], 'evaluation-enquiry': ['要求说明低价', 'low bids asked about'],
        'evaluation-revealed': ['评分开启', 'scores revealed'], 'evaluation-recuse': ['评审成员回避', 'member stood aside'], 'evaluation-draw': ['抽取评审成员', 'members drawn'],
        'evaluation-remind': ['提醒评审成员', 'members reminded'], 'evaluation-declare': ['声明无利益关系', 'declared free of interest'],
        'evaluation-sheet': ['提交评分（密封）', 'scores handed in, sealed'], 'evaluation-objection': ['对评标结果提出异议', 'objected to the evaluation'],
        'evaluation-answer': ['答复评标异议', 'objection answered'], 'evaluation-complaint': ['对评标结果投诉', 'complaint about the evaluation'],
        'evaluation-explain': ['说明报价', 'bid explained'], 'evaluation-remedy': ['处理评标问题', 'remedy of the evaluation'],
        'evaluation-complaint-withdraw': ['撤回投诉', 'complaint withdrawn'], 'evaluation-complaint-accept': ['受理投诉', 'complaint accepted'],
        'evaluation-complaint-refuse': ['不予受理投诉', 'complaint refused'], 'evaluation-complaint-suspend': ['投诉期间暂停采购', 'procurement suspended'],
        'evaluation-complaint-lift': ['解除暂停', 'suspension lifted'], 'evaluation-complaint-decide': ['作出投诉处理决定', 'complaint decided'],
      },
    },
    expert: {
      name: ['评审专家', 'Expert'],
      acts: {
        add: ['登记', 'added'], change: ['修改', 'changed'], status: ['调整状态', 'status changed'], contact: ['查看联系方式', 'contact read'], export: ['导出', 'exported'],
      },
    },
    'tender-complaint': {
      name: ['采购投诉', 'Complaint about a procurement'],
      acts: {
        export: ['导出', 'exported'],
      },
    },
  },
  subjects: {
    expert: ['评审专家', 'Expert'], 'expert-list': ['评审专家列表', 'List of experts'], 'tender-complaint-list': ['采购投诉列表', 'List of complaints about procurements'],
    'tender-complaint': ['采购投诉', 'Complaint about a procurement'], evaluation: ['评标', 'Evaluation of bids'],
  },
  jobs: {
    'evaluation.mail-seat': ['给评标专家发送评审入口', 'Mail an expert the way to the seat'],
    'evaluation.render-report': ['生成评标报告', 'Draw the report of an evaluation'],
    'evaluation.end': ['任务终止后结束评标', 'End the evaluation of a task that ended'],
    'evaluation.recheck-expert': ['重新核对专家是否需要回避', 'Look again whether an expert must stand aside'],
    'evaluation.recheck-experts': ['每日核对专家回避情形', 'Daily check whether experts must stand aside'],
    'evaluation.carry-out-decisions': ['执行投诉处理决定', 'Carry out decisions on complaints'],
    'evaluation.remind': ['提醒评标、公示和投诉的期限', 'Remind of periods of evaluations and complaints'],
  },
});
