import { ColumnHeightOutlined, DownloadOutlined, FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { App, Button, Input, Select, Tooltip } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { textOf } from '@/i18n';
import { searchIn } from '@/shared/form/searchable';
import { setDisplay, useDisplay } from '@/theme/display';
import type { DataTableProps, Filter } from './data-table.types';
import type { ListControl } from './use-list-state';

const SEARCH_PAUSE_MS = 350;
const FOLDED_FROM = 2;

interface Props<T> extends DataTableProps<T> {
  readonly control: ListControl;
  readonly query: Readonly<Record<string, string>>;
}

export function Toolbar<T>(props: Props<T>) {
  const { filters, searchHint, control, onExport, query } = props;
  if (!filters && !searchHint && !onExport) return null;
  return (
    <div className="hb-table__tools hb-no-print">
      {searchHint && <Search hint={textOf(searchHint)} control={control} />}
      {filters && <Filters filters={filters} control={control} />}
      <span className="hb-table__tools-end">
        <DensityButton />
        {onExport && <ExportButton start={() => onExport(query)} />}
      </span>
    </div>
  );
}

function Search({ hint, control }: { readonly hint: string; readonly control: ListControl }) {
  const { t } = useTranslation();
  const { q } = control.state;
  const [typed, setTyped] = useState(q);
  const [shown, setShown] = useState(q);
  // The address changed from outside (back button, “clear filters”): the box follows.
  if (q !== shown) {
    setShown(q);
    setTyped(q);
  }
  const { change } = control;
  useEffect(() => {
    if (typed.trim() === q) return;
    const pause = setTimeout(() => change({ q: typed.trim() || undefined }), SEARCH_PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, q, change]);
  return (
    <Input
      className="hb-table__search"
      type="search"
      allowClear
      value={typed}
      prefix={<SearchOutlined aria-hidden />}
      placeholder={hint}
      aria-label={`${t('table.search')} ${hint}`}
      maxLength={100}
      onChange={event => setTyped(event.target.value)}
    />
  );
}

/** In a row; on a phone, where they would push the list off the screen, several stand behind a button that tells how many are set. */
function Filters({ filters, control }: { readonly filters: readonly Filter[]; readonly control: ListControl }) {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  const count = filters.filter(filter => control.state.filters[filter.name] !== undefined).length;
  const folds = filters.length >= FOLDED_FROM;
  return (
    <>
      {folds && (
        <Button className="hb-table__fold" icon={<FilterOutlined aria-hidden />} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {count > 0 ? t('table.filtersSet', { count }) : t('table.filters')}
        </Button>
      )}
      <div id={id} className={`hb-table__filters${folds && !open ? ' hb-table__filters--folded' : ''}`}>
        {filters.map(filter => <FilterControl key={filter.name} filter={filter} control={control} />)}
      </div>
    </>
  );
}

function FilterControl({ filter, control }: { readonly filter: Filter; readonly control: ListControl }) {
  const { t } = useTranslation();
  const id = useId();
  const value = control.state.filters[filter.name];
  const label = textOf(filter.label);
  return (
    <span className="hb-table__filter">
      <label htmlFor={id}>{label}</label>
      {filter.type === 'text' ? (
        <TextFilter id={id} value={value} onChange={next => control.change({ [filter.name]: next })} />
      ) : filter.type === 'date' ? (
        <Input id={id} type="date" value={value ?? ''} onChange={event => control.change({ [filter.name]: event.target.value || undefined })} />
      ) : (
        <Select
          id={id}
          allowClear
          value={value}
          placeholder={t('table.all')}
          popupMatchSelectWidth={false}
          showSearch={searchIn(filter.options?.length ?? 0)}
          options={filter.options?.map(option => ({ value: option.value, label: textOf(option.label) }))}
          onChange={(next?: string) => control.change({ [filter.name]: next })}
        />
      )}
    </span>
  );
}

/** Asks when the reader has finished: on Enter or on leaving the field. */
function TextFilter({ id, value, onChange }: { readonly id: string; readonly value: string | undefined; readonly onChange: (value: string | undefined) => void }) {
  const done = (text: string): void => {
    const next = text.trim() || undefined;
    if (next !== value) onChange(next);
  };
  return <Input key={value ?? ''} id={id} defaultValue={value} maxLength={60} allowClear onBlur={event => done(event.target.value)} onPressEnter={event => done(event.currentTarget.value)} onClear={() => onChange(undefined)} />;
}

function DensityButton() {
  const { t } = useTranslation();
  const { density } = useDisplay();
  const next = density === 'compact' ? 'comfortable' : 'compact';
  const name = t(`table.density.${next}`);
  return (
    <Tooltip title={name}>
      <Button className="hb-table__density" aria-label={name} icon={<ColumnHeightOutlined aria-hidden />} onClick={() => setDisplay({ density: next })} />
    </Tooltip>
  );
}

function ExportButton({ start }: { readonly start: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    try {
      await start();
      void message.success(t('table.exportStarted'));
    } catch (error) {
      void message.error(asProblem(error).sentence);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<DownloadOutlined aria-hidden />} loading={busy} onClick={() => void run()}>
      {t('table.export')}
    </Button>
  );
}
