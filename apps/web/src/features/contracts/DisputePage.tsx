import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList, type SummaryRow } from '@/shared/ui/SummaryList';
import { DateText, Money } from '@/shared/ui/values';
import './contracts.css';
import { DISPUTE_TONES, disputePath, useDisputeChanged, type Dispute } from './disputes';

/** A dispute: the claim, what both sides say, the contract it is about, and what came of it. */
export function DisputePage() {
  const { disputeId = '' } = useParams({ strict: false }) as { disputeId?: string };
  const dispute = useQuery(readPath<Dispute>(disputePath(disputeId)));
  if (dispute.isPending) return <PageSkeleton />;
  if (dispute.error) return <RouteErrorPage error={dispute.error} onRetry={() => void dispute.refetch()} />;
  return <Whole dispute={dispute.data} />;
}

function Whole({ dispute }: { readonly dispute: Dispute }) {
  const { t } = useTranslation('contracts');
  const { base, organisation } = useSession();
  const english = useLanguage() === 'en';
  const bureau = organisation?.orgKind === 'bureau';
  return (
    <>
      <PageHeader
        title={t('disputes.one', { title: dispute.title })}
        back={bureau ? { to: `${base}/disputes`, label: t('disputes.title') } : { to: `${base}/contracts/${dispute.contractId}`, label: t('disputes.contract') }}
        tags={<StatusTag tone={DISPUTE_TONES[dispute.state]}>{english ? dispute.stateEn : dispute.stateZh}</StatusTag>}
        actions={<Actions dispute={dispute} />}
      />
      <div className="hb-stack">
        <SummaryList groups={[{ title: t('disputes.claim'), rows: useClaim(dispute) }]} />
        <Statements dispute={dispute} />
        <SummaryList groups={[{ title: t('page.facts'), rows: useContractRows(dispute) }]} />
      </div>
    </>
  );
}

const wrapped = (text: string) => <span style={{ whiteSpace: 'pre-wrap' }}>{text}</span>;

function useClaim(dispute: Dispute): SummaryRow[] {
  const { t } = useTranslation('contracts');
  return [
    { label: t('disputes.by'), value: `${t(`side.${dispute.side}`)} · ${dispute.openedByName}` },
    { label: t('disputes.claim'), value: wrapped(dispute.claim) },
    { label: t('disputes.amount'), value: <Money yuan={dispute.amountYuan} /> },
    { label: t('disputes.opened'), value: <DateText value={dispute.openedAt} time /> },
    { label: t('disputes.mediator'), value: dispute.takenByName ?? t('disputes.nobody') },
    ...(dispute.closesYuan ? [{ label: t('disputes.closedAt'), value: <Money yuan={dispute.closesYuan} /> }] : []),
    ...(dispute.outcome ? [{ label: t('disputes.outcome'), value: wrapped(dispute.outcome) }, { label: t('disputes.paused'), value: t('terms.days', { count: dispute.daysPaused ?? 0 }) }] : []),
  ];
}

function useContractRows(dispute: Dispute): SummaryRow[] {
  const { t } = useTranslation('contracts');
  const { terms, balance } = dispute;
  return [
    { label: t('side.enterprise'), value: dispute.enterpriseName },
    { label: t('side.firm'), value: dispute.firmName },
    ...(balance ? [{ label: t('payments.title'), value: <>{t('payments.price')} <Money yuan={balance.price} /> · {t('payments.payable')} <Money yuan={balance.payable} /> · {t('payments.confirmed')} <Money yuan={balance.confirmed} /></> }] : []),
    { label: t('milestones.title'), value: <ul className="hb-plain-list">{dispute.milestones.map(one => <li key={one.id}>{one.name} · <DateText value={one.dueOn} /> · <Money yuan={one.amountYuan} />{one.state && ` · ${t(`milestones.state.${one.state}`)}`}</li>)}</ul> },
    ...(terms ? [{ label: t('terms.scope'), value: wrapped(terms.scope) }, { label: t('terms.acceptance'), value: wrapped(terms.acceptance) }, { label: t('terms.liability'), value: wrapped(terms.liability) }, { label: t('terms.disputes'), value: wrapped(terms.disputes) }] : []),
  ];
}

type Act = 'take' | 'settled' | 'failed' | 'withdraw';

