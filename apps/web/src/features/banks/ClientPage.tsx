import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { CopyText, DateText } from '@/shared/ui/values';
import './banks.css';
import { CLIENT_TONE, CLIENTS, useBanksChanged, type ClientDetail, type NewSecret } from './model';
import { RotateSecret } from './RotateSecret';
import { SecretShown } from './SecretShown';

type Act = 'approved' | 'refused' | 'revoke' | 'secret';

/** One program: for the bank its secrets, for the bureau the decision. */
export function ClientPage() {
  const { clientId = '' } = useParams({ strict: false }) as { clientId?: string };
  const found = useQuery(readPath<ClientDetail>(`${CLIENTS}/${clientId}`));
  if (found.isPending) return <PageSkeleton />;
  if (!found.data) return <RouteErrorPage error={found.error} onRetry={() => void found.refetch()} />;
  return <Shown row={found.data} />;
}

function Shown({ row }: { readonly row: ClientDetail }) {
  const { t } = useTranslation('banks');
  const { base } = useSession();
  const changed = useBanksChanged();
  const [act, setAct] = useState<Act | null>(null);
  const [made, setMade] = useState<NewSecret | null>(null);
  const may = (action: string): boolean => row.actions.includes(`bank-client.${action}`);
  const done = async (): Promise<void> => {
    setAct(null);
    await changed();
  };
  return (
    <>
      <PageHeader
        title={row.name} lead={row.bankName} back={{ to: `${base}/bank-clients`, label: t('client.title') }} tags={<StatusTag tone={CLIENT_TONE[row.state]}>{t(`client.state.${row.state}`)}</StatusTag>}
        actions={<>
          {may('decide') && <Button type="primary" onClick={() => setAct('approved')}>{t('client.approve')}</Button>}
          {may('decide') && <Button onClick={() => setAct('refused')}>{t('client.refuse')}</Button>}
          {may('secret') && <Button type="primary" onClick={() => setAct('secret')}>{t('secret.make')}</Button>}
          {may('revoke') && <Button danger onClick={() => setAct('revoke')}>{t('client.revoke')}</Button>}
        </>}
      />
      <div className="hb-stack">
        {made && <SecretShown title={t('secret.made')} text={made.secret} id={row.clientId} />}
        <p>{t(`client.says.${row.state}`)}</p>
        <Facts row={row} />
        {may('secret') && <Secrets row={row} />}
      </div>
      <RotateSecret open={act === 'secret'} first={row.secrets.length === 0} onClose={() => setAct(null)} onConfirm={async overlapHours => { setMade(await rest<NewSecret>('POST', `${CLIENTS}/${row.id}/secrets`, { body: { overlapHours } })); await done(); }} />
      <ConfirmAct
        open={act === 'approved' || act === 'refused'} title={t(act === 'refused' ? 'client.refuseTitle' : 'client.approveTitle')} act={t(act === 'refused' ? 'client.refuse' : 'client.approve')} reason={{ label: t('client.reason'), required: act === 'refused' }} onClose={() => setAct(null)}
        onConfirm={async reason => { await rest('POST', `${CLIENTS}/${row.id}/decision`, { body: { verdict: act, reason: reason || null }, version: row.version }); await done(); }}
      >
        <p>{t('client.decideText')}</p>
      </ConfirmAct>
      <ConfirmAct open={act === 'revoke'} danger title={t('client.revokeTitle')} act={t('client.revoke')} reason={{ label: t('client.reason'), required: true }} onClose={() => setAct(null)} onConfirm={async reason => { await rest('POST', `${CLIENTS}/${row.id}/revoke`, { body: { reason }, version: row.version }); await done(); }}>
        <p>{t('client.revokeText')}</p>
      </ConfirmAct>
    </>
  );
}

function Facts({ row }: { readonly row: ClientDetail }) {
  const { t } = useTranslation('banks');
  return (
    <SummaryList
      groups={[{
        title: t('page.facts'),
        rows: [
          { label: t('client.clientId'), value: <span className="hb-banks__secret"><CopyText text={row.clientId} label={t('client.clientId')} /></span> }, { label: t('client.purpose'), value: row.purpose },
          { label: t('client.scopes'), value: row.scopes.map(one => t(`clientScope.${one}`)).join('、') }, { label: t('client.thumbprint'), value: row.certificateThumbprint ? <span className="hb-banks__code">{row.certificateThumbprint}</span> : t('client.noThumbprint') },
          { label: t('client.proposed'), value: <>{row.proposedByName} <DateText value={row.proposedAt} time /></> },
          ...(row.decidedAt ? [{ label: t('client.decided'), value: <>{row.decidedByName} <DateText value={row.decidedAt} time /> {row.decisionReason}</> }] : []),
          ...(row.revokedAt ? [{ label: t('client.revoked'), value: <>{row.revokedByName} <DateText value={row.revokedAt} time /> {row.revokeReason}</> }] : []),
          { label: t('client.used'), value: <DateText value={row.lastUsedAt} time /> },
        ],
      }]}
    />
  );
}

function Secrets({ row }: { readonly row: ClientDetail }) {
  const { t } = useTranslation('banks');
  return (
    <section className="hb-card">
      <h2>{t('secret.list')}</h2>
      {row.secrets.length === 0 && <p className="hb-muted">{t('secret.none')}</p>}
      <ul className="hb-plain-list hb-stack" style={{ gap: 10 }}>
        {row.secrets.map(one => (
          <li key={one.id}>
            <span className="hb-num">…{one.ending}</span> · {one.createdByName} <DateText value={one.createdAt} time /> · {t('client.used')} <DateText value={one.lastUsedAt} time />
            {one.expiresAt && <> · {t('secret.until')} <DateText value={one.expiresAt} time /></>}
          </li>
        ))}
      </ul>
    </section>
  );
}
