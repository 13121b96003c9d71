import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { EmptyState } from '@/shared/ui/EmptyState';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { ANSWERS, METHODS, PENALTIES, type Notice, type Penalty } from './model';
import { Burden, PaperButton } from './parts';

/** Notices, newest first: what the party was told and what it said. */
export function NoticeTab({ penalty }: { readonly penalty: Penalty }) {
  const { t } = useTranslation('penalties');
  const files = useQuery(readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: 'penalty-party', subjectId: penalty.id }));
  if (penalty.notices.length === 0) return <EmptyState title={t('notice.empty')} />;
  return (
    <>
      {penalty.notices.map(notice => <NoticeCard key={notice.id} penalty={penalty} notice={notice} />)}
      {(files.data ?? []).length > 0 && <section className="hb-card hb-stack"><h2>{t('notice.files')}</h2><FileList files={files.data ?? []} /></section>}
    </>
  );
}

function NoticeCard({ penalty, notice }: { readonly penalty: Penalty; readonly notice: Notice }) {
  const { t } = useTranslation('penalties');
  const { served, hearing } = notice;
  const words = (text: string) => <span className="hb-penalties__words">{text}</span>;
  const rows = [
    { label: t('notice.number'), value: <>{notice.number} {!notice.isCurrent && <StatusTag tone="muted">{t('notice.replaced')}</StatusTag>} <PaperButton path={`${PENALTIES}/${penalty.id}/papers/${notice.id}`} name={notice.number} /></> },
    { label: t('notice.intended'), value: <Burden {...notice} /> }, { label: t('notice.hearingRight'), value: t(notice.hearingRight ? 'yes' : 'no') },
    { label: t('served'), value: served ? <><DateText value={served.on} /> {textOf(METHODS[served.method] ?? served.method)} {served.receivedBy}</> : t('notice.unserved') },
    ...(notice.statementUntil ? [{ label: t('notice.statementUntil'), value: <DateText value={notice.statementUntil} /> }] : []), ...(notice.hearingUntil ? [{ label: t('notice.hearingUntil'), value: <DateText value={notice.hearingUntil} /> }] : []),
    ...(notice.statement ? [{ label: t('notice.statement'), value: <>{words(notice.statement)} <span className="hb-small hb-muted">{notice.statedByName}</span></> }] : []), ...(notice.waivedAt ? [{ label: t('notice.statement'), value: t('notice.waived') }] : []),
    ...notice.points.map((one, nth) => ({ label: t('notice.point', { nth: nth + 1 }), value: <>{one.point} — {textOf(ANSWERS[one.answering] ?? '')}：{one.answer}</> })),
    ...(notice.hearingAskedAt ? [{ label: t('notice.asked'), value: <DateText value={notice.hearingAskedAt} /> }] : []), ...(hearing ? [{ label: t('notice.hearing'), value: <><DateText value={hearing.heldOn} /> {hearing.place} {hearing.host} {hearing.record && words(hearing.record)}</> }] : []),
  ];
  return <SummaryList groups={[{ title: notice.paper.title, rows }]} />;
}
