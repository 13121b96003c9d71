import { defineMachine } from '@huanbao/casework';
import { datedPeriod } from '../reference/periods';

/** 补领 and 注销 as the holder asks for them: handed in, carried out, or refused with reasons by two officers, the second of whom decides. */
export const requestMachine = defineMachine({
  kind: 'permit-request',
  title: { zh: '许可证补领、注销', en: 'Reissue or cancellation' },
  numberPrefix: 'XB',
  matter: 'permits',
  page: 'permit-cases',
  papers: {
    mark: '证', advice: '告知书',
    granted: { title: '办理决定书', decides: '予以办理' },
    refused: { title: '不予办理决定书', decides: '不予办理' },
  },
  initial: 'draft',
  states: {
    draft: { label: { zh: '草稿', en: 'Draft' }, holder: 'applicant', next: { zh: '提交', en: 'Submit' } },
    // also while a refusal is put forward: what an officer thinks of is nobody's outside before a second one has decided
    submitted: { label: { zh: '待办理', en: 'To be handled' }, holder: 'bureau.approver', next: { zh: '核对后办结，或者写明理由拟不予办理', en: 'Check, then finish or put a refusal forward' } },
    done: { label: { zh: '已办结', en: 'Done' }, final: true },
    rejected: { label: { zh: '不予办理', en: 'Not done' }, final: true },
    withdrawn: { label: { zh: '已撤回', en: 'Withdrawn' }, final: true },
  },
  actions: {
    submit: { from: ['draft'], to: 'submitted', label: { zh: '提交', en: 'Submit' }, article: '行政许可法 第二十九条、第七十条', action: 'permit-request.submit', number: true, clock: [{ do: 'start', clock: 'handling' }], visibility: 'parties' },
    approve: { from: ['submitted'], to: 'done', label: { zh: '办结', en: 'Done' }, article: '行政许可法 第七十条', action: 'permit-request.decide', clock: [{ do: 'stop', clock: 'handling' }], visibility: 'public' },
    'put-off': { from: ['submitted'], to: 'submitted', label: { zh: '拟不予办理', en: 'Refusal put forward' }, article: '行政许可法 第三十八条第二款', action: 'permit-request.decide', reason: 'required', visibility: 'bureau' },
    'take-up': { from: ['submitted'], to: 'submitted', label: { zh: '退回继续办理', en: 'Not refused after all' }, article: '行政许可法 第三十八条第二款', action: 'permit-request.decide', reason: 'required', visibility: 'bureau' },
    reject: { from: ['submitted'], to: 'rejected', label: { zh: '不予办理', en: 'Not done' }, article: '行政许可法 第三十八条第二款', action: 'permit-request.decide', reason: 'required', decision: 'refused', notice: 'decision', clock: [{ do: 'stop', clock: 'handling' }], visibility: 'parties' },
    withdraw: { from: ['submitted'], to: 'withdrawn', label: { zh: '撤回', en: 'Withdraw' }, article: '行政许可法 第二十九条', action: 'permit-request.submit', clock: [{ do: 'stop', clock: 'handling' }], visibility: 'parties' },
  },
  clocks: { handling: { label: { zh: '办理期限', en: 'Handling' }, ...datedPeriod('request'), variants: { reissue: datedPeriod('reissue') } } },
});
