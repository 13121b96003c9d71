import { AppError, invalidFields } from '@huanbao/platform';
import type { MaterialView } from '../life/life.view';

export const unknownGround = (): AppError =>
  invalidFields([{ pointer: '/ground', code: 'ground', zh: '请从列出的法定情形中选择', en: 'Choose among the grounds of the law.' }]);

export const secondPersonRefuses = (): AppError =>
  new AppError('rule', 'permit-request.second-person', { zh: '不予办理由两人作出：您已经提出，请由另一名审批人员审定', en: 'A refusal takes two: you put it forward, so another officer decides.' });

export const noRefusal = (): AppError =>
  new AppError('conflict', 'permit-request.no-refusal', { zh: '没有人提出不予办理，请刷新页面', en: 'No refusal was put forward. Reload the page.' });

export const requestOpen = (caseId: string): AppError =>
  new AppError('conflict', 'permit-request.open', { zh: '这张许可证已有在办的补领或注销，请等它办结', en: 'A request for this permit is in progress. Wait for it.' }, { extra: { caseId } });

/** One decision at a time: two would end one permit twice, and the second could never be served. */
export const measureOpen = (caseId: string): AppError =>
  new AppError('conflict', 'permit-measure.open', { zh: '这张许可证的撤销、吊销、撤回或者依职权注销正在办理，请等它办结', en: 'A measure against this permit is in progress. Wait for it.' }, { extra: { caseId } });

export const evidenceMissing = (): AppError =>
  invalidFields([{ pointer: '/evidence', code: 'evidence', zh: '还没有上传证据，请至少上传一份再提交', en: 'There is no evidence. Upload one file at least, then submit.' }]);

export const notExpired = (validTo: string): AppError =>
  new AppError('rule', 'permit.not-expired', { zh: `许可证有效期至 ${validTo}，还没有届满，不能按“届满未延续”注销`, en: `The permit is valid to ${validTo}; it has not expired.` });

export const expiredNotReissued = (validTo: string): AppError =>
  new AppError('rule', 'permit.expired-not-reissued', { zh: `许可证已于 ${validTo} 届满，不能补领；继续排污须重新申请排污许可证（排污许可管理条例第十四条、第十五条）`, en: `The permit expired on ${validTo} and cannot be reissued. To go on discharging, apply for a new one (“重新申请”).` }, { extra: { validTo } });

export const renewalWaits = (submittedOn: string): AppError =>
  new AppError('rule', 'permit.renewal-waits', { zh: `延续申请已于 ${submittedOn} 提出，还没有决定，不能按“届满未延续”注销；请先对延续申请作出决定（行政许可法第五十条）`, en: `A renewal was asked for on ${submittedOn} and is not decided. Decide on it first (Licensing Law art. 50).` });

export const dayAhead = (): AppError =>
  invalidFields([{ pointer: '/occurredOn', code: 'date', zh: '日期不能晚于今天，请核对', en: 'The day cannot lie ahead. Check it.' }]);

/** Each paper that is not there, by its place and its name. */
export const papersMissing = (missing: readonly MaterialView[]): AppError =>
  invalidFields(missing.map(({ kind, label, note }) => ({
    pointer: `/papers/${kind}`, code: 'paper', zh: `还没有上传“${label.zh}”${note ? `（${note.zh}）` : ''}，请上传后再提交`, en: `“${label.en}” is missing${note ? ` (${note.en})` : ''}. Upload it, then submit.`,
  })));
