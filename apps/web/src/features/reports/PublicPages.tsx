import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath, withQuery } from '@/api/rest';
import { PrintedContent } from '@/features/permits/Printed';
import { textOf } from '@/i18n';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { AppLink } from '@/shared/ui/AppLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { DateText } from '@/shared/ui/values';
import { KINDS, publicReportsPath, type PublicReport, type PublicReportRow } from './model';
import './reports.css';

/** 执行报告公开: accepted reports, open to everyone. */
export function PublicReportsPage() {
  const { t } = useTranslation('reports');
  const columns: Column<PublicReportRow>[] = [
    { key: 'title', title: t('list.report'), lead: true, render: row => textOf(row.title) },
    { key: 'site', title: t('list.site'), render: row => `${row.enterpriseName} · ${row.siteName}` },
    { key: 'number', title: t('facts.permit'), render: row => <span className="hb-num">{row.permitNumber}</span> },
    { key: 'period', title: t('facts.period'), sortBy: 'periodTo', render: row => <><DateText value={row.periodFrom} /> — <DateText value={row.periodTo} /></> },
    { key: 'accepted', title: t('open.accepted'), sortBy: 'accepted', render: row => <DateText value={row.acceptedAt} /> },
  ];
  return (
    <div className="hb-container">
      <PageHeader title={t('open.title')} lead={t('open.lead')} />
      <DataTable<PublicReportRow>
        caption={t('open.title')} path={publicReportsPath} columns={columns} rowKey={row => row.id} rowLink={row => `/execution-reports/${row.id}`} searchHint={t('list.search')} defaultSort="-periodTo"
        filters={[
          { name: 'kind', label: t('list.kind'), options: KINDS.map(value => ({ value, label: t(`kind.${value}`) })) },
          { name: 'from', label: t('open.from'), type: 'date' }, { name: 'to', label: t('open.to'), type: 'date' },
        ]}
        onExport={async query => location.assign(withQuery(`${publicReportsPath}/export`, query))}
        empty={<EmptyState title={t('open.empty')}>{t('open.emptyHint')}</EmptyState>}
      />
    </div>
  );
}

/** One published report. */
export function PublicReportPage() {
  const { t } = useTranslation('reports');
  const { reportId = '' } = useParams({ strict: false }) as { reportId?: string };
  const report = useQuery(readPath<PublicReport>(`${publicReportsPath}/${reportId}`));
  if (report.error) return <RouteErrorPage error={report.error} />;
  if (!report.data) return <PageSkeleton />;
  const { data } = report;
  return (
    <div className="hb-container">
      <PageHeader title={`${data.enterpriseName} · ${textOf(data.title)}`} lead={data.siteName} back={{ to: '/execution-reports', label: t('open.title') }} />
      <div className="hb-stack">
        <section className="hb-card">
          <dl className="hb-report__facts">
            <div><dt>{t('facts.period')}</dt><dd><DateText value={data.periodFrom} /> — <DateText value={data.periodTo} /></dd></div>
            <div><dt>{t('facts.submitted')}</dt><dd><DateText value={data.submittedAt} /></dd></div>
            <div><dt>{t('open.accepted')}</dt><dd><DateText value={data.acceptedAt} /></dd></div>
            <div><dt>{t('facts.permit')}</dt><dd><AppLink to={`/check/${data.permitId}`}>{data.permitNumber}</AppLink></dd></div>
          </dl>
          <p><a href={`${publicReportsPath}/${data.id}/pdf`}>{t('pdf')}</a></p>
        </section>
        <Alert type="info" showIcon title={`${t('open.withheld')}${data.withheld.map(textOf).join('；')}`} />
        <PrintedContent sections={data.parts} />
      </div>
    </div>
  );
}
