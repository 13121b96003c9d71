import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { DateText } from '@/shared/ui/values';
import { monitoringPath, textOrNull } from './model';

export type ReceivedReport = components['schemas']['MonitoringReportView'];

const SHOWN = '10';

/** Reports of laboratories that came from service tasks: who made them, under which task and contract, and how many results were entered from each. */
export function ReceivedReports({ permitId, onEnter }: { readonly permitId: string; readonly onEnter: ((report: ReceivedReport) => void) | null }) {
  const { t } = useTranslation('records');
  const { base, organisation } = useSession();
  const received = useQuery(readPath<{ readonly items: readonly ReceivedReport[] }>(`${monitoringPath(permitId)}/reports`, { limit: SHOWN }));
  if (!received.data || received.data.items.length === 0) return null;
  const party = (report: ReceivedReport): boolean => organisation?.orgKind === 'enterprise' || organisation?.orgId === report.firmId;
  return (
    <section className="hb-card">
      <h2>{t('received.title')}</h2>
      <ul className="hb-plain-list hb-stack">
        {received.data.items.map(report => {
          const contract = textOrNull(report.contractNumber);
          return (
            <li key={report.id} className="hb-row">
              <a href={`/api/v1/files/${report.fileId}/content`}>{report.name}</a>
              <span className="hb-small hb-muted">
                {report.laboratory} · {party(report) ? <AppLink to={`${base}/tasks/${report.taskId}`}>{report.taskTitle}</AppLink> : report.taskTitle}
                {contract && <> · {party(report) ? <AppLink to={`${base}/contracts/${String(report.contractId)}`}>{contract}</AppLink> : contract}</>}
                {' · '}<DateText value={report.receivedAt} /> · {t('received.results', { count: report.results })}
              </span>
              {report.isSheet && <AppLink to={`${base}/records/${permitId}/sheets/${report.id}`}>{t(textOrNull(report.takenAt) === null ? 'received.look' : 'received.taken')}</AppLink>}
              {onEnter && !report.isSheet && <Button aria-label={`${t('received.enter')} ${report.name}`} onClick={() => onEnter(report)}>{t('received.enter')}</Button>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
