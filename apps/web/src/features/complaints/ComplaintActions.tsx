import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { OrganisationPicker, type Chosen } from '@/shared/form/OrganisationPicker';
import { QuickForm } from '@/shared/form/QuickForm';
import { COMPLAINTS, OUTCOMES, SUBJECTS, useComplaintsChanged, type Complaint } from './model';
import { PlaceMap, type Point } from './PlaceMap';

const ACTS = ['accept', 'tell', 'begin', 'answer', 'judge', 'decide-review', 'close', 'call-back', 'extend', 'classify', 'refer', 'refuse', 'ask-extension', 'dispute', 'reopen'] as const;
type Act = (typeof ACTS)[number];
const FIRST: readonly Act[] = ['accept', 'tell', 'begin', 'answer', 'judge', 'decide-review', 'close', 'call-back'];
/** Where the act is sent, where it is called otherwise. */
const PATHS: Partial<Record<Act, string>> = { 'decide-review': 'review', 'ask-extension': 'extension' };

/** What the reader may do with it now; one form at a time. */
export function ComplaintActions({ complaint }: { readonly complaint: Complaint }) {
  const { t } = useTranslation('complaints');
  const [act, setAct] = useState<Act | null>(null);
  const open = ACTS.filter(one => complaint.actions.includes(one));
  if (open.length === 0) return null;
  if (act === null)
    return <div className="hb-row hb-no-print">{open.map(one => <Button key={one} type={FIRST.includes(one) ? 'primary' : 'default'} onClick={() => setAct(one)}>{t(`act.${one}`)}</Button>)}</div>;
  return (
    <section className="hb-card hb-stack">
      <h2>{t(`act.${act}`)}</h2>
      {act === 'begin' && <p className="hb-muted">{t('act.beginLead')}</p>}
      {(act === 'judge' || act === 'decide-review') && <p className="hb-muted">{t(act === 'judge' ? 'act.judgeLead' : 'act.reviewLead')}</p>}
      {act === 'classify' ? <Classifying complaint={complaint} onBack={() => setAct(null)} /> : <Form act={act} complaint={complaint} onBack={() => setAct(null)} />}
    </section>
  );
}

interface FormProps {
  readonly complaint: Complaint;
  readonly onBack: () => void;
}

