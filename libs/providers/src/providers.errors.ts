import { AppError, invalidFields } from '@huanbao/platform';

export const numberTaken = (): AppError =>
  invalidFields([{ pointer: '/number', code: 'number-taken', zh: '这个证书编号已经登记过，请核对编号', en: 'This certificate number is registered already. Check the number.' }]);

export const datesReversed = (): AppError =>
  invalidFields([{ pointer: '/validTo', code: 'dates-reversed', zh: '有效期止早于有效期起，请核对', en: 'The validity ends before it begins. Check the dates.' }]);

export const foreignFile = (): AppError =>
  invalidFields([{ pointer: '/fileId', code: 'file', zh: '扫描件不存在或不是本机构上传的，请重新上传', en: 'The scan does not exist or is not your firm’s. Upload it again.' }]);

export const alreadyExpired = (): AppError =>
  new AppError('rule', 'qualification.expired', { zh: '这张证书已过有效期，不能核验通过。请退回，让机构上传新证', en: 'This certificate has expired and cannot be verified. Reject it, so that the firm uploads the new one.' });

export const alreadyReviewed = (): AppError =>
  new AppError('conflict', 'qualification.reviewed', { zh: '这项资质已经由他人处理，请刷新列表', en: 'Somebody has reviewed this qualification already. Reload the list.' });
