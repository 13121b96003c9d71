import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { FileUpload } from '@/shared/ui/FileUpload';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText, Money } from '@/shared/ui/values';
import { download } from '../market/download';
import { today } from './ActForms';
import { given, payment } from './acts';
import { ANSWERS, OWN, STAGE_TONES, usePenaltiesChanged, type Own, type OwnItem } from './model';
import { AccountFacts, PaperButton, PaymentLine } from './parts';

const TABS = ['open', 'ended'] as const;

/** Cases in which one's own organisation was told something. */
export function OwnPenaltyListPage() {
  const { t } = useTranslation('penalties');
  const { base } = useSession();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const shown = TABS.find(one => one === tab) ?? 'open';
  const columns: Column<OwnItem>[] = [
    { key: 'violation', title: t('violation'), lead: true, render: row => <>{row.violationTitle}<div className="hb-small hb-muted hb-num">{row.number}</div></> },
    { key: 'stage', title: t('state'), render: row => <StatusTag tone={STAGE_TONES[row.stage] ?? 'neutral'}>{t(`own.stages.${row.stage}`)}</StatusTag> },
    { key: 'until', title: t('notice.statementUntil'), render: row => <DateText value={row.statementUntil} /> },
    { key: 'decision', title: t('decisionNumber'), render: row => row.decisionNumber },
    { key: 'fine', title: t('fine'), align: 'end', render: row => <Money yuan={row.fineYuan} /> },
    { key: 'due', title: t('own.payBy'), render: row => <DateText value={row.paymentDueOn} /> },
    { key: 'told', title: t('own.told'), sortBy: 'told', wideOnly: true, render: row => <DateText value={row.toldAt} /> },
  ];
  return (
    <>
      <PageHeader title={t('own.title')} lead={t('own.lead')} />
      <TabLinks label={t('own.title')} active={shown} tabs={TABS.map(key => ({ key, label: t(`own.tabs.${key}`) }))} />
      <DataTable<OwnItem> key={shown} caption={t('own.title')} path={OWN} query={{ tab: shown }} columns={columns} rowKey={row => row.id} rowLink={row => `${base}/penalties/${row.id}`} defaultSort="-told" searchHint={t('own.search')} onExport={query => download(`${OWN}/export`, query, `${t('own.title')}.xlsx`)} empty={<EmptyState title={t(`own.empty.${shown}`)} />} />
    </>
  );
}

export function OwnPenaltyPage() {
  const { penaltyId = '' } = useParams({ strict: false }) as { penaltyId?: string };
  const own = useQuery(readPath<Own>(`${OWN}/${penaltyId}`));
  if (own.isPending) return <PageSkeleton />;
  if (!own.data) return <RouteErrorPage error={own.error} onRetry={() => void own.refetch()} />;
  return <Whole own={own.data} />;
}

function Whole({ own }: { readonly own: Own }) {
  const { t } = useTranslation('penalties');
  const { base } = useSession();
  const { decision } = own;
  return (
    <>
      <PageHeader title={own.violationTitle ?? own.number} lead={own.number} back={{ to: `${base}/penalties`, label: t('own.title') }} tags={<StatusTag tone={STAGE_TONES[own.stage] ?? 'neutral'}>{t(`own.stages.${own.stage}`)}</StatusTag>} />
      <div className="hb-stack">
        {decision && (
          <section className="hb-card hb-stack">
            <h2>{decision.paper.title}</h2>
            <p>{decision.number} <PaperButton path={`${OWN}/${own.id}/papers/${decision.id}`} name={decision.number} /></p>
            {decision.revokedAt && <p className="hb-warning-text">{t('own.revoked', { reason: decision.revokedReason ?? '' })}</p>}
            {decision.publishedAt && <p className="hb-muted">{decision.isPublic ? <>{t('decision.publicUntil')} <DateText value={decision.publishUntil} /></> : t('decision.heldBack')}</p>}
            <div className="hb-penalties__paper">{decision.paper.paragraphs.map(text => <p key={text}>{text}</p>)}</div>
          </section>
        )}
        <Related own={own} />
        {own.reminder && <ReminderCard own={own} reminder={own.reminder} />}
        {own.account && <AccountFacts account={own.account} />}
        {own.pursuitEndedOn && own.account?.openYuan !== '0.00' && <p className="hb-muted">{t('own.pursuitEnded', { day: own.pursuitEndedOn })}</p>}
        {own.payments.length > 0 && <section className="hb-card hb-stack"><h2>{t('money.payments')}</h2>{own.payments.map(one => <div key={one.id}><PaymentLine payment={one} /></div>)}</section>}
        {own.actions.includes('pay') && <Paying own={own} />}
        {own.actions.some(one => !['pay', 'state-reminder'].includes(one)) && <Speaking own={own} />}
        {own.notices.map(notice => <NoticeCard key={notice.id} own={own} notice={notice} />)}
      </div>
    </>
  );
}

/** What it came from and what goes on from it. */
function Related({ own }: { readonly own: Own }) {
  const { t } = useTranslation('penalties');
  const { base } = useSession();
  const rows = [
    ...(own.inspectionId ? [{ label: t('own.inspection'), to: `${base}/inspections/${own.inspectionId}`, words: t('own.view') }] : []),
    ...(own.rectificationId ? [{ label: t('own.rectification'), to: `${base}/rectifications/${own.rectificationId}`, words: t('own.view') }] : []),
    ...(own.parent ? [{ label: t('parent'), to: `${base}/penalties/${own.parent.id}`, words: own.parent.number }] : []),
    ...own.children.map(one => ({ label: t('children'), to: `${base}/penalties/${one.id}`, words: one.number })),
  ];
  if (rows.length === 0) return null;
  return <SummaryList groups={[{ title: t('own.links'), rows: rows.map(one => ({ label: one.label, value: <AppLink to={one.to}>{one.words}</AppLink> })) }]} />;
}

