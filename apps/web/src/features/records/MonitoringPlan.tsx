import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { monitoringPath, SEVERAL_A_DAY, textOrNull, today, type Progress } from './model';

const TONES: Readonly<Record<string, Tone>> = { done: 'success', missing: 'danger', open: 'info', short: 'muted', standing: 'muted' };

/** The permit's plan of a year: what is done, what is missing. */
export function MonitoringPlan({ permitId }: { readonly permitId: string }) {
  const { t } = useTranslation('records');
  const { base } = useSession();
  const [year, setYear] = useState(Number(today().slice(0, 4)));
  const found = useQuery({ ...readPath<Progress>(`${monitoringPath(permitId)}/progress`, { year: String(year) }), placeholderData: keepPreviousData });
  return (
    <section className="hb-card hb-stack">
      <div className="hb-row">
        <Button onClick={() => setYear(year - 1)}>{t('plan.before')}</Button>
        <h2 className="hb-num" aria-live="polite">{t('plan.year', { year })}</h2>
        <Button disabled={year >= Number(today().slice(0, 4))} onClick={() => setYear(year + 1)}>{t('plan.after')}</Button>
        {found.data && <p>{t('plan.sum', { done: found.data.done, planned: found.data.planned })} {found.data.missing > 0 && <StatusTag tone="danger">{t('plan.missing', { count: found.data.missing })}</StatusTag>}</p>}
      </div>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Skeleton lines={6} />}
      {found.data?.lines.length === 0 && <EmptyState title={t('plan.empty')} />}
      {found.data && found.data.lines.length > 0 && <p className="hb-small hb-muted">{t('plan.dayMean')}</p>}
      <ul className="hb-plain-list hb-records__plan">
        {found.data?.lines.map(line => (
          <li key={`${line.place}-${line.pollutant}-${line.method}`}>
            <h3>{`${line.place} ${line.placeName}`.trim()} · {textOf(line.pollutantTitle)}</h3>
            <p className="hb-small hb-muted">
              {t(`frequency.${line.frequency}`)} · {t(`method.${line.method}`)} · {textOrNull(line.limitValue) === null ? t('plan.noLimit') : t('plan.limit', { value: line.limitValue, unit: line.unit })}
              {textOrNull(line.baseOxygenPercent) !== null && ` · ${t('plan.oxygen', { value: line.baseOxygenPercent })}`}
            </p>
            <div className="hb-row">
              {line.method === 'auto' && <span className="hb-small">{t('plan.auto')}{line.fallbackFrequency ? ` ${t('plan.fallback', { frequency: t(`frequency.${line.fallbackFrequency}`) })}` : ''}</span>}
              {line.method === 'manual' && SEVERAL_A_DAY.has(line.frequency) && <span className="hb-small">{t('plan.several')}</span>}
              {line.periods.map(period => (
                <span key={period.from}>
                  <StatusTag tone={TONES[period.state]}>
                    {period.from.slice(5)}–{period.to.slice(5)} {t(`plan.state.${period.state}`)}
                  </StatusTag>
                  {period.stoppages.map(stop => <AppLink key={stop.id} to={`${base}/stoppages/${stop.id}`}>{t('plan.stoppage', { from: stop.from, to: stop.to ?? '…' })}</AppLink>)}
                </span>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
