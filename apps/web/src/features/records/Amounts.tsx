import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, withQuery } from '@/api/rest';
import { textOf } from '@/i18n';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag } from '@/shared/ui/StatusTag';
import { BasisForm } from './BasisForm';
import { emissionsPath, textOrNull, today, WARNING_TONE, type Amount, type EmissionsOf } from './model';

/** What was really emitted in a year, against what is permitted, with the way to every figure. */
export function Amounts({ permitId }: { readonly permitId: string }) {
  const { t } = useTranslation('records');
  const [year, setYear] = useState(Number(today().slice(0, 4)));
  const path = emissionsPath(permitId);
  const found = useQuery({ ...readPath<EmissionsOf>(path, { year: String(year) }), placeholderData: keepPreviousData });
  return (
    <section className="hb-card hb-stack">
      <div className="hb-row">
        <Button onClick={() => setYear(year - 1)}>{t('plan.before')}</Button>
        <h2 className="hb-num" aria-live="polite">{t('plan.year', { year })}</h2>
        <Button disabled={year >= Number(today().slice(0, 4))} onClick={() => setYear(year + 1)}>{t('plan.after')}</Button>
        <Button onClick={() => location.assign(withQuery(`${path}/export`, { year: String(year) }))}>{t('amount.export')}</Button>
      </div>
      <p className="hb-muted">{t('amount.lead')}</p>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Skeleton lines={6} />}
      {found.data?.amounts.length === 0 && <EmptyState title={t('amount.empty')}>{t('amount.emptyHint')}</EmptyState>}
      <ul className="hb-plain-list hb-records__plan">
        {found.data?.amounts.map(amount => <Line key={`${amount.outletCode}-${amount.pollutant}`} amount={amount} />)}
      </ul>
      {found.data && found.data.amounts.length > 0 && found.data.actions.includes('emissions.edit') && <BasisForm emissions={found.data} />}
    </section>
  );
}

function Line({ amount }: { readonly amount: Amount }) {
  const { t } = useTranslation('records');
  const name = `${amount.outletCode === 'plant' ? t('amount.plant') : amount.outletCode} ${textOf(amount.pollutantTitle)}`;
  const used = textOrNull(amount.usedPercent);
  return (
    <li>
      <div className="hb-records__task-head">
        <h3>{name}</h3>
        {amount.warning !== 'none' && <StatusTag tone={WARNING_TONE[amount.warning]}>{t(`amount.warning.${amount.warning}`)}</StatusTag>}
        {amount.missingDays > 0 && <StatusTag tone="warning">{t('amount.missingDays', { count: amount.missingDays })}</StatusTag>}
        {!amount.complete && amount.missingDays === 0 && textOrNull(amount.amountT) !== null && <StatusTag tone="neutral">{t('amount.incomplete')}</StatusTag>}
      </div>
      <p className="hb-num">
        {textOrNull(amount.amountT) === null ? t('amount.none') : t('amount.is', { amount: amount.amountT })}
        {textOrNull(amount.permittedT) !== null && ` / ${t('amount.permitted', { amount: amount.permittedT })}`}
        {amount.method && ` · ${t(`amount.method.${amount.method}`)}`}
      </p>
      {used !== null && (
        <div className="hb-records__share">
          <progress className={`hb-records__bar hb-records__bar--${amount.warning}`} max={100} value={Math.min(100, Number(used))} aria-label={t('amount.used', { what: name })} />
          <span className="hb-num hb-small">{used}%</span>
        </div>
      )}
      {amount.quarters.length > 0 && (
        <details>
          <summary>{t('amount.how')}<span className="hb-sr-only"> {name}</span></summary>
          {amount.quarters.map(quarter => (
            <div key={quarter.key} className="hb-records__quarter">
              <h4 className="hb-num">{quarter.key}（{quarter.from} — {quarter.to}）{textOrNull(quarter.amountT) !== null && ` ${String(quarter.amountT)} t`}</h4>
              <ul>
                {quarter.passedOver.map(step => <li key={step.zh} className="hb-muted">{textOf(step)}</li>)}
                {quarter.steps.map(step => <li key={step.zh}>{textOf(step)}</li>)}
              </ul>
              {quarter.unverified && <p className="hb-small hb-muted">{t('amount.unverified')}</p>}
            </div>
          ))}
        </details>
      )}
    </li>
  );
}
