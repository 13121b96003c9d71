import { useTranslation } from 'react-i18next';
import { sizeText } from '@/shared/ui/files.types';
import type { Indicator } from './model';

interface Value {
  readonly applies: boolean | null;
  readonly measure: number | null;
  readonly level: number | null;
  readonly score: number | null;
}

/** A value in words: 97.5 %, class 1 with 90 points, does not apply. */
export function valueWords(value: Value | null, t: (key: string, values?: Record<string, unknown>) => string): string {
  if (!value) return t('value.none');
  if (value.applies === false) return t('value.notApplicable');
  if (value.measure !== null) return `${value.measure} %`;
  return value.score === null ? t('value.none') : t('value.score', { level: value.level ?? '', score: value.score });
}

/** What the platform counted, and from which records. */
export function Prefilled({ prefill }: { readonly prefill: NonNullable<Indicator['prefill']> }) {
  const { t } = useTranslation('credit-evaluation');
  return <p className="hb-evaluation__known">{t('report.known')} {prefill.facts} <span className="hb-small hb-muted">{t('report.source', { source: prefill.source, from: prefill.from, to: prefill.to })}</span></p>;
}

export function Files({ files }: { readonly files: Indicator['files'] }) {
  if (files.length === 0) return null;
  return <ul className="hb-lines">{files.map(one => <li key={one.id}><a className="hb-evaluation__file" href={`/api/v1/files/${one.id}/content`}>{one.name}</a> <span className="hb-small hb-muted">{sizeText(one.sizeBytes)}</span></li>)}</ul>;
}
