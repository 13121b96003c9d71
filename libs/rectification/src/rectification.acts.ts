import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    'own-rectification': {
      name: ['企业办理整改', 'Rectification, by the party'],
      acts: {
        export: ['导出', 'exported'], 'state-default': ['对拟认定督办逾期陈述申辩', 'statement on the intended finding of default'],
      },
    },
    rectification: {
      acts: {
        export: ['导出', 'exported'], 'announce-default': ['制作拟认定督办逾期告知书', 'notice of an intended finding of default made'],
        'serve-default': ['送达拟认定督办逾期告知书', 'notice of an intended finding of default served'], default: ['认定督办逾期', 'default found'],
        'ask-extension': ['申请延期', 'extension asked for'], 'refuse-extension': ['不同意延期', 'extension refused'], 'extension-lapsed': ['延期申请失效', 'request for an extension lapsed'],
        'extend-items': ['同意延期', 'extended'], 'item-done': ['提交一项整改', 'item finished'], 'item-undone': ['撤回一项整改', 'item taken back'], overdue: ['逾期', 'overdue'],
        clue: ['移送立案审查', 'handed over as a clue'], supervise: ['挂牌督办', 'listed for supervision'], 'lift-supervision': ['解除挂牌督办', 'supervision lifted'],
        'ask-withdrawal': ['提出撤销通知', 'withdrawal proposed'], 'refuse-withdrawal': ['不同意撤销通知', 'withdrawal refused'], 'source-revised': ['来源有变化', 'source revised'],
      },
    },
  },
  subjects: {
    'own-rectification-list': ['企业的整改列表', 'Rectifications of a party'], 'rectification-list': ['整改列表', 'List of rectifications'],
  },
  jobs: {
    'rectification.follow-complaint': ['投诉重新答复后跟进整改', 'Follow a complaint that was answered anew'],
    'rectification.from-inspection': ['从检查结果起草整改通知', 'Draft a notice from an inspection'],
    'rectification.from-complaint': ['从投诉结果起草整改通知', 'Draft a notice from a complaint'],
    'rectification.from-duty': ['从逾期证后事项起草整改通知', 'Draft a notice from an overdue duty'],
    'rectification.tell-credit': ['把整改情况告知信用', 'Tell credit how a rectification went'],
    'rectification.daily-round': ['整改每日检查（到期提醒、逾期）', 'Daily round of rectifications'],
  },
});
