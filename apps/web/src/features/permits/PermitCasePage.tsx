import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { CopyText, DateText } from '@/shared/ui/values';
import { CaseBall } from '@/shared/ui/CaseBall';
import { EndingEffects } from '../duties/EndingEffects';
import { permitCasesPath, toneOf, type Application, type PermitCase } from './model';
import { MeasureEvidence } from './MeasureEvidence';
import { RequestPapers } from './RequestPapers';
import { CaseBack, useApplicationChanged } from './parts';

/** A case about the end or the loss of a permit, for its holder and the bureau alike. */
export function PermitCasePage() {
  const { caseId = '' } = useParams({ strict: false }) as { caseId?: string };
  const found = useQuery(readPath<PermitCase>(`${permitCasesPath}/${caseId}`));
  if (found.error) return <RouteErrorPage error={found.error} />;
  if (!found.data) return <PageSkeleton />;
  return <Whole one={found.data} />;
}

function Whole({ one }: { readonly one: PermitCase }) {
  const { t } = useTranslation('permits');
  const { base } = useSession();
  // The parts of a case's page look at the case alone.
  const like = { id: one.id, case: one.case, actions: one.actions } as unknown as Application;
  const { case: c } = one.case;
  return (
    <>
      <PageHeader
        title={t('ending.title', { what: t(`ending.kind.${one.kind}`), number: one.permitNumber })}
        back={{ to: `${base}/certificates/${one.permitId}`, label: t('permit.title') }}
        tags={
          <>
            <StatusTag tone={toneOf(c.state)}>{textOf(c.stateLabel)}</StatusTag>
            {c.number && <CopyText text={c.number} />}
          </>
        }
        actions={<Acts one={one} />}
      />
      <div className="hb-stack">
        <CaseBall of={like.case} />
        <Facts one={one} />
        {one.papersId && <section className="hb-card"><RequestPapers papersId={one.papersId} materials={one.materials} /></section>}
        {one.evidenceId && <section className="hb-card"><MeasureEvidence evidenceId={one.evidenceId} /></section>}
        {one.kind.startsWith('cancel') && c.closedAt === null && <section className="hb-card"><EndingEffects permitId={one.permitId} /></section>}
        <CaseBack application={like} settle={{ action: 'permit-measure.decide', path: `${permitCasesPath}/${one.id}/settle`, approve: 'impose', measure: true }} />
        {one.recordId && <AppLink to={`${base}/signatures/${one.recordId}`}>{t('ending.record')}</AppLink>}
        <AppLink to={`${base}/certificates/${one.permitId}`}>{t('page.permit')}</AppLink>
      </div>
    </>
  );
}

function Facts({ one }: { readonly one: PermitCase }) {
  const { t } = useTranslation('permits');
  const rows = [
    ...(one.ground ? [{ label: t('ending.ground'), value: `${textOf(one.ground.label)}（${one.ground.article}）` }] : []),
    ...(one.ground?.unheard ? [{ label: t('ending.unheard'), value: textOf(one.ground.unheard) }] : []),
    ...(one.cause === null ? [] : [{ label: t('ending.cause'), value: t(`ending.causes.${one.cause}`) }]),
    ...(one.reason === null ? [] : [{ label: t('ending.reason'), value: one.reason }]),
    ...(one.refusal ? [{ label: t('ending.refusal'), value: t('ending.refusalBy', { name: one.refusal.byName, reason: one.refusal.reason }) }] : []),
    ...(one.occurredOn === null ? [] : [{ label: t(`ending.occurred.${one.kind}`), value: <DateText value={one.occurredOn} /> }]),
  ];
  return <SummaryList groups={[{ title: t('ending.facts'), rows }]} />;
}

function Acts({ one }: { readonly one: PermitCase }) {
  const { t } = useTranslation('permits');
  const changed = useApplicationChanged(one.id);
  const [dialog, setDialog] = useState<'approve' | 'reject' | 'send-back' | 'withdraw' | null>(null);
  const decides = one.actions.includes('permit-request.decide');
  const withdraws = one.actions.includes('permit-request.submit');
  const close = (): void => setDialog(null);
  const answer = async (outcome: 'approve' | 'reject' | 'send-back', reason?: string): Promise<void> => {
    await rest('POST', `${permitCasesPath}/${one.id}/answer`, { body: { outcome, ...(reason ? { reason } : {}) } });
    await changed();
  };
  const withdraw = async (): Promise<void> => {
    await rest('POST', `${permitCasesPath}/${one.id}/withdraw`, { body: {} });
    await changed();
  };
  return (
    <>
      {decides && (
        <Button type="primary" onClick={() => setDialog('approve')}>
          {t('ending.act.approve')}
        </Button>
      )}
      {decides && !one.refusal?.mine && <Button onClick={() => setDialog('reject')}>{t(one.refusal ? 'ending.act.decideRejection' : 'ending.act.reject')}</Button>}
      {decides && one.refusal && <Button onClick={() => setDialog('send-back')}>{t('ending.act.sendBack')}</Button>}
      {withdraws && (
        <Button type="text" danger onClick={() => setDialog('withdraw')}>
          {t('ending.act.withdraw')}
        </Button>
      )}
      <ConfirmAct open={dialog === 'approve'} title={t(`ending.approveTitle.${one.kind}`)} act={t('ending.act.approve')} danger={one.kind === 'cancel'} onConfirm={() => answer('approve')} onClose={close}>
        {t(`ending.approveText.${one.kind}`)}
      </ConfirmAct>
      <ConfirmAct open={dialog === 'reject'} title={t(one.refusal ? 'ending.decideRejectionTitle' : 'ending.rejectTitle')} act={t(one.refusal ? 'ending.act.decideRejection' : 'ending.act.reject')} draft={`permit-request-reject:${one.id}`} reason={{ label: t(one.refusal ? 'ending.rejectReasonOther' : 'ending.rejectReason'), required: !one.refusal }} onConfirm={reason => answer('reject', reason)} onClose={close} />
      <ConfirmAct open={dialog === 'send-back'} title={t('ending.sendBackTitle')} act={t('ending.act.sendBack')} reason={{ label: t('ending.sendBackReason'), required: true }} onConfirm={reason => answer('send-back', reason)} onClose={close} />
      <ConfirmAct open={dialog === 'withdraw'} title={t('ending.withdrawTitle')} act={t('ending.act.withdraw')} danger onConfirm={withdraw} onClose={close} />
    </>
  );
}
