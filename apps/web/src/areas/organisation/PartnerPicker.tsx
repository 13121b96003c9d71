import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '@/api/client';

const SEARCH_PAUSE_MS = 300;
const SHORTEST_SEARCH = 2;

interface Props {
  readonly id: string;
  readonly kind: 'enterprise' | 'firm';
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

/** Finds a verified organisation by its name. Names come as one types; there is no list to leaf through. */
export function PartnerPicker({ id, kind, value, onChange }: Props) {
  const { t } = useTranslation('organisation');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const pause = setTimeout(() => setAsked(typed.trim()), SEARCH_PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  const enough = asked.length >= SHORTEST_SEARCH;
  const found = useQuery({ ...read('/api/v1/organisations/partners', { params: { query: { q: asked, kind } } }), enabled: enough });
  const options = enough ? (found.data ?? []).map(each => ({ value: each.id, label: `${each.name}（${each.usccMasked}）` })) : [];
  return (
    <Select
      id={id}
      className="hb-field__select"
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value}
      options={options}
      placeholder={t('mandates.findFirmHint')}
      notFoundContent={t(enough && !found.isFetching ? 'mandates.findFirmNone' : 'mandates.findFirmHint')}
      onChange={(next?: string) => onChange(next)}
    />
  );
}
