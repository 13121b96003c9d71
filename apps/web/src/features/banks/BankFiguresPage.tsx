import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { download } from '../market/download';
import './banks.css';
import { FIGURES, type Figures } from './model';

const SUMS = ['living', 'waiting', 'granted', 'declined', 'revoked', 'queries', 'enterprises', 'clients'] as const;

/** Green finance in numbers: what was authorised and asked, never what was answered. */
export function BankFiguresPage() {
  const { t } = useTranslation('banks');
  const { base } = useSession();
  const navigate = useNavigate();
  const { from, to } = useSearch({ strict: false }) as { from?: string; to?: string };
  const query = Object.fromEntries(Object.entries({ from, to }).filter((one): one is [string, string] => Boolean(one[1])));
  const [problem, setProblem] = useState<unknown>(null);
  const ask = async (values: Record<string, unknown>): Promise<void> => navigate({ to: `${base}/bank-figures`, search: Object.fromEntries(Object.entries(values).filter(([, value]) => Boolean(value))) as never });
  return (
    <>
      <PageHeader title={t('figures.title')} lead={t('figures.lead')} actions={<Button onClick={() => void download(`${FIGURES}/export`, query, `${t('figures.title')}.xlsx`).catch(setProblem)}>{t('figures.export')}</Button>} />
      <div className="hb-stack">
        <ProblemAlert error={problem} />
        <section className="hb-card"><QuickForm key={JSON.stringify(query)} fields={[{ name: 'from', label: t('looks.from'), type: 'date' }, { name: 'to', label: t('looks.to'), type: 'date' }]} initial={query} layout="grid" submit={t('figures.show')} onSubmit={ask} control={FieldControl} /></section>
        <Numbers query={query} />
      </div>
    </>
  );
}

function Numbers({ query }: { readonly query: Readonly<Record<string, string>> }) {
  const { t } = useTranslation('banks');
  const found = useQuery(readPath<Figures>(FIGURES, query));
  if (found.error) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={6} />;
  const { data } = found;
  return (
    <>
      <section className="hb-card"><dl className="hb-banks__plates">{SUMS.map(key => <div key={key}><dt>{t(`figures.${key}`)}</dt><dd className="hb-num">{data[key]}</dd></div>)}</dl></section>
      {data.queries === 0 && data.byBank.length === 0 && <EmptyState title={t('figures.empty')} />}
      <div className="hb-banks__groups">
        <Bars title={t('figures.byBank')} rows={data.byBank.map(one => ({ key: one.key, name: one.name, count: one.queries, note: t('figures.bankNote', { authorizations: one.authorizations, enterprises: one.enterprises }) }))} />
        <Bars title={t('figures.byGrade')} rows={data.byGrade.map(one => ({ key: one.grade, name: one.name || t('figures.noGrade'), count: one.queries, note: t('figures.gradeNote', { enterprises: one.enterprises }) }))} />
        <Bars title={t('figures.byMonth')} rows={data.byMonth.map(one => ({ key: one.month, name: one.month, count: one.queries, note: t('figures.monthNote', { granted: one.granted, revoked: one.revoked }) }))} />
      </div>
    </>
  );
}

function Bars({ title, rows }: { readonly title: string; readonly rows: readonly { readonly key: string; readonly name: string; readonly count: number; readonly note: string }[] }) {
  const most = Math.max(1, ...rows.map(one => one.count));
  if (rows.length === 0) return null;
  return (
    <section className="hb-card">
      <h2>{title}</h2>
      <ul className="hb-plain-list hb-banks__bars">
        {rows.map(one => (
          <li key={one.key}>
            <span>{one.name} <span className="hb-small hb-muted">{one.note}</span></span>
            <span className="hb-num">{one.count}</span>
            <span className="hb-banks__bar" style={{ width: `${(one.count / most) * 100}%` }} aria-hidden />
          </li>
        ))}
      </ul>
    </section>
  );
}
