import { useTranslation } from 'react-i18next';
import { pollutantWord } from './pollutants';
import './conditions.css';
import type { Limit } from './model';

/** Limits of a day. */
export function LimitTable({ limits }: { readonly limits: readonly Limit[] }) {
  const { t } = useTranslation('conditions');
  if (limits.length === 0) return <p className="hb-muted">{t('limit.none')}</p>;
  return (
    <div className="hb-conditions__scroll" tabIndex={0} role="group" aria-label={t('limit.caption')}>
      <table className="hb-conditions__table">
        <thead><tr>{(['place', 'pollutant', 'measure', 'value', 'standard', 'days'] as const).map(key => <th key={key} scope="col">{t(`limit.${key}`)}</th>)}</tr></thead>
        <tbody>
          {limits.map((one, index) => (
            <tr key={index}>
              <td>{one.outletCode === 'plant' ? t('limit.plant') : one.outletCode}</td>
              <td>{pollutantWord(one)}</td>
              <td>{t(`measure.${one.measure}`)}{one.permitYear ? t('limit.year', { year: one.permitYear }) : ''}</td>
              <td className="hb-num">{trimmed(one.value)} {one.unit}</td>
              <td>{one.standard ?? ''}</td>
              <td className="hb-num">{one.validFrom}{one.validUntil ? ` ${t('before', { day: one.validUntil })}` : ` ${t('onward')}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Zeros that only fill the column of the database are not shown. */
const trimmed = (value: string): string => (value.includes('.') ? value.replace(/\.?0+$/, '') : value);
