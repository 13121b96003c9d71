import { AppError, FieldProblem, invalidFields } from '@huanbao/platform';
import type { CheckedRow } from './monitoring/report-sheet.view';

export const noPermitOn = (day: string): AppError =>
  invalidFields([noPermitProblem(day)]);

export const noPermitProblem = (day: string): FieldProblem => ({
  pointer: '/businessDate', code: 'before-permit', zh: `${day} 时许可证还没有生效，请核对日期`, en: `No permit held on ${day}. Check the date.`,
});

export const unknownItem = (key: string): FieldProblem => ({
  pointer: '/itemKey', code: 'item', zh: `许可证当天没有“${key}”这一项台账，请从台账清单中选择`, en: `The permit of that day has no ledger item “${key}”. Choose one of the list.`,
});

export const alreadyCorrected = (id: string): AppError =>
  new AppError('conflict', 'ledger.already-corrected', { zh: '这条记录已经更正过，请在最新的一条上更正', en: 'This entry has been corrected already. Correct the newest one.' }, { extra: { entryId: id } });

export const slotTaken = (entryId: string): FieldProblem & { readonly entryId: string } => ({
  pointer: '/businessDate', code: 'taken', zh: '这一天（班）已经记录过，内容与本次不同；要修改请对原记录作更正并写明原因', en: 'This day (shift) has an entry with other content. Correct that entry and give the reason.', entryId,
});

export const tooManyRows = (most: number): AppError =>
  invalidFields([{ pointer: '/rows', code: 'max', zh: `一次最多 ${most} 行，请分批提交`, en: `At most ${most} rows at once: send several batches.` }]);

export const nothingEntered = (): AppError =>
  invalidFields([{ pointer: '/data', code: 'empty', zh: '请至少填写一项内容', en: 'Enter at least one value.' }]);

export const resultTaken = (resultId: string): FieldProblem & { readonly resultId: string } => ({
  pointer: '/sampledAt', code: 'taken', zh: '这个点位、因子在这一时间已有一条不同的结果；要修改请对原结果作更正并写明原因', en: 'This place and pollutant has another result of that time. Correct that one and give the reason.', resultId,
});

export const resultCorrected = (id: string): AppError =>
  new AppError('conflict', 'monitoring.already-corrected', { zh: '这条结果已经更正过，请在最新的一条上更正', en: 'This result has been corrected already. Correct the newest one.' }, { extra: { resultId: id } });

export const foreignReport = (): FieldProblem => ({
  pointer: '/reportFileId', code: 'file', zh: '没有找到这份监测报告，请重新上传', en: 'This report was not found. Upload it again.',
});

export const exceedanceWithdrawn = (): AppError =>
  new AppError('conflict', 'exceedance.withdrawn', { zh: '对应的结果已经更正，不再超标，无需说明', en: 'The result was corrected and no longer exceeds: nothing is to be explained.' });

export const restoredTooEarly = (): AppError =>
  invalidFields([{ pointer: '/restoredOn', code: 'date', zh: '恢复达标的日期应在采样日当天或之后，且不在将来', en: 'The day of recovery lies on or after the day of the sample, and not in the future.' }]);

export const readingTaken = (): FieldProblem => ({
  pointer: '/at', code: 'taken', zh: '这一小时（日）已有不同的数据；要修改请附 reason 说明原因', en: 'This hour (day) has other data. Send a reason to correct it.',
});

export const unknownPlace = (): AppError =>
  invalidFields([{ pointer: '/pollutant', code: 'pollutant', zh: '监测方案里没有这个排放口的这个因子，请从列表中选择', en: 'The plan has no such pollutant at that outlet. Choose one of the list.' }]);

export const sheetTaken = (at: Date): AppError =>
  new AppError('conflict', 'monitoring.sheet-taken', { zh: '这份结果表已经录入过，不能再录。要修改请对单条结果作更正', en: 'These results were taken over already. Correct single results instead.' }, { extra: { takenAt: at.toISOString() } });

const SHOWN = 20;

export const sheetWrong = (rows: readonly Pick<CheckedRow, 'line' | 'problems'>[]): AppError =>
  new AppError('rule', 'monitoring.sheet-wrong', { zh: `有 ${rows.length} 行不能录入，全部没有录入。请让机构改正后重新提交，或逐条手工录入`, en: `${rows.length} rows cannot be entered, so none was. Let the firm mend and hand it in again, or enter results one by one.` }, { extra: { rows: rows.slice(0, SHOWN).map(({ line, problems }) => ({ line, addresses: problems.map(one => one.address) })) } });

export const noResultSheet = (): AppError =>
  new AppError('rule', 'monitoring.sheet-empty', { zh: '表里没有结果，请让机构填写后重新提交', en: 'The workbook holds no results. Let the firm fill it in and hand it in again.' });

export const sheetUnreadable = (): AppError =>
  new AppError('conflict', 'monitoring.sheet-unreadable', { zh: '这张结果表的文件读不出来，请让机构重新提交', en: 'The file of this workbook cannot be read. Let the firm hand it in again.' });
