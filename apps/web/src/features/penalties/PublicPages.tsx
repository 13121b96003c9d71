import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { PUBLIC, type PublicPenalty } from './model';
import './penalties.css';

/** Decisions for everybody, until their period ends. */
export function PublicPenaltyListPage() {
  const { t } = useTranslation('penalties');
  const violations = useQuery(readPath<readonly { code: string; title: string }[]>(`${PUBLIC}/violations`));
  const columns: Column<PublicPenalty>[] = [
    { key: 'party', title: t('party'), lead: true, render: row => <>{row.partyName}<div className="hb-small hb-muted">{row.number}</div></> },
    { key: 'violation', title: t('violation'), render: row => row.violationTitle },
    { key: 'decision', title: t('decision.what'), render: row => row.decision },
    { key: 'decided', title: t('decided'), sortBy: 'decided', render: row => <DateText value={row.decidedOn} /> },
    { key: 'until', title: t('decision.publicUntil'), wideOnly: true, render: row => <DateText value={row.publishUntil} /> },
  ];
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={t('public.title')} lead={t('public.lead')} />
      <DataTable<PublicPenalty>
        caption={t('public.title')} path={PUBLIC} columns={columns} rowKey={row => row.id} rowLink={row => `/penalties/${row.id}`} defaultSort="-decided" searchHint={t('public.search')} onExport={query => download(`${PUBLIC}/export`, query, `${t('public.title')}.xlsx`)}
        filters={[{ name: 'violation', label: t('violation'), options: (violations.data ?? []).map(one => ({ value: one.code, label: one.title })) }, { name: 'from', label: t('from'), type: 'date' }, { name: 'to', label: t('to'), type: 'date' }]}
        empty={<EmptyState title={t('public.empty')} />}
      />
    </div>
  );
}

export function PublicPenaltyPage() {
  const { decisionId = '' } = useParams({ strict: false }) as { decisionId?: string };
  const { t } = useTranslation('penalties');
  const one = useQuery(readPath<PublicPenalty>(`${PUBLIC}/${decisionId}`));
  if (one.isPending) return <PageSkeleton />;
  if (!one.data) return <RouteErrorPage error={one.error} onRetry={() => void one.refetch()} />;
  const row = one.data;
  const facts: readonly (readonly [string, string])[] = [[t('decisionNumber'), row.number], [t('party'), row.partyName], ...(row.partyCode ? [[t('partyCode'), row.partyCode] as const] : []), [t('violation'), row.violationTitle], [t('facts'), row.summary], [t('law.title'), row.legalBasis], [t('decision.what'), row.decision], [t('public.issuer'), row.issuer], [t('decided'), row.decidedOn], [t('decision.publicUntil'), row.publishUntil]];
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={row.partyName} lead={row.number} back={{ to: '/penalties', label: t('public.title') }} />
      <section className="hb-card"><dl className="hb-penalties__facts">{facts.map(([label, value]) => <div key={label}><dt>{label}</dt><dd className="hb-penalties__words">{value}</dd></div>)}</dl></section>
    </div>
  );
}
