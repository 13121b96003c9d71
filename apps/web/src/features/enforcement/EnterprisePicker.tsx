import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { readPath } from '@/api/rest';
import { usePaused } from '@/shared/form/OrganisationPicker';
import { TARGETS, type Target } from './model';

const FEW = 30;

/** One enterprise of the library, found by a part of its name. */
export function EnterprisePicker({ value, onChange }: { readonly value: string; readonly onChange: (enterpriseId: string) => void }) {
  const { t } = useTranslation('enforcement');
  const id = useId();
  const [typed, setTyped] = useState('');
  const asked = usePaused(typed);
  const found = useQuery(readPath<Page<Target>>(TARGETS, { limit: FEW, ...(asked.length >= 2 ? { q: asked } : {}) }));
  return (
    <div className="hb-form-line">
      <label htmlFor={id}>{t('enterprise')}</label>
      <Select
        id={id}
        className="hb-field__select"
        showSearch={{ filterOption: false, onSearch: setTyped }}
        value={value || undefined}
        options={(found.data?.items ?? []).map(one => ({ value: one.enterpriseId, label: one.enterpriseName }))}
        placeholder={t('pick')}
        notFoundContent={t('pickNone')}
        onChange={(next: string) => onChange(next)}
      />
    </div>
  );
}
