import { defineMachine, type PauseGround } from '@huanbao/casework';

const PENALTY = '行政处罚法';

/** Time that the period does not count; given for penalties, taken for the other measures alike (待核). */
const PAUSES: readonly PauseGround[] = (
  [['hearing', '听证', 'Hearing'], ['announcement', '公告', 'Announcement'], ['monitoring', '监测、检测', 'Monitoring'], ['appraisal', '鉴定、认定', 'Appraisal']] as const
).map(([key, zh, en]) => ({ key, label: { zh, en }, article: '生态环境行政处罚办法 办理期限' }));

/**
 * 撤销, 吊销, 撤回, 依职权注销: told with the right to speak, or put forward where nobody is to be heard, of which the holder sees nothing before the service; decided by a second person, in force
 * when served. The lengths here hold where no row is loaded (`MeasureTerms`).
 */
export const measureMachine = defineMachine({
  kind: 'permit-measure',
  title: { zh: '排污许可证处理', en: 'Measure against a permit' },
  numberPrefix: 'XC',
  matter: 'permits',
  page: 'permit-cases',
  initial: 'open',
  states: {
    open: { label: { zh: '立案', en: 'Opened' }, holder: 'bureau', next: { zh: '事先告知', en: 'Tell the holder' }, untold: true },
    telling: { label: { zh: '告知书待送达', en: 'Notice to be served' }, holder: 'bureau.approver', next: { zh: '送达事先告知书，期限自送达起算', en: 'Serve the notice; the periods begin with that' } },
    told: { label: { zh: '已事先告知，听取陈述申辩', en: 'Told, the holder may speak' }, holder: 'bureau.approver', next: { zh: '期满或答复陈述申辩后，由另一人审定', en: 'After the period or the answer, a second person decides' } },
    hearing: { label: { zh: '听证', en: 'Hearing' }, holder: 'bureau.approver', next: { zh: '举行听证并录入笔录', en: 'Hold the hearing and record it' } },
    proposed: { label: { zh: '待审定', en: 'To be decided' }, holder: 'bureau.approver', next: { zh: '由另一人核对证据后审定', en: 'A second person looks at the evidence and decides' }, untold: true },
    unserved: { label: { zh: '决定待送达', en: 'Decided, to be served' }, holder: 'bureau.approver', next: { zh: '送达决定书', en: 'Serve the decision' }, hiddenAs: 'told' },
    'unserved-untold': { label: { zh: '决定待送达', en: 'Decided, to be served' }, holder: 'bureau.approver', next: { zh: '送达决定书', en: 'Serve the decision' }, hiddenAs: 'proposed', untold: true },
    done: { label: { zh: '已生效', en: 'In force' }, final: true },
    dropped: { label: { zh: '不予处理', en: 'Dropped' }, final: true },
    'dropped-untold': { label: { zh: '不予处理', en: 'Dropped' }, final: true, untold: true },
  },
  actions: {
    propose: {
      from: ['open'], to: 'telling', label: { zh: '事先告知', en: 'Tell beforehand' }, article: `行政许可法 第七条；${PENALTY} 第四十四条`, action: 'permit-measure.propose', number: true,
      adverse: 'propose', reason: 'required', notice: 'intent', visibility: 'parties', clock: [{ do: 'start', clock: 'handling' }],
    },
    tell: { from: ['telling'], to: 'told', label: { zh: '事先告知书已送达', en: 'Notice served' }, article: `行政许可法 第七条；${PENALTY} 第四十四条`, action: 'case.serve-notice', adverse: 'tell', visibility: 'parties' },
    hear: {
      from: ['told'], to: 'hearing', label: { zh: '通知听证', en: 'Hearing set' }, article: `行政许可法 第四十七条、第四十八条；${PENALTY} 第六十四条`, action: 'case.hear', adverse: 'hear', visibility: 'parties',
      clock: [{ do: 'pause', clock: 'handling' }],
    },
    heard: {
      from: ['hearing'], to: 'told', label: { zh: '听证结束', en: 'Hearing over' }, article: `行政许可法 第四十八条；${PENALTY} 第六十五条`, action: 'case.hear', adverse: 'heard', visibility: 'parties',
      clock: [{ do: 'resume', clock: 'handling' }],
    },
    'put-forward': {
      from: ['open'], to: 'proposed', label: { zh: '提请审定', en: 'Put forward' }, article: '行政许可法 第七十条', action: 'permit-measure.propose', number: true,
      adverse: 'put-forward', reason: 'required', visibility: 'bureau', clock: [{ do: 'start', clock: 'handling' }],
    },
    drop: {
      from: ['telling', 'told', 'hearing'], to: 'dropped', label: { zh: '不予处理', en: 'Drop' }, article: '行政许可法 第七条', action: 'permit-measure.decide', adverse: 'drop', reason: 'required', visibility: 'parties',
      clock: [{ do: 'stop', clock: 'handling' }],
    },
    'drop-untold': {
      from: ['proposed'], to: 'dropped-untold', label: { zh: '不予处理', en: 'Drop' }, article: '行政许可法 第七条', action: 'permit-measure.decide', adverse: 'drop', reason: 'required', visibility: 'bureau',
      clock: [{ do: 'stop', clock: 'handling' }],
    },
    impose: {
      from: ['told'], to: 'unserved', label: { zh: '作出决定', en: 'Decide' }, article: '行政许可法 第六十九条、第七十条', action: 'permit-measure.decide', adverse: 'decide', decision: 'imposed', reason: 'required',
      notice: 'decision', visibility: 'public', clock: [{ do: 'stop', clock: 'handling' }],
    },
    'impose-untold': {
      from: ['proposed'], to: 'unserved-untold', label: { zh: '作出决定', en: 'Decide' }, article: '行政许可法 第七十条', action: 'permit-measure.decide', adverse: 'decide', decision: 'imposed', reason: 'required',
      notice: 'decision', visibility: 'public', clock: [{ do: 'stop', clock: 'handling' }],
    },
    serve: { from: ['unserved', 'unserved-untold'], to: 'done', label: { zh: '送达决定', en: 'Serve' }, article: '行政许可法 第四十四条', action: 'permit-measure.decide', adverse: 'serve', visibility: 'public' },
  },
  clocks: { handling: { label: { zh: '作出决定的期限', en: 'Deciding' }, days: 90, article: `${PENALTY} 第六十条`, pauses: PAUSES } },
});
