import { AppError, invalidFields } from '@huanbao/platform';
import type { EvaluationState } from './evaluation.entity';
import type { Panel } from './rules/panel';

export const planFixed = (): AppError =>
  new AppError('conflict', 'evaluation.plan-fixed', { zh: '任务已发布，评审办法不能再改。确需修改的，请取消后重新发布', en: 'The criteria are fixed since the publication. Cancel and publish anew if they must change.' });

export const lowestNeeded = (): AppError =>
  invalidFields([{ pointer: '/formula', code: 'formula', zh: '政府采购的价格分应采用低价优先法（财政部令第87号第五十五条），请改选“低价优先法”', en: 'Government procurement uses the lowest-price formula. Choose it.' }]);

export const committeeNeeded = ({ name, basis, verified }: Panel): AppError =>
  invalidFields([{
    pointer: '/evaluationPlan', code: 'committee-needed',
    zh: `这项采购依法由${name.zh}评审（${basis}${verified ? '' : '，未核实'}）。请先在任务页填写评审办法，再发布`, en: `By law a ${name.en} judges this procurement (${basis}). Write the criteria on the task page first, then publish.`,
  }]);

export const endNeedsApproval = (): AppError =>
  invalidFields([{
    pointer: '/approvalNumber', code: 'approval-needed',
    zh: '已经开标，这项采购依法由评审组织评审，采购单位不能自行终止（招标投标法第四十二条、实施条例第三十一条；政府采购法第三十六条）。全部报价都不符合要求的，由评审组织否决；因重大变故取消的，请填写批准文号',
    en: 'The bids are open and by law a panel judges them: the client cannot end this by itself. The panel rejects all bids where none meets the requirements; where the procurement is given up, name the approval.',
  }]);

export const noPlan = (): AppError =>
  new AppError('rule', 'evaluation.no-plan', { zh: '本任务没有设评标委员会，请直接在任务页比选定标', en: 'This task has no committee. Compare and award on the task page.' });

export const notOpened = (): AppError =>
  new AppError('conflict', 'evaluation.not-opened', { zh: '开标后才能抽取评标委员会，请先开标', en: 'The committee is drawn after the opening. Open the bids first.' });

export const noOffers = (): AppError =>
  new AppError('rule', 'evaluation.no-offers', { zh: '没有可以评审的有效报价，请在任务页以“不定标”结束', en: 'There is no valid bid to judge. End the task without an award.' });

export const nothingToDraw = (): AppError =>
  new AppError('conflict', 'evaluation.complete', { zh: '评标委员会没有空缺，不需要再抽取', en: 'The committee has no vacancy.' });

export const poolTooSmall = (missing: number): AppError =>
  new AppError('rule', 'evaluation.pool-too-small', { zh: `专家库中符合条件的专家还差 ${missing} 名，请联系生态环境部门补充专家后再抽取`, en: `${missing} matching expert(s) are missing in the pool. Ask the bureau to add some, then draw.` }, { extra: { missing } });

export const representativesNeeded = (count: number): AppError =>
  invalidFields([{ pointer: '/representatives', code: 'representatives', zh: `评审办法规定 ${count} 名企业代表，请填写 ${count} 人的姓名和各自的邮箱`, en: `The plan has ${count} representatives: name each with an own mailbox.` }]);

const STATE_WORDS: Readonly<Record<EvaluationState, { zh: string; en: string }>> = {
  forming: { zh: '组建评标委员会', en: 'forming the committee' },
  checking: { zh: '符合性审查', en: 'reviewing the bids' },
  competition: { zh: '判断竞争性', en: 'judging the competition' },
  scoring: { zh: '专家评分', en: 'scoring' },
  revealed: { zh: '已出评标结果，待公示', en: 'evaluated, publicity to come' },
  publicity: { zh: '中标候选人公示', en: 'publicity of candidates' },
  awarded: { zh: '已定标', en: 'awarded' },
  ended: { zh: '已结束', en: 'ended' },
};

export const evaluationState = (state: EvaluationState): AppError =>
  new AppError('conflict', 'evaluation.wrong-state', { zh: `评审现在是“${STATE_WORDS[state].zh}”，不能这样办理。请刷新页面查看最新进展`, en: `The evaluation stands at “${STATE_WORDS[state].en}”. Reload to see what is possible.` }, { extra: { state } });

export const seatLink = (): AppError =>
  new AppError('not-found', 'evaluation.link', { zh: '评审链接不对或已失效，请使用最近一封邮件里的链接，或联系生态环境部门', en: 'This link is not valid any more. Use the newest mail or ask the bureau.' });

