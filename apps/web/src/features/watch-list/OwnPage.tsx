import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { FileUpload } from '@/shared/ui/FileUpload';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { PaperButton } from '../penalties/parts';
import { ENDINGS, OWN, STAGE_TONES, TRIGGERS, useWatchListChanged, type OwnWatch } from './model';
import { Contests, Remedies, RemovalCard } from './parts';

interface Given {
  readonly own: OwnWatch;
}

/** One case as its subject reads it: what was served, what it may say, how it leaves. */
export function OwnWatchPage() {
  const { entryId = '' } = useParams({ strict: false }) as { entryId?: string };
  const own = useQuery(readPath<OwnWatch>(`${OWN}/${entryId}`));
  if (own.isPending) return <PageSkeleton />;
  if (!own.data) return <RouteErrorPage error={own.error} onRetry={() => void own.refetch()} />;
  return <Whole own={own.data} />;
}

function Whole({ own }: Given) {
  const { t } = useTranslation('watch-list');
  const { base } = useSession();
  const may = (action: string): boolean => own.actions.includes(action);
  return (
    <>
      <PageHeader title={textOf(TRIGGERS[own.trigger] ?? own.trigger)} lead={`${own.number} · ${own.listName}`} back={{ to: `${base}/watch-list`, label: t('own.title') }} tags={<StatusTag tone={STAGE_TONES[own.stage] ?? 'neutral'}>{own.decision?.endedHow ? textOf(ENDINGS[own.decision.endedHow] ?? own.decision.endedHow) : t(`own.stages.${own.stage}`)}</StatusTag>} />
      <div className="hb-stack">
        {['state', 'waive', 'ask-hearing'].some(may) && <Speaking own={own} />}
        {may('apply') && <Applying own={own} />}
        {may('withdraw') && <Withdrawing own={own} />}
        {own.decision && <DecisionCard own={own} decision={own.decision} />}
        {own.removals.map(one => <RemovalCard key={one.id} removal={one} />)}
        <Contests contests={own.contests} />
        {own.notices.map(notice => <NoticeCard key={notice.id} own={own} notice={notice} />)}
      </div>
    </>
  );
}

function DecisionCard({ own, decision }: Given & { readonly decision: NonNullable<OwnWatch['decision']> }) {
  const { t } = useTranslation('watch-list');
  const { base } = useSession();
  return (
    <section className="hb-card hb-stack">
      <h2>{decision.paper.title}</h2>
      <p>{decision.number} <PaperButton path={`${OWN}/${own.id}/papers/${decision.id}`} name={decision.number} /></p>
      {decision.endedHow
        ? <p>{textOf(ENDINGS[decision.endedHow] ?? decision.endedHow)} <DateText value={decision.endedOn} /> {decision.endedReason} · <AppLink to={`${base}/credit-repairs/certificates`}>{t('own.certificate')}</AppLink></p>
        : <p className="hb-warning-text">{t('listedUntil')} <DateText value={decision.listedUntil} /> · {t('removalFrom')} <DateText value={decision.removalFrom} /> {decision.resting && <StatusTag tone="warning">{t('decision.resting')}</StatusTag>}</p>}
      <Remedies remedies={decision.remedies} />
      <div className="hb-penalties__paper">{decision.paper.paragraphs.map(text => <p key={text}>{text}</p>)}</div>
    </section>
  );
}

function NoticeCard({ own, notice }: Given & { readonly notice: OwnWatch['notices'][number] }) {
  const { t } = useTranslation('watch-list');
  return (
    <section className="hb-card hb-stack">
      <h2>{notice.paper.title} {!notice.isCurrent && <StatusTag tone="muted">{t('notice.replaced')}</StatusTag>}</h2>
      <p>{notice.paper.number} · {t('served')} <DateText value={notice.servedOn} /> <PaperButton path={`${OWN}/${own.id}/papers/${notice.id}`} name={notice.paper.number} /></p>
      <div className="hb-penalties__paper">{notice.paper.paragraphs.map(text => <p key={text}>{text}</p>)}</div>
      {notice.statement && <p className="hb-penalties__words">{t('own.said')}{notice.statement}</p>}
      {notice.waivedAt && <p>{t('notice.waived')}</p>}
      {notice.answer && <p className="hb-penalties__words">{t('notice.answer')}：{notice.answer}</p>}
      {notice.hearingAskedAt && <p>{t('notice.asked')} <DateText value={notice.hearingAskedAt} /></p>}
      {notice.hearingOn && <p>{t('notice.hearing')} <DateText value={notice.hearingOn} /> {notice.hearingPlace}</p>}
    </section>
  );
}

