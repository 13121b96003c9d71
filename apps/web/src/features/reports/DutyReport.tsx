import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { readPath } from '@/api/rest';
import type { Duty } from '@/features/duties/model';
import { useSession } from '@/session/session';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { useBeginReport } from './begin-report';
import { reportsPath, STATE_TONES, type ReportRow } from './model';

/** From a duty to its report: opens the one that is there, or begins it. */
export function DutyReport({ duty }: { readonly duty: Duty }) {
  const { t } = useTranslation('reports');
  const { base } = useSession();
  const reports = useQuery(readPath<Page<ReportRow>>(reportsPath, { dutyId: duty.id }));
  const { begin, busy, error } = useBeginReport();
  const report = reports.data?.items[0];
  if (report) {
    return (
      <p className="hb-row">
        <ButtonLink to={`${base}/reports/${report.id}`} kind="primary">{t(report.state === 'accepted' || report.state === 'submitted' ? 'content.link' : 'continue')}</ButtonLink>
        <StatusTag tone={STATE_TONES[report.state]}>{t(`state.${report.state}`)}</StatusTag>
      </p>
    );
  }
  if (!reports.data || !duty.actions.includes('duty.do') || duty.status === 'excused') return null;
  return (
    <>
      <ProblemAlert error={error} />
      <p><Button type="primary" size="large" loading={busy !== null} onClick={() => void begin(duty.id)}>{t('begin')}</Button></p>
    </>
  );
}
