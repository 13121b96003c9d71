import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey, read } from '@/api/client';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { today } from './ActForms';
import { given } from './acts';
import { choices, CLUES, PENALTIES, usePenaltiesChanged } from './model';

const PAUSE_MS = 300;
const outside = { field: 'where', in: ['outside'] };

/** A clue: what, found when, against whom. */
export function NewPenaltyPage() {
  const { t } = useTranslation('penalties');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = usePenaltiesChanged();
  const [key] = useState(newIdempotencyKey);
  const [party, setParty] = useState<string>();
  const fields: FieldSpec[] = [
    { name: 'clueKind', label: t('clueKind'), type: 'select', required: true, options: choices(CLUES, ['inspection', 'complaint', 'monitoring', 'referral']) },
    { name: 'discoveredOn', label: t('discoveredOn'), type: 'date', required: true },
    { name: 'clueText', label: t('clueText'), type: 'textarea', required: true, max: 4000, help: t('new.clueHelp') },
    { name: 'where', label: t('party'), type: 'select', required: true, options: [{ value: 'platform', label: t('new.platform') }, { value: 'outside', label: t('new.outside') }] },
    { name: 'partyKind', label: t('new.partyKind'), type: 'select', visibleWhen: outside, required: outside, options: [{ value: 'unit', label: t('new.unit') }, { value: 'person', label: t('new.person') }] },
    { name: 'partyName', label: t('new.partyName'), type: 'text', visibleWhen: outside, required: outside, max: 100 },
    { name: 'partyCode', label: t('new.partyCode'), type: 'text', visibleWhen: outside, required: outside, max: 18, help: t('new.codeHelp') },
  ];
  const send = async ({ where, ...values }: Record<string, unknown>): Promise<void> => {
    const { clueKind, clueText, discoveredOn } = values;
    const body = where === 'platform' ? { clueKind, clueText, discoveredOn, partyOrgId: party } : given(values);
    const { id } = await rest<{ id: string }>('POST', PENALTIES, { body, idempotencyKey: key });
    await changed();
    await navigate({ to: `${base}/penalties/${id}` });
  };
  return (
    <>
      <PageHeader title={t('new.title')} lead={t('new.lead')} back={{ to: `${base}/penalties`, label: t('list.title') }} />
      <section className="hb-card">
        <QuickForm fields={fields} initial={{ discoveredOn: today(), where: 'platform' }} submit={t('new.submit')} onSubmit={send} control={FieldControl}>
          <PartyPicker value={party} onChange={setParty} />
        </QuickForm>
      </section>
    </>
  );
}

function PartyPicker({ value, onChange }: { readonly value: string | undefined; readonly onChange: (id: string | undefined) => void }) {
  const { t } = useTranslation('penalties');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const pause = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  const enabled = asked.length >= 2;
  const enterprises = useQuery({ ...read('/api/v1/organisations/partners', { params: { query: { q: asked, kind: 'enterprise' } } }), enabled });
  const firms = useQuery({ ...read('/api/v1/organisations/partners', { params: { query: { q: asked, kind: 'firm' } } }), enabled });
  const options = [...(enterprises.data ?? []), ...(firms.data ?? [])].map(one => ({ value: one.id, label: one.name }));
  return (
    <div className="hb-form-line">
      <label htmlFor="penalty-party">{t('new.pick')}</label>
      <Select id="penalty-party" className="hb-field__select" showSearch={{ filterOption: false, onSearch: setTyped }} allowClear value={value} options={options} placeholder={t('new.pickHint')} notFoundContent={t('new.pickNone')} onChange={(next?: string) => onChange(next)} />
    </div>
  );
}
