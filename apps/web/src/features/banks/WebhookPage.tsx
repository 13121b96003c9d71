import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import './banks.css';
import { Deliveries } from './Deliveries';
import { useBanksChanged, WEBHOOK_TONE, WEBHOOKS, type NewWebhook, type Webhook } from './model';
import { RotateSecret } from './RotateSecret';
import { SecretShown } from './SecretShown';

/** One address: test it, pause it, change its secret; and what was sent to it. */
export function WebhookPage() {
  const { webhookId = '' } = useParams({ strict: false }) as { webhookId?: string };
  const found = useQuery(readPath<Webhook>(`${WEBHOOKS}/${webhookId}`));
  if (found.isPending) return <PageSkeleton />;
  if (!found.data) return <RouteErrorPage error={found.error} onRetry={() => void found.refetch()} />;
  return <Shown row={found.data} />;
}

function Shown({ row }: { readonly row: Webhook }) {
  const { t } = useTranslation('banks');
  const { base } = useSession();
  const changed = useBanksChanged();
  const [act, setAct] = useState<'removed' | 'secret' | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [pinged, setPinged] = useState(false);
  const path = `${WEBHOOKS}/${row.id}`;
  const setState = (state: Webhook['state']): Promise<unknown> => rest('PUT', `${path}/state`, { body: { state }, version: row.version }).then(changed);
  const ping = (): void => {
    setProblem(null);
    void rest('POST', `${path}/ping`, {}).then(async () => { setPinged(true); await changed(); }, setProblem);
  };
  return (
    <>
      <PageHeader
        title={row.name} back={{ to: `${base}/bank-webhooks`, label: t('webhook.title') }} tags={<StatusTag tone={WEBHOOK_TONE[row.state]}>{t(`webhook.state.${row.state}`)}</StatusTag>}
        actions={row.state !== 'removed' && <>
          {row.state === 'active' && <Button type="primary" onClick={ping}>{t('webhook.ping')}</Button>}
          <Button onClick={() => setAct('secret')}>{t('secret.make')}</Button>
          <Button onClick={() => void setState(row.state === 'active' ? 'paused' : 'active').catch(setProblem)}>{t(row.state === 'active' ? 'webhook.pause' : 'webhook.resume')}</Button>
          <Button danger onClick={() => setAct('removed')}>{t('webhook.remove')}</Button>
        </>}
      />
      <div className="hb-stack">
        <ProblemAlert error={problem} />
        {pinged && <Alert type="info" showIcon title={t('webhook.pinged')} />}
        {made && <SecretShown title={t('secret.made')} text={made} />}
        <SummaryList groups={[{ title: t('page.facts'), rows: [
          { label: t('webhook.url'), value: <span className="hb-banks__code">{row.url}</span> }, { label: t('webhook.algorithm'), value: t(`algorithm.${row.algorithm}`) },
          { label: t('secret.secret'), value: <><span className="hb-num">…{row.secretEnding}</span> {row.formerUntil && <>{t('secret.former')} <DateText value={row.formerUntil} time /></>}</> },
          { label: t('field.created'), value: <>{row.createdByName} <DateText value={row.createdAt} time /></> },
        ] }]} />
        <h2>{t('delivery.title')}</h2>
        <Deliveries webhookId={row.id} />
      </div>
      <RotateSecret open={act === 'secret'} first={false} onClose={() => setAct(null)} onConfirm={async overlapHours => { setMade((await rest<NewWebhook>('POST', `${path}/secrets`, { body: { overlapHours }, version: row.version })).secret); setAct(null); await changed(); }} />
      <ConfirmAct open={act === 'removed'} danger title={t('webhook.removeTitle')} act={t('webhook.remove')} onClose={() => setAct(null)} onConfirm={async () => { await setState('removed'); setAct(null); }}><p>{t('webhook.removeText')}</p></ConfirmAct>
    </>
  );
}
