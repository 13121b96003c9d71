import { AppError, invalidFields } from '@huanbao/platform';
import type { EndBar } from './rules/ending';

const field = (pointer: string, code: string, zh: string, en: string): AppError => invalidFields([{ pointer, code, zh, en }]);
const rule = (code: string, zh: string, en: string, extra: Record<string, unknown> = {}): AppError => new AppError('rule', code, { zh, en }, { extra });
const conflict = (code: string, zh: string, en: string, extra: Record<string, unknown> = {}): AppError => new AppError('conflict', code, { zh, en }, { extra });

export const dayInFuture = (pointer: string): AppError => field(pointer, 'future', '日期不能晚于今天', 'The day must not be after today.');
export const dayTooEarly = (pointer: string, least: string): AppError => field(pointer, 'early', `日期不能早于 ${least}`, `The day must not be before ${least}.`);
export const conductBackwards = (): AppError => field('/conductTo', 'order', '违法行为的结束日期不能早于开始日期', 'The conduct must not end before it begins.');
export const partyUnknown = (): AppError => field('/partyOrgId', 'party', '企业或机构不存在、未核验或不在本辖区，请重新选择，或按平台外当事人填写', 'This enterprise or firm does not exist, is not verified or lies outside your region. Choose another, or enter the party as somebody outside.');
export const partyIncomplete = (): AppError => field('/partyName', 'party', '平台外的当事人要填写名称和代码（单位填统一社会信用代码，个人填身份证号）', 'Give name and code of a party outside the platform.');
export const partyCodeWrong = (): AppError => field('/partyCode', 'code', '代码不对：单位填 18 位统一社会信用代码，个人填 18 位身份证号', 'The code is wrong: 18 characters for a unit, 18 for a person.');
export const violationUnknown = (): AppError => field('/violation', 'violation', '请从列表里选择违法行为', 'Choose the violation from the list.');
export const investigatorsWrong = (): AppError => field('/investigatorIds', 'officers', '请选择两名以上本单位的执法人员，证件在有效期内，没有需要回避的情形', 'Choose two or more officers of your bureau with a valid certificate and no reason to stand aside.');
export const noLaw = (): AppError => rule('penalty.no-law', '违法行为发生的日期没有可以适用的法律条款，请先在参考数据里补充', 'No law of the reference data holds on the day of the conduct. Add it there first.');
export const lawReasonNeeded = (): AppError => field('/lawReason', 'reason', '没有采用系统按行为日期选出的法律，请写明理由（10 个字以上）', 'Say why the law of the day of the conduct is not applied (10 characters or more).');
export const lawUnknown = (): AppError => field('/lawFrom', 'law', '请选择系统列出的法律版本', 'Choose one of the laws that are listed.');
export const timeBarred = (until: string): AppError => rule('penalty.time-barred', `发现时已超过追责时效（${until} 届满），一般不予立案；确有法定理由的，由督办负责人写明后批准`, `It was found after the limitation ended on ${until}. Only a supervisor may file it, with a reason.`, { until });
export const secondPerson = (): AppError => rule('penalty.second-person', '提出的人不能自己批准，请换一位负责人办理', 'Who asked cannot approve. Another person has to.');
export const investigatorDecides = (): AppError => rule('penalty.investigator-decides', '办案人员和审核人员不能作出处罚决定，请由其他负责人决定', 'Who investigated or reviewed the case cannot decide it. Another head has to.');
export const investigatorReviews = (): AppError => rule('penalty.investigator-reviews', '办案人员不能审查、审核或者主持自己的案件，请换一位', 'Who investigated the case cannot examine, review or hear it. Another person has to.');
export const notInvestigator = (): AppError => rule('penalty.not-investigator', '只有本案的办案人员可以办理这一步', 'Only the investigators of this case can do this.');
export const evidenceNeeded = (): AppError => rule('penalty.evidence-needed', '还没有证据，请先在证据清单里登记', 'There is no evidence yet. List it first.');
export const evidenceFileUnknown = (): AppError => field('/fileId', 'file', '没有找到这个文件，请重新上传到本案', 'This file is not there. Upload it to this case again.');
export const measuresNotAllowed = (): AppError => field('/measures', 'measures', '所选的处罚种类超出该违法行为的法律规定', 'The law does not allow these measures for this violation.');
export const measuresNeeded = (): AppError => field('/measures', 'measures', '请选择处罚种类；金额大于零时要选“罚款”或“没收违法所得”', 'Choose the measures; with an amount, choose the fine or the confiscation.');
export const fineOutsideLaw = (least: string, most: string): AppError => field('/fineYuan', 'law', `罚款必须在法定幅度 ${least}–${most} 元之内；有法定减轻情节的，选择情节并写明理由后可以低于 ${least} 元`, `The fine must be between ${least} and ${most} yuan; below ${least} only on a circumstance of mitigation with its reason.`);
export const mitigationUnknown = (): AppError => field('/mitigationGround', 'ground', '请从列表里选择减轻处罚的法定情节', 'Choose the circumstance of mitigation from the list.');
export const nothingMitigated = (least: string): AppError => field('/mitigationGround', 'not-below', `罚款不低于法定最低额 ${least} 元，不属于减轻处罚，请不要选择减轻情节`, `The fine is not below ${least} yuan: nothing is mitigated. Leave the circumstance out.`);
export const mitigationReasonNeeded = (): AppError => field('/mitigationReason', 'reason', '请写明减轻处罚的事实和理由（10 个字以上）', 'Say why the penalty is mitigated (10 characters or more).');
export const outsideReasonNeeded = (from: string, to: string): AppError => field('/outsideReason', 'reason', `罚款不在裁量幅度 ${from}–${to} 元之内，请写明理由（10 个字以上）`, `The fine is outside the computed range of ${from} to ${to} yuan. Say why (10 characters or more).`);
export const factorsOpen = (keys: readonly string[]): AppError => invalidFields([{ pointer: '/levels', code: 'factors', zh: `裁量因素没有选全或者选错：${keys.join('、')}`, en: `Factors left open or unknown: ${keys.join(', ')}` }]);
export const groundNeeded = (): AppError => field('/ground', 'ground', '不予处罚要选择法定理由', 'Choose the ground for no penalty.');
export const serviceTooEarly = (until: string): AppError => conflict('penalty.announcement-runs', `公告期 ${until} 届满，届满后再登记送达`, `The announcement ends on ${until}. Record the service afterwards.`, { until });
export const noticeFirst = (): AppError => conflict('penalty.notice-first', '作出处罚决定前必须送达事先告知书', 'A notice must be served before a penalty is decided.');
export const statementRuns = (until: string): AppError => conflict('penalty.statement-runs', `陈述申辩和要求听证的期限到 ${until} 届满，当事人没有放弃的，届满后再继续`, `The party may speak until ${until}. Go on afterwards, unless it waives.`, { until });
export const statementUnanswered = (): AppError => conflict('penalty.statement-unanswered', '当事人已陈述申辩，请逐条复核答复后再继续', 'The party has made a statement. Answer it point by point first.');
export const hearingDue = (): AppError => conflict('penalty.hearing-due', '当事人要求了听证，请先举行听证', 'The party has asked for a hearing. Hold it first.');
export const statedAlready = (): AppError => conflict('penalty.stated', '已经提交过陈述申辩或者已经放弃', 'A statement was made or waived already.');
export const statementOver = (until: string): AppError => conflict('penalty.statement-over', `陈述申辩的期限已于 ${until} 届满`, `The period for the statement ended on ${until}.`, { until });
export const noHearingRight = (): AppError => rule('penalty.no-hearing', '这件案子没有达到听证标准，可以提交书面陈述申辩', 'This case does not reach the threshold of a hearing. Make a written statement.');
export const hearingOver = (until: string): AppError => conflict('penalty.hearing-over', `要求听证的期限已于 ${until} 届满`, `The period to ask for a hearing ended on ${until}.`, { until });
export const hearingNotAsked = (): AppError => conflict('penalty.hearing-not-asked', '当事人没有要求听证', 'Nobody has asked for a hearing.');
export const hearingTooSoon = (least: string): AppError => field('/heldOn', 'notice', `听证要提前 7 个工作日通知，最早 ${least} 举行`, `A hearing is told seven working days before: ${least} at the earliest.`);
export const noStatement = (): AppError => conflict('penalty.no-statement', '当事人没有提交陈述申辩，不用答复', 'There is no statement to be answered.');
export const notAtThisStage = (): AppError => conflict('penalty.stage', '案件不在这个环节，请刷新页面', 'The case is not at this stage. Reload the page.');
export const mitigationUnreviewed = (): AppError => conflict('penalty.mitigation-unreviewed', '法制审核时没有这项减轻（情节不同，或者罚款比审核时更低）。请退回补充调查，重新提出处理意见并送法制审核；或者按审核过的情节和金额决定', 'The legal review had no such mitigation before it: another circumstance, or a lower fine than it saw. Send the case back, propose it anew and have it reviewed; or decide as it was reviewed.');
export const reviewFirst = (): AppError => conflict('penalty.review-first', '这件案子要先经过法制审核（达到标准或者减轻处罚），请送法制审核；已经报请决定的，退回后重新送审', 'This case needs a legal review first: it reaches the threshold, or is mitigated. Send it there; from the decision by way of sending it back.');
export const discussionFirst = (): AppError => conflict('penalty.discussion-first', '情节复杂、重大或者减轻处罚的案件，要先登记集体讨论记录', 'A grave or mitigated case is discussed by the heads first. Record the discussion.');
export const heavierAfterDefence = (what: readonly string[]): AppError => rule('penalty.heavier-after-defence', '决定不能比告知书更重（不得因陈述申辩加重处罚）。有新的事实和证据的，退回补充调查后重新告知', 'The decision must not be heavier than the notice. With new facts and evidence, send it back and give notice again.', { what });
export const heavierWithoutNew = (): AppError => rule('penalty.heavier-without-evidence', '当事人陈述申辩之后，没有新的证据不能加重拟处罚内容', 'After a statement, what is proposed can only become heavier on new evidence.');
export const extensionOpen = (): AppError => conflict('penalty.extension-open', '已经有一份延长申请在等批准', 'An extension is waiting to be approved already.');
export const extensionTooLong = (most: number): AppError => field('/days', 'days', `最多延长 ${most} 日`, `At most ${most} days.`);
export const extensionsUsed = (): AppError => rule('penalty.extensions-used', '延长的次数已经用完', 'No further extension is possible.');
export const decidedAlready = (): AppError => conflict('penalty.decided', '已经处理过了，请刷新页面', 'This was decided already. Reload the page.');
export const voucherTaken = (): AppError => field('/voucherNo', 'taken', '这个凭证号已经登记过', 'This voucher was entered already.');
export const paymentAboveDue = (open: string): AppError => field('/yuan', 'above', `金额超过还应缴的 ${open} 元，请核对`, `More than the ${open} yuan still due. Check the amount.`);
export const nothingDue = (): AppError => rule('penalty.nothing-due', '没有需要缴纳的款项', 'Nothing is due.');
export const planWrong = (yuan: string): AppError => field('/plan', 'plan', `各期金额合计应为 ${yuan} 元，日期依次向后，第一期不早于今天`, `The instalments must make ${yuan} yuan, one after the other, from today on.`);
export const contestOpen = (): AppError => conflict('penalty.contest-open', '已经登记了一件尚未结束的复议或诉讼', 'A contest is open already.');
export const stopReasonNeeded = (): AppError => field('/stopReason', 'reason', '复议和诉讼一般不停止执行；停止执行的要写明依据', 'Contests do not stop execution as a rule. Say on what ground this one does.');
export const undoingOpen = (): AppError => conflict('penalty.undoing-open', '已经提出一项撤销、变更、停止公示或者结束执行，等待另一人决定', 'Something was proposed against this decision already and waits for a second person.');
export const changedFineNeeded = (most: string): AppError => field('/changedFineYuan', 'fine', `填写变更后的罚款，低于 ${most} 元`, `Give the fine after the change: below ${most} yuan.`);
export const notPublishable = (): AppError => rule('penalty.not-publishable', '只有已送达、没有撤销的处罚决定可以公开', 'Only a served penalty that was not revoked is published.');
export const publicationRests = (): AppError => rule('penalty.publication-rests', '复议、诉讼停止执行期间不公开；请登记结果后再公开', 'A contest has stopped the decision: record its outcome, then publish.');
export const notReadyToClose = (open: readonly string[]): AppError => conflict('penalty.not-ready-to-close', '还有结案条件没有满足', 'Not everything is done yet.', { open });
export const dailyUnfit = (): AppError => rule('penalty.daily', '按日连续处罚只能对已送达的罚款决定提出，复查日要晚于责令改正送达日', 'A daily penalty follows a served fine; the re-inspection comes after the order.');
export const dailyFirstGone = (): AppError => conflict('penalty.daily-first', '原处罚决定已撤销，不能再作按日连续处罚；请作不予处罚决定', 'The first decision was revoked: no daily penalty stands on it. Decide without a penalty.');
export const dailyLate = (last: string): AppError => field('/reinspectedOn', 'late', `复查应在责令改正送达后的法定期限内进行，最晚 ${last}；已经超过的，请再次责令改正并重新复查`, `The re-inspection is held by ${last}. Later: order the correction again and inspect anew.`);
export const dailyCounted = (): AppError => rule('penalty.daily-counted', '这些日子已经由前一次按日连续处罚计罚，同一日不能重复计罚', 'These days are counted by an earlier daily penalty. No day counts twice.');
export const reminderUnfit = (): AppError => rule('penalty.reminder', '逾期没有缴清才能催告，已有催告书的不再重复催告；数额或者期限变更后，原催告书作废，可以重新催告', 'A reminder is made once, when the payment is overdue; once what is due was changed, it is void and a new one can be made.');
export const courtUnfit = (from: string, until: string): AppError =>
  from < until
    ? rule('penalty.court', `催告期满、复议和起诉期限届满后，在法定期限内才能申请强制执行：${from} 之后，最晚 ${until}`, `An application to the court can be made after ${from}, at the latest on ${until}.`, { from, until })
    : rule('penalty.court', `催告期满后才能申请强制执行：${from} 之后；申请期限 ${until} 届满，届时要写明逾期的正当理由`, `An application can be made after ${from}, when the reminder has had its days; the period ends on ${until}, so it then needs a justification.`, { from, until });
