import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { dutiesPath, KINDS, STATUSES, type DutySite } from './model';
import type { CalendarState } from './use-calendar-state';

interface Props {
  readonly state: CalendarState;
  readonly change: (patch: Partial<Record<keyof CalendarState, string | undefined>>) => void;
}

/** Narrows month and agenda by site, state, kind and words. */
export function CalendarFilters({ state, change }: Props) {
  const { t } = useTranslation('duties');
  const { base } = useSession();
  const id = useId();
  const isBureau = base.startsWith('/b/');
  const sites = useQuery(readPath<DutySite[]>(`${dutiesPath}/sites`));
  const options = (sites.data ?? []).map(one => ({ value: one.permitId, label: base.startsWith('/e/') ? `${one.siteName}（${one.permitNumber}）` : `${one.enterpriseName} · ${one.siteName}` }));
  const any = Boolean(state.permitId || state.enterpriseId || state.status || state.kind || state.q);
  return (
    <div className="hb-duties__filters hb-no-print">
      {(options.length > 1 || state.permitId !== '') && (
        <Choice id={`${id}-site`} label={t('calendar.site')} value={state.permitId} options={options} onChange={permitId => change({ permitId })} wide />
      )}
      <Choice id={`${id}-status`} label={t('list.column.status')} value={state.status} options={STATUSES.map(value => ({ value, label: t(`status.${value}`) }))} onChange={status => change({ status })} />
      <Choice id={`${id}-kind`} label={t('list.column.kind')} value={state.kind} options={KINDS.map(value => ({ value, label: t(`kind.${value}`) }))} onChange={kind => change({ kind })} />
      {isBureau && <Words value={state.q} onSearch={q => change({ q })} />}
      {any && <Button type="link" onClick={() => change({ permitId: undefined, enterpriseId: undefined, status: undefined, kind: undefined, q: undefined })}>{t('calendar.clear')}</Button>}
    </div>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: { value: string; label: string }[];
  readonly onChange: (value: string | undefined) => void;
  readonly wide?: boolean;
}

function Choice({ id, label, value, options, onChange, wide = false }: ChoiceProps) {
  const { t } = useTranslation('duties');
  return (
    <span className={`hb-duties__filter${wide ? ' hb-duties__filter--wide' : ''}`}>
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={value === '' ? null : value} allowClear placeholder={t('calendar.all')} options={options} showSearch={{ optionFilterProp: 'label' }} onChange={(chosen: string | null | undefined) => onChange(chosen ?? undefined)} />
    </span>
  );
}

function Words({ value, onSearch }: { readonly value: string; readonly onSearch: (q: string | undefined) => void }) {
  const { t } = useTranslation('duties');
  const id = useId();
  const [text, setText] = useState(value);
  const send = (): void => onSearch(text.trim().length >= 2 ? text.trim() : undefined);
  return (
    <span className="hb-duties__filter hb-duties__filter--wide">
      <label htmlFor={id}>{t('list.search')}</label>
      <Input id={id} value={text} allowClear maxLength={60} onChange={event => setText(event.target.value)} onPressEnter={send} onBlur={send} />
    </span>
  );
}
