import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { FACTS, useFactsChanged, type FactDetail } from './model';
import { Span, Standing, Value } from './parts';

/** One row with its document, what it replaces, and what may be done with it. */
export function FactPage() {
  const { factId = '' } = useParams({ strict: false }) as { factId?: string };
  const fact = useQuery(readPath<FactDetail>(`${FACTS}/${factId}`));
  if (fact.isPending) return <PageSkeleton />;
  if (fact.error) return <RouteErrorPage error={fact.error} onRetry={() => void fact.refetch()} />;
  return <Whole fact={fact.data} />;
}

function Whole({ fact }: { readonly fact: FactDetail }) {
  const { t } = useTranslation('kept-facts');
  const { base } = useSession();
  const side = base.startsWith('/b/') ? 'bureau' : 'enterprise';
  const waits = fact.state === 'proposed' && !fact.actions.includes('decide');
  return (
    <>
      <PageHeader
        title={t(`kind.${fact.kind}`)}
        lead={waits ? t(`page.waits.${side}`) : fact.replacedBy?.state === 'proposed' ? t('page.changeWaits') : undefined}
        back={{ to: `${base}/kept-facts`, label: t(`list.title.${side}`) }}
        tags={<Standing fact={fact} />}
        actions={<Acts fact={fact} side={side} />}
      />
      <div className="hb-stack">
        <Facts fact={fact} />
      </div>
    </>
  );
}

function Facts({ fact }: { readonly fact: FactDetail }) {
  const { t } = useTranslation('kept-facts');
  const { base } = useSession();
  const link = (other: FactDetail['replaces']) => other && <AppLink to={`${base}/kept-facts/${other.id}`}><Value fact={other} /> · <Span fact={other} /></AppLink>;
  const who = (name: string | null, at: string | null) => <>{name} <DateText value={at} time /></>;
  const content = [
    { label: t('field.enterprise'), value: <>{fact.enterpriseName} <span className="hb-num hb-muted">{fact.uscc}</span></> },
    { label: t('field.value'), value: <Value fact={fact} /> }, { label: t('field.span'), value: <Span fact={fact} /> },
    { label: t('field.authority'), value: fact.authority }, { label: t('field.documentNo'), value: fact.documentNo },
    ...(fact.note ? [{ label: t('field.note'), value: fact.note }] : []),
    ...(fact.scanFileId ? [{ label: t('field.scan'), value: <a href={`/api/v1/files/${fact.scanFileId}/content?inline=1`} target="_blank" rel="noreferrer">{t('page.view')}</a> }] : []),
  ];
  const course = [
    { label: t('field.step'), value: t(`step.${fact.isAsked ? 'asked-' : ''}${fact.step}`) },
    ...(fact.reason ? [{ label: t('field.reason'), value: fact.reason }] : []),
    ...(fact.replaces ? [{ label: t('field.replaces'), value: link(fact.replaces) }] : []),
    ...(fact.replacedBy ? [{ label: t(fact.replacedBy.state === 'proposed' ? 'field.wouldReplace' : fact.replacedBy.step === 'withdraw' ? 'field.withdrawnBy' : 'field.replacedBy'), value: link(fact.replacedBy) }] : []),
    { label: t('field.by'), value: who(fact.proposedByName, fact.proposedAt) },
    ...(fact.decidedAt ? [{ label: t(fact.state === 'refused' ? 'field.refused' : 'field.confirmed'), value: who(fact.decidedByName, fact.decidedAt) }] : []),
    ...(fact.decisionReason ? [{ label: t('field.decisionReason'), value: fact.decisionReason }] : []),
  ];
  return <SummaryList groups={[{ title: t('page.content'), rows: content }, { title: t('page.course'), rows: course }]} />;
}

type Act = 'withdraw' | 'confirmed' | 'refused';

function Acts({ fact, side }: { readonly fact: FactDetail; readonly side: 'bureau' | 'enterprise' }) {
  const { t } = useTranslation('kept-facts');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useFactsChanged();
  const [act, setAct] = useState<Act | null>(null);
  const shown = act ?? 'confirmed';
  const isChange = fact.actions.includes('correct') && fact.replacedBy?.state !== 'proposed';
  const run = async (reason: string): Promise<void> => {
    if (shown === 'withdraw') {
      const { id } = await rest<FactDetail>('POST', `${FACTS}/${fact.id}/withdraw`, { body: { id: newIdempotencyKey(), reason } });
      await changed();
      await navigate({ to: `${base}/kept-facts/${id}` });
      return;
    }
    await rest('POST', `${FACTS}/${fact.id}/decide`, { body: { verdict: shown, ...(reason ? { reason } : {}) }, version: fact.version });
    await changed();
  };
  return (
    <>
      {isChange && <Button onClick={() => setAct('withdraw')}>{t(`act.withdraw.${side}`)}</Button>}
      {isChange && <ButtonLink to={`${base}/kept-facts/${fact.id}/correct`}>{t(`act.correct.${side}`)}</ButtonLink>}
      {fact.actions.includes('decide') && <Button onClick={() => setAct('refused')}>{t('act.refused')}</Button>}
      {fact.actions.includes('decide') && <Button type="primary" onClick={() => setAct('confirmed')}>{t('act.confirmed')}</Button>}
      <ConfirmAct
        open={act !== null}
        title={t(shown === 'withdraw' ? `confirm.withdraw.${side}` : `confirm.${shown}.title`)}
        act={shown === 'withdraw' ? t(`act.withdraw.${side}`) : t(`act.${shown}`)}
        reason={{ label: t(`confirm.reason.${shown}`), required: shown !== 'confirmed' }}
        onConfirm={run}
        onClose={() => setAct(null)}
      >
        <p>{t(shown === 'withdraw' ? `confirm.withdrawMeans.${side}` : `confirm.${shown}.means`)}</p>
      </ConfirmAct>
    </>
  );
}
