import { AppError, FieldProblem, invalidFields } from '@huanbao/platform';

export const changesRefused = (problems: readonly FieldProblem[]): AppError => invalidFields(problems);

export const proposalDecided = (state: string): AppError =>
  new AppError('conflict', 'limit-proposal.decided', { zh: '这份改动已经办结，请刷新查看结果', en: 'This proposal has been decided. Reload to see how.' }, { extra: { state } });

export const sameProposer = (): AppError =>
  new AppError('rule', 'limit-proposal.four-eyes', { zh: '改动由提出人以外的同事确认，请另一位有权限的同事办理', en: 'Somebody other than the proposer has to confirm.' });

export const simulationAwaited = (): AppError =>
  new AppError('conflict', 'limit-proposal.simulation-awaited', { zh: '影响试算还没有完成，请稍候再确认', en: 'The simulation is still running. Confirm when it is done.' });

export const notProposer = (): AppError =>
  new AppError('rule', 'limit-proposal.not-yours', { zh: '撤回由提出人办理；不同意的请选择“退回”', en: 'Only the proposer can withdraw it; reject it instead.' });

export const sheetUnfit = (count: number): AppError =>
  new AppError('rule', 'limit-import.cells', { zh: `工作簿有 ${count} 处需要修改，请先预览，改好后重新上传`, en: `${count} cell(s) of the workbook need attention. Look at the preview first.` });

export const nothingNew = (): AppError =>
  new AppError('rule', 'limit-import.nothing', { zh: '工作簿与现行数据相同，没有要提出的改动', en: 'The workbook says what is there already: nothing to propose.' });
