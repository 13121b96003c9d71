import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { sizeText } from '@/shared/ui/files.types';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { DateText } from '@/shared/ui/values';
import { saveAsFile } from './key-file';
import './market.css';
import { taskPath, type Receipt, type Sealing } from './model';
import { submitSealed } from './seal-bid';

const FIELDS: readonly FieldSpec[] = [
  { name: 'priceYuan', label: { zh: '总报价', en: 'Total price' }, type: 'decimal', unit: '元', required: true, min: 0.01, help: { zh: '含税总价，单位是元，不是万元', en: 'Tax included, in yuan' }, width: 'half' },
  { name: 'durationDays', label: { zh: '工期', en: 'Duration' }, type: 'integer', unit: '天', required: true, min: 1, max: 3650, width: 'half' },
  { name: 'proposal', label: { zh: '服务方案', en: 'Proposal' }, type: 'textarea', required: true, max: 20_000, help: { zh: '怎么做、谁来做、有什么保证', en: 'How, by whom, with what assurance' }, width: 'full' },
];

const TYPES = ['.pdf', '.docx', '.xlsx', '.jpg', '.jpeg', '.png'];
const LIMIT_BYTES = 8 * 1024 * 1024;

/** A sealed bid: filled in, encrypted and sent from this page; the server never sees the content before the opening. */
export function BidPage() {
  const { t } = useTranslation('market');
  const { base, organisation } = useSession();
  const { taskId = '' } = useParams({ strict: false }) as { taskId?: string };
  const sealing = useQuery(readPath<Sealing>(`${taskPath(taskId)}/sealing`));
  const [files, setFiles] = useState<readonly File[]>([]);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const back = { to: `${base}/tasks/${taskId}`, label: t('bid.backToTask') };
  if (sealing.isPending) return <PageSkeleton />;
  if (sealing.error)
    return (
      <>
        <PageHeader title={t('bid.title')} back={back} />
        <ProblemAlert error={sealing.error} />
      </>
    );
  if (receipt) return <Received receipt={receipt} back={back} />;
  const total = files.reduce((sum, file) => sum + file.size, 0);
  return (
    <>
      <PageHeader title={t('bid.title')} lead={t('bid.lead')} back={back} tags={<span className="hb-num hb-muted">{sealing.data.taskNumber}</span>} />
      <div className="hb-card hb-stack">
        <p>
          {t('task.deadline')}: <DateText value={sealing.data.bidDeadline} time />
        </p>
        {typeof crypto.subtle === 'undefined' && <Alert type="warning" showIcon title={t('bid.insecure')} />}
        <QuickForm
          fields={FIELDS}
          submit={t('bid.submit')}
          control={FieldControl}
          layout="grid"
          extraErrors={() => (total > LIMIT_BYTES ? [{ message: t('bid.tooLarge') }] : [])}
          onSubmit={async values => {
            const input = { priceYuan: String(values['priceYuan']), durationDays: Number(values['durationDays']), proposal: String(values['proposal'] ?? ''), files };
            setReceipt(await submitSealed(input, sealing.data, organisation?.orgId ?? ''));
          }}
        >
          <Attachments files={files} onChange={setFiles} />
        </QuickForm>
      </div>
    </>
  );
}

function Attachments({ files, onChange }: { readonly files: readonly File[]; readonly onChange: (files: readonly File[]) => void }) {
  const { t } = useTranslation('market');
  const { t: common } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const add = (chosen: FileList | null): void => {
    const all = [...(chosen ?? [])];
    const fitting = all.filter(file => TYPES.includes(file.name.slice(file.name.lastIndexOf('.')).toLowerCase()) && file.type !== '');
    setWrong(fitting.length < all.length);
    onChange([...files, ...fitting]);
  };
  return (
    <div className="hb-stack" style={{ gap: 8 }}>
      <span>{t('bid.files')}</span>
      <ul className="hb-plain-list">
        {files.map(file => (
          <li key={file.name + file.size} className="hb-row">
            {file.name} <span className="hb-small hb-muted">{sizeText(file.size)}</span>
            <Button size="small" type="text" danger onClick={() => onChange(files.filter(each => each !== file))} aria-label={common('files.removeOf', { name: file.name })}>
              {common('files.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {wrong && <p className="hb-field-error">{t('bid.wrongType')}</p>}
      <div>
        <Button onClick={() => input.current?.click()}>{t('bid.addFiles')}</Button>
        <input ref={input} type="file" className="hb-sr-only" tabIndex={-1} multiple accept={TYPES.join()} aria-label={t('bid.addFiles')} onChange={event => add(event.target.files)} />
      </div>
    </div>
  );
}

function Received({ receipt, back }: { readonly receipt: Receipt; readonly back: { to: string; label: string } }) {
  const { t } = useTranslation('market');
  const { receipt: content } = receipt;
  return (
    <>
      <PageHeader title={t('bid.receiptTitle')} lead={t('bid.receiptText')} back={back} />
      <div className="hb-card hb-stack">
        <dl className="hb-receipt">
          <dt className="hb-muted">{t('bid.round', { count: content.round })}</dt>
          <dd className="hb-num">{content.taskNumber}</dd>
          <dt className="hb-muted">{t('bid.receivedAt')}</dt>
          <dd>
            <DateText value={content.receivedAt} time />
          </dd>
          <dt className="hb-muted">{t('bid.digest')}</dt>
          <dd className="hb-num">{content.digest}</dd>
        </dl>
        <div className="hb-row">
          <Button type="primary" onClick={() => saveAsFile(`报价回执-${content.taskNumber}-${content.round}.json`, receipt)}>
            {t('bid.saveReceipt')}
          </Button>
          <ButtonLink to={back.to}>{back.label}</ButtonLink>
        </div>
      </div>
    </>
  );
}