/** 催告书 as it was served, and what may be said of it. */
function ReminderCard({ own, reminder }: { readonly own: Own; readonly reminder: NonNullable<Own['reminder']> }) {
  const { t } = useTranslation('penalties');
  const changed = usePenaltiesChanged();
  const send = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${OWN}/${own.id}/reminder-statement`, { body: values });
    await changed();
  };
  const { paper } = reminder;
  return (
    <section className="hb-card hb-stack">
      <h2>{paper?.title ?? t('own.reminder')}</h2>
      <p>{paper?.number} · {t('served')} <DateText value={reminder.servedOn} /> · {t('own.remindUntil')} <DateText value={reminder.waitsUntil} /> {paper && <PaperButton path={`${OWN}/${own.id}/papers/${reminder.id}`} name={paper.number} />}</p>
      {paper && <div className="hb-penalties__paper">{paper.paragraphs.map(text => <p key={text}>{text}</p>)}</div>}
      {reminder.statement && <p className="hb-penalties__words">{t('own.said')}{reminder.statement}</p>}
      {reminder.answer && <p className="hb-penalties__words">{t('own.answered')}{reminder.answer}</p>}
      {own.actions.includes('state-reminder') && (
        <>
          <p className="hb-muted">{t('own.stateReminderMeans')}</p>
          <QuickForm fields={[{ name: 'words', label: t('notice.statement'), type: 'textarea', required: true, max: 4000 }]} submit={t('own.stateReminder')} onSubmit={send} control={FieldControl} />
        </>
      )}
    </section>
  );
}

function NoticeCard({ own, notice }: { readonly own: Own; readonly notice: Own['notices'][number] }) {
  const { t } = useTranslation('penalties');
  return (
    <section className="hb-card hb-stack">
      <h2>{notice.paper.title}</h2>
      <p>{notice.paper.number} · {t('served')} <DateText value={notice.servedOn} /> <PaperButton path={`${OWN}/${own.id}/papers/${notice.id}`} name={notice.paper.number} /></p>
      <div className="hb-penalties__paper">{notice.paper.paragraphs.map(text => <p key={text}>{text}</p>)}</div>
      {notice.statement && <p className="hb-penalties__words">{t('own.said')}{notice.statement}</p>}
      {notice.waivedAt && <p>{t('notice.waived')}</p>}
      {notice.hearingAskedAt && <p>{t('notice.asked')} <DateText value={notice.hearingAskedAt} /></p>}
      {notice.hearingOn && <p>{t('notice.hearing')} <DateText value={notice.hearingOn} /> {notice.hearingPlace}</p>}
      {notice.points.length > 0 && <ul className="hb-lines">{notice.points.map(one => <li key={one.point}>{one.point} — {textOf(ANSWERS[one.answering] ?? '')}：{one.answer}</li>)}</ul>}
    </section>
  );
}

/** 陈述申辩, 听证, or neither. */
function Speaking({ own }: { readonly own: Own }) {
  const { t } = useTranslation('penalties');
  const changed = usePenaltiesChanged();
  const [act, setAct] = useState<'waive' | 'hearing' | null>(null);
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const send = async (path: string, body: object): Promise<void> => {
    await rest('POST', `${OWN}/${own.id}/${path}`, { body });
    await changed();
  };
  const shown = act ?? 'hearing';
  return (
    <section className="hb-card hb-stack">
      <h2>{t('own.speak')}</h2>
      <p className="hb-muted">{t('own.noHarm')}</p>
      {own.actions.includes('state') && (
        <QuickForm fields={[{ name: 'statement', label: t('notice.statement'), type: 'textarea', required: true, max: 6000 }]} submit={t('own.state')} onSubmit={values => send('statement', given(values))} control={FieldControl}>
          <FileUpload label={t('own.files')} subjectType="penalty-party" subjectId={own.id} purpose="statement" onDone={file => setFiles(before => [...before, file])} />
          <FileList files={files} />
        </QuickForm>
      )}
      <div className="hb-row">
        {own.actions.includes('ask-hearing') && <Button onClick={() => setAct('hearing')}>{t('own.hearing')}</Button>}
        {own.actions.includes('waive') && <Button onClick={() => setAct('waive')}>{t('own.waive')}</Button>}
      </div>
      <ConfirmAct open={act !== null} title={t(`own.${shown}`)} act={t(`own.${shown}`)} danger={act === 'waive'} onConfirm={() => (act === 'waive' ? send('statement', {}) : send('hearing-request', {}))} onClose={() => setAct(null)}>{t(`own.${shown}Means`)}</ConfirmAct>
    </section>
  );
}

function Paying({ own }: { readonly own: Own }) {
  const { t } = useTranslation('penalties');
  const changed = usePenaltiesChanged();
  const [file, setFile] = useState<StoredFile | null>(null);
  const [key] = useState(newIdempotencyKey);
  const send = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${OWN}/${own.id}/payments`, { body: { ...given(values), ...(file ? { fileId: file.id } : {}) }, idempotencyKey: key });
    await changed();
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t('own.pay')}</h2>
      <QuickForm key={own.payments.length} fields={payment} initial={{ paidOn: today() }} submit={t('own.paySubmit')} onSubmit={send} control={FieldControl} extraErrors={() => (file ? [] : [{ message: t('own.voucherMissing') }])}>
        <FileUpload label={t('own.voucher')} subjectType="penalty-party" subjectId={own.id} purpose="voucher" multiple={false} onDone={setFile} />
        {file && <FileList files={[file]} />}
      </QuickForm>
    </section>
  );
}
