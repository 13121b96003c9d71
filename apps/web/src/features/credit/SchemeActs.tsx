import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { runsPath, schemesPath, type RunItem, type Scheme } from './model';

type Step = 'copy' | 'publish' | 'withdraw' | 'simulate' | 'forceAct';

const PAST_YEARS = 3;

/** What may be done with a version: copied to a draft, simulated, published by somebody else, put in force. */
export function SchemeActs({ scheme }: { readonly scheme: Scheme }) {
  const { t } = useTranslation('credit');
  const [step, setStep] = useState<Step | null>(null);
  const may = (action: string): boolean => scheme.actions.includes(`credit-scheme.${action}`);
  const draft = scheme.state === 'draft';
  const steps: readonly (readonly [Step, boolean])[] = [['withdraw', draft && may('draft')], ['copy', may('draft')], ['forceAct', scheme.state === 'published' && scheme.forceProposal === null && may('draft')], ['simulate', may('simulate')], ['publish', may('publish')]];
  return (
    <>
      {steps.filter(([, open]) => open).map(([one]) => <Button key={one} type={one === 'publish' ? 'primary' : 'default'} onClick={() => setStep(one)}>{t(`schemes.${one}`)}</Button>)}
      {(step === 'publish' || step === 'withdraw' || step === 'simulate') && <Plain scheme={scheme} step={step} onClose={() => setStep(null)} />}
      {step === 'copy' && <Copy scheme={scheme} onClose={() => setStep(null)} />}
      {step === 'forceAct' && <Force scheme={scheme} onClose={() => setStep(null)} />}
    </>
  );
}

interface StepProps {
  readonly scheme: Scheme;
  readonly onClose: () => void;
}

function useGo() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { base } = useSession();
  return async (to: string | null): Promise<void> => {
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith('/api/v1/credit') });
    if (to) await navigate({ to: `${base}${to}` });
  };
}

function Plain({ scheme, step, onClose }: StepProps & { readonly step: 'publish' | 'withdraw' | 'simulate' }) {
  const { t } = useTranslation('credit');
  const go = useGo();
  const [key] = useState(newIdempotencyKey);
  const act = async (): Promise<void> => {
    if (step === 'simulate') {
      const run = await rest<RunItem>('POST', `${schemesPath}/${scheme.id}/simulate`, { body: { pastYears: PAST_YEARS }, idempotencyKey: key });
      return go(`/credit-runs/${run.id}`);
    }
    await rest('POST', `${schemesPath}/${scheme.id}/${step}`, { body: {}, version: scheme.version });
    return go(null);
  };
  return <ConfirmAct open title={t(`schemes.${step}Title`)} act={t(`schemes.${step}`)} danger={step === 'withdraw'} onConfirm={act} onClose={onClose}><p>{t(`schemes.${step}Means`)}</p></ConfirmAct>;
}

function Copy({ scheme, onClose }: StepProps) {
  const { t } = useTranslation('credit');
  const go = useGo();
  const [key] = useState(newIdempotencyKey);
  const [title, setTitle] = useState(scheme.title);
  const [legalBasis, setBasis] = useState(scheme.legalBasis);
  const [effectiveFrom, setFrom] = useState('');
  const act = async (): Promise<void> => {
    const draft = await rest<Scheme>('POST', `${schemesPath}/${scheme.id}/copy`, { body: { title, legalBasis, effectiveFrom }, idempotencyKey: key });
    await go(`/credit-schemes/${draft.id}`);
  };
  return (
    <ConfirmAct open title={t('schemes.copyTitle')} act={t('schemes.copy')} ready={title.length >= 4 && legalBasis.length >= 4 && effectiveFrom !== ''} onConfirm={act} onClose={onClose}>
      <Line id="copy-name" label={t('schemes.copyName')} value={title} onChange={setTitle} />
      <Line id="copy-basis" label={t('schemes.copyBasis')} value={legalBasis} onChange={setBasis} />
      <Line id="copy-from" label={t('schemes.copyFrom')} value={effectiveFrom} onChange={setFrom} type="date" />
    </ConfirmAct>
  );
}

function Force({ scheme, onClose }: StepProps) {
  const { t } = useTranslation('credit');
  const go = useGo();
  const [legalBasis, setBasis] = useState('');
  const [effectiveFrom, setFrom] = useState('');
  const act = async (): Promise<void> => {
    await rest('POST', `${schemesPath}/${scheme.id}/force`, { body: { effectiveFrom, legalBasis } });
    await go(null);
  };
  return (
    <ConfirmAct open title={t('schemes.forceTitle')} act={t('schemes.forceAct')} ready={legalBasis.length >= 4 && effectiveFrom !== ''} onConfirm={act} onClose={onClose}>
      <p>{t('schemes.forceMeans')}</p>
      <Line id="force-basis" label={t('schemes.forceBasis')} value={legalBasis} onChange={setBasis} />
      <Line id="force-from" label={t('schemes.forceFrom')} value={effectiveFrom} onChange={setFrom} type="date" />
    </ConfirmAct>
  );
}

/** A scheme that is to apply from a day on: decided by somebody else than who proposed it. */
export function ForceProposal({ scheme, proposal }: { readonly scheme: Scheme; readonly proposal: NonNullable<Scheme['forceProposal']> }) {
  const { t } = useTranslation('credit');
  const go = useGo();
  const [answer, setAnswer] = useState<boolean | null>(null);
  const act = async (reason: string): Promise<void> => {
    await rest('POST', `${schemesPath}/${scheme.id}/force/${proposal.id}/decide`, { body: { approved: answer, reason } });
    setAnswer(null);
    await go(null);
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t('schemes.forceWaits')}</h2>
      <p>{t('schemes.forceProposed', { from: proposal.effectiveFrom, basis: proposal.legalBasis, name: proposal.proposedByName })}</p>
      {proposal.mayDecide ? <div className="hb-row"><Button type="primary" onClick={() => setAnswer(true)}>{t('schemes.forceApprove')}</Button><Button onClick={() => setAnswer(false)}>{t('schemes.forceRefuse')}</Button></div> : <p className="hb-muted">{t('schemes.forceOther')}</p>}
      <ConfirmAct open={answer !== null} title={t('schemes.forceWaits')} act={t(answer ? 'schemes.forceApprove' : 'schemes.forceRefuse')} reason={{ label: t('schemes.forceReason'), required: true }} onConfirm={act} onClose={() => setAnswer(null)} />
    </section>
  );
}

interface LineProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date';
}

function Line({ id, label, value, onChange, type = 'text' }: LineProps) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input id={id} type={type} value={value} onChange={event => onChange(event.target.value)} />
    </div>
  );
}

/** Everybody anew, in the background. */
export function Recompute() {
  const { t } = useTranslation('credit');
  const go = useGo();
  const [open, setOpen] = useState(false);
  const [key] = useState(newIdempotencyKey);
  const act = async (): Promise<void> => {
    const run = await rest<RunItem>('POST', runsPath, { body: {}, idempotencyKey: key });
    await go(`/credit-runs/${run.id}`);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('schemes.recompute')}</Button>
      <ConfirmAct open={open} title={t('schemes.recomputeTitle')} act={t('schemes.recompute')} onConfirm={act} onClose={() => setOpen(false)}><p>{t('schemes.recomputeMeans')}</p></ConfirmAct>
    </>
  );
}
