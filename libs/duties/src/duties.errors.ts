import { AppError, invalidFields } from '@huanbao/platform';

export const dutyClosed = (status: string): AppError =>
  new AppError('conflict', 'duty.closed', { zh: '这一项已经完成或不再要求，不用再办', en: 'This duty is done or no longer demanded.' }, { extra: { dutyStatus: status } });

export const dutyNotBegun = (from: string): AppError =>
  new AppError('rule', 'duty.not-begun', { zh: `这一项所属的周期 ${from} 才开始，请在当天或之后办理`, en: `Its period begins on ${from}. It is done on that day or later.` }, { extra: { periodFrom: from } });

export const evidenceNeeded = (): AppError =>
  new AppError('rule', 'duty.evidence-needed', { zh: '这一项手工办结要附佐证文件（例如平台以外的监测报告），请先上传再提交', en: 'Upload the file that shows it (such as a report from outside the platform), then say that it is done.' });

export const foreignEvidence = (): AppError =>
  invalidFields([{ pointer: '/evidenceFileId', code: 'file', zh: '没有找到这份佐证文件，请在这一项里重新上传', en: 'This file was not found. Upload it here again.' }]);

export const doneByReport = (): AppError =>
  new AppError('conflict', 'duty.done-by-report', { zh: '执行报告提交后自动完成，请从“填写执行报告”办理', en: 'It is done by handing in the execution report: fill that in.' });

export const enforcementClosed = (): AppError =>
  new AppError('conflict', 'duty.enforcement-closed', { zh: '这条逾期任务已经办结', en: 'This task is closed already.' });

export const stoppageOverlaps = (): AppError =>
  invalidFields([{ pointer: '/fromOn', code: 'overlap', zh: '与已报告的停产时段重叠，请先查看停产记录，调整起止日期', en: 'It overlaps a reported stoppage. Look at the list and change the days.' }]);

export const stoppageDays = (pointer: '/fromOn' | '/toOn' | '/lastDay', zh: string, en: string): AppError => invalidFields([{ pointer, code: 'day', zh, en }]);

export const stoppageState = (): AppError =>
  new AppError('conflict', 'stoppage.state', { zh: '这次停产已经复产或撤回，不能再改', en: 'This stoppage has ended or was taken back.' });

export const questionAnswered = (): AppError =>
  new AppError('conflict', 'stoppage.question-answered', { zh: '这个问题已经答复过了；需要补充的，请在执行报告里说明或等待再次询问', en: 'This question has its answer already.' });
