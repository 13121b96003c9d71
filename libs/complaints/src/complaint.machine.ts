import { defineMachine } from '@huanbao/casework';

const LETTERS = '信访工作条例';
const CODE = '生态环境法典 第一百四十六条';

/**
 * 投诉举报: registered, judged, handed over, handled, answered, called back. Who is not satisfied is heard: the bureau handles it again or says why
 * not, the second time the supervisor reviews it. Its periods are dated reference data; the lengths here hold where none is loaded.
 */
export const complaintMachine = defineMachine({
  kind: 'complaint',
  title: { zh: '环境投诉举报', en: 'Environmental complaint' },
  numberPrefix: 'JB',
  matter: 'none',
  page: 'complaints',
  initial: 'new',
  states: {
    new: { label: { zh: '登记中', en: 'Being registered' }, holder: 'system', next: { zh: '登记', en: 'Register' } },
    received: { label: { zh: '待受理', en: 'To be judged' }, holder: 'bureau.intake', next: { zh: '判断是否受理、由谁办理', en: 'Decide whether it is accepted, and by whom' } },
    accepted: { label: { zh: '已受理，待启动', en: 'Accepted, to be started' }, holder: 'bureau.enforcer', next: { zh: '启动办理', en: 'Start the handling' } },
    handling: { label: { zh: '办理中', en: 'Being handled' }, holder: 'bureau.enforcer', next: { zh: '调查处理，填写答复', en: 'Investigate and answer' } },
    answered: { label: { zh: '已答复，待回访', en: 'Answered, to be called back' }, holder: 'bureau.intake', next: { zh: '回访举报人后办结', en: 'Call the reporter back, then close' } },
    disputed: { label: { zh: '举报人不满意，待判断', en: 'Disputed, to be judged' }, holder: 'bureau.intake', next: { zh: '由答复人以外的人判断：重新办理，或说明理由维持答复', en: 'Somebody who did not answer decides: handled again, or upheld with reasons' } },
    review: { label: { zh: '复查中', en: 'Under review' }, holder: 'bureau.supervisor', next: { zh: '提出复查意见', en: 'Decide the review' } },
    closed: { label: { zh: '已办结', en: 'Closed' }, final: true },
    untold: { label: { zh: '不予受理，待告知', en: 'Not accepted, to be told' }, holder: 'bureau.intake', next: { zh: '把不予受理的理由告知举报人', en: 'Tell the reporter why it is not accepted' } },
    refused: { label: { zh: '不予受理', en: 'Not accepted' }, final: true },
    referred: { label: { zh: '已转有权机关', en: 'Passed on' }, final: true },
    merged: { label: { zh: '并入同一件办理', en: 'Handled with another' }, final: true },
  },
  actions: {
    register: {
      from: ['new'], to: 'received', label: { zh: '登记', en: 'Registered' }, article: `${LETTERS} 第二十二条`, action: 'complaint.enter', number: true, visibility: 'public', clock: [{ do: 'start', clock: 'acceptance' }],
    },
    accept: {
      from: ['received'], to: 'accepted', label: { zh: '受理', en: 'Accepted' }, article: `${LETTERS} 第二十二条`, action: 'complaint.judge', visibility: 'public',
      clock: [{ do: 'stop', clock: 'acceptance' }, { do: 'start', clock: 'commencement' }],
    },
    // the period of handling counts from the acceptance, whenever the work was started
    begin: {
      from: ['accepted'], to: 'handling', label: { zh: '启动办理', en: 'Handling started' }, article: `${LETTERS} 第三十四条`, action: 'complaint.handle', visibility: 'public',
      clock: [{ do: 'stop', clock: 'commencement' }, { do: 'start', clock: 'handling', since: 'commencement' }],
    },
    refuse: {
      from: ['received'], to: 'untold', label: { zh: '不予受理', en: 'Not accepted' }, article: `${LETTERS} 第二十二条`, action: 'complaint.judge', reason: 'required', visibility: 'public',
      clock: [{ do: 'stop', clock: 'acceptance' }, { do: 'start', clock: 'refusal', since: 'acceptance' }],
    },
    tell: { from: ['untold'], to: 'refused', label: { zh: '告知不予受理的理由', en: 'Told why it is not accepted' }, article: `${LETTERS} 第二十二条`, action: 'complaint.judge', visibility: 'public', clock: [{ do: 'stop', clock: 'refusal' }] },
    refer: { from: ['received'], to: 'referred', label: { zh: '转有权处理的机关', en: 'Passed on to the competent authority' }, article: `${LETTERS} 第二十二条`, action: 'complaint.judge', reason: 'required', visibility: 'public', clock: [{ do: 'stop', clock: 'acceptance' }] },
    merge: {
      from: ['received', 'accepted', 'handling'], to: 'merged', label: { zh: '与反映同一问题的举报合并办理', en: 'Handled with another report of the same problem' }, article: `${LETTERS} 第二十三条`, action: 'complaint.judge', visibility: 'public',
      clock: [{ do: 'stop', clock: 'acceptance' }, { do: 'stop', clock: 'commencement' }, { do: 'stop', clock: 'handling' }],
    },
    extend: { from: ['handling'], to: 'handling', label: { zh: '延长办理期限', en: 'Period extended' }, article: `${LETTERS} 第三十四条`, action: 'complaint.extend', reason: 'required', visibility: 'public', clock: [{ do: 'extend', clock: 'handling' }] },
    answer: { from: ['handling'], to: 'answered', label: { zh: '答复', en: 'Answered' }, article: CODE, action: 'complaint.handle', visibility: 'public', clock: [{ do: 'stop', clock: 'handling' }] },
    close: { from: ['answered'], to: 'closed', label: { zh: '回访办结', en: 'Closed' }, article: CODE, action: 'complaint.close', visibility: 'public' },
    reopen: {
      from: ['answered', 'closed'], to: 'accepted', label: { zh: '重新办理', en: 'Handled again' }, article: `${LETTERS} 第三十四条`, action: 'complaint.close', reason: 'required', visibility: 'public', reopens: true, clock: [{ do: 'start', clock: 'commencement' }],
    },
    dispute: {
      from: ['answered', 'closed'], to: 'disputed', label: { zh: '举报人对答复不满意', en: 'A reporter is not satisfied with the answer' }, article: `${LETTERS} 第三十五条`, action: 'complaint.close', visibility: 'public', reopens: true, clock: [{ do: 'start', clock: 'judging' }],
    },
    uphold: { from: ['disputed'], to: 'answered', label: { zh: '维持答复并说明理由', en: 'Upheld with reasons' }, article: `${LETTERS} 第三十五条`, action: 'complaint.judge-dispute', visibility: 'public', clock: [{ do: 'stop', clock: 'judging' }] },
    rehandle: {
      from: ['disputed'], to: 'accepted', label: { zh: '不满意意见成立，重新办理', en: 'Handled again upon the dissatisfaction' }, article: `${LETTERS} 第三十五条`, action: 'complaint.judge-dispute', visibility: 'public',
      clock: [{ do: 'stop', clock: 'judging' }, { do: 'start', clock: 'commencement' }],
    },
    'ask-review': {
      from: ['answered', 'closed', 'disputed'], to: 'review', label: { zh: '举报人请求复查', en: 'A reporter asks for a review' }, article: `${LETTERS} 第三十五条`, action: 'complaint.close', visibility: 'public', reopens: true,
      clock: [{ do: 'stop', clock: 'judging' }, { do: 'start', clock: 'review' }],
    },
    'end-review': { from: ['review'], to: 'answered', label: { zh: '复查意见：维持答复', en: 'Review: the answer is upheld' }, article: `${LETTERS} 第三十五条`, action: 'complaint.review', visibility: 'public', clock: [{ do: 'stop', clock: 'review' }] },
    'redo-upon-review': {
      from: ['review'], to: 'accepted', label: { zh: '复查意见：重新办理', en: 'Review: handled again' }, article: `${LETTERS} 第三十五条`, action: 'complaint.review', visibility: 'public',
      clock: [{ do: 'stop', clock: 'review' }, { do: 'start', clock: 'commencement' }],
    },
  },
  clocks: {
    acceptance: { workdays: 2, article: `${LETTERS} 第二十二条`, label: { zh: '受理告知', en: 'Acceptance' } },
    refusal: { days: 15, article: `${LETTERS} 第二十二条`, label: { zh: '不予受理告知', en: 'Refusal told' } },
    commencement: { workdays: 2, article: `${LETTERS} 第三十四条`, label: { zh: '启动办理', en: 'Start of handling' } },
    handling: { days: 60, article: `${LETTERS} 第三十四条`, label: { zh: '办理', en: 'Handling' } },
    judging: { workdays: 5, article: `${LETTERS} 第三十五条`, label: { zh: '不满意意见判断', en: 'Judging of the dispute' } },
    review: { days: 30, article: `${LETTERS} 第三十五条`, label: { zh: '复查', en: 'Review' } },
  },
});
