import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { ledgerPath, today, type Cell, type Completeness } from './model';

const LEGEND = ['done', 'part', 'missing', 'open', 'none'] as const;
const SIGNS: Readonly<Record<Cell['state'], string>> = { done: '✓', part: '◐', missing: '✗', open: '…', none: '' };

/** `YYYY-MM` so many months away. */
const monthAway = (month: string, by: number): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
};

/** Which days of a month have their entries: a strip for each item, with sign, colour and word. */
export function Gaps({ permitId }: { readonly permitId: string }) {
  const { t } = useTranslation('records');
  const [month, setMonth] = useState(today().slice(0, 7));
  const found = useQuery({ ...readPath<Completeness>(`${ledgerPath(permitId)}/completeness`, { month }), placeholderData: keepPreviousData });
  return (
    <section className="hb-card hb-stack">
      <div className="hb-row">
        <Button onClick={() => setMonth(monthAway(month, -1))}>{t('gaps.before')}</Button>
        <h2 className="hb-num" aria-live="polite">{month}</h2>
        <Button disabled={month >= today().slice(0, 7)} onClick={() => setMonth(monthAway(month, 1))}>{t('gaps.after')}</Button>
        {found.data && <p>{t('gaps.sum', { entered: found.data.entered, expected: found.data.expected })}</p>}
      </div>
      <ul className="hb-plain-list hb-records__legend" aria-label={t('gaps.legend')}>
        {LEGEND.map(state => (
          <li key={state}>
            <span className={`hb-records__cell hb-records__cell--${state}`} aria-hidden>{SIGNS[state]}</span> {t(`gaps.state.${state}`)}
          </li>
        ))}
      </ul>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Skeleton lines={6} />}
      {found.data?.items.map(item => (
        <div key={item.key} className="hb-records__strip">
          <h3>
            {textOf(item.title)} <span className="hb-muted hb-small">{t(`rhythm.${item.rhythm}`)}</span> <span className="hb-num hb-small">{item.expected > 0 ? `${item.entered}/${item.expected}` : ''}</span>
          </h3>
          <ol className="hb-plain-list hb-records__cells" aria-label={t('gaps.strip', { title: textOf(item.title), month })}>
            {item.cells.map(cell => (
              <li key={cell.day} className={`hb-records__cell hb-records__cell--${cell.state}`} title={`${cell.day} ${t(`gaps.state.${cell.state}`)}`}>
                <span aria-hidden>{Number(cell.day.slice(8))}</span>
                <span className="hb-sr-only">{`${cell.day} ${t(`gaps.state.${cell.state}`)}`}</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
