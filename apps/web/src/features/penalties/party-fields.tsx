import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '@/api/client';
import type { FieldSpec } from '@/shared/form/field';

const PAUSE_MS = 300;
export const outside = { field: 'where', in: ['outside'] };

/** Whom it is directed at: picked on the platform, or named. `t` speaks the texts of penalties. */
export const partyFields = (t: TFunction<'penalties'>): FieldSpec[] => [
  { name: 'where', label: t('party'), type: 'select', required: true, options: [{ value: 'platform', label: t('new.platform') }, { value: 'outside', label: t('new.outside') }] },
  { name: 'partyKind', label: t('new.partyKind'), type: 'select', visibleWhen: outside, required: outside, options: [{ value: 'unit', label: t('new.unit') }, { value: 'person', label: t('new.person') }] },
  { name: 'partyName', label: t('new.partyName'), type: 'text', visibleWhen: outside, required: outside, max: 100 },
  { name: 'partyCode', label: t('new.partyCode'), type: 'text', visibleWhen: outside, required: outside, max: 18, help: t('new.codeHelp') },
];

export function PartyPicker({ value, onChange }: { readonly value: string | undefined; readonly onChange: (id: string | undefined) => void }) {
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
