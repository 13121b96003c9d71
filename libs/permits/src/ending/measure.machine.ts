import { defineMachine } from '@huanbao/casework';

/** 撤销, 吊销, 撤回: told with the right to speak, decided by a second person, in force when served. */
export const measureMachine = defineMachine({
  kind: 'permit-measure',
  title: { zh: '排污许可证处理', en: 'Measure against a permit' },
  numberPrefix: 'XC',
  matter: 'permits',
  page: 'permit-cases',
  initial: 'open',
  states: {
    open: { label: { zh: '立案', en: 'Opened' }, holder: 'bureau', next: { zh: '事先告知', en: 'Tell the holder' } },
    told: { label: { zh: '已事先告知，听取陈述申辩', en: 'Told, the holder may speak' }, holder: 'bureau.approver', next: { zh: '期满或答复陈述申辩后，由另一人审定', en: 'After the period or the answer, a second person decides' } },
    unserved: { label: { zh: '决定待送达', en: 'Decided, to be served' }, holder: 'bureau.approver', next: { zh: '送达决定书', en: 'Serve the decision' }, hiddenAs: 'told' },
    done: { label: { zh: '已生效', en: 'In force' }, final: true },
    dropped: { label: { zh: '不予处理', en: 'Dropped' }, final: true },
  },
  actions: {
    propose: {
      from: ['open'], to: 'told', label: { zh: '事先告知', en: 'Tell beforehand' }, article: '行政许可法 第七条；行政处罚法 第四十四条', action: 'permit-measure.propose', number: true,
      adverse: 'propose', reason: 'required', notice: 'intent', visibility: 'parties',
    },
    drop: {
      from: ['told'], to: 'dropped', label: { zh: '不予处理', en: 'Drop' }, article: '行政许可法 第七条', action: 'permit-measure.decide', adverse: 'drop', reason: 'required', visibility: 'parties',
    },
    impose: {
      from: ['told'], to: 'unserved', label: { zh: '作出决定', en: 'Decide' }, article: '行政许可法 第六十九条、第七十条', action: 'permit-measure.decide', adverse: 'decide', decision: 'imposed', reason: 'required',
      notice: 'decision', visibility: 'public',
    },
    serve: { from: ['unserved'], to: 'done', label: { zh: '送达决定', en: 'Serve' }, article: '行政许可法 第四十四条', action: 'permit-measure.decide', adverse: 'serve', visibility: 'public' },
  },
  clocks: {},
});
