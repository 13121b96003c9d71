import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useControl, type ControlProps } from './control';
import type { Lookup } from './field';
import { usePaused } from './OrganisationPicker';

const FEW = 30;
const SHORTEST = 2;

type Found = Readonly<Record<string, unknown>>;
type Answer = readonly Found[] | { readonly items: readonly Found[] };

const rowsOf = (answer: Answer | undefined): readonly Found[] => (answer === undefined ? [] : 'items' in answer ? answer.items : answer);
const labelOf = (row: Found, { label }: Lookup): string => label.map(name => row[name]).filter(Boolean).join(' ');

/** What was found for the typed words, as options; what is chosen already is named, even where nobody has searched for it. */
function useFound(lookup: Lookup, chosen: string) {
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const q = usePaused(typed);
  const enabled = q.length >= SHORTEST;
  const found = useQuery({ ...readPath<Answer>(lookup.path, { ...lookup.query, q, limit: FEW }), enabled });
  const unnamed = chosen !== '' && !known.has(chosen) && lookup.one !== undefined;
  const one = useQuery({ ...readPath<Found>(`${lookup.one ?? ''}/${chosen}`), enabled: unnamed });
  const isOffered = (row: Found): boolean => lookup.among === undefined || lookup.among.in.includes(row[lookup.among.member] as string);
  const options = enabled ? rowsOf(found.data).filter(isOffered).map(row => ({ value: String(row[lookup.value]), label: labelOf(row, lookup) })) : [];
  const name = known.get(chosen) ?? (one.data ? labelOf(one.data, lookup) : undefined);
  const state = !enabled ? 'hint' : found.isFetching ? 'asking' : found.isError ? 'missed' : 'none';
  return { options, name, state, setTyped, remember: (value: string, label: string) => setKnown(new Map(known).set(value, label)) } as const;
}

/** One record out of many: typed words are searched for by the server, so that none is out of reach however many there are. */
export function LookupControl(props: ControlProps) {
  const { t } = useTranslation();
  const { value, set, common } = useControl(props);
  const chosen = typeof value === 'string' ? value : '';
  const { options, name, state, setTyped, remember } = useFound(props.spec.lookup as Lookup, chosen);
  return (
    <Select
      {...common}
      className="hb-field__select"
      labelInValue
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={chosen === '' ? undefined : { value: chosen, label: name ?? t('lookup.naming') }}
      options={options}
      placeholder={t('lookup.hint')}
      notFoundContent={t(`lookup.${state}`)}
      popupMatchSelectWidth={false}
      onChange={(next?: { value: string; label: string }) => {
        if (next) remember(next.value, next.label);
        set(next?.value ?? '');
      }}
    />
  );
}
