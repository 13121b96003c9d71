import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf, useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
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
import { DecisionTab, NoticeTab, RemovalTab } from './EntryTabs';
import { LIST, SOURCES, SUBJECT_KINDS, toneOf, TRIGGERS, useWatchListChanged, type WatchEntry } from './model';
import '../penalties/penalties.css';

const TABS: readonly Tab[] = ['case', 'notice', 'decision', 'removal'];
/** Where the next step of a case stands. */
const TAB_OF: Readonly<Record<string, Tab>> = { noticing: 'notice', stating: 'notice', hearing: 'notice', 'legal-review': 'decision', deciding: 'decision', decided: 'decision', served: 'decision', repairing: 'removal', verified: 'removal' };

/** A case of listing: the case, what its subject was told, the decision, the removal. */
export function EntryPage() {
  const { entryId = '' } = useParams({ strict: false }) as { entryId?: string };
  const entry = useQuery(readPath<WatchEntry>(`${LIST}/${entryId}`));
  if (entry.isPending) return <PageSkeleton />;
  if (!entry.data) return <RouteErrorPage error={entry.error} onRetry={() => void entry.refetch()} />;
  return <Whole entry={entry.data} />;
}

function Whole({ entry }: { readonly entry: WatchEntry }) {
  const { t } = useTranslation('watch-list');
  const { base } = useSession();
  const changed = useWatchListChanged();
  const english = useLanguage() === 'en';
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const shown = TABS.find(one => one === tab) ?? TAB_OF[entry.state] ?? 'case';
  return (
    <>
      <PageHeader title={entry.subjectName} lead={`${entry.number} · ${textOf(TRIGGERS[entry.trigger] ?? '')}`} back={{ to: `${base}/watch-list`, label: t('list.title') }} tags={<StatusTag tone={toneOf(entry)}>{english ? entry.stateEn : entry.stateZh}</StatusTag>} actions={<Claiming complaint={entry} onChanged={changed} />} />
      <div className="hb-stack">
        <CaseBall of={entry.case} />
        <TabLinks label={t('page.parts')} active={shown} tabs={TABS.map(key => ({ key, label: t(`page.tabs.${key}`) }))} />
        <ActForms key={shown} entry={entry} tab={shown} />
        {shown === 'notice' && <NoticeTab entry={entry} />}
        {shown === 'decision' && <DecisionTab entry={entry} />}
        {shown === 'removal' && <RemovalTab entry={entry} />}
        {shown === 'case' && <CaseTab entry={entry} />}
      </div>
    </>
  );
}

function CaseTab({ entry }: { readonly entry: WatchEntry }) {
  const { t } = useTranslation('watch-list');
  const words = (text: string | null) => text && <span className="hb-penalties__words">{text}</span>;
  const sources = entry.sources.map(one => <li key={one.id}>{textOf(SOURCES[one.sourceType] ?? one.sourceType)}：{one.title} {one.documentNo} <DateText value={one.occurredOn} /> {one.goneAt && <StatusTag tone="muted">{t('sourceGone')}</StatusTag>}</li>);
  const rows = [
    { label: t('subjectKind'), value: textOf(SUBJECT_KINDS[entry.subjectKind] ?? entry.subjectKind) }, { label: t('subjectCode'), value: entry.subjectCode }, { label: t('sources'), value: <ul className="hb-lines">{sources}</ul> }, { label: t('facts'), value: words(entry.facts) },
    ...(entry.legalBasis ? [{ label: t('basis'), value: words(entry.legalBasis) }] : []), ...(entry.months ? [{ label: t('months'), value: t('monthCount', { count: entry.months }) }] : []), ...(entry.publicReason ? [{ label: t('publicReason'), value: words(entry.publicReason) }] : []),
    { label: t('openedBy'), value: <>{entry.openedByName} <DateText value={entry.openedAt} time /></> }, ...(entry.proposedByName ? [{ label: t('proposedBy'), value: entry.proposedByName }] : []),
  ];
  const measures = entry.measures.map(one => ({ label: one.title, value: <>{one.legalBasis} {!one.verified && <StatusTag tone="warning">{t('unverified')}</StatusTag>}</> }));
  return (
    <>
      <SummaryList groups={[{ title: t('page.case'), rows }, { title: t('page.measures'), rows: measures }]} />
      <section className="hb-card"><h2>{t('page.history')}</h2><Timeline entries={timelineFrom(entry.case.timeline as unknown as TimelineView[])} /></section>
    </>
  );
}
