import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import './evidence.css';
import { STATE_TONE, STRENGTH_TONE, suspicionsPath, type Suspicion, type SuspicionSide } from './model';

/** Two documents side by side, and what the officer makes of them. */
export function SuspicionPage() {
  const { suspicionId = '' } = useParams({ strict: false }) as { suspicionId?: string };
  const path = `${suspicionsPath}/${suspicionId}`;
  const queries = useQueryClient();
  const suspicion = useQuery(readPath<Suspicion>(path));
  if (suspicion.isPending) return <PageSkeleton />;
  if (suspicion.error) return <RouteErrorPage error={suspicion.error} onRetry={() => void suspicion.refetch()} />;
  return <Both suspicion={suspicion.data} onChanged={() => queries.invalidateQueries({ queryKey: [path] })} />;
}

function Both({ suspicion, onChanged }: { readonly suspicion: Suspicion; readonly onChanged: () => Promise<unknown> }) {
  const { t } = useTranslation('evidence');
  const { base } = useSession();
  return (
    <>
      <PageHeader
        title={t(`suspicion.kind.${suspicion.kind}`)}
        lead={suspicion.measure}
        back={{ to: `${base}/suspicions`, label: t('suspicion.title') }}
        tags={
          <>
            <StatusTag tone={STRENGTH_TONE[suspicion.strength]}>{t(`suspicion.strength.${suspicion.strength}`)}</StatusTag>
            <StatusTag tone={STATE_TONE[suspicion.state]}>{t(`suspicion.state.${suspicion.state}`)}</StatusTag>
          </>
        }
        actions={suspicion.actions.includes('suspicion.decide') && <Acts suspicion={suspicion} onChanged={onChanged} />}
      />
      <div className="hb-stack">
        <Alert type="info" showIcon title={t(`suspicion.why.${suspicion.kind}`)} description={t('suspicion.noVerdict')} />
        {suspicion.state !== 'open' && (
          <section className="hb-card">
            <h2>{t(`suspicion.state.${suspicion.state}`)}</h2>
            <p>
              {suspicion.decidedByName} · <DateText value={suspicion.decidedAt} time />
            </p>
            <p className="hb-evidence__quote">{suspicion.decisionReason}</p>
          </section>
        )}
        <div className="hb-evidence__sides">
          {suspicion.sides.map((side, index) => (
            <Side key={side.fileId ?? index} side={side} />
          ))}
        </div>
      </div>
    </>
  );
}

function Side({ side }: { readonly side: SuspicionSide }) {
  const { t } = useTranslation('evidence');
  const { base } = useSession();
  return (
    <section className="hb-card hb-stack">
      <h2>{side.enterpriseName ?? t('suspicion.elsewhere')}</h2>
      {side.fileId && side.subjectId && (
        <p className="hb-row">
          <a href={`/api/v1/files/${side.fileId}/content?inline=1${side.page ? `#page=${side.page}` : ''}`} target="_blank" rel="noreferrer">
            {side.page ? t('check2.page', { name: side.fileName, page: side.page }) : side.fileName}
          </a>
          {side.subjectType === 'execution-report' ? <AppLink to={`${base}/reports/${side.subjectId}`}>{t('suspicion.report')}</AppLink> : <AppLink to={`${base}/permits/${side.subjectId}`}>{t('suspicion.application')}</AppLink>}
        </p>
      )}
      {side.quote !== '' && <pre className="hb-evidence__code" tabIndex={0}>{side.quote}</pre>}
    </section>
  );
}

function Acts({ suspicion, onChanged }: { readonly suspicion: Suspicion; readonly onChanged: () => Promise<unknown> }) {
  const { t } = useTranslation('evidence');
  const [act, setAct] = useState<'dismiss' | 'clue' | null>(null);
  const send = async (reason: string): Promise<void> => {
    await rest('POST', `${suspicionsPath}/${suspicion.id}/${act ?? 'dismiss'}`, { body: { reason } });
    await onChanged();
  };
  return (
    <>
      <Button onClick={() => setAct('dismiss')}>{t('suspicion.act.dismiss')}</Button>
      <Button type="primary" onClick={() => setAct('clue')}>{t('suspicion.act.clue')}</Button>
      <ConfirmAct
        open={act !== null}
        title={t(act === 'clue' ? 'suspicion.act.clueTitle' : 'suspicion.act.dismissTitle')}
        act={t(act === 'clue' ? 'suspicion.act.clue' : 'suspicion.act.dismiss')}
        reason={{ label: t('suspicion.act.reason'), required: true, placeholder: t(act === 'clue' ? 'suspicion.act.clueExample' : 'suspicion.act.dismissExample') }}
        onConfirm={send}
        onClose={() => setAct(null)}
      >
        <p>{t(act === 'clue' ? 'suspicion.act.clueMeans' : 'suspicion.act.dismissMeans')}</p>
      </ConfirmAct>
    </>
  );
}
