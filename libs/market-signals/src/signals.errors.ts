import { AppError } from '@huanbao/platform';

export const collusionDecided = (): AppError =>
  new AppError('conflict', 'collusion.decided', { zh: '这条线索已经有人处理，请刷新页面查看结果；要改处理意见，请先重新打开', en: 'This one has been decided. Reload the page; reopen it to decide again.' });

export const collusionOpen = (): AppError =>
  new AppError('conflict', 'collusion.open', { zh: '这条线索还没有处理，不用重新打开，请刷新页面', en: 'This one is still open. Reload the page.' });
