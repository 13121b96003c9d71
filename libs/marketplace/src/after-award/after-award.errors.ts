import { AppError, invalidFields } from '@huanbao/platform';

export const stepNotOwed = (): AppError =>
  new AppError('rule', 'task.step-not-owed', { zh: '按这项采购的资金来源和采购方式，不需要办理这一步', en: 'By its money and method this procurement does not owe the step.' });

export const stepNotBegun = (): AppError =>
  new AppError('conflict', 'task.step-not-begun', { zh: '还没有到这一步：请在定标（合同双方签署）以后登记', en: 'Too early: record it after the award, or after both have signed.' });

export const stepDay = (from: string, today: string): AppError =>
  invalidFields([{ pointer: '/doneOn', code: 'day', zh: `办理日期应在 ${from} 到 ${today} 之间`, en: `The day lies between ${from} and ${today}.` }]);

export const bondHigh = (mostYuan: string, percent: string): AppError =>
  invalidFields([{ pointer: '/amountYuan', code: 'cap', zh: `履约保证金不得超过中标（成交）金额的 ${percent}%，即 ${mostYuan} 元`, en: `At most ${percent} % of the awarded price: CNY ${mostYuan}.` }]);

export const bondZero = (): AppError => invalidFields([{ pointer: '/amountYuan', code: 'positive', zh: '请填写大于 0 的金额', en: 'An amount above zero.' }]);

export const bondDay = (pointer: string, from: string, today: string): AppError =>
  invalidFields([{ pointer, code: 'day', zh: `日期应在 ${from} 到 ${today} 之间`, en: `The day lies between ${from} and ${today}.` }]);

export const bondKnown = (): AppError =>
  new AppError('conflict', 'task.performance-bond-recorded', { zh: '履约保证金已经登记；此前中选的履约保证金请先退还', en: 'A performance bond is on record. Return that of a former award first.' });

export const noBond = (): AppError =>
  new AppError('conflict', 'task.no-performance-bond', { zh: '没有登记履约保证金，或者已经退还', en: 'No performance bond is on record, or it was returned.' });
