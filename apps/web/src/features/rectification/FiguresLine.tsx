import { useTranslation } from 'react-i18next';
import './rectification.css';

interface Rate {
  readonly total: number;
  readonly inTime: number;
  readonly rate: string | null;
}

/** Counts, and 整改按期率 of twelve months, which is nobody’s where the counts are those of several enterprises. */
export function FiguresLine<N extends string>({ figures, names, hasRate = true }: { readonly figures: Rate & Readonly<Record<N, number>>; readonly names: readonly N[]; readonly hasRate?: boolean }) {
  const { t } = useTranslation('rectification');
  return (
    <section className="hb-card">
      <dl className="hb-rect__figures">
        {names.map(name => <div key={name}><dt className="hb-small hb-muted">{t(`figures.${name}`)}</dt><dd>{figures[name]}</dd></div>)}
        {hasRate && <div><dt className="hb-small hb-muted">{t('figures.rate', { total: figures.total })}</dt><dd>{figures.rate === null ? t('figures.none') : `${figures.rate}%`}</dd></div>}
      </dl>
    </section>
  );
}
