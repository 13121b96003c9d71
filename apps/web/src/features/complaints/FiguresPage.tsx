import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { TabLinks } from '@/shared/ui/TabLinks';
import { download } from '../market/download';
import './complaints.css';
import { HotSpotMap } from './HotSpotMap';
import { FIGURES, SUBJECTS, type Figures } from './model';

interface Asked {
  readonly tab?: string;
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
}

/** Complaints of a period in numbers and on the map. */
export function FiguresPage() {
  const { t } = useTranslation('complaints');
  const navigate = useNavigate();
  const { can, base } = useSession();
  const { tab, from, to, subject } = useSearch({ strict: false }) as Asked;
  const shown = tab === 'map' ? 'map' : 'numbers';
  const query = Object.fromEntries(Object.entries({ from, to, subject }).filter((one): one is [string, string] => Boolean(one[1])));
  const [problem, setProblem] = useState<unknown>(null);
  const fields: FieldSpec[] = [
    { name: 'from', label: t('figures.from'), type: 'date' },
    { name: 'to', label: t('figures.to'), type: 'date' },
    { name: 'subject', label: t('field.subject'), type: 'select', options: SUBJECTS.map(value => ({ value, label: t(`subject.${value}`) })) },
  ];
  const ask = async (values: Record<string, unknown>): Promise<void> => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => Boolean(value)));
    await navigate({ to: `${base}/complaint-figures`, search: { ...(shown === 'map' ? { tab: 'map' } : {}), ...given } as never });
  };
  return (
    <>
      <PageHeader title={t('figures.title')} lead={t('figures.lead')} actions={can('complaint.export') && shown === 'numbers' && <Button onClick={() => void download(`${FIGURES}/export`, query, `${t('figures.title')}.xlsx`).catch(setProblem)}>{t('figures.export')}</Button>} />
      <ProblemAlert error={problem} />
      <TabLinks label={t('figures.title')} active={shown} tabs={(['numbers', 'map'] as const).map(key => ({ key, label: t(`figures.tabs.${key}`) }))} />
      <div className="hb-stack">
        <section className="hb-card"><QuickForm key={JSON.stringify(query)} fields={fields} initial={query} layout="grid" submit={t('figures.show')} onSubmit={ask} control={FieldControl} /></section>
        {shown === 'map' ? <HotSpotMap query={query} /> : <Numbers query={query} />}
      </div>
    </>
  );
}

function Numbers({ query }: { readonly query: Readonly<Record<string, string>> }) {
  const { t } = useTranslation('complaints');
  const found = useQuery(readPath<Figures>(FIGURES, query));
  if (found.error) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={6} />;
  const { data } = found;
  if (data.received === 0) return <EmptyState title={t('figures.empty')} />;
  const share = (part: number, whole: number): string => t('figures.of', { part, whole });
  const sums: readonly (readonly [string, string | number])[] = [
    ['received', data.received], ['open', data.open], ['overdue', data.overdue], ['judged', share(data.judgedInTime, data.judged)], ['answered', share(data.answeredInTime, data.answered)],
    ['average', data.averageDays ?? t('figures.none')], ['confirmed', share(data.confirmed, data.answered)], ['merged', data.merged], ['satisfied', share(data.satisfied, data.rated)], ['begun', share(data.begunInTime, data.begun)], ['reopened', data.reopened],
    ['disputes', data.disputes], ['disputesReopened', share(data.disputesReopened, data.disputes)], ['disputesUpheld', share(data.disputesUpheld, data.disputes)], ['disputesOpen', data.disputesOpen], ['reviews', data.reviews],
  ];
  return (
    <>
      <section className="hb-card">
        <dl className="hb-complaints__numbers">{sums.map(([key, value]) => <div key={key}><dt>{t(`figures.${key}`)}</dt><dd className="hb-num">{value}</dd></div>)}</dl>
      </section>
      <div className="hb-complaints__groups">
        <Bars title={t('figures.bySubject')} counts={data.bySubject} word={key => t(`subject.${key}`)} />
        <Bars title={t('figures.byChannel')} counts={data.byChannel} word={key => t(`channel.${key}`)} />
        <Bars title={t('figures.byState')} counts={data.byState} word={key => t(`state.${key}`)} />
        <Bars title={t('figures.byOutcome')} counts={data.byOutcome} word={key => t(`outcome.${key}`)} />
        <Bars title={t('figures.byUnit')} counts={data.byUnit} word={key => key} />
        <Bars title={t('figures.byMonth')} counts={data.byMonth.map(one => ({ key: one.month, count: one.received }))} word={key => key} />
      </div>
    </>
  );
}

function Bars({ title, counts, word }: { readonly title: string; readonly counts: readonly { readonly key: string; readonly count: number }[]; readonly word: (key: string) => string }) {
  const most = Math.max(1, ...counts.map(one => one.count));
  if (counts.length === 0) return null;
  return (
    <section className="hb-card">
      <h2>{title}</h2>
      <ul className="hb-plain-list hb-complaints__bars">
        {counts.map(one => (
          <li key={one.key}>
            <span>{word(one.key)}</span>
            <span className="hb-num">{one.count}</span>
            <span className="hb-complaints__bar" style={{ width: `${(one.count / most) * 100}%` }} aria-hidden />
          </li>
        ))}
      </ul>
    </section>
  );
}
