import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
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
import { COLOURS, publicPath, type PublicItem, type PublicSubject } from './model';
import { Grade, Plate } from './parts';

/** Grades for everybody. */
export function PublicRegisterPage() {
  const { t } = useTranslation('credit');
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={t('public.title')} lead={t('public.lead')} />
      <DataTable<PublicItem>
        caption={t('public.caption')}
        path={publicPath}
        columns={useColumns()}
        rowKey={row => row.id}
        rowLink={row => `/credit/${row.id}`}
        searchHint={t('public.search')}
        defaultSort="name"
        filters={[
          { name: 'kind', label: t('register.kind'), options: (['enterprise', 'firm'] as const).map(value => ({ value, label: t(`register.${value}`) })) },
          { name: 'colour', label: t('register.colour'), options: COLOURS.map(value => ({ value, label: t(`colour.${value}`) })) },
        ]}
        onExport={query => download(`${publicPath}/export`, query, `${t('public.exportName')}.xlsx`)}
        empty={<EmptyState title={t('public.empty')} />}
      />
      <p className="hb-small hb-muted">{t('public.notice')}</p>
    </div>
  );
}

function useColumns(): Column<PublicItem>[] {
  const { t } = useTranslation('credit');
  return [
    { key: 'name', title: t('register.name'), sortBy: 'name', lead: true, render: row => row.name },
    { key: 'kind', title: t('register.kind'), render: row => t(`register.${row.kind}`) },
    { key: 'grade', title: t('grade'), render: row => <Grade title={row.gradeTitle ?? t('public.frozen')} colour={row.colour} /> },
    { key: 'score', title: t('register.score'), sortBy: 'score', align: 'end', render: row => <span className="hb-num">{row.score ?? '—'}</span> },
    { key: 'since', title: t('register.since'), wideOnly: true, render: row => row.gradeSince ?? '—' },
  ];
}

/** One subject in public: the grade, and the events that are within their period. */
export function PublicSubjectPage() {
  const { subjectId = '' } = useParams({ strict: false }) as { subjectId?: string };
  const subject = useQuery(readPath<PublicSubject>(`${publicPath}/${subjectId}`));
  if (subject.isPending) return <PageSkeleton />;
  if (subject.error) return <RouteErrorPage error={subject.error} onRetry={() => void subject.refetch()} />;
  return <Whole subject={subject.data} />;
}

function Whole({ subject }: { readonly subject: PublicSubject }) {
  const { t } = useTranslation('credit');
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={subject.name} lead={subject.uscc ?? undefined} back={{ to: '/credit', label: t('public.back') }} />
      <section className="hb-card hb-stack">
        {subject.frozen && <Alert type="info" showIcon title={t('public.frozen')} description={t('public.frozenMeans', { day: subject.frozenUntil ?? '' })} />}
        {subject.score !== null && (
          <Plate label={t('grade')} title={subject.gradeTitle ?? ''} colour={subject.colour} score={subject.score}>
            <div className="hb-muted">{t('mine.since', { day: subject.gradeSince ?? '' })}</div>
          </Plate>
        )}
        <p className="hb-small hb-muted">{t('mine.inForce', { scheme: subject.schemeTitle, basis: subject.schemeBasis })}{subject.hasUnverified && ` ${t('mine.unverifiedScheme')}`}</p>
      </section>
      <section className="hb-card">
        <h2>{t('public.history')}</h2>
        {subject.events.length === 0 && !subject.frozen && <p className="hb-muted">{t('public.noEvents')}</p>}
        <ul className="hb-lines">
          {subject.events.map((event, nth) => (
            <li key={nth}>
              <strong>{t(`types.${event.type as 'fine'}`)}</strong> <DateText value={event.occurredOn} /> {event.documentNo} <span className="hb-muted">{t('public.until', { day: event.shownUntil })}</span>
              <div className="hb-small hb-muted">{event.legalBasis}</div>
            </li>
          ))}
        </ul>
        <p className="hb-small hb-muted">{t('public.minor')} {t('public.object')} <DateText value={subject.asOf} time /></p>
      </section>
    </div>
  );
}