export const nothingOverdue = (): AppError => conflict('penalty.nothing-overdue', '到期的款项已经缴清，或者已批准延期、分期还没有到期，不能申请强制执行', 'Nothing is overdue: it is paid, or was put off and is not due yet. The court is not asked.');
export const reminderFirst = (): AppError => conflict('penalty.reminder-first', '申请强制执行前要先制作并送达催告书', 'Make and serve a reminder first.');
export const reminderAnswerFirst = (): AppError => conflict('penalty.reminder-answer-first', '当事人对催告提出了陈述申辩，请先复核并答复', 'The party made a statement on the reminder. Answer it first.');
export const lateReasonNeeded = (until: string): AppError => field('/lateReason', 'late', `申请期限已于 ${until} 届满。有正当理由的，写明理由，由法院审查；没有的，提出不再申请执行`, `The period ended on ${until}. Give the justification, which the court judges; without one propose to pursue it no more.`);
export const lateReasonMissing = (until: string): AppError => conflict('penalty.late-reason', `申请期限已于 ${until} 届满，请不予批准并说明，由报请人写明正当理由后重新报请`, `The period ended on ${until}. Refuse it and say why; who proposed it adds the justification and proposes it again.`, { until });
export const pursuitOver = (): AppError => conflict('penalty.pursuit-over', '已经决定不再申请执行，或者法院已经终结执行，不能再催告、申请；当事人缴款的，登记缴款', 'It is pursued no more, or the court has ended it: no reminder, no application. What the party pays is entered as a payment.');
export const endUnfit = (why: EndBar): AppError => conflict('penalty.pursuit-end', END_BARS[why].zh, END_BARS[why].en, { why });
/** Between the proposal and the decision something happened on a later day. */
export const endOvertaken = (least: string): AppError => conflict('penalty.pursuit-end-overtaken', `提出之后又有缴款或者办理记录，日期最早只能是 ${least}：请不予批准，由经办人按最新情况重新提出`, `Something happened since it was proposed: the day cannot be before ${least}. Refuse it; the officer proposes it again.`);
export const contestRuns = (): AppError => conflict('penalty.contest-runs', '复议或诉讼还没有结束，结果登记后再申请强制执行', 'A contest runs. Record its outcome, then ask the court.');
export const courtStepUnfit = (possible: readonly string[]): AppError => conflict('penalty.court-step', '法院办理情况的顺序不对，请从列表里选择下一步', 'This does not follow what the court did before. Choose from the list.', { possible });

