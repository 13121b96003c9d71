import { AppError, invalidFields } from '@huanbao/platform';
import type { Method } from './methods';
import { METHODS } from './methods';

export const biddingPaused = (): AppError =>
  new AppError('conflict', 'bid.paused', { zh: '有机构对采购文件提出异议，答复前暂停报价。答复后截止时间顺延，届时再提交', en: 'An objection to the documents is being answered. Bidding stops until then; the deadline moves accordingly.' });

export const notInFinalRound = (): AppError =>
  new AppError('rule', 'bid.not-in-final-round', { zh: '最终报价只向首轮报价有效的机构开放，本机构没有有效的首轮报价', en: 'Final offers are for firms whose first offer stood; yours did not take part.' });

export const wrongMethod = (method: Method): AppError =>
  new AppError('rule', 'task.wrong-method', { zh: `${METHODS[method].zh}没有这一步。请按任务页上的步骤办理`, en: `There is no such step in a ${METHODS[method].en.toLowerCase()}. Follow the steps on the task’s page.` });

export const tooFewBids = (fewest: number): AppError =>
  new AppError('rule', 'task.too-few-bids', { zh: `收到的报价少于 ${fewest} 家，不能开标。请在任务页选择延长、重新组织或依规定继续`, en: `Fewer than ${fewest} bids came: not opened. Prolong, begin anew or go on as the task’s page offers.` }, { extra: { fewest } });

export const tooFewFinalists = (standing: number, fewest: number, mayProceed: boolean): AppError =>
  invalidFields([{ pointer: '/shortReason', code: 'too-few-finalists', zh: `首轮有效的报价只有 ${standing} 家，少于 ${fewest} 家。${mayProceed ? '请写明继续的理由（依法须批准的，填批准文号），或选择“不定标”后重新组织' : '请选择“不定标”后重新组织'}`, en: `Only ${standing} first offers stand, ${fewest} are needed. ${mayProceed ? 'Give the reason to go on (and the number of the approval where one is needed), or award nobody and begin anew.' : 'Award nobody and begin anew.'}` }]);

export const shortStepRefused = (): AppError =>
  new AppError('rule', 'task.short-step', { zh: '按适用的规定，家数不足时不能这样做。请按任务页列出的办法处理', en: 'The rules that bind do not allow this when too few have bid. Choose one of the ways listed.' });

export const approvalNeeded = (): AppError =>
  invalidFields([{ pointer: '/approvalNumber', code: 'approval-needed', zh: '请填写批准文号', en: 'Give the number of the approval.' }]);

export const earlierDeadline = (): AppError =>
  invalidFields([{ pointer: '/bidDeadline', code: 'deadline-earlier', zh: '截止时间只能推后，不能提前', en: 'The deadline can only be moved later.' }]);

export const nothingAmended = (): AppError =>
  invalidFields([{ pointer: '/reason', code: 'nothing-amended', zh: '没有改动任何内容，也没有推后截止时间', en: 'Nothing is changed, nor is the deadline.' }]);

export const questionsOver = (): AppError =>
  new AppError('conflict', 'task.questions-over', { zh: '只有征集报价期间可以提问或提出异议', en: 'Questions and objections are possible while bids are taken.' });

export const objectionTooLate = (day: string): AppError =>
  new AppError('rule', 'task.objection-too-late', { zh: `对采购文件的异议最迟应在 ${day} 提出（投标截止 10 日前）。现在可以提问，或向监管部门投诉`, en: `Objections to the documents were due by ${day}. Ask a question, or complain to the authority.` }, { extra: { day } });

export const objectionOpen = (): AppError =>
  new AppError('conflict', 'task.objection-open', { zh: '本机构已有一项异议在等待答复', en: 'An objection of your firm waits for its answer already.' });

export const answeredAlready = (): AppError =>
  new AppError('conflict', 'task.answered', { zh: '这个问题已经答复。需要补充的，请发布一次澄清修改', en: 'It has been answered. To add something, publish an amendment.' });

export const talksMissing = (firms: readonly string[]): AppError =>
  new AppError('rule', 'task.talks-missing', { zh: `还没有与以下机构磋商，应给各家平等的机会：${firms.join('、')}。请先记录磋商情况`, en: `No talk is recorded yet with: ${firms.join(', ')}. Every bidder gets the same chance.` });

export const notABidder = (): AppError =>
  invalidFields([{ pointer: '/firmId', code: 'not-a-bidder', zh: '请从首轮报价有效的机构中选择', en: 'Choose one of the firms whose first offer stands.' }]);

export const noOpenOffer = (): AppError =>
  new AppError('conflict', 'task.no-open-offer', { zh: '现在没有等待您答复的委托。请刷新页面查看最新进展', en: 'No offer waits for your answer. Reload to see where it stands.' });

export const offerExpired = (): AppError =>
  new AppError('conflict', 'task.offer-expired', { zh: '答复期限已过，这份委托不再有效', en: 'The time to answer is over: the offer no longer stands.' });

export const declineAfterBid = (): AppError =>
  new AppError('conflict', 'task.decline-after-bid', { zh: '本机构已经投标，不能同时婉拒邀请。不想参加的，请先撤回投标再婉拒', en: 'Your firm has a bid: it cannot decline beside it. Withdraw the bid first.' });

export const lowestOnly = (): AppError =>
  new AppError('rule', 'task.lowest-only', { zh: '政府采购的询价应选定最低的有效报价（政府采购法 第四十条）', en: 'An inquiry under the law on government procurement goes to the lowest valid price.' });

export const followedAlready = (): AppError =>
  new AppError('conflict', 'task.followed', { zh: '已经重新组织过一次，请在任务列表中查看新的草稿', en: 'It has been begun anew already: see the new draft in the list.' });

export const bondNotAsked = (): AppError =>
  new AppError('rule', 'task.no-bond', { zh: '这项任务不收取投标保证金', en: 'This task asks for no bid bond.' });

export const bondRecorded = (): AppError =>
  new AppError('conflict', 'task.bond-recorded', { zh: '本机构的投标保证金已经登记', en: 'The bid bond of your firm is on record already.' });

export const visitsMany = (most: number): AppError =>
  new AppError('rule', 'task.visits-many', { zh: `一项任务最多安排 ${most} 次现场踏勘`, en: `A task has ${most} site visits at most.` });

export const visitOver = (): AppError =>
  new AppError('conflict', 'task.visit-over', { zh: '这次踏勘已经截止登记、取消或公布了记录，或者任务已不在征集期，不能再办理。请刷新页面查看', en: 'Registration is over, the visit was called off or its minutes are out, or bids are taken no longer. Reload the page.' });

export const visitNotYet = (): AppError =>
  new AppError('conflict', 'task.visit-not-yet', { zh: '踏勘还没有开始，结束后再公布记录', en: 'The visit has not taken place. Publish its minutes afterwards.' });

export const visitorRegistered = (): AppError =>
  new AppError('conflict', 'task.visitor-registered', { zh: '本机构已登记参加这次踏勘。要改人员，请先取消登记再重新登记', en: 'Your firm is registered for this visit. To change who comes, cancel and register again.' });

export const bondForfeited = (): AppError =>
  new AppError('conflict', 'task.bond-forfeited', { zh: '这笔投标保证金已登记为不予退还。取消中选被撤销后才能退还', en: 'This bond is recorded as forfeited. It is returned once the cancellation has been revoked.' });
