import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '@/api/client';

export interface Chosen {
  readonly value: string;
  readonly label: string;
}

const PAUSE_MS = 300;

/** Searches one verified enterprise by name. */
export function EnterprisePicker({ chosen, onChange }: { readonly chosen: Chosen | null; readonly onChange: (chosen: Chosen | null) => void }) {
  const { t } = useTranslation('kept-facts');
  const id = useId();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const pause = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  const found = useQuery({ ...read('/api/v1/organisations/partners', { params: { query: { q: asked, kind: 'enterprise' } } }), enabled: asked.length >= 2 });
  const options = asked.length >= 2 ? (found.data ?? []).map(one => ({ value: one.id, label: one.name })) : [];
  return (
    <div className="hb-form-line">
      <label htmlFor={id}>{t('field.enterprise')}</label>
      <Select
        id={id}
        className="hb-field__select"
        labelInValue
        allowClear
        showSearch={{ filterOption: false, onSearch: setTyped }}
        value={chosen ?? undefined}
        options={options}
        placeholder={t('record.pick')}
        notFoundContent={t('record.pickNone')}
        onChange={(next?: Chosen) => onChange(next ? { value: next.value, label: next.label } : null)}
      />
    </div>
  );
}
