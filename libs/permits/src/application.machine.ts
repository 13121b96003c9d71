import { defineMachine, LICENSING_PAUSES } from '@huanbao/casework';
import { datedPeriod } from './reference/periods';

const RULES = '排污许可管理条例';

/** The procedure of a first application, 排污许可管理条例 and 行政许可法 step by step. */
export const applicationMachine = defineMachine({
  kind: 'permit-application',
  title: { zh: '排污许可申请', en: 'Discharge permit application' },
  numberPrefix: 'XK',
  matter: 'permits',
  page: 'permits',
  initial: 'draft',
  states: {
    draft: { label: { zh: '草稿', en: 'Draft' }, holder: 'applicant', next: { zh: '填完各节，通过校核后提交', en: 'Complete the sections, pass the check and submit' } },
    submitted: { label: { zh: '待受理', en: 'Submitted' }, holder: 'bureau.intake', next: { zh: '在受理期限内决定是否受理', en: 'Decide on acceptance within the period' } },
    correcting: { label: { zh: '补正中', en: 'To be corrected' }, holder: 'applicant', next: { zh: '按告知书改好后重新提交', en: 'Correct what the notice lists and submit again' } },
    accepted: { label: { zh: '已受理', en: 'Accepted' }, holder: 'bureau.reviewer', next: { zh: '领办并开始审查', en: 'Claim it and begin the review' } },
    reviewing: { label: { zh: '审查中', en: 'Under review' }, holder: 'bureau.reviewer', next: { zh: '提出各部分意见和总体意见', en: 'Give opinions on each part and an overall one' } },
    deciding: { label: { zh: '待决定', en: 'To be decided' }, holder: 'bureau.approver', next: { zh: '对照四项条件作出决定', en: 'Decide by the four conditions' } },
    'refusal-telling': { label: { zh: '拟不予许可，告知书待送达', en: 'Refusal proposed, the notice to be served' }, holder: 'bureau.approver', next: { zh: '送达事先告知书，期限自送达起算', en: 'Serve the notice; the periods begin with that' } },
    refusing: { label: { zh: '拟不予许可，听取陈述申辩', en: 'Refusal proposed, the applicant may speak' }, holder: 'bureau.approver', next: { zh: '期满或答复陈述申辩后，由另一人审定', en: 'After the period, or the answer to the statement, a second person decides' } },
    'refusal-hearing': { label: { zh: '拟不予许可，听证', en: 'Refusal proposed, hearing' }, holder: 'bureau.approver', next: { zh: '举行听证并录入笔录', en: 'Hold the hearing and record it' } },
    'refusal-unserved': { label: { zh: '不予许可待送达', en: 'Refused, to be served' }, holder: 'bureau.approver', next: { zh: '送达不予许可决定书', en: 'Serve the decision' }, hiddenAs: 'refusing' },
    granted: { label: { zh: '准予许可', en: 'Granted' }, holder: 'bureau.approver', next: { zh: '十个工作日内颁发许可证', en: 'Issue the permit within ten working days' } },
    issued: { label: { zh: '已发证', en: 'Issued' }, final: true },
    refused: { label: { zh: '不予许可', en: 'Refused' }, final: true },
    'not-accepted': { label: { zh: '不予受理', en: 'Not accepted' }, final: true },
    withdrawn: { label: { zh: '已撤回', en: 'Withdrawn' }, final: true },
    closed: { label: { zh: '许可证终止，办理终结', en: 'Closed, the permit ended' }, final: true },
  },
  actions: {
    submit: {
      from: ['draft'], to: 'submitted', label: { zh: '提交申请', en: 'Submit' }, article: `${RULES} 第七条`,
      action: 'permit-application.submit', number: true, clock: [{ do: 'start', clock: 'intake' }], visibility: 'public',
    },
    'request-correction': {
      from: ['submitted'], to: 'correcting', label: { zh: '要求补正', en: 'Ask for correction' }, article: `${RULES} 第九条第四项`,
      action: 'permit-application.request-correction', correction: 'request', notice: 'correction', clock: [{ do: 'stop', clock: 'intake' }], visibility: 'public',
    },
    resubmit: {
      from: ['correcting'], to: 'submitted', label: { zh: '补正后提交', en: 'Submit again' }, article: `${RULES} 第九条第四项`,
      action: 'permit-application.submit', correction: 'resubmit', clock: [{ do: 'start', clock: 'intake' }], visibility: 'public',
    },
    accept: {
      from: ['submitted'], to: 'accepted', label: { zh: '受理', en: 'Accept' }, article: `${RULES} 第九条第五项`,
      action: 'permit-application.accept', notice: 'acceptance', clock: [{ do: 'stop', clock: 'intake' }, { do: 'start', clock: 'review' }], visibility: 'public',
    },
    'deem-accepted': {
      from: ['submitted'], to: 'accepted', label: { zh: '逾期未告知，视为受理', en: 'Deemed accepted' }, article: `${RULES} 第九条第四项`,
      clock: [{ do: 'stop', clock: 'intake' }, { do: 'start', clock: 'review', since: 'intake' }], visibility: 'public',
    },
    'reject-intake': {
      from: ['submitted'], to: 'not-accepted', label: { zh: '不予受理', en: 'Not accept' }, article: `${RULES} 第九条第一项、第二项`,
      action: 'permit-application.reject-intake', reason: 'required', notice: 'rejection', clock: [{ do: 'stop', clock: 'intake' }], visibility: 'public',
    },
    'start-review': {
      from: ['accepted'], to: 'reviewing', label: { zh: '开始审查', en: 'Begin the review' }, article: `${RULES} 第十条`,
      action: 'permit-application.start-review', visibility: 'public',
    },
    'extend-for-site-check': {
      from: ['reviewing'], to: 'reviewing', label: { zh: '现场核查，按现场核查的审批期限办理', en: 'Site check: the longer period' }, article: `${RULES} 第十二条`,
      action: 'permit-application.extend', reason: 'required', clock: [{ do: 'extend', clock: 'review' }], visibility: 'public',
    },
    'site-check-off': {
      from: ['reviewing'], to: 'reviewing', label: { zh: '现场核查取消，恢复原审批期限', en: 'Site check called off: the former period again' }, article: `${RULES} 第十二条`,
      action: 'permit-application.site-check', reason: 'required', clock: [{ do: 'shorten', clock: 'review' }], visibility: 'public',
    },
    conclude: {
      from: ['reviewing'], to: 'deciding', label: { zh: '审查完毕，报请决定', en: 'Conclude the review' }, article: '行政许可法 第三十四条',
      action: 'permit-application.opinions', visibility: 'parties',
    },
    'send-back': {
      from: ['deciding'], to: 'reviewing', label: { zh: '退回再审', en: 'Send back' }, article: '行政许可法 第三十四条',
      action: 'permit-application.decide', reason: 'required', visibility: 'bureau',
    },
    grant: {
      from: ['deciding'], to: 'granted', label: { zh: '准予许可', en: 'Grant' }, article: `${RULES} 第十一条`,
      action: 'permit-application.decide', decision: 'granted', notice: 'decision', clock: [{ do: 'stop', clock: 'review' }, { do: 'start', clock: 'delivery' }], visibility: 'public',
    },
    'propose-refusal': {
      from: ['deciding'], to: 'refusal-telling', label: { zh: '拟不予许可，事先告知', en: 'Propose to refuse' }, article: '行政许可法 第三十六条',
      action: 'permit-application.propose-refusal', adverse: 'propose', reason: 'required', notice: 'intent', visibility: 'parties',
    },
    'tell-refusal': {
      from: ['refusal-telling'], to: 'refusing', label: { zh: '事先告知书已送达', en: 'Notice served' }, article: '行政许可法 第三十六条',
      action: 'case.serve-notice', adverse: 'tell', visibility: 'parties',
    },
    'hear-refusal': {
      from: ['refusing'], to: 'refusal-hearing', label: { zh: '通知听证', en: 'Hearing set' }, article: '行政许可法 第四十五条、第四十七条、第四十八条',
      action: 'case.hear', adverse: 'hear', clock: [{ do: 'pause', clock: 'review' }], visibility: 'parties',
    },
    'heard-refusal': {
      from: ['refusal-hearing'], to: 'refusing', label: { zh: '听证结束', en: 'Hearing over' }, article: '行政许可法 第四十八条',
      action: 'case.hear', adverse: 'heard', clock: [{ do: 'resume', clock: 'review' }], visibility: 'parties',
    },
    'drop-refusal': {
      from: ['refusal-telling', 'refusing'], to: 'deciding', label: { zh: '不再拟不予许可，继续审批', en: 'Not refused after all' }, article: '行政许可法 第三十六条',
      action: 'permit-application.refuse', adverse: 'drop', reason: 'required', visibility: 'parties',
    },
    'drop-refusal-at-hearing': {
      from: ['refusal-hearing'], to: 'deciding', label: { zh: '不再拟不予许可，继续审批', en: 'Not refused after all' }, article: '行政许可法 第三十六条',
      action: 'permit-application.refuse', adverse: 'drop', reason: 'required', clock: [{ do: 'resume', clock: 'review' }], visibility: 'parties',
    },
    refuse: {
      from: ['refusing'], to: 'refusal-unserved', label: { zh: '不予许可', en: 'Refuse' }, article: '行政许可法 第三十八条第二款',
      action: 'permit-application.refuse', adverse: 'decide', decision: 'refused', reason: 'required', notice: 'decision', clock: [{ do: 'stop', clock: 'review' }, { do: 'start', clock: 'delivery' }], visibility: 'public',
    },
    'serve-refusal': {
      from: ['refusal-unserved'], to: 'refused', label: { zh: '送达不予许可决定', en: 'Serve the refusal' }, article: '行政许可法 第四十四条',
      action: 'permit-application.refuse', adverse: 'serve', clock: [{ do: 'stop', clock: 'delivery' }], visibility: 'public',
    },
    issue: {
      from: ['granted'], to: 'issued', label: { zh: '颁发许可证', en: 'Issue the permit' }, article: '行政许可法 第四十四条',
      action: 'permit-application.issue', clock: [{ do: 'stop', clock: 'delivery' }], visibility: 'public',
    },
    // the submission it rests on does not count: nothing was handed in, and what was granted on it was not issued
    'annul-grant': {
      from: ['granted'], to: 'withdrawn', label: { zh: '提交不成立，准予决定不再执行', en: 'The submission does not count: not issued' }, article: '电子签名法 第十三条',
      action: 'permit-application.close', reason: 'required', clock: [{ do: 'stop', clock: 'delivery' }], visibility: 'public',
    },
    // a change or renewal of a permit that is gone has no object
    'close-ended': {
      from: ['draft', 'submitted', 'correcting', 'accepted', 'reviewing', 'deciding', 'refusal-telling', 'refusing', 'refusal-hearing', 'refusal-unserved', 'granted'], to: 'closed', label: { zh: '许可证已经终止，申请办理终结', en: 'The permit ended: closed' }, article: '行政许可法 第七十条',
      action: 'permit-application.close', reason: 'required', clock: [{ do: 'stop', clock: 'intake' }, { do: 'stop', clock: 'review' }, { do: 'stop', clock: 'delivery' }], visibility: 'public',
    },
    discard: {
      from: ['draft'], to: 'withdrawn', label: { zh: '放弃草稿', en: 'Discard the draft' }, article: '行政许可法 第二十九条',
      action: 'permit-application.withdraw',
    },
    'withdraw-at-intake': {
      from: ['submitted'], to: 'withdrawn', label: { zh: '撤回申请', en: 'Withdraw' }, article: '行政许可法 第二十九条',
      action: 'permit-application.withdraw', reason: 'required', clock: [{ do: 'stop', clock: 'intake' }], visibility: 'public',
    },
    'withdraw-while-correcting': {
      from: ['correcting'], to: 'withdrawn', label: { zh: '撤回申请', en: 'Withdraw' }, article: '行政许可法 第二十九条',
      action: 'permit-application.withdraw', reason: 'required', visibility: 'public',
    },
    'withdraw-in-review': {
      from: ['accepted', 'reviewing', 'deciding', 'refusal-telling', 'refusing', 'refusal-hearing', 'refusal-unserved'], to: 'withdrawn', label: { zh: '撤回申请', en: 'Withdraw' }, article: '行政许可法 第二十九条',
      action: 'permit-application.withdraw', reason: 'required', clock: [{ do: 'stop', clock: 'review' }], visibility: 'public',
    },
  },
  clocks: {
    intake: { label: { zh: '受理期限', en: 'Acceptance' }, ...datedPeriod('intake'), silence: 'deem-accepted' },
    review: {
      label: { zh: '审批期限', en: 'Decision' }, ...datedPeriod('review'), pauses: LICENSING_PAUSES,
      variants: {
        key: datedPeriod('review-key'),
        'key-site-check': datedPeriod('review-key-site-check'),
        renew: datedPeriod('renew-review'),
        change: datedPeriod('change-review'),
      },
    },
    delivery: { label: { zh: '送达期限', en: 'Delivery' }, ...datedPeriod('delivery') },
  },
});

