import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText, Money } from '@/shared/ui/values';
import { ResultSheetCheck } from './ResultSheetCheck';
import { useContractChanged, type Contract, type Milestone } from './model';

const TONES = { open: 'neutral', delivered: 'warning', rework: 'warning', accepted: 'success', dropped: 'muted' } as const;

/** What is due when and for how much, and the place to deliver it. */
export function MilestonesCard({ contract }: { readonly contract: Contract }) {
  const { t } = useTranslation('contracts');
  const { base } = useSession();
  const [delivering, setDelivering] = useState<string | null>(null);
  const mayDeliver = contract.side === 'firm' && contract.state === 'active';
  const mayAccept = contract.side === 'enterprise' && contract.state === 'active';
  return (
    <section className="hb-card">
      <h2>{t('milestones.title')}</h2>
      <ol className="hb-plain-list hb-stack">
        {contract.milestones.map((one, nth) => (
          <li key={one.id} className="hb-contract__row">
            <div className="hb-row">
              <strong>{nth + 1}. {one.name}</strong>
              <Mark milestone={one} />
              <span className="hb-num"><DateText value={one.dueOn} /></span>
              <Money yuan={one.amountYuan} />
              <span className="hb-small hb-muted">{t(`milestones.payable.${one.payableOn}`)}</span>
            </div>
            <p>{one.deliverable}</p>
            {one.awaitsApproval && <p className="hb-small">{t(contract.side === 'enterprise' ? 'milestones.awaitsEnterprise' : 'milestones.awaitsFirm')} <AppLink to={`${base}/tasks/${contract.taskId}`}>{t('milestones.toUses')}</AppLink></p>}
            {one.approvedFor && <p className="hb-small hb-muted">{t('milestones.approvedFor', { what: one.approvedFor })}</p>}
            {mayAccept && one.state === 'delivered' && <AppLink to={`${base}/tasks/${contract.taskId}`}>{t('milestones.toAccept')}</AppLink>}
            {mayDeliver && one.payableOn !== 'signing' && (one.state === 'open' || one.state === 'rework') && delivering !== one.id && <Button onClick={() => setDelivering(one.id)}>{t('milestones.deliver')}</Button>}
            {delivering === one.id && <Deliver contract={contract} milestone={one} onDone={() => setDelivering(null)} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Mark({ milestone }: { readonly milestone: Milestone }) {
  const { t } = useTranslation('contracts');
  if (milestone.state === null) return null;
  if (milestone.late) return <StatusTag tone="danger">{t('milestones.late')}</StatusTag>;
  if (milestone.awaitsApproval && milestone.openYuan !== '0.00') return <StatusTag tone="progress">{t('milestones.awaits')}</StatusTag>;
  const paid = milestone.state === 'accepted' && milestone.openYuan === '0.00';
  return <StatusTag tone={paid ? 'done' : TONES[milestone.state]}>{t(paid ? 'milestones.paid' : `milestones.state.${milestone.state}`)}</StatusTag>;
}

function Deliver({ contract, milestone, onDone }: { readonly contract: Contract; readonly milestone: Milestone; readonly onDone: () => void }) {
  const { t } = useTranslation('contracts');
  const { t: common } = useTranslation();
  const id = useId();
  const [summary, setSummary] = useState('');
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const changed = useContractChanged(contract.id);
  const send = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await rest('POST', `/api/v1/service-tasks/${contract.taskId}/deliveries`, { body: { summary, fileIds: files.map(file => file.id), milestoneId: milestone.id } });
      await changed();
      onDone();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="hb-stack">
      <ProblemAlert error={error} />
      <div>
        <label htmlFor={id}>{t('milestones.summary')}</label>
        <Input.TextArea id={id} value={summary} autoSize={{ minRows: 2, maxRows: 10 }} maxLength={5000} onChange={event => setSummary(event.target.value)} />
      </div>
      {contract.kind === 'testing' && <ResultSheetCheck contract={contract} />}
      <FileUpload label={t('milestones.files')} subjectType="service-task" subjectId={contract.taskId} purpose="delivery" onDone={file => setFiles(all => [...all, file])} />
      <FileList files={files} />
      <div className="hb-row">
        <Button type="primary" loading={busy} disabled={summary.trim().length < 4} onClick={() => void send()}>{t('milestones.send')}</Button>
        <Button onClick={onDone}>{common('action.back')}</Button>
        {summary.trim().length < 4 && <span className="hb-small hb-muted">{t('milestones.needText')}</span>}
      </div>
    </div>
  );
}
