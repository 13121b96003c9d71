import { AppError, FieldProblem, invalidFields } from '@huanbao/platform';

const field = (pointer: string, code: string, zh: string, en: string): AppError => invalidFields([{ pointer, code, zh, en }]);

export const parkNameTaken = (): AppError => field('/name', 'taken', '本地区已有同名园区，请换一个名称或修改已有的园区', 'There is a park of this name in the region: choose another name or edit that one.');
export const parkEnterpriseUnknown = (nth: number): AppError => field(`/enterpriseIds/${nth}`, 'unknown', '企业不存在、未核验或不在本辖区，请重新选择', 'The enterprise does not exist, is not verified or lies outside your region. Choose again.');

export const firmUnknown = (): AppError => field('/firmId', 'firm', '机构不存在或未通过核验，请重新选择', 'The firm does not exist or is not verified. Choose again.');
type Words = { readonly zh: string; readonly en: string };
const all = (reasons: readonly Words[]): Words => ({ zh: reasons.map(one => one.zh).join('；'), en: reasons.map(one => one.en).join('; ') });

export const firmNotOfferable = (reasons: readonly Words[]): AppError => field('/firmId', 'firm-standing', `这家机构现在不能担任环保管家：${all(reasons).zh}。请另选机构，或等原因消除后再发起`, `This firm cannot be the steward now: ${all(reasons).en}. Choose another, or wait until the reason is gone.`);

export const firmNotFit = (reasons: readonly Words[]): AppError =>
  new AppError('rule', 'retainer.firm-standing', { zh: `机构现在不能担任环保管家：${all(reasons).zh}。原因消除后再办理；不再继续的，由委托方撤回或由机构谢绝`, en: `The firm cannot be the steward now: ${all(reasons).en}. Go on when the reason is gone; else the client withdraws the offer or the firm declines it.` }, { extra: { reasons } });

export const parkMissing = (): AppError => field('/parkId', 'park', '请选择本单位管理的园区，园区内至少要有一家企业', 'Choose a park that you keep, with at least one enterprise.');
export const parkForeign = (): AppError => field('/parkId', 'park', '企业为本单位签订，不选园区；园区由管理单位签订', 'An enterprise offers for itself, without a park.');
export const periodBackwards = (): AppError => field('/to', 'order', '结束日期不能早于开始日期，请改晚一些', 'The last day must not be before the first. Choose a later one.');
export const spanWrong = (): AppError => field('/endsOn', 'span', '服务期止应晚于服务期起且不早于今天，最长三年。请修改日期', 'The last day lies after the first, not before today, and at most three years on.');
export const contractWrong = (): AppError => field('/contractId', 'contract', '合同不存在、未生效，或双方与这里不一致。请选择与该机构履行中的合同，或不填', 'No contract in force between the two of you. Choose one, or leave it empty.');
export const retainerExists = (): AppError => new AppError('conflict', 'retainer.overlap', { zh: '这段时间已有一份环保管家服务（待接受或履行中）。请先结束它，或改动服务期', en: 'There is a retainer for these days already. End it first, or change the period.' });
export const retainerState = (): AppError => new AppError('conflict', 'retainer.wrong-state', { zh: '这份服务的状态已变化，不能再办理这一步。请刷新页面查看', en: 'The retainer has moved on: this step is no longer possible. Reload the page.' });
export const endingState = (): AppError => new AppError('conflict', 'retainer.ending', { zh: '已有或没有待处理的终止申请，或应由对方答复。请刷新页面查看', en: 'There is a wish to end already, or none, or it is for the other side to answer. Reload the page.' });
export const noticeTooShort = (earliest: string): AppError => field('/on', 'notice', `按约定须提前通知，最早可终止的日期是 ${earliest}；也可以与对方协商提前终止`, `With the notice agreed on, the earliest last day is ${earliest}; or agree on an earlier one.`);
export const endDayWrong = (endsOn: string): AppError => field('/on', 'end-day', `终止日期应在今天之后、服务期止（${endsOn}）之前`, `The day lies between today and the end of the period (${endsOn}).`);
export const memberState = (): AppError => new AppError('conflict', 'retainer.member-state', { zh: '本单位的同意状态已变化，请刷新页面查看', en: 'Your consent has changed meanwhile. Reload the page.' });
export const clientIsMember = (): AppError => new AppError('rule', 'retainer.client-member', { zh: '本单位就是委托方，退出请办理终止', en: 'You are the client: end the retainer instead.' });

