import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { AppLink } from '@/shared/ui/AppLink';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { DateText } from '@/shared/ui/values';
import { registerPath, type RegisterNumbers } from './model';

type Count = RegisterNumbers['byIndustry'][number];

/** What was issued and ended each year, and what holds today. */
export function NumbersView() {
  const { t } = useTranslation('register');
  const numbers = useQuery({ ...readPath<RegisterNumbers>(`${registerPath}/numbers`), staleTime: 0 });
  if (numbers.error) return <ProblemAlert error={numbers.error} />;
  if (!numbers.data) return <Skeleton lines={8} />;
  const { data } = numbers;
  return (
    <div className="hb-stack">
      <p>
        {t('numbers.valid', { count: data.valid })} <span className="hb-muted">{t('numbers.asOf')} <DateText value={data.asOf} time /></span>
      </p>
      <section className="hb-card">
        <h2>{t('numbers.years')}</h2>
        <div className="hb-register__scroll" tabIndex={0} role="group" aria-label={t('numbers.years')}>
          <table className="hb-register__table">
            <thead>
              <tr>{(['year', 'issued', 'renewed', 'changed', 'ended'] as const).map(key => <th key={key} scope="col">{t(`numbers.${key}`)}</th>)}</tr>
            </thead>
            <tbody>
              {data.years.map(one => (
                <tr key={one.year}>
                  <th scope="row">{one.year}</th>
                  {[one.issued, one.renewed, one.changed, one.ended].map((count, index) => <td key={index} className="hb-num">{count}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <div className="hb-register__counts">
        <Counts title={t('numbers.byIndustry')} counts={data.byIndustry} filter="industry" />
        <Counts title={t('numbers.byCategory')} counts={data.byCategory} filter="category" />
        <Counts title={t('numbers.byRegion')} counts={data.byRegion} />
      </div>
    </div>
  );
}

/** Each number leads to the list behind it. */
function Counts({ title, counts, filter }: { readonly title: string; readonly counts: readonly Count[]; readonly filter?: string }) {
  const most = Math.max(1, ...counts.map(one => one.count));
  return (
    <section className="hb-card">
      <h2>{title}</h2>
      <ul className="hb-plain-list hb-register__bars">
        {counts.map(one => (
          <li key={one.key}>
            <span>{filter ? <AppLink to={`/permits?${filter}=${one.key}&status=valid`}>{one.label}</AppLink> : one.label}</span>
            <span className="hb-num">{one.count}</span>
            <span className="hb-register__bar" aria-hidden style={{ width: `${(one.count / most) * 100}%` }} />
          </li>
        ))}
      </ul>
    </section>
  );
}
