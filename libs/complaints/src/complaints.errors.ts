import { AppError, invalidFields } from '@huanbao/platform';

const field = (pointer: string, code: string, zh: string, en: string): AppError => invalidFields([{ pointer, code, zh, en }]);

export const tooManyReports = (retryAfterSeconds: number): AppError =>
  new AppError('too-many', 'complaint.too-many', { zh: '这个网络短时间内提交的举报太多，请稍后再试；情况紧急请拨打 12369', en: 'Too many reports from this network. Try again later; if it is urgent, call 12369.' }, { extra: { retryAfterSeconds } });
export const pointIncomplete = (): AppError => field('/lat', 'point', '经度和纬度要一起填写，或者都不填', 'Give longitude and latitude together, or neither.');
export const outsideCity = (): AppError => field('/lat', 'outside', '这个位置不在本市范围内，请在地图上重新选择，或只写文字', 'This place lies outside the city. Choose another, or describe it in words only.');
export const inTheFuture = (): AppError => field('/happenedOn', 'future', '发生日期不能晚于今天', 'The day it happened must not be after today.');
export const phoneNeeded = (): AppError => field('/phone', 'phone', '需要回电的，请留下电话；不想留电话，可以用编号和查询码查看答复', 'Leave a phone number to be called back, or read the answer with number and code.');
export const externalTaken = (): AppError => field('/externalNumber', 'taken', '这个来件编号已经登记过，请在列表里搜索', 'This number was registered already. Search the list.');
export const outsideRegion = (): AppError => field('/regionCode', 'region', '行政区划不在本单位辖区内', 'This region is not yours.');

export const complaintFileKind = (): AppError => new AppError('unsupported-media', 'complaint.file-kind', { zh: '只收照片（JPG、PNG）和 PDF', en: 'Photos (JPG, PNG) and PDF only.' });
export const complaintFilesFull = (most: number): AppError => new AppError('rule', 'complaint.files-full', { zh: `一件举报最多附 ${most} 个文件`, en: `At most ${most} files with one report.` });
export const complaintFileMissing = (): AppError => field('/file', 'file', '请选择要上传的照片', 'Choose a photo.');
export const complaintEnded = (): AppError => new AppError('conflict', 'complaint.ended', { zh: '这件举报已经办结，不能再补充材料；有新情况请重新举报', en: 'This complaint is closed. Report anew if something has happened.' });
export const notToBeRated = (): AppError => new AppError('conflict', 'complaint.not-answered', { zh: '还没有答复，答复后可以评价', en: 'There is no answer yet. You can rate it afterwards.' });
export const ratedAlready = (): AppError => new AppError('conflict', 'complaint.rated', { zh: '已经评价过了，每件举报评价一次', en: 'You have rated it already; once for each report.' });

export const parentUnfit = (): AppError => field('/parentId', 'parent', '请选择本辖区内另一件还没有办结的举报；已经办结的不能再并入', 'Choose another complaint of your region that is still open; nothing is merged into a closed one.');
export const parentOther = (): AppError => field('/parentId', 'other', '这两件的类型或者地点不同，不能合并；填写有误的，请先核对类型和地点', 'They differ in subject or place and are not merged. Put subject and place right first where they are wrong.');
export const enterpriseUnfit = (): AppError => field('/enterpriseId', 'enterprise', '企业不存在、未核验或不在本辖区，请重新选择', 'The enterprise does not exist, is not verified or lies outside your region.');
export const extensionTooLong = (most: number): AppError => field('/days', 'days', `最多延长 ${most} 日`, `At most ${most} days.`);
export const extendedAlready = (): AppError => new AppError('rule', 'complaint.extended', { zh: '办理期限只能延长一次', en: 'The period can be extended once.' });
export const extensionAsked = (): AppError => new AppError('conflict', 'complaint.extension-asked', { zh: '这一轮已经申请延期，等待审批', en: 'More time was asked for already and is to be decided.' });
export const extensionNotAsked = (): AppError => new AppError('conflict', 'complaint.extension-not-asked', { zh: '没有待审批的延期申请；由办理人先写明天数和理由', en: 'Nobody has asked for more time; who handles it asks first, with days and reasons.' });
export const notBeingHandled = (): AppError => new AppError('conflict', 'complaint.not-handled', { zh: '只有办理中的举报可以延期', en: 'Only what is being handled can be extended.' });
export const samePerson = (): AppError => new AppError('rule', 'complaint.same-person', { zh: '要由另一个人决定：您是这一轮的办理人、答复人，或者已经判断过', en: 'Somebody else has to decide: you handled, answered or judged it.' });
export const disputeInstead = (): AppError => field('/satisfaction', 'dissatisfied', '举报人不满意的，请登记不满意意见，由另一个人判断；不能直接办结', 'Enter the dissatisfaction: somebody else judges it, and it is not closed now.');
export const noCallBackReason = (): AppError => field('/noCallBackReason', 'needed', '实名举报要告知结果；没有联系上的，请写明原因', 'Who gave a name is told the result. Say why this reporter was not reached.');
export const namedUntold = (numbers: readonly string[]): AppError =>
  new AppError('rule', 'complaint.named-untold', { zh: `并入本件的实名举报还没有告知结果：${numbers.join('、')}。请先在各件上登记回访`, en: `Reporters who gave a name were not told yet: ${numbers.join(', ')}. Enter their call backs first.` }, { extra: { numbers } });
export const notToBeCalled = (): AppError => new AppError('conflict', 'complaint.not-to-be-called', { zh: '并入的那一件还没有答复，或者本件没有合并', en: 'The one it was merged into has no answer yet, or it was not merged.' });
const BARS = {
  'not-answered': { zh: '现在没有答复可以提出不满意', en: 'There is no answer now to be dissatisfied with.' },
  open: { zh: '您的不满意意见已经收到，等待答复', en: 'Your dissatisfaction has arrived and will be answered.' },
  late: { zh: '提出不满意的期限已过；有新情况的，请重新举报', en: 'The time for it is over. Report anew if something has happened.' },
  over: { zh: '已经复查过。对复查意见不服的，可以向上一级机关请求复核', en: 'It was reviewed. The next way is the higher authority (复核).' },
} as const;
export const disputeBarred = (why: keyof typeof BARS): AppError => new AppError('conflict', 'complaint.not-disputable', BARS[why], { extra: { why } });
export const reasonForDispute = (): AppError => field('/words', 'needed', '请写明为什么不满意，至少 5 个字', 'Say why you are not satisfied, in 5 characters at least.');
export const callBackNeeded = (): AppError => field('/words', 'words', '请写回访情况；未能联系上的，写明联系的时间和方式', 'Say what the reporter said, or how and when you tried.');
export const noInformant = (): AppError => new AppError('rule', 'complaint.no-informant', { zh: '举报人没有留下姓名和电话', en: 'The reporter left neither name nor phone.' });

export const routeBackwards = (): AppError => field('/effectiveTo', 'order', '结束日期不能早于开始日期', 'The last day must not be before the first.');
export const routeSubject = (): AppError => field('/subject', 'subject', '请选择举报类型，或选“全部类型”', 'Choose a subject, or all of them.');
export const complaintPeriod = (): AppError => field('/to', 'order', '结束日期不能早于开始日期，最长两年', 'The last day must not be before the first; two years at most.');