/** Which step of the table a withdrawal is in each state; none where it is too late. */
export const WITHDRAWALS: Readonly<Record<string, 'discard' | 'withdraw-at-intake' | 'withdraw-while-correcting' | 'withdraw-in-review'>> = {
  draft: 'discard',
  submitted: 'withdraw-at-intake',
  correcting: 'withdraw-while-correcting',
  accepted: 'withdraw-in-review',
  reviewing: 'withdraw-in-review',
  deciding: 'withdraw-in-review',
  'refusal-telling': 'withdraw-in-review',
  refusing: 'withdraw-in-review',
  'refusal-hearing': 'withdraw-in-review',
  // not served: it has not taken effect, and the applicant cannot know of it
  'refusal-unserved': 'withdraw-in-review',
};

/** 排污许可管理条例 art. 11, to which 法典 art. 180 adds what other laws ask; each is ticked or the permit is refused. */
export const GRANT_CONDITIONS = [
  { key: 'project', label: '依法取得环境影响报告书（表）批准文件，或者已经办理登记表备案', article: `${RULES} 第十一条第一项` },
  { key: 'standards', label: '污染物排放符合排放标准、环评批复和总量控制要求', article: `${RULES} 第十一条第二项` },
  { key: 'technology', label: '污染防治设施能达到许可排放浓度要求，或者采用污染防治可行技术', article: `${RULES} 第十一条第三项` },
  { key: 'monitoring', label: '自行监测方案的监测点位、指标、频次等符合国家自行监测规范', article: `${RULES} 第十一条第四项` },
] as const;
