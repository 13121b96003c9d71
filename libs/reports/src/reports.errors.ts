import { AppError, invalidFields } from '@huanbao/platform';

export const notReportDuty = (): AppError =>
  invalidFields([{ pointer: '/dutyId', code: 'duty', zh: '这一项不是执行报告，请从“证后事项”选择年报、季报或月报', en: 'This duty is no execution report. Choose one from the duties.' }]);

export const dutyExcused = (): AppError =>
  new AppError('rule', 'report.duty-excused', { zh: '这一期不要求单独报告（并入下一期或已由主管部门免除），请填写下一期', en: 'This period is reported with the next one or was excused. Fill in the next report.' });

export const reportExists = (reportId: string): AppError =>
  new AppError('conflict', 'report.exists', { zh: '这一期的报告已经开始填写，请继续填写那一份', en: 'The report of this period has been begun. Continue that one.' }, { extra: { reportId } });

export const reportSealed = (): AppError =>
  new AppError('conflict', 'report.sealed', { zh: '报告已提交，现在不能修改；需要更正的，请先说明理由“更正报告”', en: 'The report was handed in and cannot be changed now. To amend it, give the reason first.' });

export const periodRunning = (periodTo: string): AppError =>
  new AppError('rule', 'report.period-running', { zh: `报告期 ${periodTo} 结束，请在期满后提交；现在可以先填写`, en: `The period ends on ${periodTo}. It is handed in after that; you can fill it in now.` }, { extra: { periodTo } });

export const partsOpen = (parts: readonly { readonly zh: string; readonly en: string }[]): AppError =>
  new AppError('rule', 'report.parts-open', { zh: `还有 ${parts.length} 部分没有填完：${parts.map(one => one.zh).join('、')}`, en: `${parts.length} part(s) are not complete: ${parts.map(one => one.en).join(', ')}.` });

export const checkNeeded = (state: 'none' | 'running' | 'outdated'): AppError =>
  new AppError('rule', 'report.check-needed', {
    zh: state === 'running' ? '自动校核正在进行，请等它完成后再提交' : state === 'outdated' ? '校核之后报告内容、日期或者平台的记录有变化，请重新校核再提交' : '请先进行自动校核，再提交',
    en: state === 'running' ? 'The check is running. Wait for it.' : state === 'outdated' ? 'Content, day or records changed after the check. Run it again.' : 'Run the check before handing in.',
  }, { extra: { check: state } });

export const errorsOpen = (count: number): AppError =>
  new AppError('rule', 'report.errors-open', { zh: `自动校核有 ${count} 处错误，请改正后再提交`, en: `The check found ${count} error(s). Mend them first.` }, { extra: { errors: count } });

export const warningsUnexplained = (count: number): AppError =>
  new AppError('rule', 'report.warnings-unexplained', { zh: `还有 ${count} 处疑问没有说明，请改正或写明原因`, en: `${count} question(s) are not explained. Mend them or say why.` }, { extra: { warnings: count } });

export const reportCommitmentNeeded = (): AppError =>
  invalidFields([{ pointer: '/commitment', code: 'commitment', zh: '请阅读承诺并勾选后提交', en: 'Read and tick the commitment before handing in.' }]);

export const reportCommitmentAwaited = (): AppError =>
  new AppError('rule', 'report.commitment-awaited', {
    zh: '授权委托里没有“签章”，承诺要由企业管理员签署。请通知企业在核对页签署后再提交；签署后内容有改动的，需要重新签署',
    en: 'Your mandate does not cover signing: ask the enterprise to sign on the check page, then hand it in.',
  });

export const strangeFiles = (pointers: readonly string[]): AppError =>
  invalidFields(pointers.map(pointer => ({ pointer, code: 'file', zh: '附件不存在或不属于本报告，请重新上传', en: 'The file does not exist or belongs elsewhere. Upload it again.' })));

export const notDiscardable = (): AppError =>
  new AppError('conflict', 'report.not-discardable', { zh: '报告已经提交过，依法留存，不能删除；内容有误的，请“更正报告”', en: 'The report was handed in and is kept by law. Amend it where it is wrong.' });

export const notHandedIn = (): AppError =>
  new AppError('conflict', 'report.not-submitted', { zh: '这份报告现在不在审核中，不能办理', en: 'This report does not wait for a decision now.' });

export const noSuchCopy = (): AppError =>
  new AppError('conflict', 'report.no-such-copy', { zh: '报告还没有这一次提交，请在“历次提交”里选择已有的一次；只提交过一次的，没有可以比较的', en: 'The report has no such copy handed in. Choose one from its history; with a single copy there is nothing to compare.' });

export const notAmendable = (): AppError =>
  new AppError('conflict', 'report.not-amendable', { zh: '报告还没有提交或正在修改，直接修改即可', en: 'The report was not handed in or is being changed already.' });

export const notAmending = (): AppError =>
  new AppError('conflict', 'report.not-amending', { zh: '这份报告现在没有在更正，没有可以撤回的', en: 'The report is not being amended: there is nothing to withdraw.' });

export const nothingToReturnTo = (): AppError =>
  new AppError('conflict', 'report.copy-void', { zh: '上一次提交的签署已被认定不成立，没有可以恢复的报告，请更正后重新提交', en: 'The copy handed in before does not count: there is none to return to. Amend and hand in again.' });

export const qualitiesUnjudged = (pointers: readonly string[]): AppError =>
  invalidFields(pointers.map(pointer => ({ pointer, code: 'quality', zh: '请判断是否符合；不符合的写明情况', en: 'Judge it; say what is wrong where it is not met.' })));

export const unmetQualities = (): AppError =>
  new AppError('rule', 'report.qualities-unmet', { zh: '完整、合规、准确有不符合的，请退回更正；及时性不符合不影响接收', en: 'Where it is not complete, compliant or accurate, return it. Being late alone does not hinder acceptance.' });

export const strangePlaces = (pointers: readonly string[]): AppError =>
  invalidFields(pointers.map(pointer => ({ pointer, code: 'place', zh: '报告里没有这个位置，请从报告中重新选择', en: 'The report has no such place. Choose it from the report.' })));

export const findingGone = (): AppError =>
  new AppError('conflict', 'report.finding-gone', { zh: '校核已经更新，请刷新后再写说明', en: 'The check was run again. Reload before explaining.' });
