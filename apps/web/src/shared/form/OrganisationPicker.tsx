import { useQueries } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '@/api/client';

const PAUSE_MS = 300;
const SHORTEST = 2;

export type OrganisationKind = 'enterprise' | 'firm';

/** An organisation as a picker holds it: its id and what is shown. */
export interface Chosen {
  readonly value: string;
  readonly label: string;
}

/** What was typed, once the typing has paused. */
export function usePaused(typed: string): string {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const pause = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  return asked;
}

/** Verified organisations by a part of their name: what a searching Select of them needs. Names are typed; there is no list to leaf through. */
export function useOrganisationSearch(kinds: readonly OrganisationKind[]) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const q = usePaused(typed);
  const enabled = q.length >= SHORTEST;
  const found = useQueries({ queries: kinds.map(kind => ({ ...read('/api/v1/organisations/partners', { params: { query: { q, kind } } }), enabled })) });
  const asking = enabled && found.some(one => one.isFetching);
  const missed = found.some(one => one.isError);
  return {
    showSearch: { filterOption: false as const, onSearch: setTyped },
    options: enabled ? found.flatMap(one => one.data ?? []).map(each => ({ value: each.id, label: `${each.name}（${each.usccMasked}）` })) : [],
    loading: asking,
    placeholder: t('organisationPicker.hint'),
    notFoundContent: t(`organisationPicker.${!enabled ? 'hint' : asking ? 'asking' : missed ? 'missed' : 'none'}`),
  };
}

interface SelectProps {
  readonly id: string;
  readonly kinds: readonly OrganisationKind[];
  readonly chosen: Chosen | null;
  readonly onChange: (chosen: Chosen | null) => void;
  /** The id of an element that explains it. */
  readonly describedBy?: string;
}

/** One verified organisation, found by its name. */
export function OrganisationSelect({ id, kinds, chosen, onChange, describedBy }: SelectProps) {
  const search = useOrganisationSearch(kinds);
  return (
    <Select
      id={id}
      className="hb-field__select"
      labelInValue
      allowClear
      {...search}
      value={chosen ?? undefined}
      aria-describedby={describedBy}
      onChange={(next?: Chosen) => onChange(next ? { value: next.value, label: next.label } : null)}
    />
  );
}

interface PickerProps extends Omit<SelectProps, 'describedBy'> {
  readonly label: string;
  readonly help?: string;
}

/** The same with its label and, where there is one, its help. `id` is what an error summary leads to. */
export function OrganisationPicker({ id, label, help, ...select }: PickerProps) {
  const helpId = `${id}-help`;
  return (
    <div className="hb-form-line">
      <label htmlFor={id}>{label}</label>
      <OrganisationSelect id={id} {...select} describedBy={help ? helpId : undefined} />
      {help && <p id={helpId} className="hb-small hb-muted">{help}</p>}
    </div>
  );
}
