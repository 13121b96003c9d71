import { AppError } from '@huanbao/platform';

export const suspicionDecided = (): AppError =>
  new AppError('conflict', 'suspicion.decided', { zh: '这条提示已经有人处理，请刷新页面查看结果', en: 'This one has been decided. Reload the page.' });
