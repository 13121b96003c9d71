import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import './evidence.css';
import { sha256Of, type SignatureCheck } from './model';

const HASH = '^\\s*[0-9a-fA-F]{64}\\s*$';

/** Anyone who holds a copy of record finds out here whether it is genuine and whether it stands. */
export function CheckSignaturePage() {
  const { t } = useTranslation('evidence');
  const navigate = useNavigate();
  const hash = ((useSearch({ strict: false }) as Record<string, string>)['hash'] ?? '').trim();
  const ask = (value: string): Promise<void> => navigate({ to: '/signatures', search: { hash: value.trim().toLowerCase() } as never });
  return (
    <div className="hb-container">
      <PageHeader title={t('check.title')} lead={t('check.lead')} />
      <div className="hb-stack hb-evidence__check">
        <ChooseFile onHash={value => void ask(value)} />
        <QuickForm
          key={hash}
          initial={{ hash }}
          fields={[{ name: 'hash', label: { zh: '或输入摘要', en: 'Or enter the digest' }, type: 'text', required: true, pattern: HASH, help: { zh: '印在存证末尾的 64 位字母和数字', en: '64 letters and digits printed at the end of the record' } }]}
          submit={t('check.act')}
          onSubmit={values => ask(String(values['hash'] ?? ''))}
        />
        {hash !== '' && <Answer hash={hash} />}
      </div>
    </div>
  );
}

function ChooseFile({ onHash }: { readonly onHash: (hash: string) => void }) {
  const { t } = useTranslation('evidence');
  const id = useId();
  const [failed, setFailed] = useState(false);
  const choose = (file: File | undefined): void => {
    setFailed(false);
    if (file) sha256Of(file).then(onHash, () => setFailed(true));
  };
  return (
    <div>
      <label htmlFor={id} className="hb-evidence__label">{t('check.file')}</label>
      <input id={id} type="file" accept="application/pdf" aria-describedby={`${id}-help`} onChange={event => choose(event.target.files?.[0])} />
      <p id={`${id}-help`} className="hb-small hb-muted">{t('check.fileHelp')}</p>
      <p className="hb-field-error" role="alert">{failed ? t('check.fileFailed') : ''}</p>
    </div>
  );
}

function Answer({ hash }: { readonly hash: string }) {
  const { t } = useTranslation('evidence');
  const check = useQuery(readPath<SignatureCheck>('/api/v1/public/signatures/check', { hash }));
  if (check.error) return <ProblemAlert error={check.error} />;
  if (!check.data) return <p role="status">{t('check.asking')}</p>;
  const { known, holds, status, what, ownerName, signedAt, checkedAt } = check.data;
  if (!known) return <div role="status"><Alert type="error" showIcon title={t('check.unknown')} description={t('check.unknownHint')} /></div>;
  const good = holds === true && (status === 'standing' || status === 'confirmed');
  return (
    <div className="hb-stack" role="status">
      <Alert type={good ? 'success' : status === 'contested' && holds ? 'warning' : 'error'} showIcon title={holds ? t(`check.${status ?? 'standing'}`) : t('check.broken')} />
      <SummaryList
        groups={[
          {
            title: t('check.facts'),
            rows: [
              { label: t('record.what'), value: what && textOf(what) },
              { label: t('record.owner'), value: ownerName },
              { label: t('record.at'), value: <DateText value={signedAt} time /> },
              { label: t('check.at'), value: <DateText value={checkedAt} time /> },
            ],
          },
        ]}
      />
    </div>
  );
}