/** Of a bid that is not there as of one whose result the reader may not know yet: the answer does not tell which. */
export const bidUnknown = (): AppError =>
  new AppError('not-found', 'evaluation.bid', { zh: '没有可以查看的这份评审结果：评审意见全部提交前保密，投标机构在候选人公示后看到本机构的结果', en: 'There is no such result to read: findings are sealed until all are in, and a bidder reads its own with the candidates.' });

export const alreadyDeclared = (): AppError =>
  new AppError('conflict', 'evaluation.declared', { zh: '您已经作过声明。如需回避，请填写回避理由', en: 'You have declared already. To step back, give the reason.' });

export const declareFirst = (): AppError =>
  new AppError('conflict', 'evaluation.declare-first', { zh: '请先作出利益关系声明', en: 'Declare your interests first.' });

export const waitForExplanation = (due: Date): AppError =>
  new AppError('conflict', 'evaluation.explanation-open', { zh: '有报价正在书面说明低价原因，收到说明或期限届满后才能提交评分。可以先保存', en: 'A low price is being explained. Hand in once the explanation has come or its time is over; save meanwhile.' }, { extra: { due: due.toISOString() } });

export const explanationLate = (): AppError =>
  new AppError('conflict', 'evaluation.explanation-late', { zh: '书面说明的期限已过或已经提交过，不能再改', en: 'The time for the explanation is over, or it was given.' });

export const publicityRunning = (until: Date | null, paused: boolean): AppError =>
  new AppError('conflict', 'evaluation.publicity-running', paused
    ? { zh: '有异议尚未答复，公示期暂停，暂不能定标。请先答复异议', en: 'An objection waits for its answer; the clock stands. Answer it first.' }
    : { zh: '公示期未满，暂不能定标。请在公示期满后再定标', en: 'The publicity is not over yet. Award when it is.' }, { extra: { until: until?.toISOString() ?? null, paused } });

export const awardNeedsEvaluation = (): AppError =>
  new AppError('conflict', 'evaluation.award-first', { zh: '本任务须经评标委员会评审和候选人公示后才能定标。请到“评审”页办理', en: 'This task is awarded after evaluation and publicity. Go on at its evaluation page.' });

export const notCandidate = (): AppError =>
  new AppError('rule', 'evaluation.not-candidate', { zh: '只能从公示的中标候选人中定标，且不能选定经异议查实不合格的候选人', en: 'Choose among the published candidates that no upheld objection has taken off.' });

export const nextNeedsReason = (): AppError =>
  invalidFields([{ pointer: '/reason', code: 'reason', zh: '不选第一候选人的，请写明理由，至少 10 个字（招标投标法实施条例第五十五条）', en: 'Not the first candidate: say why in at least 10 characters.' }]);

export const rulingFirst = (): AppError =>
  new AppError('conflict', 'evaluation.ruling-pending', { zh: '取消中选的异议正在由主管部门处理。请等处理决定作出后，再答复异议成立，或者对投诉作出处理', en: 'A cancelled award is before the bureau. Uphold the objection, or order what follows from a complaint, once it has ruled.' });

export const lockedScores = (pointer: string): AppError =>
  invalidFields([{ pointer, code: 'locked', zh: '本次只重新评指定的评审项，其余得分和低价判断保持原样，请刷新页面', en: 'Only the named criteria are scored again; everything else stands. Reload the page.' }]);

export const representativesAnew = (names: readonly string[]): AppError =>
  invalidFields([{ pointer: '/representatives', code: 'same-person', zh: `重新评审须另组评审小组，${names.join('、')}参加过上次评审，请换人`, en: `Another panel judges anew: ${names.join(', ')} took part before. Name somebody else.` }]);

export const objectionLate = (): AppError =>
  new AppError('conflict', 'evaluation.objection-late', { zh: '只能在公示期内提出异议。公示期外的，可依法向监督部门投诉', en: 'Objections are raised during the publicity. Later, complain to the supervising authority.' });

export const objectionOpen = (): AppError =>
  new AppError('conflict', 'evaluation.objection-open', { zh: '您的上一个异议还没有答复，请等待答复后再提', en: 'Your last objection has not been answered yet.' });

export const expertMailbox = (): AppError =>
  invalidFields([{ pointer: '/email', code: 'taken', zh: '这个邮箱已登记为另一位专家，请核对', en: 'Another expert has this mailbox.' }]);
