import { AppError, invalidFields } from '@huanbao/platform';
import type { ImportState } from './import.entity';

const WHAT: Readonly<Record<ImportState, { zh: string; en: string }>> = {
  judging: { zh: '正在核对', en: 'being checked' }, unreadable: { zh: '没有读成', en: 'not readable' }, judged: { zh: '已核对，等待导入', en: 'checked' }, applying: { zh: '正在导入', en: 'being imported' },
  applied: { zh: '已导入', en: 'imported' }, undoing: { zh: '正在撤回', en: 'being taken back' }, undone: { zh: '已撤回', en: 'taken back' }, discarded: { zh: '已放弃', en: 'discarded' },
};

export const importState = (state: ImportState, possible: readonly string[]): AppError =>
  new AppError('conflict', 'permit-import.state', { zh: `这一批${WHAT[state].zh}，现在不能这样做，请刷新后再看`, en: `This list is ${WHAT[state].en}; that cannot be done now. Reload the page.` }, { extra: { state, possible } });

export const rowsRefused = (count: number): AppError =>
  new AppError('rule', 'permit-import.rows-refused', { zh: `有 ${count} 行没有通过核对，不能整批导入。请下载标注好的表格改正后重新上传，或选“只导入正确的行”`, en: `${count} line(s) did not pass, so the list cannot be taken as a whole. Mend the marked workbook, or import the good lines only.` }, { extra: { refused: count } });

export const nothingToImport = (): AppError =>
  new AppError('rule', 'permit-import.nothing', { zh: '没有需要导入的行：都与平台一致，或没有通过核对', en: 'No line to import: all agree with the platform or did not pass.' });

export const builtOn = (used: readonly { number: string; why: string }[], count: number): AppError =>
  new AppError('conflict', 'permit-import.built-on', { zh: `有 ${count} 张许可证导入后已经办过事（${used.map(one => `${one.number}：${one.why}`).join('；')}${count > used.length ? ' 等' : ''}），这一批不能撤回。个别有误的，请重新导入改正`, en: `${count} permit(s) have been worked on since the import (${used.map(one => one.number).join(', ')}), so the list cannot be taken back. Correct single ones by a new list.` }, { extra: { count, used } });

export const sourceDayAhead = (): AppError =>
  invalidFields([{ pointer: '/sourceOn', code: 'day-to-come', zh: '填写名单导出的日期，今天或更早', en: 'Enter the day of the export, today or earlier.' }]);

export const listTooLarge = (mb: number): AppError =>
  new AppError('too-large', 'file.too-large', { zh: `文件超过 ${mb} MB，请分成几个文件上传`, en: `The file is larger than ${mb} MB. Split it.` });