function Form({ act, complaint, onBack }: FormProps & { readonly act: Exclude<Act, 'classify'> }) {
  const { t } = useTranslation('complaints');
  const changed = useComplaintsChanged();
  const send = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${COMPLAINTS}/${complaint.id}/${PATHS[act] ?? act}`, { body: bodyOf(act, values), version: complaint.version });
    await changed();
  };
  return <QuickForm fields={fieldsOf(act, complaint, t)} initial={initialOf(act, complaint)} submit={t(`act.${act}`)} onSubmit={send} control={FieldControl} aside={<Button onClick={onBack}>{t('act.cancel')}</Button>} />;
}

function bodyOf(act: Act, values: Record<string, unknown>): Record<string, unknown> {
  if (act === 'accept') return values['unit'] ? { unit: values['unit'] } : {};
  if (act === 'close' || act === 'call-back') return { reached: values['reached'] === 'yes', words: values['words'], satisfaction: values['satisfaction'] || null, noCallBackReason: values['noCallBackReason'] || null };
  if (act === 'ask-extension') return { days: Number(values['days']), reason: values['reason'] };
  if (act === 'extend') return { granted: values['granted'] === 'yes', reason: values['reason'] };
  return values;
}

const initialOf = (act: Act, { suggestion }: Complaint): Record<string, string> =>
  act === 'accept' && suggestion?.kind === 'own' ? { unit: suggestion.unit } : act === 'refer' && suggestion?.kind === 'other' ? { to: [suggestion.unit, suggestion.phone && `（${suggestion.phone}）`].filter(Boolean).join('') } : {};

function fieldsOf(act: Exclude<Act, 'classify'>, complaint: Complaint, t: (key: string, values?: Record<string, unknown>) => string): readonly FieldSpec[] {
  const reason = (label: string): FieldSpec => ({ name: 'reason', label: t(label), type: 'textarea', required: true, max: 1000 });
  const options = (group: string, values: readonly string[]) => values.map(value => ({ value, label: t(`${group}.${value}`) }));
  switch (act) {
    case 'accept':
      return [{ name: 'unit', label: t('act.unit'), type: 'text', max: 60, help: t('act.unitHelp') }];
    case 'refuse':
      return [reason('act.refuseReason')];
    case 'refer':
      return [{ name: 'to', label: t('act.referTo'), type: 'text', required: true, max: 100, help: t('act.referToHelp') }, reason('act.referReason')];
    case 'tell':
      return [{ name: 'way', label: t('act.way'), type: 'select', required: true, options: options('refusalWay', ['phone', 'in-person', 'letter', 'web']) }, { name: 'words', label: t('act.tellWords'), type: 'textarea', required: true, max: 500 }];
    case 'begin':
      return [];
    case 'ask-extension':
      return [{ name: 'days', label: t('act.days'), type: 'integer', required: true, min: 1, max: complaint.extensionDays, help: t('act.daysHelp', { most: complaint.extensionDays }) }, reason('act.extendReason')];
    case 'extend': {
      const asked = complaint.rounds.at(-1)?.extension;
      return [{ name: 'granted', label: t('act.granted', { days: asked?.days }), type: 'select', required: true, help: asked?.reason, options: [{ value: 'yes', label: t('act.grantedYes') }, { value: 'no', label: t('act.grantedNo') }] }, reason('act.grantedReason')];
    }
    case 'judge':
    case 'decide-review':
      return [{ name: 'decision', label: t('act.decision'), type: 'select', required: true, options: options('decision', ['reopen', 'uphold']) }, { ...reason('act.decisionReason'), max: 3000 }];
    case 'dispute':
      return [{ ...reason('act.disputeReason'), help: t('act.disputeHelp', { day: complaint.disputeUntil }) }];
    case 'answer':
      return [
        { name: 'outcome', label: t('act.outcome'), type: 'select', required: true, options: options('outcome', OUTCOMES) },
        { name: 'answer', label: t('act.answerText'), type: 'textarea', required: true, max: 3000, help: t('act.answerHelp') },
        { name: 'note', label: t('act.note'), type: 'textarea', max: 3000 },
      ];
    case 'close':
    case 'call-back':
      return [
        { name: 'reached', label: t('act.reached'), type: 'select', required: true, options: [{ value: 'yes', label: t('act.reachedYes') }, { value: 'no', label: t('act.reachedNo') }] },
        { name: 'words', label: t('act.words'), type: 'textarea', required: true, max: 1000 },
        ...(complaint.isNamed ? [{ name: 'noCallBackReason', label: t('act.noCallBackReason'), type: 'textarea' as const, required: true, max: 500, help: t('act.noCallBackHelp'), visibleWhen: { field: 'reached', in: ['no'] } }] : []),
        ...(complaint.satisfaction ? [] : [{ name: 'satisfaction', label: t('act.satisfaction'), type: 'select' as const, help: t('act.satisfactionHelp'), options: options('satisfaction', ['satisfied', 'fair']), visibleWhen: { field: 'reached', in: ['yes'] } }]),
      ];
    case 'reopen':
      return [{ name: 'ground', label: t('act.ground'), type: 'select', required: true, options: options('because', ['new-facts', 'false-answer', 'other']) }, reason('act.reopenReason')];
  }
}

/** Kind, place and enterprise as the officer found them; the reporter's words stay. */
function Classifying({ complaint, onBack }: FormProps) {
  const { t } = useTranslation('complaints');
  const changed = useComplaintsChanged();
  const [enterprise, setEnterprise] = useState<Chosen | null>(complaint.enterpriseId ? { value: complaint.enterpriseId, label: complaint.enterpriseName ?? '' } : null);
  const [point, setPoint] = useState<Point | null>(complaint.lng && complaint.lat ? { lng: Number(complaint.lng), lat: Number(complaint.lat) } : null);
  const fields: FieldSpec[] = [
    { name: 'subject', label: t('field.subject'), type: 'select', required: true, options: SUBJECTS.map(value => ({ value, label: t(`subject.${value}`) })) },
    { name: 'place', label: t('field.place'), type: 'text', required: true, max: 200 },
  ];
  const send = async (values: Record<string, unknown>): Promise<void> => {
    await rest('PUT', `${COMPLAINTS}/${complaint.id}/classification`, { body: { ...values, ...(point ?? { lng: null, lat: null }), enterpriseId: enterprise?.value ?? null } });
    await changed();
    onBack();
  };
  return (
    <QuickForm fields={fields} initial={{ subject: complaint.subject, place: complaint.place }} submit={t('act.save')} onSubmit={send} control={FieldControl} aside={<Button onClick={onBack}>{t('act.cancel')}</Button>}>
      <OrganisationPicker id="complaint-enterprise" kinds={['enterprise']} label={t('act.enterprise')} help={t('act.enterpriseHelp')} chosen={enterprise} onChange={setEnterprise} />
      <PlaceMap value={point} onChange={setPoint} />
    </QuickForm>
  );
}
