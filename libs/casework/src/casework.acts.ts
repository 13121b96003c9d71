import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    case: {
      name: ['办件', 'Case'],
      acts: {
        export: ['导出办件列表', 'list exported'], claimed: ['领办', 'claimed'], released: ['退回待领', 'put back'], 'handed-over': ['移交', 'handed over'], pause: ['暂停计时', 'clock paused'],
        resume: ['恢复计时', 'clock resumed'], supervise: ['督办', 'supervised'], 'serve-notice': ['送达文书', 'notice served'], 'answer-correction': ['答复补正', 'correction answered'],
        'permit-second-correction': ['准许再次补正', 'second correction permitted'], 'end-agency': ['代办终止', 'agency ended'], state: ['陈述申辩', 'statement made'],
        'answer-statement': ['复核陈述申辩', 'statement answered'], 'receive-word': ['登记收到的书面意见', 'word received on paper'], 'ask-hearing': ['申请听证', 'hearing asked for'],
        'withdraw-hearing': ['撤回听证申请', 'request for a hearing withdrawn'],
      },
    },
    holiday: {
      name: ['节假日', 'Holidays'],
      acts: {
        import: ['导入', 'imported'],
      },
    },
  },
  subjects: {
    'case-queue': ['办件队列', 'Queue of cases'], 'holiday-year': ['节假日年度', 'Year of holidays'], case: ['办件', 'Case'], 'case-notice': ['文书', 'Notice of a case'],
    'case-service': ['送达材料', 'Papers of a service'],
  },
  jobs: {
    'notice.render': ['生成文书', 'Draw a notice'],
    'casework.sweep-clocks': ['检查办理期限', 'Check deadlines'],
    'casework.end-agency': ['委托结束后终止代办', 'End an agency after its mandate'],
    'casework.recompute-clocks': ['节假日变化后重算办理期限', 'Reckon deadlines anew after holidays changed'],
  },
});
