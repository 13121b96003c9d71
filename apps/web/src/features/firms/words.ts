import { useTranslation } from 'react-i18next';
import { textOf, useLanguage } from '@/i18n';
import { useScoreWords } from '../reputation/words';
import { LIFE_STAGES, SERVICE_KINDS, type FirmItem, type Words } from './model';

export const stageOf = (value: string): string => textOf(LIFE_STAGES.find(one => one.value === value)?.label ?? value);
export const kindOf = (value: string): string => textOf(SERVICE_KINDS.find(one => one.value === value)?.label ?? value);

/** What a firm can take on, in words. */
export function useCapacity(): (firm: FirmItem) => string {
  const { t } = useTranslation('firms');
  return firm => (firm.capacityTasks === null ? t('register.noCapacity', { open: firm.openTasks }) : t('register.free', { capacity: firm.capacityTasks, open: firm.openTasks }));
}

export const useScore: () => (firm: FirmItem) => string = useScoreWords;

/** Picks the sentence of the reader's language. */
export function useWords(): (words: Words) => string {
  const english = useLanguage() === 'en';
  return words => (english ? words.en : words.zh);
}
