import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList, type SummaryRow } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { DraftReport } from './DraftReport';
import { RETAINERS, toneOf, type Retainer } from './model';
import { RetainerActions } from './RetainerActions';
import { useArea } from './RetainerListPage';

const MEMBER_TONES = { invited: 'warning', consented: 'success', declined: 'muted', left: 'muted' } as const;

/** A retainer whole: what was agreed on, who has consented, and the ways on. */
export function RetainerPage() {
  const { retainerId = '' } = useParams({ strict: false }) as { retainerId?: string };
  const retainer = useQuery(readPath<Retainer>(`${RETAINERS}/${retainerId}`));
  if (retainer.isPending) return <PageSkeleton />;
  if (retainer.error) return <RouteErrorPage error={retainer.error} onRetry={() => void retainer.refetch()} />;
  return <Whole retainer={retainer.data} />;
}

function Whole({ retainer }: { readonly retainer: Retainer }) {
  const { t } = useTranslation('stewardship');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  const area = useArea();
  const { ending } = retainer;
  const cares = area === 'f' && retainer.state === 'active' && retainer.members.some(one => one.state === 'consented');
  return (
    <>
      <PageHeader
        title={retainer.clientName}
        lead={retainer.firmName}
        back={{ to: `${base}/retainers`, label: t('retainers.title') }}
        tags={<><StatusTag tone={toneOf(retainer)}>{english ? retainer.stateEn : retainer.stateZh}</StatusTag> <span className="hb-num hb-muted">{retainer.number}</span></>}
        actions={<><RetainerActions retainer={retainer} />{cares && <ButtonLink to={`${base}/retainers/${retainer.id}/plan`} kind="primary">{t('one.planVisit')}</ButtonLink>}</>}
      />
      <div className="hb-stack">
        {ending && <Alert type="warning" showIcon title={t('one.ending', { side: t(ending.own ? 'one.side.own' : 'one.side.other'), way: t(`one.way.${ending.way}`), on: ending.on, reason: ending.reason })} />}
        {area !== 'b' && <Ways retainer={retainer} />}
        <SummaryList groups={[{ title: t('one.facts'), rows: useFacts(retainer) }]} />
        <Members retainer={retainer} />
        {cares && <DraftReport retainer={retainer} />}
      </div>
    </>
  );
}

/** Visits, findings and reports of this retainer, and the calendar of duties. */
function Ways({ retainer }: { readonly retainer: Retainer }) {
  const { t } = useTranslation('stewardship');
  const { base } = useSession();
  const [only] = retainer.members.length === 1 ? retainer.members : [];
  return (
    <section className="hb-card">
      <h2>{t('one.links')}</h2>
      <div className="hb-row">
        <AppLink to={`${base}/steward-visits?q=${encodeURIComponent(only?.enterpriseName ?? '')}`}>{t('one.visits')}</AppLink>
        <AppLink to={`${base}/steward-findings?q=${encodeURIComponent(only?.enterpriseName ?? '')}`}>{t('one.findings')}</AppLink>
        <AppLink to={`${base}/steward-reports`}>{t('one.reports')}</AppLink>
        <AppLink to={`${base}/duties/calendar?view=agenda${only ? `&enterpriseId=${only.enterpriseId}` : ''}`}>{t('one.calendar')}</AppLink>
        <AppLink to={`${base}/mandates`}>{t('one.mandates')}</AppLink>
      </div>
      <p className="hb-small hb-muted">{t('one.calendarHint')}</p>
    </section>
  );
}

function useFacts(retainer: Retainer): SummaryRow[] {
  const { t } = useTranslation('stewardship');
  const { base } = useSession();
  return [
    { label: t('one.period'), value: <><DateText value={retainer.startsOn} /> – <DateText value={retainer.endsOn} /></> },
    { label: t('one.scope'), value: <span style={{ whiteSpace: 'pre-wrap' }}>{retainer.scope}</span> },
    { label: t('retainers.column.visits'), value: t('retainers.times', { count: retainer.visitsPerMonth }) },
    { label: t('one.report'), value: t('one.reportDay', { day: retainer.reportDay }) },
    { label: t('one.notice'), value: t('one.days', { count: retainer.noticeDays }) },
    ...(retainer.contractId ? [{ label: t('one.contract'), value: <AppLink to={`${base}/contracts/${retainer.contractId}`}>{t('one.toContract')}</AppLink> }] : []),
    { label: t('one.offered'), value: retainer.offeredByName },
    ...(retainer.acceptedAt ? [{ label: t('one.accepted'), value: <>{retainer.acceptedByName} <DateText value={retainer.acceptedAt} time /></> }] : []),
    ...(retainer.stateReason ? [{ label: t('one.reason'), value: retainer.stateReason }] : []),
    ...(retainer.endedOn && retainer.endedWay ? [{ label: t('one.ended'), value: <><DateText value={retainer.endedOn} /> {t(`one.endedWay.${retainer.endedWay}`)}</> }] : []),
  ];
}

function Members({ retainer }: { readonly retainer: Retainer }) {
  const { t } = useTranslation('stewardship');
  const area = useArea();
  return (
    <section className="hb-card">
      <h2>{t('one.members')}</h2>
      {retainer.members.length === 0 && <p className="hb-muted">{t('one.noMembers')}</p>}
      <ul className="hb-plain-list">
        {retainer.members.map(one => (
          <li key={one.enterpriseId} className="hb-row">
            <span>{one.enterpriseName}</span>
            <StatusTag tone={MEMBER_TONES[one.state]}>{t(`one.member.${one.state}`)}</StatusTag>
            {one.consentedAt && <DateText value={one.consentedAt} />}
            {one.state === 'consented' && <span className="hb-small hb-muted">{t(one.entrusted ? 'one.entrusted' : 'one.notEntrusted')}</span>}
          </li>
        ))}
      </ul>
      {area === 'f' && retainer.othersCount > 0 && <p className="hb-small hb-muted">{t('one.others', { count: retainer.othersCount })}</p>}
    </section>
  );
}
