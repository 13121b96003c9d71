import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    penalty: {
      acts: {
        export: ['导出', 'exported'], 'add-evidence': ['登记证据', 'evidence added'], 'withdraw-evidence': ['撤回证据', 'evidence withdrawn'],
        'ask-extension': ['申请延长期限', 'extension asked for'], 'refuse-extension': ['不同意延长期限', 'extension refused'], 'paper-statement': ['登记书面陈述申辩', 'statement on paper entered'],
        'answer-statement': ['逐条复核陈述申辩', 'statement answered'], mitigate: ['减轻处罚，低于法定下限', 'fine below the least of the law'], discuss: ['集体讨论', 'discussed by the heads'],
        pay: ['登记缴款', 'payment entered'], 'decide-payment': ['核对缴款凭证', 'voucher judged'], 'ask-deferral': ['申请延期、分期缴纳', 'deferral asked for'],
        'decide-deferral': ['决定延期、分期缴纳', 'deferral decided'], perform: ['登记履行情况', 'performance entered'], recheck: ['记入复查情况', 're-check noted'],
        rectification: ['记入整改移送的情况', 'hand-over from a rectification noted'], 'open-daily': ['提出按日连续处罚', 'daily penalty opened'], publish: ['公开处罚决定', 'decision published'],
        unpublish: ['停止公示', 'publication stopped'], 'publication-ended': ['公示期届满，停止公示', 'publication ended'], contest: ['登记复议、诉讼', 'contest entered'],
        'end-contest': ['登记复议、诉讼结果', 'outcome of a contest entered'], 'decide-undoing': ['决定撤销、变更或者停止公示', 'undoing decided'], remind: ['制作催告书', 'reminder made'],
        'serve-reminder': ['送达催告书', 'reminder served'], 'void-reminder': ['催告书作废', 'reminder voided'], 'reminder-statement': ['登记对催告的陈述申辩', 'statement on a reminder entered'],
        'answer-reminder': ['答复对催告的陈述申辩', 'statement on a reminder answered'], 'ask-court': ['报请申请法院强制执行', 'application to the court proposed'],
        'decide-court': ['决定申请法院强制执行', 'application to the court decided'], 'file-at-court': ['递交法院', 'filed at the court'],
        'court-step': ['登记法院办理情况', 'step of the court entered'], complaint: ['记入投诉查实的情况', 'outcome of a complaint noted'], finding: ['记入检查查明的违法', 'finding of a visit noted'],
        'source-revised': ['线索来源有变化', 'source revised'], 'propose-revoke': ['提出撤销决定', 'revocation proposed'], 'propose-unpublish': ['提出停止公示', 'end of publication proposed'],
        'propose-give-up': ['提出不再申请执行', 'end of the pursuit proposed'], 'give-up': ['不再申请执行', 'pursued no more'], 'propose-court-end': ['提出登记终结执行', 'end by the court proposed'], 'court-end': ['法院终结执行', 'ended by the court'],
        'propose-contest': ['提出登记复议、诉讼结果', 'outcome of a contest proposed'],
      },
    },
    'own-penalty': {
      name: ['企业查看处罚', 'Penalty, by the party'],
      acts: {
        export: ['导出', 'exported'], paper: ['下载文书', 'paper read'], state: ['陈述申辩', 'statement made'], waive: ['放弃陈述申辩', 'statement waived'],
        'ask-hearing': ['要求听证', 'hearing asked for'], pay: ['上传缴款凭证', 'voucher uploaded'], 'reminder-statement': ['对催告陈述申辩', 'statement on a reminder'],
      },
    },
  },
  subjects: {
    'own-penalty-list': ['企业的处罚列表', 'Penalties of a party'], 'penalty-list': ['处罚案件列表', 'List of penalties'], 'penalty-party': ['当事人提交的处罚材料', 'Papers of a penalised party'],
  },
  jobs: {
    'penalty.tell-credit': ['把处罚情况告知信用', 'Tell credit of a penalty'],
    'penalty.leave-positive-list': ['处罚后移出正面清单', 'Take a penalised enterprise off the positive list'],
    'penalty.take-complaint': ['从投诉产生案件线索', 'Take a clue from a complaint'],
    'penalty.take-inspection': ['从检查产生案件线索', 'Take a clue from an inspection'],
    'penalty.take-paper': ['把检查文书收为证据', 'Take an inspection’s paper as evidence'],
    'penalty.take-rectification': ['从逾期整改产生案件线索', 'Take a clue from a rectification'],
    'penalty.take-recheck': ['从复查未改正产生案件线索', 'Take a clue from a violation that persists'],
    'penalty.daily-round': ['行政处罚每日检查（缴款、催告、期限）', 'Daily round of penalties (payments, reminders, periods)'],
    'penalty.follow-complaint': ['投诉重新答复后跟进案件', 'Follow a complaint that was answered anew'],
  },
});
