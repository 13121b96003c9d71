import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList, type SummaryRow } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { COURT_STEPS, GIVE_UPS, METHODS, PENALTIES, PURSUITS, type Penalty } from './model';
import { PaperButton } from './parts';

type Pursued = NonNullable<Penalty['pursuit']>;

/** 催告 and the court: by when what has to happen, and what has happened. */
export function Pursuit({ penalty }: { readonly penalty: Penalty }) {
  const { t } = useTranslation('penalties');
  const { pursuit } = penalty;
  const files = useQuery({ ...readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: 'penalty', subjectId: penalty.id }), enabled: (pursuit?.execution?.steps.length ?? 0) > 0 });
  if (!pursuit || !(pursuit.isOverdue || pursuit.execution)) return null;
  const rows = [...endOf(pursuit, t), ...daysOf(pursuit, t), ...(pursuit.execution ? stepsOf(penalty.id, pursuit.execution, { t, files: files.data ?? [] }) : [])];
  return (
    <>
      {pursuit.isMissed && <p className="hb-warning-text">{t('pursuit.missed', { day: pursuit.untilDay ?? '' })}</p>}
      <SummaryList groups={[{ title: t('pursuit.title'), rows }]} />
    </>
  );
}

type Translate = TFunction<'penalties'>;

function endOf({ ended }: Pursued, t: Translate): SummaryRow[] {
  if (!ended) return [];
  return [{ label: t('pursuit.ended'), value: <><StatusTag tone="muted">{textOf(PURSUITS[ended.how] ?? ended.how)}</StatusTag> <DateText value={ended.on} /> {[ended.ground && textOf(GIVE_UPS[ended.ground] ?? ''), ended.documentNo, ended.words].filter(Boolean).join(' ')} <span className="hb-muted">{[ended.proposedByName, ended.decidedByName].filter(Boolean).join('、')}</span></> }];
}

function daysOf({ ended, rests, remediesUntil, fromDay, untilDay, remindBy, execution, courtDueOn }: Pursued, t: Translate): SummaryRow[] {
  if (ended) return [];
  if (rests) return [{ label: t('pursuit.days'), value: t('pursuit.rests') }];
  if (execution?.filedOn) return courtDueOn ? [{ label: t('pursuit.courtDue'), value: <DateText value={courtDueOn} /> }] : [];
  return [
    { label: t('pursuit.remedies'), value: <DateText value={remediesUntil} /> },
    ...(execution?.served ? [] : [{ label: t('pursuit.remindBy'), value: <DateText value={remindBy} /> }]),
    { label: t('pursuit.days'), value: t('pursuit.span', { from: fromDay ?? '', to: untilDay ?? '' }) },
  ];
}

function stepsOf(penaltyId: string, execution: NonNullable<Pursued['execution']>, { t, files }: { readonly t: Translate; readonly files: readonly StoredFile[] }): SummaryRow[] {
  const { id, paper, issuedOn, issuedByName, served, waitsUntil, statement, statedByName, answer, answeredByName, court, askedByName, askedOn, refusedReason, applicationId, applicationNumber, approvedByName, approvedOn, filedOn, lateReason, courtNumber, steps } = execution;
  return [
    { label: t('pursuit.reminder'), value: <>{paper?.number} <DateText value={issuedOn} /> {issuedByName} {paper && <PaperButton path={`${PENALTIES}/${penaltyId}/papers/${id}`} name={paper.number} />}</> },
    { label: t('served'), value: served ? <><DateText value={served.on} /> {textOf(METHODS[served.method] ?? served.method)} {served.receivedBy} · {t('pursuit.waits', { day: waitsUntil ?? '' })}</> : t('notice.unserved') },
    ...(statement ? [{ label: t('pursuit.statement'), value: <span className="hb-penalties__words">{statedByName}：{statement}</span> }, { label: t('pursuit.answer'), value: answer ? <span className="hb-penalties__words">{answeredByName}：{answer}</span> : <StatusTag tone="warning">{t('pursuit.unanswered')}</StatusTag> }] : []),
    ...(refusedReason && !askedOn ? [{ label: t('pursuit.refused'), value: refusedReason }] : []),
    ...(askedOn ? [{ label: t('pursuit.asked'), value: <>{court} <DateText value={askedOn} /> {askedByName}</> }] : []),
    ...(approvedOn && applicationId ? [{ label: t('pursuit.application'), value: <>{applicationNumber} <DateText value={approvedOn} /> {approvedByName} <PaperButton path={`${PENALTIES}/${penaltyId}/papers/${applicationId}`} name={applicationNumber ?? ''} /></> }] : []),
    ...(lateReason ? [{ label: t('pursuit.lateReason'), value: <span className="hb-penalties__words">{lateReason}</span> }] : []),
    ...(filedOn ? [{ label: t('pursuit.filed'), value: <><DateText value={filedOn} /> {courtNumber}</> }] : []),
    ...steps.map(one => ({ label: textOf(COURT_STEPS[one.step] ?? one.step), value: <><DateText value={one.on} /> {one.number} {one.words}<FileList files={files.filter(each => each.id === one.fileId)} /></> })),
  ];
}
