import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { EmptyState } from '@/shared/ui/EmptyState';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText, Money } from '@/shared/ui/values';
import { ENDINGS, GIVE_UPS, GROUNDS, METHODS, OUTCOMES, PENALTIES, UNDOING_GROUNDS, UNDOINGS, type Decision, type Penalty } from './model';
import { Burden, Mitigated, PaperButton } from './parts';

/** Legal review, discussions, the decision and its publication. */
export function DecisionTab({ penalty }: { readonly penalty: Penalty }) {
  const { t } = useTranslation('penalties');
  const { needs, legalReview, discussions, decision } = penalty;
  return (
    <>
      {needs && <p className="hb-card hb-row">{t('decision.needs')} {(['review', 'discussion', 'hearingRight'] as const).map(key => <StatusTag key={key} tone={needs[key] ? 'warning' : 'muted'}>{t(`decision.need.${key}`)}{t(needs[key] ? 'decision.needed' : 'decision.notNeeded')}</StatusTag>)}</p>}
      {legalReview && <SummaryList groups={[{ title: t('decision.review'), rows: [{ label: legalReview.byName, value: legalReview.words }] }]} />}
      {discussions.map(one => <SummaryList key={one.id} groups={[{ title: t(`decision.about.${one.about}`), rows: [{ label: t('decision.heldOn'), value: <DateText value={one.heldOn} /> }, { label: t('decision.members'), value: one.members.join('、') }, { label: t('decision.minutes'), value: <span className="hb-penalties__words">{one.minutes}</span> }, { label: t('decision.conclusion'), value: one.conclusion }] }]} />)}
      {decision ? <DecisionCard penalty={penalty} decision={decision} /> : <EmptyState title={t('decision.empty')} />}
      <Undoings title={t('undoing.title')} undoings={penalty.undoings.filter(one => !ENDINGS.includes(one.kind))} />
    </>
  );
}

/** What was proposed against the decision, and what a second person made of it. */
export function Undoings({ title, undoings }: { readonly title: string; readonly undoings: Penalty['undoings'] }) {
  const { t } = useTranslation('penalties');
  if (undoings.length === 0) return null;
  const rows = undoings.map(one => ({
    label: textOf(UNDOINGS[one.kind] ?? one.kind),
    value: (
      <div className="hb-stack">
        <span><StatusTag tone={one.state === 'proposed' ? 'warning' : one.state === 'approved' ? 'success' : 'muted'}>{t(`undoing.${one.state}`)}</StatusTag> {[one.ground && textOf(UNDOING_GROUNDS[one.ground] ?? GIVE_UPS[one.ground] ?? ''), one.documentNo, one.outcome && textOf(OUTCOMES[one.outcome] ?? ''), one.endedOn, one.reason].filter(Boolean).join(' ')} {one.changedFineYuan && <Money yuan={one.changedFineYuan} />}</span>
        <span className="hb-muted">{t('undoing.by', { name: one.proposedByName })} {one.decidedByName && t('undoing.decidedBy', { name: one.decidedByName, reason: one.decidedReason ?? '' })}</span>
      </div>
    ),
  }));
  return <SummaryList groups={[{ title, rows }]} />;
}

function DecisionCard({ penalty, decision }: { readonly penalty: Penalty; readonly decision: Decision }) {
  const { t } = useTranslation('penalties');
  const { served } = decision;
  const rows = [
    { label: t('decisionNumber'), value: <>{decision.number} <PaperButton path={`${PENALTIES}/${penalty.id}/papers/${decision.id}`} name={decision.number} /></> },
    { label: t('decision.what'), value: decision.kind === 'penalty' ? <Burden {...decision} /> : textOf(GROUNDS[decision.ground ?? ''] ?? '') }, ...(decision.dueFineYuan === decision.fineYuan ? [] : [{ label: t('decision.changed'), value: <Money yuan={decision.dueFineYuan} /> }]),
    ...(decision.mitigation ? [{ label: t('mitigation.title'), value: <Mitigated mitigation={decision.mitigation} /> }] : []),
    { label: t('decision.reasons'), value: <span className="hb-penalties__words">{decision.reasons}</span> }, ...(decision.outsideReason ? [{ label: t('proposal.outside'), value: decision.outsideReason }] : []),
    { label: t('decision.by'), value: <>{decision.decidedByName} <DateText value={decision.decidedOn} /></> }, { label: t('served'), value: served ? <><DateText value={served.on} /> {textOf(METHODS[served.method] ?? served.method)} {served.receivedBy}</> : t('notice.unserved') },
    ...(decision.revokedAt ? [{ label: t('decision.revoked'), value: <><DateText value={decision.revokedAt} /> {decision.revokedByName}：{decision.revokedReason}</> }] : []),
  ];
  const heldBack = decision.publishedAt !== null && decision.unpublishedAt === null ? t('decision.heldBack') : t(decision.publishes ? 'decision.notPublic' : 'decision.minor');
  const publication = [
    ...(decision.publishes ? [{ label: t('publishDue'), value: <DateText value={decision.publishDue} /> }] : []), { label: t('decision.public'), value: decision.isPublic ? <>{t('decision.publicUntil')} <DateText value={decision.publishUntil} /></> : decision.unpublishedReason ?? heldBack },
    ...(decision.publicSummary ? [{ label: t('decision.summary'), value: <span className="hb-penalties__words">{decision.publicSummary}</span> }] : []),
  ];
  return <SummaryList groups={[{ title: decision.paper.title, rows }, ...(decision.kind === 'penalty' ? [{ title: t('decision.publication'), rows: publication }] : [])]} />;
}
