import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    'watch-list': {
      name: ['失信名单', 'Watch list'],
      acts: {
        export: ['导出', 'exported'], 'export-register': ['导出公示名单', 'public list exported'], 'read-document': ['查看决定书', 'decision read'],
        'paper-statement': ['登记书面陈述申辩', 'statement on paper entered'], 'answer-statement': ['复核陈述申辩', 'statement answered'], discuss: ['集体讨论', 'discussed by the heads'],
        'further-clue': ['并入新的线索', 'further clue added'], 'clue-gone': ['线索不复存在', 'clue gone'], contest: ['登记复议、诉讼', 'contest entered'],
        'end-contest': ['登记复议、诉讼结果', 'outcome of a contest entered'], 'ask-revocation': ['提出撤销列入', 'revocation proposed'], 'drop-revocation': ['不予撤销列入', 'revocation refused'],
      },
    },
    'own-watch-list': {
      name: ['企业查看失信名单', 'Watch list, by the party'],
      acts: {
        export: ['导出', 'exported'], paper: ['下载文书', 'paper read'], state: ['陈述申辩', 'statement made'], waive: ['放弃陈述申辩', 'statement waived'],
        'ask-hearing': ['要求听证', 'hearing asked for'],
      },
    },
  },
  subjects: {
    'watch-list': ['失信名单列表', 'Watch list'], 'watch-list-register': ['失信名单公示', 'Public watch list'], 'own-watch-list': ['企业的失信名单列表', 'Listings of a party'],
    'watch-list-party': ['当事人提交的名单材料', 'Papers of a listed party'],
  },
  jobs: {
    'watch-list.take-credit-clues': ['从信用事件产生名单线索', 'Take clues from events of credit'],
    'watch-list.take-grade-clue': ['从信用等级产生名单线索', 'Take a clue from a credit grade'],
    'watch-list.tell-listed': ['通知列入和移出名单', 'Tell of listings and removals'],
    'watch-list.move-listed-firm': ['按名单调整服务机构的接单资格', 'Move the standing of a listed firm'],
    'watch-list.daily-round': ['失信名单每日检查', 'Daily round of the watch list'],
  },
});
