import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useKeptText } from '@/shared/form/kept-text';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { type Proof, proofBody, SERVICE_METHODS, ServiceProof } from '@/shared/ui/ServiceProof';
import { DateText } from '@/shared/ui/values';
import { Fact, HearingActs, HearingFacts, isUntold, LastDay, NextStep, periodOf, standing } from './AdverseHearing';
import { RECEIVED, ReceiptText, ReceivedDialog } from './AdverseReceived';
import { applicationPath, type Application } from './model';
import { useApplicationChanged } from './changed';

/** How the second person settles it: by which right, where, and what agreeing is called there. */
export interface Settle {
  readonly action: string;
  readonly path: string;
  readonly approve: string;
  /** A measure against a permit: agreeing and dropping are called otherwise than for an application. */
  readonly measure?: true;
}

const refusal = (id: string): Settle => ({ action: 'permit-application.refuse', path: `${applicationPath(id)}/refusal/settle`, approve: 'approve' });

type Dialog = 'state' | 'received' | 'answer' | 'settle' | 'drop' | 'serve' | null;

/** A decision against the applicant on its way: what was told, what the applicant said, what became of it. Each side sees its own part and its own acts. */
export function AdverseCard({ application, settle = refusal(application.id) }: { readonly application: Application; readonly settle?: Settle }) {
  const { t } = useTranslation('permits');
  const [dialog, setDialog] = useState<Dialog>(null);
  const one = application.case.adverse;
  if (!one) return null;
  const may = (action: string): boolean => application.case.actions.includes(action) || application.actions.includes(action);
  const paper = paperToServe(application);
  const tone = one.state === 'open' ? 'warning' : one.state === 'served' || one.state === 'decided' ? 'danger' : 'muted';
  const close = (): void => setDialog(null);
  return (
    <section className="hb-card hb-stack">
      <div className="hb-row">
        <h2>{t(one.unheard ? 'adverse.untoldTitle' : 'adverse.title', { measure: one.measure })}</h2>
        <StatusTag tone={tone}>{t(`adverse.state.${standing(one)}`)}</StatusTag>
      </div>
      {one.state === 'decided' && <p className="hb-warning-text">{t('adverse.hidden')}</p>}
      <NextStep one={one} />
      <dl className="hb-summary">
        <Fact label={t('adverse.reasons')}>{one.reasons}</Fact>
        {one.toldOn && <Fact label={t('adverse.told')}><DateText value={one.toldOn} /> {one.toldHow === 'spoke' && <span className="hb-small hb-muted">{t('adverse.spoke')}</span>}</Fact>}
        {one.statementUntil !== null && <Fact label={t('adverse.until')}><LastDay one={one} day={one.statementUntil} /></Fact>}
        {!one.unheard && <Fact label={t('adverse.statement')}>{one.statedAt ? (one.statement ?? t('adverse.waived')) : t('adverse.notYet')} <ReceiptText receipt={one.statementReceipt} /></Fact>}
        <HearingFacts one={one} />
        {one.answer && <Fact label={t('adverse.answer')}>{`${t(`adverse.answering.${one.answering ?? 'rejected'}`)}：${one.answer}`}</Fact>}
        {one.decidedByName && <Fact label={t('adverse.persons')}>{`${one.proposedByName} → ${one.decidedByName}`}</Fact>}
        {one.servedOn && <Fact label={t('adverse.served')}>{[one.servedOn, one.serviceMethod, one.receivedBy].filter(Boolean).join(' · ')}</Fact>}
      </dl>
      <StatementFiles application={application} />
      <div className="hb-row">
        {paper && may('case.serve-notice') && <Button type="primary" onClick={() => setDialog('serve')}>{t(`adverse.act.${paper.kind}`)}</Button>}
        {may('case.state') && <Button type="primary" onClick={() => setDialog('state')}>{t('adverse.act.state')}</Button>}
        {may('case.receive-word') && <Button onClick={() => setDialog('received')}>{t('adverse.act.received')}</Button>}
        {may('case.answer-statement') && <Button onClick={() => setDialog('answer')}>{t('adverse.act.answer')}</Button>}
        <HearingActs application={application} may={may} />
        {may(settle.action) && one.state === 'open' && one.mayDecide && one.deciding === 'ready' && <Button type="primary" onClick={() => setDialog('settle')}>{t('adverse.act.settle')}</Button>}
        {may(settle.action) && one.state === 'open' && one.mayDecide && one.deciding !== 'ready' && <Button onClick={() => setDialog('drop')}>{settle.measure ? t('adverse.outcomeOf.drop', { measure: one.measure }) : t('adverse.outcome.drop')}</Button>}
      </div>
      <StateDialog application={application} open={dialog === 'state'} onClose={close} />
      <ReceivedDialog application={application} open={dialog === 'received'} onClose={close} />
      <AnswerDialog application={application} open={dialog === 'answer'} onClose={close} />
      <SettleDialog key={dialog === 'drop' ? 'drop' : 'settle'} only={dialog === 'drop' ? 'drop' : null} application={application} settle={settle} open={dialog === 'settle' || dialog === 'drop'} onClose={close} />
      {paper && <ServeDialog application={application} paper={paper} open={dialog === 'serve'} onClose={close} />}
    </section>
  );
}

