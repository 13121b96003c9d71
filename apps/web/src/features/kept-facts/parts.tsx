import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/StatusTag';
import { standingOf, STANDING_TONE, type Fact } from './model';

/** A value as people read it. */
export function Value({ fact: { kind, value, unit } }: { readonly fact: Pick<Fact, 'kind' | 'value' | 'unit'> }) {
  const { t } = useTranslation('kept-facts');
  if (kind === 'performance-grade') return <strong>{t(`grade.${value}`)}</strong>;
  return <span className="hb-num">{value} {unit}</span>;
}

export function Standing({ fact }: { readonly fact: Fact }) {
  const { t } = useTranslation('kept-facts');
  const standing = standingOf(fact);
  return <StatusTag tone={STANDING_TONE[standing]}>{t(`standing.${standing}`)}</StatusTag>;
}

export function Span({ fact }: { readonly fact: Pick<Fact, 'fromOn' | 'toOn'> }) {
  const { t } = useTranslation('kept-facts');
  return <span className="hb-num">{fact.fromOn} – {fact.toOn ?? t('openEnd')}</span>;
}
