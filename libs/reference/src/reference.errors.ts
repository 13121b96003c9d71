import { AppError } from '@huanbao/platform';

export const alreadyVerified = (): AppError =>
  new AppError('conflict', 'reference.verified', { zh: '这一行已经有人核对过，请刷新后查看核对记录', en: 'Somebody has compared this row already. Reload to see by whom.' });

export const notVerified = (): AppError =>
  new AppError('conflict', 'reference.not-verified', { zh: '这一行还没有核对过，不需要撤回', en: 'Nobody has compared this row; there is nothing to take back.' });

export const ownRow = (): AppError =>
  new AppError('rule', 'reference.own-row', { zh: '这个数值是您提出的，请由另一位同事核对标准原文', en: 'You proposed this value. Somebody else has to compare it with the text.' });
