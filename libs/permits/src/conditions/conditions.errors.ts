import { AppError, FieldProblem, invalidFields } from '@huanbao/platform';

export const codeTaken = (): AppError =>
  invalidFields([{ pointer: '/code', code: 'taken', zh: '条件库里已有这个编号，请换一个，或到那一条里发布新版本', en: 'The library has this code. Take another, or make a new version of that one.' }]);

export const libraryFault = (...errors: FieldProblem[]): AppError => invalidFields(errors);

export const conditionRetired = (): AppError =>
  new AppError('conflict', 'condition.retired', { zh: '这条条件已停用。需要再用的，发布一个新版本', en: 'This condition is retired. Make a new version to use it again.' });

export const conditionNotInForce = (): AppError =>
  invalidFields([{ pointer: '/libraryCode', code: 'not-in-force', zh: '条件库里没有这一条现行版本，请重新从列表中选择', en: 'The library has no version of it in force today. Choose from the list.' }]);

export const conditionsSealed = (): AppError =>
  new AppError('conflict', 'condition.sealed', { zh: '只有审查中、待决定的申请可以增改许可条件；决定之后要改的，走变更', en: 'Conditions are laid down during review and before the decision. Later they change with the permit.' });

export const conditionFault = (pointer: string, zh: string, en: string): AppError => invalidFields([{ pointer, code: 'condition', zh, en }]);

export const conditionTwice = (): AppError =>
  new AppError('conflict', 'condition.twice', { zh: '这一条已经在本件里改过或删去，请先撤回那次修改', en: 'This condition is changed or dropped already. Take that back first.' });
