import { AppError } from '@huanbao/platform';

export const alreadyVerified = (): AppError =>
  new AppError('conflict', 'reference.verified', { zh: '这一行已经有人核对过，请刷新后查看核对记录', en: 'Somebody has compared this row already. Reload to see by whom.' });

export const notVerified = (): AppError =>
  new AppError('conflict', 'reference.not-verified', { zh: '这一行还没有核对过，不需要撤回', en: 'Nobody has compared this row; there is nothing to take back.' });

export const editedElsewhere = (): AppError =>
  new AppError('rule', 'reference.edited-elsewhere', { zh: '限值和标准在“标准与限值”里提出改动，其他类别在这里改', en: 'Limits and standards are changed on the pages of limits; the other kinds here.' });

export const proposalOpen = (): AppError =>
  new AppError('conflict', 'reference.proposal-open', { zh: '这一行已有一份待批准的改动，请先处理那一份', en: 'A change of this row waits for approval already. Settle that one first.' });

export const proposalSettled = (): AppError =>
  new AppError('conflict', 'reference.proposal-settled', { zh: '这份改动已经处理过，请刷新', en: 'This change is settled already. Reload.' });

export const proposalOutdated = (): AppError =>
  new AppError('conflict', 'reference.proposal-outdated', { zh: '提出之后这一行有了变化，请退回后按现在的内容重新提出', en: 'The row has changed since. Reject it and propose anew from the row as it is.' });

export const ownProposal = (): AppError =>
  new AppError('rule', 'reference.own-proposal', { zh: '改动由您提出，请由另一位同事批准或退回；不再需要的可以撤回', en: 'You proposed this change: somebody else approves or rejects it. You can withdraw it.' });

export const notProposer = (): AppError =>
  new AppError('rule', 'reference.not-proposer', { zh: '只有提出人可以撤回；不同意的请退回并写明原因', en: 'Only who proposed it withdraws it. Reject it with the reason if you disagree.' });

export const ownRow = (): AppError =>
  new AppError('rule', 'reference.own-row', { zh: '这个数值是您提出的，请由另一位同事核对标准原文', en: 'You proposed this value. Somebody else has to compare it with the text.' });
