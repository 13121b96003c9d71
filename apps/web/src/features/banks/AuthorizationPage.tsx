import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { GrantForm } from './GrantForm';
import { AUTHORIZATIONS, GROUPS, STATUS_TONE, useBanksChanged, type Authorization } from './model';

type Act = 'decline' | 'withdraw' | 'revoke';

/** One authorisation: what is asked, what is given, and what the reader may do now. */
export function AuthorizationPage() {
  const { authorizationId = '' } = useParams({ strict: false }) as { authorizationId?: string };
  const found = useQuery(readPath<Authorization>(`${AUTHORIZATIONS}/${authorizationId}`));
  if (found.isPending) return <PageSkeleton />;
  if (!found.data) return <RouteErrorPage error={found.error} onRetry={() => void found.refetch()} />;
  return <Shown key={found.data.version} row={found.data} />;
}

function Shown({ row }: { readonly row: Authorization }) {
  const { t } = useTranslation('banks');
  const { base } = useSession();
  const [act, setAct] = useState<Act | null>(null);
  const isBank = base.startsWith('/k/');
  const may = (action: string): boolean => row.actions.includes(`bank-authorization.${action}`);
  return (
    <>
      <PageHeader
        title={isBank ? row.enterpriseName : row.bankName} lead={`${row.number} · ${t(`purpose.${row.purpose}`)}`} back={{ to: `${base}/bank-authorizations`, label: t(`list.title.${isBank ? 'bank' : 'enterprise'}`) }}
        tags={<StatusTag tone={STATUS_TONE[row.status]}>{t(`status.${row.status}`)}</StatusTag>}
        actions={<>
          {isBank && row.status === 'active' && <ButtonLink to={`${base}/bank-query?uscc=${row.enterpriseUscc ?? ''}`} kind="primary">{t('query.title')}</ButtonLink>}
          {(['decline', 'withdraw', 'revoke'] as const).filter(may).map(one => <Button key={one} danger={one === 'revoke'} onClick={() => setAct(one)}>{t(`act.${one}`)}</Button>)}
        </>}
      />
      <div className="hb-stack">
        <p>{t(`says.${row.status}`, { days: row.daysLeft ?? 0 })}</p>
        {may('grant') && <GrantForm row={row} />}
        <Facts row={row} />
        {row.signatureRecordId && <p><AppLink to={`${base}/signatures/${row.signatureRecordId}`}>{t('page.record')}</AppLink></p>}
        <p><AppLink to={`${base}/bank-looks?q=${encodeURIComponent(row.number)}`}>{t('page.looks')}</AppLink></p>
      </div>
      {act && <Acting row={row} act={act} onClose={() => setAct(null)} />}
    </>
  );
}

function Facts({ row }: { readonly row: Authorization }) {
  const { t } = useTranslation('banks');
  const shown = row.scopes ?? row.askedScopes ?? [];
  const asked = row.askedScopes && row.scopes ? row.askedScopes.filter(one => !row.scopes?.includes(one)) : [];
  return (
    <>
      <section className="hb-card">
        <h2>{t(row.scopes ? 'page.given' : 'page.asked')}</h2>
        <ul>{GROUPS.filter(one => shown.includes(one)).map(one => <li key={one}>{t(`group.${one}.long`)}</li>)}</ul>
        {asked.length > 0 && <p className="hb-muted">{t('page.notGiven')}{asked.map(one => t(`group.${one}.short`)).join('、')}</p>}
      </section>
      <SummaryList
        groups={[{
          title: t('page.facts'),
          rows: [
            { label: t('field.enterprise'), value: row.enterpriseName }, { label: t('field.uscc'), value: <span className="hb-num hb-banks__code">{row.enterpriseUscc}</span> }, { label: t('field.bank'), value: row.bankName },
            { label: t('field.purpose'), value: `${t(`purpose.${row.purpose}`)}：${row.purposeWords}` }, { label: t('field.term'), value: <><DateText value={row.fromOn ?? row.askedFrom} /> – <DateText value={row.toOn ?? row.askedTo} /></> },
            { label: t('field.origin'), value: t(`origin.${row.origin}`) },
            ...(row.askedAt ? [{ label: t('field.askedBy'), value: <>{row.askedByName} <DateText value={row.askedAt} time /></> }] : []),
            ...(row.decidedAt ? [{ label: t('field.decided'), value: <>{row.decidedByName} <DateText value={row.decidedAt} time /> {row.decisionWords}</> }] : []),
            ...(row.endedAt ? [{ label: t('field.ended'), value: <><DateText value={row.endedAt} time /> {row.endReason}</> }] : []),
          ],
        }]}
      />
    </>
  );
}

function Acting({ row, act, onClose }: { readonly row: Authorization; readonly act: Act; readonly onClose: () => void }) {
  const { t } = useTranslation('banks');
  const changed = useBanksChanged();
  const confirm = async (reason: string): Promise<void> => {
    const body = act === 'decline' ? { words: reason || null } : act === 'revoke' ? { reason: reason || null } : {};
    await rest('POST', `${AUTHORIZATIONS}/${row.id}/${act}`, { body, version: row.version });
    onClose();
    await changed();
  };
  return (
    <ConfirmAct open title={t(`confirm.${act}.title`)} act={t(`act.${act}`)} danger={act === 'revoke'} reason={act === 'withdraw' ? undefined : { label: t(`confirm.${act}.reason`) }} onConfirm={confirm} onClose={onClose}>
      <p>{t(`confirm.${act}.text`)}</p>
    </ConfirmAct>
  );
}