export const notCaredFor = (): AppError => field('/enterpriseId', 'member', '该企业没有同意由本机构服务，或服务未生效。请先取得企业同意', 'This enterprise has not consented, or the retainer is not in force.');
export const visitorUnknown = (): AppError => field('/visitorId', 'visitor', '巡查人员应是本机构的成员，请重新选择', 'The visitor belongs to your firm. Choose again.');
export const visitDay = (pointer: string, from: string, to: string): AppError => field(pointer, 'day', `日期应在 ${from} 至 ${to} 之间`, `The day lies between ${from} and ${to}.`);
export const topicUnknown = (nth: number): AppError => field(`/topics/${nth}`, 'topic', '检查主题不在清单库中，请重新选择', 'The library has no such topic. Choose again.');
export const visitClosed = (): AppError => new AppError('conflict', 'steward-visit.closed', { zh: '这次巡查已有记录或已取消，请刷新页面查看', en: 'This visit was recorded or cancelled already. Reload the page.' });
export const visitPassed = (): AppError => new AppError('conflict', 'steward-visit.passed', { zh: '计划日期已过，不能改期或取消；请补做巡查并如实填写日期', en: 'The planned day has passed: it is neither moved nor cancelled. Hold the visit and say when.' });
export const stewardPhotoNeeded = (): AppError => field('/fileId', 'photo', '请先把照片（JPG、PNG）上传到这里，再登记', 'Upload the photo (JPG, PNG) to this visit first.');
export const filesForeign = (): AppError => field('/fileIds', 'files', '文件不存在或不属于这里，请重新上传', 'A file does not exist or does not belong here. Upload it again.');

const GAPS = {
  answer: ['还有检查项没有作答，请逐项选择', 'Answer each item.'],
  unknown: ['检查项不在本次清单中、重复，或不是问题却填写了问题单。请核对', 'Not an item of this list, answered twice, or a finding where there is no problem.'],
  remark: ['发现问题的，请用至少 4 个字写明情况', 'Say in at least four characters what the problem is.'],
  finding: ['发现问题的，请填写位置、程度、建议和整改期限', 'A problem needs place, severity, advice and a due day.'],
  due: ['整改期限不能早于巡查日期', 'The due day does not lie before the visit.'],
} as const;

export const recordNotWhole = (gaps: readonly { readonly pointer: string; readonly gap: keyof typeof GAPS }[]): AppError =>
  invalidFields(gaps.map(({ pointer, gap }): FieldProblem => ({ pointer, code: gap, zh: GAPS[gap][0], en: GAPS[gap][1] })));

export const findingState = (): AppError => new AppError('conflict', 'steward-finding.wrong-state', { zh: '这个问题的状态已变化，请刷新页面查看', en: 'This finding has moved on. Reload the page.' });

export const findingServed = (): AppError =>
  new AppError('rule', 'steward-finding.served', { zh: '服务还在进行，问题由机构复查后办结。请先答复整改情况', en: 'The service goes on: the firm re-checks and closes. Answer with what was mended first.' });

export const reportState = (): AppError => new AppError('conflict', 'steward-report.wrong-state', { zh: '月报的状态已变化，不能再办理这一步。请刷新页面查看', en: 'The report has moved on: this step is no longer possible. Reload the page.' });
export const reportMonth = (): AppError => field('/month', 'month', '只能编写服务期内已经结束的月份', 'Only a month of the period that has ended.');
export const reportExists = (): AppError => new AppError('conflict', 'steward-report.exists', { zh: '这个月的月报已在编写或已签发。需要更正的，请在该月报上出新版本', en: 'The report of this month exists. Make a new version of it.' });
export const paperPending = (): AppError => new AppError('conflict', 'steward-report.paper-pending', { zh: '月报 PDF 正在生成，请稍后再下载', en: 'The PDF is being drawn. Try again shortly.' }, { extra: { retryAfterSeconds: 5 } });
