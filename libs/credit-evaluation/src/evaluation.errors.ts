import { AppError, FieldProblem, invalidFields } from '@huanbao/platform';
import type { PlanFault } from './rules/plan';

const field = (pointer: string, code: string, zh: string, en: string): AppError => invalidFields([{ pointer, code, zh, en }]);
const rule = (code: string, zh: string, en: string, extra: Record<string, unknown> = {}): AppError => new AppError('rule', code, { zh, en }, { extra });
const conflict = (code: string, zh: string, en: string): AppError => new AppError('conflict', code, { zh, en });

export const yearOutside = (): AppError => field('/year', 'year', '请填写 2013 年至今年之间的年度', 'Choose a year from 2013 to this one.');
export const planWrong = (faults: readonly PlanFault[]): AppError => invalidFields(faults.map(({ pointer, code }): FieldProblem => ({
  pointer: `/${pointer}`, code, zh: code === 'past' ? '截止日期不能早于今天，请改为以后的日期' : '后一阶段的截止日期不能早于前一阶段', en: code === 'past' ? 'This day is over. Choose a later one.' : 'A stage cannot end before the one that precedes it.',
})));
export const yearOpened = (): AppError => conflict('evaluation-year.opened', '这一年度已经开始评价，请在列表中打开', 'The evaluation of this year was opened already; see the list.');
export const yearOverlaps = (): AppError => conflict('evaluation-year.overlaps', '上级或下级地区已经开始这一年度的评价，同一企业一年只评一次，请在那个年度评价中办理', 'A region above or below has opened this year; an enterprise is evaluated once a year. Work there.');
export const noScheme = (): AppError => rule('evaluation-year.no-scheme', '今天没有生效的评价方案，请先在“评价方案”中发布', 'No scheme holds today. Publish one first.');
export const listPublished = (): AppError => conflict('evaluation-year.list-published', '名单已经公布，不能重新计算；可以逐个增加或移出并写明理由', 'The list is published. Add or take off one by one, with a reason.');
export const listNotPublished = (): AppError => conflict('evaluation-year.list-not-published', '请先公布参评名单', 'Publish the list first.');
export const listEmpty = (): AppError => rule('evaluation-year.list-empty', '名单里还没有企业，请先计算或增加', 'Nobody is on the list yet. Compute it or add somebody.');
export const runBusy = (): AppError => conflict('evaluation-year.busy', '上一步还在后台办理，请等它完成后再继续', 'A step is still running. Wait until it is done.');
export const nothingToDo = (): AppError => rule('evaluation-year.nothing', '现在没有可以办理的企业：请先完成前一阶段，公示期满且没有未答复的异议才能审定', 'Nobody is ready for this step. Finish the stage before; approval needs the publicity to be over and objections answered.');
export const notInstead = (): AppError => rule('evaluation-year.not-instead', '审定由督办人员办理；督办人员都参与过的，由参考数据 approve-instead 写明的岗位办理', 'A supervisor approves; where every one of them took part, the post that the dated row approve-instead names.');
export const listedElsewhere = (): AppError => conflict('evaluation-year.listed', '这家企业已经在这一年度的名单上', 'This enterprise is on the list of the year already.');
export const subjectUnfit = (): AppError => field('/subjectId', 'subject', '请选择本辖区的企业', 'Choose an enterprise of your region.');
export const removedAlready = (): AppError => conflict('evaluation-year.removed', '这家企业已经移出名单', 'This enterprise was taken off already.');
export const removedTooLate = (): AppError => conflict('evaluation-year.too-late-to-remove', '已经审定或有异议正在复核，不能移出名单', 'It is approved, or an objection is open; it stays on the list.');
export const removalAskedAlready = (): AppError => conflict('evaluation-year.removal-asked', '已经有人提出移出，等待另一人决定', 'The removal was asked for already and waits for a second person.');
export const removalNotAsked = (): AppError => conflict('evaluation-year.removal-not-asked', '没有等待决定的移出', 'No removal waits for a decision.');
export const removalOwn = (): AppError => rule('evaluation-year.removal-two-persons', '移出由另一人决定，请交给同事', 'Another person decides on the removal. Hand it to a colleague.');
export const volunteeringClosed = (): AppError => conflict('evaluation-year.no-listing', '现在没有正在列名单的年度，请留意通知或联系生态环境部门', 'No list is being drawn up now. Ask the bureau.');

