import { useTranslation } from 'react-i18next';
import type { Confidence } from './model';

interface Scored {
  readonly score: string | null;
  readonly ratings: number;
  readonly confidence: Confidence;
}

/** A score never stands alone: how many ratings, and how much that is. */
export function useScoreWords(): (scored: Scored) => string {
  const { t } = useTranslation('reputation');
  return ({ score, ratings, confidence }) => (score === null ? t('noScore') : t('scored', { score, count: ratings, confidence: t(`confidence.${confidence}`) }));
}
