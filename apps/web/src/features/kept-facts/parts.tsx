import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/StatusTag';
import './kept-facts.css';
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

/** A month or a year by its name; two days where they are free. */
export function Span({ fact: { kind, fromOn, toOn } }: { readonly fact: Pick<Fact, 'kind' | 'fromOn' | 'toOn'> }) {
  const { t } = useTranslation('kept-facts');
  if (kind !== 'performance-grade') return <span className="hb-num hb-kept__day">{fromOn.slice(0, kind.startsWith('carbon') ? 4 : 7)}</span>;
  return <span className="hb-num"><span className="hb-kept__day">{fromOn} –</span> <span className="hb-kept__day">{toOn ?? t('openEnd')}</span></span>;
}
