import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { CopyText, DateText } from '@/shared/ui/values';
import { Grade } from '../credit/parts';
import { download } from '../market/download';
import { COLOURS, PUBLIC, type ObjectionTrack, type PublicItem, type PublicYears } from './model';

/** Annual grades by year for everybody; those in publicity can be objected to. */
export function PublicEvaluationsPage() {
  const { t } = useTranslation('credit-evaluation');
  const years = useQuery(readPath<PublicYears>(`${PUBLIC}/years`));
  const items = years.data?.items ?? [];
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={t('public.title')} lead={t('public.lead', { years: years.data?.shownYears ?? '' })} actions={<AppLink to="/credit-evaluations/track">{t('public.track')}</AppLink>} />
      <DataTable<PublicItem>
        caption={t('public.title')}
        path={PUBLIC}
        columns={useColumns()}
        rowKey={row => row.id}
        rowLink={row => (row.phase === 'publicity' ? `/credit-evaluations/${row.id}/object` : `/credit/${row.subjectId}`)}
        defaultSort="name"
        searchHint={t('public.search')}
        filters={[
          { name: 'year', label: t('year.year'), options: items.map(one => ({ value: String(one.year), label: t('public.yearOf', { year: one.year, published: one.published, publicity: one.publicity }) })) },
          { name: 'phase', label: t('year.state'), options: (['publicity', 'published'] as const).map(value => ({ value, label: t(`phase.${value}`) })) },
          { name: 'colour', label: t('list.grade'), options: COLOURS.map(value => ({ value, label: t(`colour.${value}`) })) },
        ]}
        onExport={query => download(`${PUBLIC}/export`, query, `${t('public.title')}.xlsx`)}
        empty={<EmptyState title={t('public.empty')} />}
      />
      <p className="hb-small hb-muted">{t('public.notice')} <AppLink to="/credit">{t('public.today')}</AppLink></p>
    </div>
  );
}

function useColumns(): Column<PublicItem>[] {
  const { t } = useTranslation('credit-evaluation');
  return [
    { key: 'name', title: t('list.name'), sortBy: 'name', lead: true, render: row => row.subjectName },
    { key: 'year', title: t('year.year'), render: row => row.year },
    { key: 'grade', title: t('list.grade'), render: row => <Grade title={row.gradeTitle ?? t(row.underCorrection ? 'public.underCorrection' : 'public.underObjection')} colour={row.colour} /> },
    { key: 'phase', title: t('year.state'), render: row => <><StatusTag tone={row.phase === 'published' ? 'success' : row.changedOn ? 'warning' : 'progress'}>{t(row.isCorrection ? `public.corrected.${row.phase}` : row.changedOn ? 'public.changed' : `phase.${row.phase}`)}</StatusTag> {row.publishedOn ? <DateText value={row.publishedOn} /> : row.publicUntil && t('public.until', { day: row.publicUntil })}</> },
  ];
}

/** 异议 by a citizen: with name and telephone, which only who answers may read. */
export function ObjectPage() {
  const { t } = useTranslation('credit-evaluation');
  const { evaluationId = '' } = useParams({ strict: false }) as { evaluationId?: string };
  const [clientId] = useState(() => crypto.randomUUID());
  const [receipt, setReceipt] = useState<{ number: string; code: string } | null>(null);
  const fields: FieldSpec[] = [
    { name: 'name', label: t('public.name'), type: 'text', required: true, max: 30, autoComplete: 'name' },
    { name: 'phone', label: t('public.phone'), type: 'phone', required: true, max: 20, autoComplete: 'tel', help: t('public.phoneHelp') },
    { name: 'words', label: t('act.words'), type: 'textarea', required: true, max: 2000, help: t('act.wordsHelp') },
  ];
  const send = async (body: Record<string, unknown>): Promise<void> => setReceipt(await rest('POST', `${PUBLIC}/${evaluationId}/objections`, { body: { ...body, clientId } }));
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={t('public.object')} lead={t('public.objectLead')} back={{ to: '/credit-evaluations', label: t('public.title') }} />
      {receipt ? <Alert type="success" showIcon title={t('public.received')} description={<p>{t('list.number')} <CopyText text={receipt.number} /> {t('public.code')} <CopyText text={receipt.code} /> <AppLink to={`/credit-evaluations/track?number=${receipt.number}`}>{t('public.track')}</AppLink></p>} /> : <section className="hb-card"><QuickForm fields={fields} submit={t('public.send')} onSubmit={send} /></section>}
    </div>
  );
}

/** The answer to an objection, by number and code. */
export function TrackObjectionPage() {
  const { t } = useTranslation('credit-evaluation');
  const { number = '' } = useSearch({ strict: false }) as { number?: string };
  const [found, setFound] = useState<ObjectionTrack | null>(null);
  const fields: FieldSpec[] = [{ name: 'number', label: t('list.number'), type: 'text', required: true, max: 30 }, { name: 'code', label: t('public.code'), type: 'text', required: true, max: 30 }];
  const ask = async (body: Record<string, unknown>): Promise<void> => setFound(await rest('POST', `${PUBLIC}/objections/track`, { body }));
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={t('public.track')} back={{ to: '/credit-evaluations', label: t('public.title') }} />
      <section className="hb-card"><QuickForm fields={fields} initial={{ number }} submit={t('public.look')} onSubmit={ask} /></section>
      {found && <SummaryList groups={[{ title: `${found.subjectName} · ${t('year.name', { year: found.year })}`, rows: [{ label: t('act.words'), value: <>{found.words} <DateText value={found.madeAt} /></> }, { label: t('act.answer'), value: found.answer ? <>{t(`verdict.${found.verdict ?? 'kept'}`)}：{found.answer}</> : t('objection.open') }] }]} />}
    </div>
  );
}