const END_BARS: Readonly<Record<EndBar, { readonly zh: string; readonly en: string }>> = {
  ended: { zh: '已经结束执行，请刷新页面', en: 'It has ended already. Reload the page.' }, 'nothing-overdue': { zh: '没有到期未缴的款项，不需要结束执行；缴清的直接结案', en: 'Nothing is overdue: there is nothing to end. What is paid is closed.' },
  contest: { zh: '复议或诉讼还没有结束，结果登记后再提出', en: 'A contest runs. Record its outcome first.' }, 'at-court': { zh: '申请已经递交法院：法院终结的，登记终结执行；法院不予受理、不予执行的，先登记法院办理情况，再按“法院不予受理、不予执行”提出', en: 'It is at the court. Where the court has ended it, record that; where it refused it, record the refusal first and propose it on that ground.' },
  'not-refused': { zh: '还没有递交法院，不能按“法院不予受理、不予执行”提出，请选择相应理由', en: 'It is not at the court, so it was not refused there. Choose the ground that fits.' },
  'not-at-court': { zh: '还没有递交法院，不能登记终结执行；不再申请的，提出不再申请执行', en: 'It is not at the court. Where it is pursued no more, propose that.' }, 'period-runs': { zh: '申请期限还没有届满，请在期限内申请；当事人没有财产的，由法院裁定；当事人终止的，选择相应理由', en: 'The period still runs: apply within it, also where the party has no property, which the court finds. Where the party is gone choose that ground.' },
};
