import type { ServiceTask } from '@huanbao/marketplace';

interface Words {
  readonly zh: string;
  readonly en: string;
}

export const KIND_WORDS: Readonly<Record<ServiceTask['kind'], Words>> = {
  consulting: { zh: '环保咨询', en: 'Consulting' }, testing: { zh: '环境检测', en: 'Testing' }, engineering: { zh: '工程治理', en: 'Engineering' }, disposal: { zh: '废物处置', en: 'Waste disposal' },
};
export const STAGE_WORDS: Readonly<Record<ServiceTask['stage'], Words>> = {
  construction: { zh: '建设期', en: 'Construction' }, operation: { zh: '运营期', en: 'Operation' }, closure: { zh: '停业退场', en: 'Closure' },
};