export const indicatorUnknown = (pointer: string): AppError => field(pointer, 'indicator', '没有这一项指标，请从二十一项指标中选择', 'There is no such indicator; choose one of the 21.');
export const answersWrong = (faults: readonly FieldProblem[]): AppError => invalidFields(faults);
export const notOpenForAnswers = (): AppError => conflict('credit-evaluation.answers-closed', '自查自报已经提交或初核已经开始，不能再修改；需要更正的，请联系初核人员退回', 'The report is handed in, or the check has begun. Ask the officer to give it back.');
export const commitmentMissing = (): AppError => field('/commitment', 'commitment', '请确认所报内容真实、准确、完整', 'Confirm that what you report is true, exact and complete.');
export const notYetOverdue = (until: string): AppError => rule('credit-evaluation.not-overdue', `自查自报到 ${until} 截止，企业还可以提交，截止后才能直接初核`, `The enterprise may report until ${until}.`, { until });
export const returnedOnce = (most: number): AppError => rule('credit-evaluation.returned', `已经退回过 ${most} 次，请按掌握的材料初核`, `It was given back ${most} time(s) already. Check by what is there.`);
export const checksMissing = (codes: readonly string[]): AppError => rule('credit-evaluation.checks-missing', `还有 ${codes.length} 项没有核对：第 ${codes.join('、')} 项`, `${codes.length} indicator(s) are not checked: ${codes.join(', ')}.`, { indicators: codes });
export const checkReason = (pointer: string): AppError => field(pointer, 'reason', '改正的，请写明理由（4 个字以上）', 'Say why you change it.');
export const checkValue = (pointer: string): AppError => field(pointer, 'value', '改正的，请填写改正后的取值', 'Give the value that holds instead.');
export const notChecking = (): AppError => conflict('credit-evaluation.not-checking', '这一件不在初核阶段', 'It is not being checked.');
export const yearRunning = (asOf: string): AppError => rule('credit-evaluation.year-running', `评价年度到 ${asOf} 才结束，之后才能完成初核`, `The year ends on ${asOf}; the check is finished afterwards.`, { asOf });
export const samePerson = (): AppError => rule('credit-evaluation.two-persons', '初核、复核和异议复核须由不同的人办理，请交给未参与过这一件的同事', 'Check, review and re-check are done by different persons. Hand it to a colleague who took no part.');
export const correctionMoved = (): AppError => conflict('credit-evaluation.correction-moved', '信用记录又有变化，新的结果和提出时不同，请重新核对后再决定', 'The credit record changed again; compare anew before deciding.');
export const objectionLate = (until: string | null): AppError => rule('credit-evaluation.objection-late', until === null ? '还没有公示，公示后可以提出异议' : `公示期到 ${until} 已经结束，不能再提出异议；仍有意见的，请联系生态环境部门`, until === null ? 'It is not public yet.' : `The publicity ended on ${until}. Ask the bureau if something is still wrong.`, { until });
export const changesMissing = (): AppError => field('/items', 'items', '决定改变结果的，请写明改了哪几项', 'Say which indicators are changed.');
export const changesUnwanted = (): AppError => field('/items', 'items', '维持原结果的，不填改正项', 'Nothing is changed when the result is kept.');
export const letterMissing = (): AppError => conflict('credit-evaluation.no-letter', '反馈书还在制作，请稍后再下载', 'The letter is being drawn. Try again soon.');
export const voluntaryUnknown = (pointer: string): AppError => field(pointer, 'voluntary', '没有这一条自愿行动', 'There is no such voluntary step.');
