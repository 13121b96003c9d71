import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf, useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { CaseBall } from '@/shared/ui/CaseBall';
import { timelineFrom } from '@/shared/ui/case-parts';
import type { TimelineView } from '@/shared/ui/case.types';
import { Timeline } from '@/shared/ui/CaseProgress';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import { Claiming } from '../complaints/Claiming';
import { ActForms } from './ActForms';
import type { Tab } from './acts';
import { DecisionTab } from './DecisionTab';
import { EvidenceTab } from './EvidenceTab';
import { CLUES, PENALTIES, toneOf, usePenaltiesChanged, type Penalty } from './model';
import { MoneyTab } from './MoneyTab';
import { NoticeTab } from './NoticeTab';
import './penalties.css';

const TABS: readonly Tab[] = ['case', 'evidence', 'notice', 'decision', 'money'];

/** A penalty case, one thing a page: the case, its evidence, the notice, the decision, the payment. */
export function PenaltyPage() {
  const { penaltyId = '' } = useParams({ strict: false }) as { penaltyId?: string };
  const penalty = useQuery(readPath<Penalty>(`${PENALTIES}/${penaltyId}`));
  if (penalty.isPending) return <PageSkeleton />;
  if (!penalty.data) return <RouteErrorPage error={penalty.error} onRetry={() => void penalty.refetch()} />;
  return <Whole penalty={penalty.data} />;
}

function Whole({ penalty }: { readonly penalty: Penalty }) {
  const { t } = useTranslation('penalties');
  const { base } = useSession();
  const changed = usePenaltiesChanged();
  const english = useLanguage() === 'en';
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const shown = TABS.find(one => one === tab) ?? 'case';
  return (
    <>
      <PageHeader title={penalty.partyName} lead={`${penalty.number} · ${penalty.violationTitle ?? textOf(CLUES[penalty.clueKind] ?? '')}`} back={{ to: `${base}/penalties`, label: t('list.title') }} tags={<StatusTag tone={toneOf(penalty)}>{english ? penalty.stateEn : penalty.stateZh}</StatusTag>} actions={<Claiming complaint={penalty} onChanged={changed} />} />
      <div className="hb-stack">
        <CaseBall of={penalty.case} />
        <TabLinks label={t('page.parts')} active={shown} tabs={TABS.map(key => ({ key, label: t(`page.tabs.${key}`) }))} />
        <ActForms key={shown} penalty={penalty} tab={shown} />
        <Part penalty={penalty} tab={shown} />
      </div>
    </>
  );
}

function Part({ penalty, tab }: { readonly penalty: Penalty; readonly tab: Tab }) {
  switch (tab) {
    case 'evidence':
      return <EvidenceTab penalty={penalty} />;
    case 'notice':
      return <NoticeTab penalty={penalty} />;
    case 'decision':
      return <DecisionTab penalty={penalty} />;
    case 'money':
      return <MoneyTab penalty={penalty} />;
    case 'case':
      return <CaseTab penalty={penalty} />;
  }
}

function CaseTab({ penalty }: { readonly penalty: Penalty }) {
  const { t } = useTranslation('penalties');
  const { base, can } = useSession();
  const words = (text: string | null) => text && <span className="hb-penalties__words">{text}</span>;
  const { parent, children } = penalty;
  const link = (one: { id: string; number: string }) => <AppLink key={one.id} to={`${base}/penalties/${one.id}`}>{one.number}</AppLink>;
  const clue = [
    { label: t('clueKind'), value: textOf(CLUES[penalty.clueKind] ?? penalty.clueKind) }, { label: t('clueText'), value: words(penalty.clueText) }, { label: t('discoveredOn'), value: <DateText value={penalty.discoveredOn} /> },
    { label: t('partyCode'), value: penalty.partyCode }, { label: t('openedBy'), value: <>{penalty.openedByName} <DateText value={penalty.openedAt} time /></> },
    ...(penalty.complaintId ? [{ label: t('source'), value: can('complaint.list') ? <AppLink to={`${base}/complaints/${penalty.complaintId}`}>{t('sourceComplaint')}</AppLink> : textOf(CLUES['complaint'] ?? '') }] : []),
    ...(penalty.sourceType === 'rectification' && penalty.sourceId ? [{ label: t('source'), value: <AppLink to={`${base}/rectifications/${penalty.sourceId}`}>{t('sourceRectification')}</AppLink> }] : []),
    ...(penalty.inspectionId ? [{ label: t('source'), value: <AppLink to={`${base}/inspections/${penalty.inspectionId}`}>{t('sourceInspection')}</AppLink> }] : []),
    ...(parent ? [{ label: t('parent'), value: link(parent) }] : []), ...(children.length > 0 ? [{ label: t('children'), value: <>{children.map(link)}</> }] : []),
    ...(penalty.dailyYuan ? [{ label: t('dailyTitle'), value: t('daily', { days: penalty.dailyDays ?? 0, yuan: penalty.dailyYuan }) }] : []),
  ];
  const filing = penalty.violation === null ? [] : [
    { label: t('violation'), value: penalty.violationTitle }, { label: t('conduct'), value: `${penalty.conductFrom ?? ''} – ${penalty.conductTo ?? ''}` },
    { label: t('timeBar'), value: penalty.timeBarUntil && <><DateText value={penalty.timeBarUntil} /> {penalty.isTimeBarred && <StatusTag tone="danger">{t('timeBarred')}</StatusTag>} {penalty.timeBarReason}</> },
    { label: t('investigators'), value: penalty.investigators.map(one => `${one.name}（${one.certificateNo}）`).join('、') }, { label: t('grounds'), value: words(penalty.filingGrounds) },
    ...(penalty.filedOn ? [{ label: t('filed'), value: <><DateText value={penalty.filedOn} /> {penalty.filedByName}</> }] : []),
    ...(penalty.extensions.length > 0 ? [{ label: t('extensions'), value: <ul className="hb-lines">{penalty.extensions.map(one => <li key={one.id}>{t('extension', { days: one.days })} {t(`asked.${one.state}`)} <span className="hb-small hb-muted">{one.askedByName}：{one.reason} {one.decidedByName}</span></li>)}</ul> }] : []),
  ];
  return (
    <>
      <SummaryList groups={[{ title: t('page.clue'), rows: clue }, ...(filing.length > 0 ? [{ title: t('page.filing'), rows: filing }] : [])]} />
      <section className="hb-card"><h2>{t('page.history')}</h2><Timeline entries={timelineFrom(penalty.case.timeline as unknown as TimelineView[])} /></section>
    </>
  );
}
