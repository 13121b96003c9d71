import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/api/problem';
import { readPath, rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { useContractOf } from './contract-of';
import { DeliveryReview } from './DeliveryReview';
import { taskPath, type Delivery, type Task } from './model';
import { useTaskChanged } from './task-changed';

const TONE = { submitted: 'warning', accepted: 'success', rework: 'muted' } as const;

/** Results handed over, and what the enterprise says to them. */
export function DeliveriesCard({ task }: { readonly task: Task }) {
  const { t } = useTranslation('market');
  const list = useQuery(readPath<readonly Delivery[]>(`${taskPath(task.id)}/deliveries`));
  const files = useQuery(readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: 'service-task', subjectId: task.id }));
  const [verdict, setVerdict] = useState<{ delivery: Delivery; act: 'accept' | 'rework' } | null>(null);
  const [standing, setStanding] = useState<string | null>(null);
  const standingId = useId();
  const changed = useTaskChanged(task.id);
  const byMilestone = useContractOf(task).byMilestone;
  const fileOf = (id: string): StoredFile | undefined => files.data?.find(file => file.id === id);
  return (
    <section className="hb-card">
      <h2>{t('delivery.title')}</h2>
      <ProblemAlert error={list.error} />
      {list.data?.length === 0 && <p className="hb-muted">{t('delivery.none')}</p>}
      <div className="hb-stack">
        {list.data?.map(delivery => (
          <article key={delivery.id} className="hb-bids__row">
            <div className="hb-row">
              <strong>{t('delivery.round', { count: delivery.round })}</strong>
              <StatusTag tone={TONE[delivery.state]}>{t(`delivery.state.${delivery.state}`)}</StatusTag>
              <DateText value={delivery.submittedAt} time />
            </div>
            <p style={{ whiteSpace: 'pre-wrap' }}>{delivery.summary}</p>
            <FileList files={delivery.fileIds.map(fileOf).filter(file => file !== undefined)} />
            {delivery.state === 'submitted' && <DeliveryReview taskId={task.id} deliveryId={delivery.id} />}
            {delivery.comment && <p className="hb-muted">{delivery.comment}</p>}
            {delivery.state === 'submitted' && task.actions.includes('task.accept') && (
              <div className="hb-row">
                <Button onClick={() => setVerdict({ delivery, act: 'rework' })}>{t('delivery.rework')}</Button>
                <Button type="primary" onClick={() => setVerdict({ delivery, act: 'accept' })}>
                  {t('delivery.accept')}
                </Button>
              </div>
            )}
          </article>
        ))}
      </div>
      {task.actions.includes('task.deliver') && !byMilestone && <Deliver task={task} />}
      <ConfirmAct
        open={verdict !== null}
        title={t(verdict?.act === 'rework' ? 'delivery.reworkTitle' : 'delivery.acceptTitle')}
        act={t(verdict?.act === 'rework' ? 'delivery.rework' : 'delivery.accept')}
        reason={{ label: t('delivery.comment'), required: true }}
        ready={standing === null || standing.trim().length >= 4}
        onConfirm={async comment => {
          try {
            await rest('POST', `${taskPath(task.id)}/deliveries/${verdict?.delivery.id}/${verdict?.act}`, { body: { comment, standingReason: standing ?? undefined } });
          } catch (thrown) {
            // the firm has lost its standing: it can still be accepted, with a statement
            if (isProblem(thrown, 'task.delivery-firm-standing')) setStanding(said => said ?? '');
            throw thrown;
          }
          await changed();
        }}
        onClose={() => {
          setVerdict(null);
          setStanding(null);
        }}
      >
        {standing !== null && (
          <div>
            <label htmlFor={standingId}>{t('delivery.standing')}</label>
            <Input.TextArea id={standingId} value={standing} maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} onChange={event => setStanding(event.target.value)} />
          </div>
        )}
      </ConfirmAct>
    </section>
  );
}

function Deliver({ task }: { readonly task: Task }) {
  const { t } = useTranslation('market');
  const id = useId();
  const [summary, setSummary] = useState('');
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const changed = useTaskChanged(task.id);
  const send = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await rest('POST', `${taskPath(task.id)}/deliveries`, { body: { summary, fileIds: files.map(file => file.id) } });
      setSummary('');
      setFiles([]);
      await changed();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="hb-stack" style={{ marginTop: 18 }}>
      <ProblemAlert error={error} />
      <div>
        <label htmlFor={id}>{t('delivery.summary')}</label>
        <Input.TextArea id={id} value={summary} autoSize={{ minRows: 3, maxRows: 12 }} maxLength={5000} onChange={event => setSummary(event.target.value)} />
      </div>
      <FileUpload label={t('delivery.files')} subjectType="service-task" subjectId={task.id} purpose="delivery" onDone={file => setFiles(all => [...all, file])} />
      <FileList files={files} />
      <div>
        <Button type="primary" size="large" loading={busy} disabled={summary.trim().length < 4} onClick={() => void send()}>
          {t('delivery.submit')}
        </Button>
        {summary.trim().length < 4 && <span className="hb-small hb-muted"> {t('delivery.needText')}</span>}
      </div>
    </div>
  );
}
