import { FlagFilled, FlagOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { SummaryList, type SummaryGroup } from '@/shared/ui/SummaryList';
import { DiffMark } from '@/shared/ui/values';
import { PrintedRows } from './PrintedRows';
import './permits.css';
import type { PrintedSection } from './model';
import type { WordedChange } from './words';

/** Marks places for 补正 while the form is read. */
export interface FlagTool {
  readonly has: (pointer: string) => boolean;
  readonly toggle: (pointer: string, label: string) => void;
}

interface Shown {
  readonly changeTo?: (key: string) => string;
  readonly flags?: FlagTool;
  /** What a resubmission changed, by pointer. */
  readonly changes?: ReadonlyMap<string, WordedChange>;
}

type Table = PrintedSection['tables'][number];

export function PrintedContent({ sections, ...shown }: Shown & { readonly sections: readonly PrintedSection[] }) {
  return <SummaryList groups={sections.map(section => groupOf(section, shown))} />;
}

function groupOf(section: PrintedSection, shown: Shown): SummaryGroup {
  const title = textOf(section.title);
  return {
    title,
    changeTo: shown.changeTo?.(section.key),
    rows: [
      ...section.facts.map(fact => {
        const label = textOf(fact.label);
        const value = fact.value === '' ? null : `${fact.value}${fact.unit ? ` ${fact.unit}` : ''}`;
        return { label, value: <Value pointer={fact.pointer} label={`${title} · ${label}`} value={value} shown={shown} /> };
      }),
      ...section.tables.map(table => ({ label: textOf(table.caption), value: <PrintedTable table={table} title={title} shown={shown} /> })),
    ],
  };
}

interface ValueProps {
  readonly pointer: string;
  readonly label: string;
  readonly value: string | null;
  readonly shown: Shown;
}

/** What was there and what is. Of names and telephone numbers only the beginning was kept: where both look alike, what is now says more. */
function Changed({ change, children }: { readonly change: WordedChange; readonly children: ReactNode }) {
  const { t } = useTranslation();
  if (change.from !== change.to) return <DiffMark from={change.from} to={change.to} />;
  return (
    <>
      <span className="hb-tag hb-tag--warning">{t('diff.changed')}</span> <ins>{children}</ins>
    </>
  );
}

/** A value as text; with its former value where a resubmission changed it; as a switch while places are being marked. */
function Value({ pointer, label, value, shown }: ValueProps) {
  const { t } = useTranslation('permits');
  const change = shown.changes?.get(pointer);
  const plain = value === null || value === '' ? <span className="hb-muted">{t('common:state.notFilled')}</span> : value;
  const text = change ? <Changed change={change}>{plain}</Changed> : plain;
  if (!shown.flags) return <>{text}</>;
  const on = shown.flags.has(pointer);
  return (
    <button type="button" className={`hb-flag${on ? ' hb-flag--on' : ''}`} aria-pressed={on} aria-label={`${t('flag.mark')}：${label}，${value ?? ''}`} onClick={() => shown.flags?.toggle(pointer, label)}>
      <span>{text}</span>
      {on ? <FlagFilled aria-hidden /> : <FlagOutlined aria-hidden />}
    </button>
  );
}

function PrintedTable({ table, title, shown }: { readonly table: Table; readonly title: string; readonly shown: Shown }) {
  const { t } = useTranslation('permits');
  const caption = `${title} · ${textOf(table.caption)}`;
  if (table.rows.length === 0) return <Value pointer={table.pointer} label={caption} value={null} shown={shown} />;
  return (
    <PrintedRows
      table={table}
      changed={index => (shown.changes ? shown.changes.has(`${table.pointer}/${index}`) || table.columns.some(column => shown.changes?.has(`${table.pointer}/${index}/${column.name}`)) : false)}
      row={index => (
        <tr key={index} className={shown.changes?.has(`${table.pointer}/${index}`) ? 'hb-printed__new' : undefined}>
          <th scope="row" className="hb-num">
            {shown.flags ? <Value pointer={`${table.pointer}/${index}`} label={`${caption} · ${t('flag.row', { row: index + 1 })}`} value={String(index + 1)} shown={{ flags: shown.flags }} /> : index + 1}
          </th>
          {table.rows[index]?.map((cell, at) => {
            const column = table.columns[at];
            const pointer = `${table.pointer}/${index}/${column?.name ?? ''}`;
            return (
              <td key={column?.name ?? at} data-label={column ? textOf(column.label) : ''}>
                <Value pointer={pointer} label={`${caption} · ${t('flag.row', { row: index + 1 })} · ${column ? textOf(column.label) : ''}`} value={cell} shown={shown} />
              </td>
            );
          })}
        </tr>
      )}
    />
  );
}