function Actions({ dispute }: { readonly dispute: Dispute }) {
  const { t } = useTranslation('contracts');
  const [act, setAct] = useState<Act | null>(null);
  const [closes, setCloses] = useState('');
  const closesId = useId();
  const changed = useDisputeChanged(dispute.id);
  const may = (action: string): boolean => dispute.actions.includes(action);
  const shown = act ?? 'take';
  return (
    <>
      {may('withdraw') && <Button onClick={() => setAct('withdraw')}>{t('disputes.act.withdraw')}</Button>}
      {may('conclude') && <Button onClick={() => setAct('failed')}>{t('disputes.act.failed')}</Button>}
      {may('conclude') && <Button type={may('take') ? 'default' : 'primary'} onClick={() => setAct('settled')}>{t('disputes.act.settled')}</Button>}
      {may('take') && <Button type="primary" onClick={() => setAct('take')}>{t('disputes.act.take')}</Button>}
      <ConfirmAct
        open={act !== null}
        title={t(`disputes.ask.${shown}`)}
        act={t(`disputes.act.${shown}`)}
        reason={shown === 'take' ? undefined : { label: t(shown === 'withdraw' ? 'disputes.why' : 'disputes.outcomeText'), required: true }}
        onConfirm={async text => {
          const path = disputePath(dispute.id);
          if (shown === 'take') await rest('POST', `${path}/take`, { body: {} });
          else if (shown === 'withdraw') await rest('POST', `${path}/withdraw`, { body: { reason: text } });
          else await rest('POST', `${path}/conclude`, { body: { outcome: shown, text, closesYuan: closes.trim() === '' ? undefined : closes.trim() } });
          await changed();
        }}
        onClose={() => setAct(null)}
      >
        {t(`disputes.text.${shown}`)}
        {dispute.isClosable && (shown === 'settled' || shown === 'failed') && (
          <div>
            <label htmlFor={closesId}>{t('disputes.closes')}</label>
            <Input id={closesId} inputMode="decimal" value={closes} onChange={event => setCloses(event.target.value)} aria-describedby={`${closesId}-hint`} />
            <p id={`${closesId}-hint`} className="hb-small hb-muted">{t('disputes.closesHint')}</p>
          </div>
        )}
      </ConfirmAct>
    </>
  );
}

const TEXT: readonly FieldSpec[] = [{ name: 'text', label: { zh: '陈述', en: 'Statement' }, type: 'textarea', required: true, max: 5000, help: { zh: '双方和调解人都会看到', en: 'Both sides and the mediator read it' }, width: 'full' }];

function Statements({ dispute }: { readonly dispute: Dispute }) {
  const { t } = useTranslation('contracts');
  const { t: common } = useTranslation();
  const [writing, setWriting] = useState(false);
  const [key, setKey] = useState(newIdempotencyKey);
  const [added, setAdded] = useState<readonly StoredFile[]>([]);
  const files = useQuery(readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: 'contract-dispute', subjectId: dispute.id }));
  const changed = useDisputeChanged(dispute.id);
  const send = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${disputePath(dispute.id)}/statements`, { body: { ...values, fileIds: added.map(file => file.id) }, idempotencyKey: key });
    await changed();
    setKey(newIdempotencyKey());
    setAdded([]);
    setWriting(false);
  };
  return (
    <section className="hb-card">
      <h2>{t('disputes.statements')}</h2>
      {dispute.statements.length === 0 && <p className="hb-muted">{t('disputes.noStatement')}</p>}
      {dispute.statements.map(one => (
        <article key={one.id} className="hb-contract__row">
          <strong>{t(`disputes.side.${one.side}`)} · {one.byName}</strong> <DateText value={one.at} time />
          <p style={{ whiteSpace: 'pre-wrap' }}>{one.text}</p>
          <FileList files={(files.data ?? []).filter(file => one.fileIds.includes(file.id))} />
        </article>
      ))}
      {dispute.actions.includes('state') && !writing && <Button style={{ marginTop: 12 }} onClick={() => setWriting(true)}>{t('disputes.write')}</Button>}
      {writing && (
        <QuickForm fields={TEXT} submit={t('disputes.write')} onSubmit={send} control={FieldControl} layout="grid" aside={<Button onClick={() => setWriting(false)}>{common('action.back')}</Button>}>
          <FileUpload label={t('disputes.files')} subjectType="contract-dispute" subjectId={dispute.id} purpose="evidence" onDone={file => setAdded(all => [...all, file])} />
          <FileList files={added} />
        </QuickForm>
      )}
    </section>
  );
}
