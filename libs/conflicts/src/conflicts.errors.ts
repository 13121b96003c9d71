import { AppError, FieldProblem } from '@huanbao/platform';
import type { Obstacle } from './obstacle';

const sentence = (obstacles: readonly Obstacle[]): { zh: string; en: string } => ({ zh: obstacles.map(one => one.zh).join('；'), en: obstacles.map(one => one.en).join('; ') });

export const conflictPrevents = (obstacles: readonly Obstacle[]): AppError => {
  const { zh, en } = sentence(obstacles);
  return new AppError(
    'rule',
    'conflict.prior-work',
    { zh: `按回避规则，该机构不能承担这项任务：${zh}。请改选其他机构；记录有误的，由发布企业核对原任务或委托记录`, en: `The rules on conflicts keep this firm from the task: ${en}. Choose another firm; if the record is wrong, the enterprise checks the earlier task or mandate.` },
    { extra: { obstacles } },
  );
};

export const conflictOfInvited = (firmName: string, obstacles: readonly Obstacle[]): FieldProblem => {
  const { zh, en } = sentence(obstacles);
  return { pointer: '/invitedFirmIds', code: 'conflict', zh: `${firmName}须回避：${zh}。请换一家机构`, en: `${firmName} must not be asked: ${en}. Choose another firm.` };
};
