import { AppError } from '@huanbao/platform';
import { CellProblem } from '@huanbao/sheets';

const SHOWN = 200;

export const badCells = ({ problems, problemCount }: { problems: readonly CellProblem[]; problemCount: number }): AppError =>
  new AppError(
    'rule', 'sheet.cells',
    { zh: `有 ${problemCount} 处需要改正，什么都没有导入。请按清单改好后重新上传`, en: `${problemCount} cell(s) need mending; nothing was imported. Mend them and upload again.` },
    { extra: { problemCount, problems: problems.slice(0, SHOWN) } },
  );

export const noKnownSheets = (): AppError =>
  new AppError('invalid', 'sheet.none-known', { zh: '工作簿里没有平台认识的工作表。请先导出整份申请表，在导出的工作簿里填写，不要改工作表的名称', en: 'No sheet of the workbook is known here. Export the whole form first, fill that in and keep the names of its sheets.' });
