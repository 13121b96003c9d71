import { AppError, invalidFields } from '@huanbao/platform';

export const codeTaken = (): AppError => invalidFields([{ pointer: '/code', code: 'code-taken', zh: '这个代码已有服务使用，请换一个', en: 'Another service has this code. Choose a different one.' }]);

export const unknownKind = (pointer: string, kind: string): AppError =>
  invalidFields([{ pointer, code: 'kind', zh: `资质清单里没有“${kind}”，请从清单中选择`, en: `"${kind}" is not in the list of qualifications. Choose from it.` }]);

export const basisReversed = (nth: number): AppError =>
  invalidFields([{ pointer: `/legalBasis/${nth}/to`, code: 'dates-reversed', zh: '失效日期早于施行日期，请核对', en: 'It ends before it begins. Check the dates.' }]);