/** 陈述申辩, 听证, or neither. */
function Speaking({ own }: Given) {
  const { t } = useTranslation('watch-list');
  const changed = useWatchListChanged();
  const [act, setAct] = useState<'waive' | 'hearing' | null>(null);
  const send = async (path: string, body: object): Promise<void> => {
    await rest('POST', `${OWN}/${own.id}/${path}`, { body });
    await changed();
  };
  const shown = act ?? 'hearing';
  return (
    <section className="hb-card hb-stack">
      <h2>{t('own.speak')}</h2>
      <p className="hb-muted">{t('own.speakLead')} {t('notice.statementUntil')} <DateText value={own.statementUntil} /> · {t('notice.hearingUntil')} <DateText value={own.hearingUntil} /></p>
      {own.actions.includes('state') && <QuickForm fields={[{ name: 'statement', label: t('notice.statement'), type: 'textarea', required: true, max: 8000 }]} submit={t('own.state')} onSubmit={values => send('statement', { statement: values['statement'] })} control={FieldControl} />}
      <div className="hb-row">
        {own.actions.includes('ask-hearing') && <Button onClick={() => setAct('hearing')}>{t('own.hearing')}</Button>}
        {own.actions.includes('waive') && <Button onClick={() => setAct('waive')}>{t('own.waive')}</Button>}
      </div>
      <ConfirmAct open={act !== null} title={t(`own.${shown}`)} act={t(`own.${shown}`)} danger={act === 'waive'} onConfirm={() => (act === 'waive' ? send('statement', {}) : send('hearing-request', {}))} onClose={() => setAct(null)}>{t(`own.${shown}Means`)}</ConfirmAct>
    </section>
  );
}

function Applying({ own }: Given) {
  const { t } = useTranslation('watch-list');
  const changed = useWatchListChanged();
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const send = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${OWN}/${own.id}/removals`, { body: { statement: values['statement'], fileIds: files.map(one => one.id) } });
    await changed();
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t('removal.apply')}</h2>
      <p className="hb-muted hb-penalties__words">{t('removal.conditions')}{own.decision?.exitConditions}</p>
      <QuickForm fields={[{ name: 'statement', label: t('removal.statement'), type: 'textarea', required: true, max: 8000 }]} submit={t('removal.submit')} onSubmit={send} control={FieldControl} extraErrors={() => (files.length === 0 ? [{ message: t('removal.evidenceMissing') }] : [])}>
        <FileUpload label={t('removal.evidence')} subjectType="watch-list-party" subjectId={own.id} purpose="evidence" onDone={file => setFiles(before => [...before, file])} />
        <FileList files={files} />
      </QuickForm>
    </section>
  );
}

function Withdrawing({ own }: Given) {
  const { t } = useTranslation('watch-list');
  const changed = useWatchListChanged();
  const [isOpen, setOpen] = useState(false);
  const send = async (): Promise<void> => {
    await rest('POST', `${OWN}/${own.id}/removals/withdraw`, { body: {} });
    await changed();
  };
  return (
    <div className="hb-row">
      <Button onClick={() => setOpen(true)}>{t('removal.withdraw')}</Button>
      <ConfirmAct open={isOpen} title={t('removal.withdraw')} act={t('removal.withdraw')} onConfirm={send} onClose={() => setOpen(false)}>{t('removal.withdrawMeans')}</ConfirmAct>
    </div>
  );
}
