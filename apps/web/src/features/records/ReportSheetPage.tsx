import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { DateText } from '@/shared/ui/values';
import { monitoringPath, textOrNull, type Monitoring } from './model';
import './records.css';
import { type ResultSheet, SheetRows } from './SheetRows';

/** The results a firm handed over as a workbook: looked through row by row, then entered all at once. */
export function ReportSheetPage() {
  const { permitId = '', reportId = '' } = useParams({ strict: false }) as { permitId?: string; reportId?: string };
  const sheet = useQuery(readPath<ResultSheet>(`${monitoringPath(permitId)}/reports/${reportId}/rows`));
  const monitoring = useQuery(readPath<Monitoring>(monitoringPath(permitId)));
  if (sheet.isPending || monitoring.isPending) return <PageSkeleton />;
  const error = sheet.error ?? monitoring.error;
  if (error || !sheet.data || !monitoring.data) return <RouteErrorPage error={error} onRetry={() => void sheet.refetch()} />;
  return <Whole permitId={permitId} reportId={reportId} sheet={sheet.data} mayWrite={monitoring.data.actions.includes('monitoring.write')} />;
}

interface Props {
  readonly permitId: string;
  readonly reportId: string;
  readonly sheet: ResultSheet;
  readonly mayWrite: boolean;
}

function Whole({ permitId, reportId, sheet, mayWrite }: Props) {
  const { t } = useTranslation('records');
  const { base } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const back = `${base}/records/${permitId}?tab=results`;
  const takenAt = textOrNull(sheet.takenAt);
  const ready = takenAt === null && sheet.refused === 0 && sheet.rows.length > 0;
  const take = async (): Promise<void> => {
    await rest('POST', `${monitoringPath(permitId)}/reports/${reportId}/take`, { body: {} });
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(monitoringPath(permitId)) });
    await navigate({ to: `${base}/records/${permitId}` as never, search: { tab: 'results' } as never });
  };
  return (
    <>
      <PageHeader
        title={t('sheet.title')} lead={[textOrNull(sheet.name), textOrNull(sheet.laboratory), textOrNull(sheet.taskTitle)].filter(Boolean).join(' · ')} back={{ to: back, label: t('tab.results') }}
        actions={mayWrite && ready ? <Button type="primary" size="large" onClick={() => setAsked(true)}>{t('sheet.take', { count: sheet.rows.length })}</Button> : undefined}
      />
      <div className="hb-stack">
        {takenAt !== null && <Alert type="success" showIcon title={<>{t('sheet.taken', { by: textOrNull(sheet.takenByName) })} <DateText value={takenAt} time /></>} />}
        {takenAt === null && sheet.refused > 0 && <Alert type="warning" showIcon title={t('sheet.wrong', { count: sheet.refused })} description={t('sheet.mend')} />}
        <section className="hb-card">
          <h2>{t('sheet.rows')}</h2>
          <SheetRows sheet={sheet} />
        </section>
      </div>
      <ConfirmAct
        open={asked} title={t('sheet.ask')} act={t('sheet.take', { count: sheet.rows.length })} onConfirm={take} onClose={() => setAsked(false)}
        summary={[{ label: t('sheet.count.label'), value: t('sheet.count.accepted', { count: sheet.accepted }) }, { label: t('sheet.exceeded'), value: String(sheet.rows.filter(row => textOrNull(row.verdict) === 'exceeded').length) }]}
      >
        <p>{t('sheet.askText')}</p>
      </ConfirmAct>
    </>
  );
}
