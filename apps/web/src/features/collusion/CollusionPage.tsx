import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { Timeline } from '@/shared/ui/CaseProgress';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import './collusion.css';
import { collusionPath, STATE_TONE, STRENGTH_TONE, type Collusion, type CollusionSignal } from './model';

/** What is alike between the bids of one task, with the evidence, and what the officer makes of it. */
export function CollusionPage() {
  const { suspicionId = '' } = useParams({ strict: false }) as { suspicionId?: string };
  const path = `${collusionPath}/${suspicionId}`;
  const queries = useQueryClient();
  const suspicion = useQuery(readPath<Collusion>(path));
  if (suspicion.isPending) return <PageSkeleton />;
  if (suspicion.error) return <RouteErrorPage error={suspicion.error} onRetry={() => void suspicion.refetch()} />;
  return <Whole suspicion={suspicion.data} onChanged={() => queries.invalidateQueries({ queryKey: [path] })} />;
}

function Whole({ suspicion, onChanged }: { readonly suspicion: Collusion; readonly onChanged: () => Promise<unknown> }) {
  const { t } = useTranslation('collusion');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  return (
    <>
      <PageHeader
        title={suspicion.taskTitle}
        lead={t('detailLead', { number: suspicion.taskNumber, enterprise: suspicion.enterpriseName })}
        back={{ to: `${base}/collusion`, label: t('title') }}
        tags={
          <>
            <StatusTag tone={STRENGTH_TONE[suspicion.strength]}>{t(`strength.${suspicion.strength}`)}</StatusTag>
            <StatusTag tone={STATE_TONE[suspicion.state]}>{t(`state.${suspicion.state}`)}</StatusTag>
          </>
        }
        actions={suspicion.actions.length > 0 && <Acts suspicion={suspicion} onChanged={onChanged} />}
      />
      <div className="hb-stack">
        <Alert type="info" showIcon title={t('noVerdict')} description={suspicion.thresholdsVerified ? t('noVerdictText') : `${t('noVerdictText')}${t('unverified')}`} />
        <p><AppLink to={`${base}/tasks/${suspicion.taskId}`}>{t('openTask')}</AppLink></p>
        {suspicion.state !== 'open' && (
          <section className="hb-card">
            <h2>{t(`state.${suspicion.state}`)}</h2>
            <p>{suspicion.decidedByName} · <DateText value={suspicion.decidedAt} time /></p>
            <p className="hb-collusion__words">{suspicion.decisionReason}</p>
          </section>
        )}
        {suspicion.signals.map(signal => <Signal key={signal.id} signal={signal} english={english} />)}
        <section className="hb-card">
          <h2>{t('history')}</h2>
          <Timeline entries={suspicion.history.map(({ id, at, actorName, zh, en }) => ({ id, at, title: english ? en : zh, by: actorName.startsWith('system:') ? t('system') : actorName }))} />
        </section>
      </div>
    </>
  );
}

function Signal({ signal, english }: { readonly signal: CollusionSignal; readonly english: boolean }) {
  const { t } = useTranslation('collusion');
  return (
    <section className="hb-card hb-collusion__signal">
      <h2>
        {english ? signal.titleEn : signal.titleZh} <StatusTag tone={STRENGTH_TONE[signal.strength]}>{t(`strength.${signal.strength}`)}</StatusTag>
      </h2>
      <p className="hb-collusion__measure">{english ? signal.measureEn : signal.measureZh}</p>
      <p className="hb-muted">{english ? signal.whyEn : signal.whyZh}</p>
      <h3>{t('compared')}</h3>
      <dl className="hb-collusion__sides">
        {signal.compared.map(side => (
          <div key={side.firmId}>
            <dt>{side.firmName}</dt>
            <dd className="hb-collusion__words">{english ? side.en : side.zh}</dd>
          </div>
        ))}
      </dl>
      <p className="hb-small hb-muted">{t('basis', { basis: signal.legalBasis })}</p>
    </section>
  );
}

type Verb = 'dismiss' | 'follow-up' | 'reopen' | 'notes';

function Acts({ suspicion, onChanged }: { readonly suspicion: Collusion; readonly onChanged: () => Promise<unknown> }) {
  const { t } = useTranslation('collusion');
  const [verb, setVerb] = useState<Verb | null>(null);
  const act = verb ?? 'notes';
  const send = async (reason: string): Promise<void> => {
    await rest('POST', `${collusionPath}/${suspicion.id}/${act}`, { body: { reason }, ...(act === 'notes' ? {} : { version: suspicion.version }) });
    await onChanged();
  };
  return (
    <>
      <Button onClick={() => setVerb('notes')}>{t('act.notes.button')}</Button>
      {suspicion.actions.includes('dismiss') && <Button onClick={() => setVerb('dismiss')}>{t('act.dismiss.button')}</Button>}
      {suspicion.actions.includes('follow-up') && <Button type="primary" onClick={() => setVerb('follow-up')}>{t('act.follow-up.button')}</Button>}
      {suspicion.actions.includes('reopen') && <Button onClick={() => setVerb('reopen')}>{t('act.reopen.button')}</Button>}
      <ConfirmAct
        open={verb !== null}
        title={t(`act.${act}.title`)}
        act={t(`act.${act}.button`)}
        reason={{ label: t(`act.${act}.label`), required: true, placeholder: t(`act.${act}.example`) }}
        onConfirm={send}
        onClose={() => setVerb(null)}
      >
        <p>{t(`act.${act}.means`)}</p>
      </ConfirmAct>
    </>
  );
}
