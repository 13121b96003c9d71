import { Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import type { Teamwork } from './model';

export type Dialog = { readonly kind: 'part' | 'ask' | 'check' | 'extend' } | { readonly kind: 'finish' | 'answer' | 'hand-over' | 'reopen' | 'withdraw' | 'pass-on'; readonly id: string } | null;

interface DialogProps {
  readonly path: string;
  readonly dialog: NonNullable<Dialog>;
  readonly work: Teamwork | undefined;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

interface Typed {
  readonly specialty?: string;
  readonly officerId?: string;
  readonly secondId?: string;
  readonly certificate: string;
  readonly secondCertificate: string;
  readonly day: string;
  readonly department: string;
  readonly text: string;
  readonly verdict?: 'agree' | 'object';
}

const EMPTY: Typed = { certificate: '', secondCertificate: '', day: '', department: '', text: '' };

/** What goes where, for each kind of dialog. */
function requestOf(dialog: NonNullable<Dialog>, typed: Typed): { readonly to: string; readonly body: object; readonly ready: boolean } {
  const text = typed.text.trim();
  const day = typed.day || undefined;
  switch (dialog.kind) {
    case 'part': return { to: 'parts', body: { specialty: typed.specialty, officerId: typed.officerId, dueOn: day }, ready: typed.specialty !== undefined };
    case 'hand-over': return { to: `parts/${dialog.id}/hand-over`, body: { officerId: typed.officerId, reason: text }, ready: typed.officerId !== undefined && text.length >= 2 };
    case 'reopen': return { to: `parts/${dialog.id}/reopen`, body: { reason: text }, ready: text.length >= 2 };
    case 'finish': return { to: `parts/${dialog.id}/finish`, body: { verdict: typed.verdict, summary: text }, ready: typed.verdict !== undefined && text.length >= 2 };
    case 'ask': return { to: 'countersigns', body: { officerId: typed.officerId, department: typed.department.trim() || undefined, question: text }, ready: typed.officerId !== undefined && text.length >= 2 };
    case 'answer': return { to: `countersigns/${dialog.id}/answer`, body: { verdict: typed.verdict, text }, ready: typed.verdict !== undefined && text.length >= 2 };
    case 'withdraw': return { to: `countersigns/${dialog.id}/withdraw`, body: { reason: text }, ready: text.length >= 2 };
    case 'pass-on': return { to: `countersigns/${dialog.id}/hand-over`, body: { officerId: typed.officerId, reason: text }, ready: typed.officerId !== undefined && text.length >= 2 };
    case 'extend': return { to: 'extend-for-site-check', body: { reason: text }, ready: text.length >= 2 };
    case 'check': {
      const officers = [{ userId: typed.officerId, certificateNo: typed.certificate.trim() }, { userId: typed.secondId, certificateNo: typed.secondCertificate.trim() }];
      return { to: 'site-checks', body: { reason: text, plannedOn: day, officers }, ready: text.length >= 5 && day !== undefined && officers.every(one => one.userId && one.certificateNo.length >= 4) && typed.officerId !== typed.secondId };
    }
  }
}

/** One act of the officers' common work, with what it needs. */
export function TeamDialog({ path, dialog, work, onDone, onClose }: DialogProps) {
  const { t } = useTranslation('site-checks');
  const id = useId();
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const set = (over: Partial<Typed>): void => setTyped(all => ({ ...all, ...over }));
  const { kind } = dialog;
  const request = requestOf(dialog, typed);
  const officers = (work?.officers ?? []).map(one => ({ value: one.userId, label: one.name }));
  const send = async (): Promise<void> => {
    await rest('POST', `${path}/${request.to}`, { body: request.body });
    await onDone();
  };
  const person = (name: 'officerId' | 'secondId', label: string) => (
    <div className="hb-form-line">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <Select id={`${id}-${name}`} value={typed[name]} options={officers} onChange={value => set({ [name]: value })} />
    </div>
  );
  return (
    <ConfirmAct open title={t(`dialog.${kind}`)} act={t(`dialog.${kind}`)} ready={request.ready} onConfirm={send} onClose={onClose}>
      {kind === 'part' && <Radio.Group aria-label={t('team.part')} value={typed.specialty} options={(['air', 'water', 'solid-noise', 'monitoring', 'other'] as const).map(value => ({ value, label: t(`team.specialty.${value}`) }))} onChange={event => set({ specialty: event.target.value as string })} />}
      {(kind === 'part' || kind === 'hand-over' || kind === 'pass-on' || kind === 'ask' || kind === 'check') && person('officerId', t(kind === 'part' ? 'team.officerOrMe' : 'team.officer'))}
      {kind === 'check' && (
        <>
          <Line id={`${id}-c1`} label={t('order.certificate')} value={typed.certificate} onChange={certificate => set({ certificate })} />
          {person('secondId', t('order.second'))}
          <Line id={`${id}-c2`} label={t('order.certificate')} value={typed.secondCertificate} onChange={secondCertificate => set({ secondCertificate })} />
        </>
      )}
      {(kind === 'part' || kind === 'check') && <Line id={`${id}-day`} type="date" label={t(kind === 'part' ? 'team.dueOn' : 'order.plannedOn')} value={typed.day} onChange={day => set({ day })} />}
      {kind === 'ask' && <Line id={`${id}-dep`} label={t('team.department')} value={typed.department} onChange={department => set({ department })} />}
      {(kind === 'finish' || kind === 'answer') && <Radio.Group aria-label={t('team.verdict')} value={typed.verdict} options={(['agree', 'object'] as const).map(value => ({ value, label: t(`team.${value}`) }))} onChange={event => set({ verdict: event.target.value as 'agree' | 'object' })} />}
      {kind !== 'part' && (
        <div className="hb-form-line">
          <label htmlFor={`${id}-text`}>{t(`text.${kind}`)}</label>
          <Input.TextArea id={`${id}-text`} value={typed.text} maxLength={1000} autoSize={{ minRows: 2, maxRows: 10 }} onChange={event => set({ text: event.target.value })} />
        </div>
      )}
    </ConfirmAct>
  );
}

function Line({ id, label, type, value, onChange }: { readonly id: string; readonly label: string; readonly type?: string; readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <div className="hb-form-line">
      <label htmlFor={id}>{label}</label>
      <Input id={id} type={type} value={value} maxLength={100} onChange={event => onChange(event.target.value)} />
    </div>
  );
}
