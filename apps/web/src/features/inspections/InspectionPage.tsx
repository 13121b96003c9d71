import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { SummaryList, type SummaryRow } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import './inspections.css';
import { FollowUps } from '../penalties/FollowUps';
import { ReplaceOfficer, SealWithout } from './Crew';
import { InspectionState } from './InspectionState';
import { INSPECTIONS, useInspectionsChanged, type Inspection } from './model';
import { RecordTasks } from './RecordTasks';
import { SealedRecord } from './SealedRecord';
import { LeftOnPhone } from './LeftOnPhone';
import { SignatureCards } from './Signing';
import { useInspection } from './use-record';

export { RecordPage } from './RecordPage';

/** One inspection: planned, written, signed, sealed. */
export function InspectionPage() {
  const { inspectionId = '' } = useParams({ strict: false }) as { inspectionId?: string };
  const inspection = useInspection(inspectionId);
  if (inspection.isPending) return <PageSkeleton />;
  if (!inspection.data) return <RouteErrorPage error={inspection.error} onRetry={() => void inspection.refetch()} />;
  return <Whole inspection={inspection.data} />;
}

function Whole({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspections');
  const { base } = useSession();
  const { actions } = inspection;
  return (
    <div className="hb-inspection">
      <PageHeader
        title={inspection.enterpriseName} lead={`${inspection.number} · ${t(`kinds.${inspection.kind}`)}`} back={{ to: `${base}/inspections`, label: t('title') }} tags={<InspectionState row={inspection} />}
        actions={<>{actions.includes('follow-up') && <ButtonLink to={`${base}/inspections/new?follows=${inspection.id}&enterprise=${inspection.enterpriseId}`}>{t('followUp')}</ButtonLink>}<ReplaceOfficer inspection={inspection} /><SealWithout inspection={inspection} /><Cancel inspection={inspection} /><DecideCancel inspection={inspection} /></>}
      />
      <div className="hb-stack">
        {base.startsWith('/b/') && !actions.includes('fill') && <LeftOnPhone inspection={inspection} />}
        {actions.includes('fill') && <RecordTasks inspection={inspection} />}
        {(inspection.state === 'signing' || inspection.state === 'held') && <SignatureCards inspection={inspection} />}
        <Plan inspection={inspection} />
        {inspection.state === 'held' && <FollowUps originId={inspection.id} />}
        {(inspection.state === 'signing' || inspection.state === 'held') && <SealedRecord inspection={inspection} />}
        {inspection.state === 'drafting' && !actions.includes('fill') && <p className="hb-muted">{t('record.others')}</p>}
      </div>
    </div>
  );
}

function Plan({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspections');
  const { base } = useSession();
  const rows: readonly (SummaryRow | false)[] = [
    { label: t('kind'), value: <>{t(`kinds.${inspection.kind}`)}{inspection.drawId && inspection.drawNumber && <> · {base.startsWith('/b/') ? <AppLink to={`${base}/inspection-draws/${inspection.drawId}`}>{inspection.drawNumber}</AppLink> : inspection.drawNumber}</>}{inspection.complaintNumber && ` · ${inspection.complaintNumber}`}{inspection.followsId && <> · <AppLink to={`${base}/inspections/${inspection.followsId}`}>{inspection.followsNumber}</AppLink></>}</> },
    inspection.reason !== null && { label: t('reason'), value: inspection.reason },
    inspection.legalBasis !== null && { label: t('basis'), value: inspection.legalBasis },
    { label: t('due'), value: t('span', { from: inspection.plannedFrom, to: inspection.plannedTo }) },
    { label: t('officers'), value: inspection.officers.map(one => `${one.name}（${one.certificateNo}）`).join(t('comma')) },
    ...inspection.crewChanges.map(one => ({ label: t('crew.changed'), value: t('crew.changedHow', { left: one.leftName, joined: one.joinedName, name: one.byName, reason: one.reason }) })),
    inspection.sealNote !== null && { label: t('sealWithout.missing'), value: t('sealWithout.noted', { names: inspection.sealNote.missing.join(t('comma')), name: inspection.sealNote.byName, reason: inspection.sealNote.reason }) },
    inspection.firstSavedOn !== null && { label: t('firstSaved'), value: <DateText value={inspection.firstSavedOn} /> },
    ...inspection.heldDays.map((one, nth) => (inspection.heldDays.length > 1 || one.reason !== null ? { label: t('heldDay', { nth: nth + 1 }), value: <>{one.on} {one.reason} <span className="hb-small hb-muted">{one.byName} <DateText value={one.at} time /></span></> } : (false as const))),
    { label: t('cap'), value: t(inspection.countsToCap ? 'counts' : 'countsNot') },
    inspection.overrideReason !== null && { label: t('overridden'), value: t('overriddenBy', { name: inspection.overrideByName ?? '', reason: inspection.overrideReason }) },
    { label: t('createdBy'), value: <>{inspection.createdByName} <DateText value={inspection.createdAt} /></> },
    inspection.cancelAskedByName !== null && inspection.state !== 'cancelled' && { label: t('cancelAsked'), value: t('cancelAskedBy', { name: inspection.cancelAskedByName, reason: inspection.cancelAskedReason ?? '' }) },
    inspection.cancelledReason !== null && { label: t('cancelledWhy'), value: inspection.cancelledReason },
  ];
  return <SummaryList groups={[{ title: t('plan'), rows: rows.filter(one => one !== false) }]} />;
}

function Cancel({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspections');
  const changed = useInspectionsChanged();
  const [open, setOpen] = useState(false);
  if (!inspection.actions.includes('cancel')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('cancel')}</Button>
      <ConfirmAct open={open} title={t('cancelTitle')} act={t('cancel')} danger reason={{ label: t('cancelReason'), required: true }} onConfirm={async reason => {
        await rest('POST', `${INSPECTIONS}/${inspection.id}/cancel`, { body: { reason }, version: inspection.version });
        await changed();
      }} onClose={() => setOpen(false)}>{t(inspection.state === 'signing' ? 'cancelMeansSigned' : inspection.drawId ? 'cancelMeansDrawn' : 'cancelMeans')}</ConfirmAct>
    </>
  );
}

/** A drawn visit: a second person decides. */
function DecideCancel({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspections');
  const changed = useInspectionsChanged();
  const [step, setStep] = useState<'approve' | 'keep' | null>(null);
  if (!inspection.actions.includes('decide-cancel')) return null;
  const act = t(step === 'keep' ? 'cancelKeep' : 'cancelApprove');
  return (
    <>
      <Button onClick={() => setStep('keep')}>{t('cancelKeep')}</Button>
      <Button danger onClick={() => setStep('approve')}>{t('cancelApprove')}</Button>
      <ConfirmAct open={step !== null} title={act} act={act} danger={step === 'approve'} reason={{ label: t('decideReason'), required: true }} onConfirm={async reason => {
        await rest('POST', `${INSPECTIONS}/${inspection.id}/cancel/decide`, { body: { approved: step === 'approve', reason }, version: inspection.version });
        await changed();
      }} onClose={() => setStep(null)}>{t('cancelAskedBy', { name: inspection.cancelAskedByName ?? '', reason: inspection.cancelAskedReason ?? '' })}</ConfirmAct>
    </>
  );
}
