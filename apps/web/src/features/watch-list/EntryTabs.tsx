import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { EmptyState } from '@/shared/ui/EmptyState';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { METHODS } from '../penalties/model';
import { PaperButton } from '../penalties/parts';
import { ENDINGS, GROUNDS, LIST, VERDICTS, type WatchEntry, type WatchNotice } from './model';
import { Contests, Remedies, RemovalCard } from './parts';

interface Given {
  readonly entry: WatchEntry;
}

const words = (text: string) => <span className="hb-penalties__words">{text}</span>;

/** Pre-notices, newest first: what the subject was told and what it said. */
export function NoticeTab({ entry }: Given) {
  const { t } = useTranslation('watch-list');
  if (entry.notices.length === 0) return <EmptyState title={t('notice.empty')} />;
  return <>{entry.notices.map(notice => <NoticeCard key={notice.id} entry={entry} notice={notice} />)}</>;
}

function NoticeCard({ entry, notice }: Given & { readonly notice: WatchNotice }) {
  const { t } = useTranslation('watch-list');
  const { served, hearing } = notice;
  const rows = [
    { label: t('notice.number'), value: <>{notice.number} {!notice.isCurrent && <StatusTag tone="muted">{t('notice.replaced')}</StatusTag>} <PaperButton path={`${LIST}/${entry.id}/papers/${notice.id}`} name={notice.number} /></> }, { label: t('months'), value: t('monthCount', { count: notice.months }) },
    { label: t('served'), value: served ? <><DateText value={served.on} /> {textOf(METHODS[served.method] ?? served.method)} {served.receivedBy}</> : t('notice.unserved') },
    ...(notice.statementUntil ? [{ label: t('notice.statementUntil'), value: <DateText value={notice.statementUntil} /> }] : []), ...(notice.hearingUntil ? [{ label: t('notice.hearingUntil'), value: <DateText value={notice.hearingUntil} /> }] : []),
    ...(notice.statement ? [{ label: t('notice.statement'), value: <>{words(notice.statement)} <span className="hb-small hb-muted">{notice.statedByName}</span></> }] : []), ...(notice.waivedAt ? [{ label: t('notice.statement'), value: t('notice.waived') }] : []), ...(notice.answer ? [{ label: t('notice.answer'), value: words(notice.answer) }] : []),
    ...(notice.hearingAskedAt ? [{ label: t('notice.asked'), value: <DateText value={notice.hearingAskedAt} /> }] : []), ...(hearing ? [{ label: t('notice.hearing'), value: <><DateText value={hearing.heldOn} /> {hearing.place} {hearing.host} {hearing.record && words(hearing.record)}</> }] : []),
  ];
  return <SummaryList groups={[{ title: notice.paper.title, rows }]} />;
}

/** Legal review, discussion, decision, contests. */
export function DecisionTab({ entry }: Given) {
  const { t } = useTranslation('watch-list');
  const { decision, legalReview, discussion, revocation } = entry;
  const before = [
    ...(legalReview ? [{ label: t('decision.review'), value: <>{words(legalReview.words)} <span className="hb-small hb-muted">{legalReview.byName}</span></> }] : []),
    ...(discussion ? [{ label: t('decision.discussion'), value: <><DateText value={discussion.heldOn} /> {discussion.members.join('、')}<br />{words(discussion.minutes)}<br />{words(discussion.conclusion)}</> }] : []),
    ...(revocation ? [{ label: t('decision.revocation'), value: <>{textOf(GROUNDS[revocation.ground] ?? revocation.ground)}：{words(revocation.reason)} <span className="hb-small hb-muted">{revocation.byName} {revocation.on}{revocation.dueOn && ` · ${t('decision.decideBy', { day: revocation.dueOn })}`}</span></> }] : []),
  ];
  if (!decision && before.length === 0) return <EmptyState title={t('decision.empty')} />;
  return (
    <>
      {before.length > 0 && <SummaryList groups={[{ title: t('decision.before'), rows: before }]} />}
      {decision && <DecisionFacts entry={entry} decision={decision} />}
      <Contests contests={entry.contests} />
    </>
  );
}

function DecisionFacts({ entry, decision }: Given & { readonly decision: NonNullable<WatchEntry['decision']> }) {
  const { t } = useTranslation('watch-list');
  const { served } = decision;
  const rows = [
    { label: t('decisionNumber'), value: <>{decision.number} <PaperButton path={`${LIST}/${entry.id}/papers/${decision.id}`} name={decision.number} /></> }, { label: t('decision.by'), value: <>{decision.decidedByName} <DateText value={decision.decidedOn} /></> }, { label: t('months'), value: t('monthCount', { count: decision.months }) },
    { label: t('decision.reasons'), value: words(decision.reasons) }, { label: t('decision.exit'), value: words(decision.exitConditions) }, { label: t('decision.remedies'), value: <Remedies remedies={decision.remedies} /> },
    { label: t('served'), value: served ? <><DateText value={served.on} /> {textOf(METHODS[served.method] ?? served.method)} {served.receivedBy}</> : t('notice.unserved') },
    ...(decision.listedUntil ? [{ label: t('listedUntil'), value: <DateText value={decision.listedUntil} /> }, { label: t('removalFrom'), value: <DateText value={decision.removalFrom} /> }] : []),
    { label: t('decision.public'), value: decision.publishedAt ? <><DateText value={decision.publishedAt} /> {decision.resting && <StatusTag tone="warning">{t('decision.resting')}</StatusTag>}</> : t('decision.notPublic') },
    ...(decision.endedHow ? [{ label: t('decision.ended'), value: <>{textOf(ENDINGS[decision.endedHow] ?? decision.endedHow)} <DateText value={decision.endedOn} /> {decision.endedReason && words(decision.endedReason)} {decision.endedByName}</> }] : []),
  ];
  return <SummaryList groups={[{ title: decision.paper.title, rows }]} />;
}

/** Applications for removal, newest first. */
export function RemovalTab({ entry }: Given) {
  const { t } = useTranslation('watch-list');
  if (entry.removals.length === 0) return <EmptyState title={t('removal.empty')} />;
  return (
    <>
      {entry.removals.map(one => <RemovalCard key={one.id} removal={one} verdict={one.verdict && <p className="hb-penalties__words">{t('removal.verdict')} {textOf(VERDICTS[one.verdict] ?? one.verdict)}：{one.findings} <span className="hb-small hb-muted">{one.verifiedByName} {one.siteCheckedOn}</span></p>} />)}
    </>
  );
}
