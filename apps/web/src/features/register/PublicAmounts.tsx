import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { formatDate, now } from '@/shared/time/time';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import type { PublicPermit } from './model';

type Published = components['schemas']['PublicEmissionsView'];
type Amount = components['schemas']['PublicAmountView'];

/** A method without its words does not compile. */
const METHODS: Readonly<Record<NonNullable<Amount['method']>, string>> = {
  automatic: 'amounts.by.automatic', manual: 'amounts.by.manual', coefficient: 'amounts.by.coefficient', balance: 'amounts.by.balance', standing: 'amounts.by.standing', mixed: 'amounts.by.mixed',
};

/** What the permit's outlets really emitted in a year, against what is permitted. */
export function PublicAmounts({ permit }: { readonly permit: PublicPermit }) {
  const { t } = useTranslation('register');
  const thisYear = Number(formatDate(now().toISOString()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const found = useQuery({ ...readPath<Published>(`/api/v1/public/emissions/${permit.id}`, { year: String(year) }), placeholderData: keepPreviousData });
  const amounts = found.data?.amounts ?? [];
  return (
    <section className="hb-card hb-stack" aria-labelledby="public-amounts">
      <h2 id="public-amounts">{t('amounts.title')}</h2>
      <p className="hb-muted">{t('amounts.lead')}</p>
      <div className="hb-row">
        <Button onClick={() => setYear(year - 1)}>{t('amounts.before')}</Button>
        <strong className="hb-num" aria-live="polite">{t('amounts.year', { year })}</strong>
        <Button disabled={year >= thisYear} onClick={() => setYear(year + 1)}>{t('amounts.after')}</Button>
      </div>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Skeleton lines={3} />}
      {found.data && amounts.length === 0 && <p>{t('amounts.none')}</p>}
      {amounts.length > 0 && (
        <div className="hb-register__scroll" tabIndex={0} role="group" aria-labelledby="public-amounts">
          <table className="hb-register__table">
            <thead>
              <tr>
                {(['outlet', 'pollutant', 'amount', 'permitted', 'method'] as const).map(key => <th key={key} scope="col">{t(`amounts.${key}`)}</th>)}
              </tr>
            </thead>
            <tbody>{amounts.map(one => <Row key={`${one.outletCode}${one.pollutantTitle.zh}`} one={one} />)}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Row({ one }: { readonly one: Amount }) {
  const { t } = useTranslation('register');
  const amount = one.amountT as unknown as string | null;
  const permitted = one.permittedT as unknown as string | null;
  return (
    <tr>
      <td>{one.outletCode === 'plant' ? t('amounts.plant') : one.outletCode}</td>
      <td>{textOf(one.pollutantTitle)}</td>
      <td className="hb-num">{amount === null ? t('amounts.noData') : `${amount}${one.complete ? '' : ` ${t('amounts.partly')}`}`}</td>
      <td className="hb-num">{permitted ?? '—'}</td>
      <td>{one.method ? t(METHODS[one.method]) : '—'}</td>
    </tr>
  );
}
