import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import '../site-checks/site-checks.css';
import { toneOf, useStewardChanged, VISITS, type Visit } from './model';
import { useVisitors } from './PlanVisitPage';
import { StewardPhotos } from './StewardPhotos';
import { VisitFilling } from './VisitFilling';
import { VisitLeft } from './VisitLeft';

const ANSWER_TONES = { ok: 'success', problem: 'danger', na: 'muted' } as const;

/** A visit: filled in on the phone by the firm, read by both. */
export function VisitPage() {
  const { visitId = '' } = useParams({ strict: false }) as { visitId?: string };
  // what is being filled in is not fetched away when the phone finds a network again
  const visit = useQuery({ ...readPath<Visit>(`${VISITS}/${visitId}`), refetchOnReconnect: false, refetchOnWindowFocus: false });
  if (visit.isPending) return <PageSkeleton />;
  if (!visit.data) return <RouteErrorPage error={visit.error} onRetry={() => void visit.refetch()} />;
  return <Whole visit={visit.data} />;
}

function Whole({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation('stewardship');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  return (
    <div className="hb-check">
      <PageHeader title={visit.enterpriseName} lead={visit.firmName} back={{ to: `${base}/steward-visits`, label: t('visits.back') }} tags={<StatusTag tone={toneOf(visit)}>{english ? visit.standingEn : visit.standingZh}</StatusTag>} actions={<Acts visit={visit} />} />
      <div className="hb-stack">
        <section className="hb-card hb-row">
          <span>{t('visits.plannedOn')} <DateText value={visit.plannedOn} /></span>
          {visit.heldOn && <span>{t('visits.column.held')} <DateText value={visit.heldOn} /></span>}
          <span>{t('visits.visitor')} {visit.visitorName}</span>
          <AppLink to={`${base}/retainers/${visit.retainerId}`}>{t('visits.retainer')}</AppLink>
          {visit.cancelledReason && <span>{visit.cancelledReason}</span>}
        </section>
        {visit.actions.includes('record') ? <VisitFilling key={visit.id} visit={visit} /> : <Record visit={visit} />}
      </div>
    </div>
  );
}

function Record({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation('stewardship');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  return (
    <>
      <VisitLeft key={visit.id} visit={visit} />
      {visit.summary && (
        <section className="hb-card">
          <h2>{t('visits.summary')}</h2>
          <p style={{ whiteSpace: 'pre-wrap' }}>{visit.summary}</p>
          <p className="hb-small hb-muted">{t('visits.by')} {visit.recordedByName} <DateText value={visit.recordedAt} time /></p>
          {(visit.problems ?? 0) > 0 && <AppLink to={`${base}/steward-findings?visitId=${visit.id}`}>{t('visits.found')}</AppLink>}
        </section>
      )}
      <section className="hb-card">
        <h2>{t('visits.checklist')}</h2>
        {visit.state === 'planned' && <p className="hb-muted">{t('visits.noAnswers')}</p>}
        <ol className="hb-plain-list hb-stack">
          {visit.items.map(item => {
            const answer = visit.answers.find(one => one.key === item.key);
            return (
              <li key={item.key}>
                <div>{answer && <StatusTag tone={ANSWER_TONES[answer.answer]}>{t(`fill.answer.${answer.answer}`)}</StatusTag>} {english ? item.en : item.zh}</div>
                <div className="hb-small hb-muted">{item.topic} · {item.legalBasis}{!item.verified && ` · ${t('visits.unverified')}`}</div>
                {answer?.remark && <div style={{ whiteSpace: 'pre-wrap' }}>{answer.remark}</div>}
              </li>
            );
          })}
        </ol>
      </section>
      {visit.photos.length > 0 && (
        <section className="hb-card">
          <h2>{t('visits.photos')}</h2>
          <StewardPhotos photos={visit.photos} />
        </section>
      )}
    </>
  );
}

function Acts({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation('stewardship');
  const { t: common } = useTranslation();
  const [act, setAct] = useState<'move' | 'cancel' | null>(null);
  const changed = useStewardChanged();
  const visitors = useVisitors();
  const send = async (method: 'PUT' | 'POST', path: string, body: Record<string, unknown>): Promise<void> => {
    await rest(method, `${VISITS}/${visit.id}/${path}`, { body, version: visit.version });
    await changed();
    setAct(null);
  };
  return (
    <>
      {visit.actions.includes('move') && act !== 'move' && <Button onClick={() => setAct('move')}>{t('visits.move')}</Button>}
      {visit.actions.includes('cancel') && <Button onClick={() => setAct('cancel')}>{t('visits.cancel')}</Button>}
      {act === 'move' && (
        <QuickForm
          fields={[{ name: 'plannedOn', label: t('visits.plannedOn'), type: 'date', required: true, width: 'half' }, { name: 'visitorId', label: t('visits.visitor'), type: 'select', required: true, width: 'half', options: visitors.map(one => ({ value: one.userId, label: one.name })) }]}
          initial={{ plannedOn: visit.plannedOn, visitorId: visit.visitorId }}
          submit={t('visits.move')}
          onSubmit={values => send('PUT', 'plan', values)}
          control={FieldControl}
          layout="grid"
          aside={<Button onClick={() => setAct(null)}>{common('action.back')}</Button>}
        />
      )}
      <ConfirmAct open={act === 'cancel'} title={t('visits.cancelTitle')} act={t('visits.cancel')} danger reason={{ label: t('act.why'), required: true }} onConfirm={reason => send('POST', 'cancel', { reason })} onClose={() => setAct(null)} />
    </>
  );
}
