import { defineMachine } from '@huanbao/casework';

const LETTERS = '信访工作条例';

/** 投诉举报: registered, judged, handled, answered, called back. Its periods are dated reference data; the lengths here hold where none is loaded. */
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
    handling: { label: { zh: '办理中', en: 'Being handled' }, holder: 'bureau.enforcer', next: { zh: '调查处理，填写答复', en: 'Investigate and answer' } },
    answered: { label: { zh: '已答复，待回访', en: 'Answered, to be called back' }, holder: 'bureau.intake', next: { zh: '回访举报人后办结', en: 'Call the reporter back, then close' } },
    closed: { label: { zh: '已办结', en: 'Closed' }, final: true },
    refused: { label: { zh: '不予受理', en: 'Not accepted' }, final: true },
    referred: { label: { zh: '已转有权机关', en: 'Passed on' }, final: true },
    merged: { label: { zh: '并入同一件办理', en: 'Handled with another' }, final: true },
  },
  actions: {
    register: {
      from: ['new'], to: 'received', label: { zh: '登记', en: 'Registered' }, article: `${LETTERS} 第二十二条`, action: 'complaint.enter', number: true, visibility: 'public', clock: [{ do: 'start', clock: 'acceptance' }],
    },
    accept: {
      from: ['received'], to: 'handling', label: { zh: '受理', en: 'Accepted' }, article: `${LETTERS} 第二十二条`, action: 'complaint.judge', visibility: 'public',
      clock: [{ do: 'stop', clock: 'acceptance' }, { do: 'start', clock: 'handling' }],
    },
    refuse: { from: ['received'], to: 'refused', label: { zh: '不予受理', en: 'Not accepted' }, article: `${LETTERS} 第二十二条`, action: 'complaint.judge', reason: 'required', visibility: 'public', clock: [{ do: 'stop', clock: 'acceptance' }] },
    refer: { from: ['received'], to: 'referred', label: { zh: '转有权处理的机关', en: 'Passed on to the competent authority' }, article: `${LETTERS} 第二十二条`, action: 'complaint.judge', reason: 'required', visibility: 'public', clock: [{ do: 'stop', clock: 'acceptance' }] },
    merge: {
      from: ['received', 'handling'], to: 'merged', label: { zh: '与反映同一问题的举报合并办理', en: 'Handled with another report of the same problem' }, article: `${LETTERS} 第二十三条`, action: 'complaint.judge', visibility: 'public',
      clock: [{ do: 'stop', clock: 'acceptance' }, { do: 'stop', clock: 'handling' }],
    },
    extend: { from: ['handling'], to: 'handling', label: { zh: '延长办理期限', en: 'Period extended' }, article: `${LETTERS} 第三十四条`, action: 'complaint.extend', reason: 'required', visibility: 'public', clock: [{ do: 'extend', clock: 'handling' }] },
    answer: { from: ['handling'], to: 'answered', label: { zh: '答复', en: 'Answered' }, article: '生态环境法典 第一百四十六条', action: 'complaint.handle', visibility: 'public', clock: [{ do: 'stop', clock: 'handling' }] },
    reopen: { from: ['answered'], to: 'handling', label: { zh: '重新办理', en: 'Handled again' }, article: `${LETTERS} 第三十四条`, action: 'complaint.close', reason: 'required', visibility: 'public', clock: [{ do: 'start', clock: 'handling' }] },
    close: { from: ['answered'], to: 'closed', label: { zh: '回访办结', en: 'Closed' }, article: '生态环境法典 第一百四十六条', action: 'complaint.close', visibility: 'public' },
  },
  clocks: {
    acceptance: { workdays: 2, article: `${LETTERS} 第二十二条`, label: { zh: '受理告知', en: 'Acceptance' } },
    handling: { days: 60, article: `${LETTERS} 第三十四条`, label: { zh: '办理', en: 'Handling' } },
  },
});