interface Paper {
  readonly id: string;
  readonly kind: 'serveNotice' | 'serveHearing' | 'serve';
  readonly issuedOn: string;
}

/** What has to reach the party next: the notice beforehand, or the decision that waits. */
function paperToServe(application: Application): Paper | null {
  const { adverse: one, notices } = application.case;
  const decision = notices.find(notice => notice.withheld && notice.kind === 'decision');
  if (decision) return { ...decision, kind: 'serve' };
  const hearing = one?.state === 'open' && one.hearing?.notifiedOn === null ? notices.find(each => each.id === one.hearing?.noticeId && each.servedAt === null) : undefined;
  if (hearing) return { ...hearing, kind: 'serveHearing' };
  const notice = one?.state === 'open' && (isUntold(one) || (one.toldHow === 'spoke' && one.statedAt === null)) ? notices.find(each => each.id === one.noticeId && each.servedAt === null) : undefined;
  return notice ? { ...notice, kind: 'serveNotice' } : null;
}

export interface DialogProps {
  readonly application: Application;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What is written and uploaded waits here and on this device until it is sent. */
function StateDialog({ application, open, onClose }: DialogProps) {
  const { t } = useTranslation('permits');
  const id = useId();
  const changed = useApplicationChanged(application.id);
  const [text, setText, forget] = useKeptText(`statement:${application.id}`);
  const [waive, setWaive] = useState(false);
  const files = useStatementFiles(application.id, open);
  const send = async (): Promise<void> => {
    await rest('POST', `/api/v1/cases/${application.id}/statement`, { body: waive ? { waive: true } : { text: text.trim(), fileIds: files.own.map(file => file.id) } });
    forget();
    await changed();
  };
  return (
    <ConfirmAct open={open} title={t('adverse.act.state')} act={t(waive ? 'adverse.act.waive' : 'adverse.act.send')} ready={waive || text.trim().length >= 5} onConfirm={send} onClose={onClose}>
      <p>{t('adverse.once')}</p>
      <label htmlFor={id}>{t('adverse.text')}</label>
      <Input.TextArea id={id} value={text} disabled={waive} maxLength={10000} autoSize={{ minRows: 5, maxRows: 16 }} onChange={event => setText(event.target.value)} />
      {!waive && (
        <>
          <ProblemAlert error={files.error} />
          <FileList files={files.own} onRemove={file => rest('DELETE', `/api/v1/files/${file.id}`).then(files.reload)} />
          <FileUpload label={t('adverse.attach')} subjectType="case" subjectId={application.id} purpose={STATEMENT} onDone={() => void files.reload()} />
        </>
      )}
      <Checkbox checked={waive} onChange={event => setWaive(event.target.checked)}>{t(application.case.adverse?.hearingRight ? 'adverse.waiveBoth' : 'adverse.waive')}</Checkbox>
    </ConfirmAct>
  );
}

const STATEMENT = 'statement';

/** Files of the case that were uploaded for the statement. */
function useStatementFiles(caseId: string, enabled: boolean) {
  const files = useQuery({ ...readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: 'case', subjectId: caseId }), enabled });
  const of = (...purposes: string[]): StoredFile[] => (files.data ?? []).filter(file => purposes.includes(file.purpose ?? ''));
  return { own: of(STATEMENT), all: of(STATEMENT, RECEIVED), error: files.error, reload: async (): Promise<void> => void (await files.refetch()) };
}

/** What came with the statement, for both sides. */
function StatementFiles({ application }: { readonly application: Application }) {
  const ids = application.case.adverse?.statementFileIds ?? [];
  const files = useStatementFiles(application.id, ids.length > 0);
  return ids.length === 0 ? null : <FileList files={files.all.filter(file => ids.includes(file.id))} />;
}

const ANSWERS = ['adopted', 'partly', 'rejected'] as const;

