import { AppError } from '@huanbao/platform';

export const noReleases = (): AppError =>
  new AppError('not-found', 'ocds.none', { zh: '这个范围内还没有公开的数据，请放宽条件或换一个月份', en: 'Nothing has been published in this range. Widen it or choose another month.' });

export const searchTwice = (): AppError =>
  new AppError('conflict', 'saved-search.twice', { zh: '同样条件的搜索已经保存过，请在“保存的搜索”里查看', en: 'A search with the same conditions is saved already. See your saved searches.' });

export const tooManySearches = (most: number): AppError =>
  new AppError('rule', 'saved-search.too-many', { zh: `最多保存 ${most} 个搜索，请先删除不用的`, en: `At most ${most} searches can be saved. Remove one first.` });

export const periodBackwards = (): AppError =>
  new AppError('invalid', 'validation', { zh: '有 1 处需要修改', en: '1 field(s) need attention.' }, { errors: [{ pointer: '/to', code: 'order', zh: '结束日期不能早于开始日期，请改晚一些', en: 'The last day must not be before the first. Choose a later one.' }] });
