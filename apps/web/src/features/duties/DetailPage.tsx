import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { DutyReport } from '@/features/reports/DutyReport';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { DoneByHand, DutyEvidence } from './DoneByHand';
import { DutyCover } from './DutyCover';
import { dutiesPath, STATUS_TONES, type DutyDetail } from './model';

/** What nobody had to say: the platform closed it. */
const BY_ITSELF: ReadonlySet<NonNullable<DutyDetail['doneWay']>> = new Set(['results', 'ledger', 'application', 'expiry']);

/** One duty: what, by when, on which ground, and what became of it. */
export function DetailPage() {
  const { dutyId = '' } = useParams({ strict: false }) as { dutyId?: string };
  const duty = useQuery(readPath<DutyDetail>(`${dutiesPath}/${dutyId}`));
  if (duty.error) return <RouteErrorPage error={duty.error} />;
  if (!duty.data) return <PageSkeleton />;
  return <Whole duty={duty.data} />;
}

function Whole({ duty }: { readonly duty: DutyDetail }) {
  const { t } = useTranslation('duties');
  const { base } = useSession();
  const [open, setOpen] = useState(false);
  const isOpen = duty.status !== 'done' && duty.status !== 'excused' && duty.kind !== 'retention' && !duty.kind.startsWith('report-');
  return (
    <>
      <PageHeader
        title={textOf(duty.title)}
        back={{ to: `${base}/duties`, label: t('list.title') }}
        tags={<StatusTag tone={STATUS_TONES[duty.status]}>{t(`status.${duty.status}`)}</StatusTag>}
        actions={isOpen && duty.actions.includes('duty.do') && <Button type={duty.cover ? 'default' : 'primary'} onClick={() => setOpen(true)}>{t(duty.cover ? 'detail.doneByHand' : 'detail.done')}</Button>}
      />
      <div className="hb-stack">
        <Enforcement duty={duty} />
        {duty.kind.startsWith('report-') && <DutyReport duty={duty} />}
        <DutyCover duty={duty} />
        <Facts duty={duty} />
        <DutyEvidence duty={duty} />
        <p className="hb-row">
          <AppLink to={`${base}/certificates/${duty.permitId}`}>{t('detail.permit')}</AppLink>
          <AppLink to={`${base}/duties/calendar?month=${duty.dueOn.slice(0, 7)}&permitId=${duty.permitId}`}>{t('detail.inCalendar')}</AppLink>
        </p>
      </div>
      {isOpen && <DoneByHand duty={duty} open={open} onClose={() => setOpen(false)} />}
    </>
  );
}

function Facts({ duty }: { readonly duty: DutyDetail }) {
  const { t } = useTranslation('duties');
  const left = duty.status === 'done' || duty.status === 'excused' ? '' : duty.lateNow > 0 ? t('detail.late', { count: duty.lateNow }) : duty.daysLeft < 0 ? '' : t('detail.left', { count: duty.daysLeft });
  const rows = [
    { label: t('detail.dueOn'), value: <><DateText value={duty.dueOn} /> {left}</> },
    ...(duty.provisional ? [{ label: t('detail.note2'), value: t('detail.provisional') }] : duty.isDayOff ? [{ label: t('detail.note2'), value: t('detail.dayOff') }] : []),
    { label: t('detail.period'), value: duty.periodFrom === duty.periodTo ? duty.periodFrom : `${duty.periodFrom} — ${duty.periodTo}` },
    { label: t('detail.content'), value: textOf(duty.content) },
    ...(duty.mendBy && duty.status !== 'done' ? [{ label: t('detail.mendBy'), value: <>{t('detail.mendByText', { day: duty.mendBy })} <StatusTag tone={duty.lateNow > 0 ? 'danger' : 'muted'}>{duty.lateNow > 0 ? t('detail.mendLate', { count: duty.lateNow }) : t('detail.mendToday')}</StatusTag></> }] : []),
    ...(duty.excuse ? [{ label: t('detail.excuse'), value: textOf(duty.excuse) }] : []),
    ...(duty.doneNote ? [{ label: t('detail.doneBy'), value: <>{duty.doneWay && BY_ITSELF.has(duty.doneWay) ? '' : `${duty.doneByName ?? ''}：`}{duty.doneNote}（<DateText value={String(duty.doneAt)} time />{duty.lateDays ? `，${t('detail.lateDone', { count: duty.lateDays })}` : ''}）</> }] : []),
    ...(duty.doneWay ? [{ label: t('detail.wayLabel'), value: t(`detail.way.${duty.doneWay}`) }] : []),
    { label: t('detail.basis'), value: `${duty.legalBasis}${duty.verified ? '' : t('detail.unverified')}` },
    { label: t('list.column.site'), value: <>{duty.enterpriseName} · {duty.siteName} · <span className="hb-num">{duty.permitNumber}</span></> },
  ];
  return <SummaryList groups={[{ title: t('detail.facts'), rows }]} />;
}

/** What enforcement makes of it: the holder reads that it is looked at, and what came of it. */
function Enforcement({ duty }: { readonly duty: DutyDetail }) {
  const { t } = useTranslation('duties');
  const { base } = useSession();
  const { enforcement, enforcementId } = duty;
  if (!enforcement) return null;
  const link = enforcementId && <AppLink to={`${base}/duty-enforcement/${enforcementId}`}>{t('detail.toEnforcement')}</AppLink>;
  if (enforcement.state === 'open') return <Alert type="warning" showIcon title={t('detail.enforcementOpen', { day: enforcement.openedOn })} description={link || t('detail.enforcementHint')} />;
  return <Alert type="info" showIcon title={t('detail.enforcementClosed', { outcome: t(`outcome.${enforcement.outcome ?? 'performed'}`) })} description={<>{enforcement.note} {link}</>} />;
}