function AnswerDialog({ application, open, onClose }: DialogProps) {
  const { t } = useTranslation('permits');
  const id = useId();
  const changed = useApplicationChanged(application.id);
  const [answering, setAnswering] = useState<(typeof ANSWERS)[number] | null>(null);
  const [text, setText, forget] = useKeptText(`statement-answer:${application.id}`);
  const send = async (): Promise<void> => {
    await rest('POST', `/api/v1/cases/${application.id}/statement/answer`, { body: { answering, text: text.trim() } });
    forget();
    await changed();
  };
  return (
    <ConfirmAct open={open} title={t('adverse.act.answer')} act={t('adverse.act.answer')} ready={answering !== null && text.trim().length >= 5} onConfirm={send} onClose={onClose}>
      <p style={{ whiteSpace: 'pre-wrap' }}>{application.case.adverse?.statement}</p>
      <StatementFiles application={application} />
      <Radio.Group aria-label={t('adverse.answer')} value={answering} options={ANSWERS.map(value => ({ value, label: t(`adverse.answering.${value}`) }))} onChange={event => setAnswering(event.target.value as (typeof ANSWERS)[number])} />
      <label htmlFor={id}>{t('adverse.answerText')}</label>
      <Input.TextArea id={id} value={text} maxLength={4000} autoSize={{ minRows: 3, maxRows: 12 }} onChange={event => setText(event.target.value)} />
    </ConfirmAct>
  );
}

/** `only`: before the party has said what it may say, nothing but giving it up can be decided. */
function SettleDialog({ application, settle, only, open, onClose }: DialogProps & { readonly settle: Settle; readonly only: 'drop' | null }) {
  const { t } = useTranslation('permits');
  const id = useId();
  const changed = useApplicationChanged(application.id);
  const measure = settle.measure && application.case.adverse?.measure;
  const word = (value: 'approve' | 'drop'): string => (measure ? t(`adverse.outcomeOf.${value}`, { measure }) : t(`adverse.outcome.${value}`));
  const [outcome, setOutcome] = useState<'approve' | 'drop' | null>(only);
  const [reasons, setReasons, forget] = useKeptText(`settle:${application.id}`);
  const send = async (): Promise<void> => {
    await rest('POST', settle.path, { body: { outcome: outcome === 'approve' ? settle.approve : outcome, reasons: reasons.trim() } });
    forget();
    await changed();
  };
  return (
    <ConfirmAct open={open} title={only ? word(only) : t('adverse.act.settle')} act={only ? word(only) : t('adverse.act.settle')} danger={outcome === 'approve'} ready={outcome !== null && reasons.trim().length >= 2} onConfirm={send} onClose={onClose}>
      {only === null && <Radio.Group aria-label={t('adverse.act.settle')} value={outcome} options={(['approve', 'drop'] as const).map(value => ({ value, label: word(value) }))} onChange={event => setOutcome(event.target.value as 'approve' | 'drop')} />}
      <label htmlFor={id}>{t('adverse.settleText')}</label>
      <Input.TextArea id={id} value={reasons} maxLength={4000} autoSize={{ minRows: 3, maxRows: 12 }} onChange={event => setReasons(event.target.value)} />
    </ConfirmAct>
  );
}

function ServeDialog({ application, paper, open, onClose }: DialogProps & { readonly paper: Paper }) {
  const { t } = useTranslation('permits');
  const id = useId();
  const changed = useApplicationChanged(application.id);
  const [method, setMethod] = useState<(typeof SERVICE_METHODS)[number] | null>(null);
  const [proof, setProof] = useState<Proof>({ proofFileId: null, consentFileId: null });
  const [receivedBy, setReceivedBy] = useState('');
  const [servedOn, setServedOn] = useState('');
  const send = async (): Promise<void> => {
    await rest('POST', `/api/v1/notices/${paper.id}/serve`, { body: { method, receivedBy: receivedBy.trim(), servedOn, ...proofBody(proof) } });
    await changed();
  };
  const act = t(`adverse.act.${paper.kind}`);
  return (
    <ConfirmAct open={open} title={act} act={act} ready={method !== null && receivedBy.trim() !== '' && servedOn !== '' && proof.proofFileId !== null && (method !== 'electronic' || proof.consentFileId !== null)} onConfirm={send} onClose={onClose}>
      <p>{t(`adverse.lead.${paper.kind}`, { period: application.case.adverse ? periodOf(application.case.adverse, t) : '' })}</p>
      <Radio.Group aria-label={t('adverse.method')} value={method} options={SERVICE_METHODS.map(value => ({ value, label: t(`common:service.methods.${value}`) }))} onChange={event => setMethod(event.target.value as (typeof SERVICE_METHODS)[number])} />
      <label htmlFor={`${id}-on`}>{t('adverse.servedOn')}</label>
      <Input id={`${id}-on`} type="date" min={paper.issuedOn} value={servedOn} onChange={event => setServedOn(event.target.value)} />
      <label htmlFor={`${id}-by`}>{t('adverse.receivedBy')}</label>
      <Input id={`${id}-by`} value={receivedBy} maxLength={100} onChange={event => setReceivedBy(event.target.value)} />
      <ServiceProof caseId={application.case.case.id} onChange={setProof} />
    </ConfirmAct>
  );
}
