import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Drawer, Pagination } from 'antd';
import { Fragment, memo, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { asText } from './as-text';
import { checkOnLeaving } from './check';
import { useSection } from './context';
import { FieldControl } from './FieldControl';
import { fieldId, isVisible, pointerTo, unitIn, type FieldSpec, type Row } from './field';
import { useComputed, useFieldError, useFieldValue } from './form-store';
import { newRowId } from './rows';

/** Above this many rows inputs in place become slow; rows are then read here and edited in a drawer. */
const INLINE_ROWS = 50;
const INLINE_COLUMNS = 7;
const ROWS_PER_PAGE = 20;
const NO_COLUMNS: readonly FieldSpec[] = [];

interface Props {
  readonly spec: FieldSpec;
  readonly pointer: string;
}

const emptyRow = (columns: readonly FieldSpec[]): Row =>
  Object.fromEntries(
    columns.map(column => [
      column.name,
      column.type === 'multiselect' || column.type === 'table' ? [] : column.type === 'coordinates' ? { longitude: '', latitude: '' } : column.type === 'boolean' ? null : '',
    ]),
  );

/** A table of the section: typed in place while short, by drawer when long or broad. */
export function TableField({ spec, pointer }: Props) {
  const { lockedBecause, store, rows, tableTools } = useSection();
  const error = useFieldError(store, pointer);
  const [open, setOpen] = useState<number | null>(null);
  const [page, setPage] = useState(1);
  const { count, inline, add, remove } = useRows(spec, pointer, setOpen);
  const locked = lockedBecause(pointer, spec.sealedIn);
  // Where only some cells may change (补正), rows neither come nor go.
  const fixed = locked ?? lockedBecause(pointerTo(pointer, '-'), spec.sealedIn);
  useEffect(() => {
    if (inline) return undefined;
    rows?.set(pointer, setOpen);
    return () => void rows?.delete(pointer);
  }, [rows, pointer, inline]);
  const first = inline ? 0 : (page - 1) * ROWS_PER_PAGE;
  const shown = Array.from({ length: Math.max(0, Math.min(count - first, inline ? INLINE_ROWS : ROWS_PER_PAGE)) }, (_, i) => first + i);
  const shape = { spec, pointer, columns: spec.columns ?? NO_COLUMNS, locked: locked !== null, onRemove: fixed === null ? remove : null, onEdit: setOpen };
  return (
    <fieldset className="hb-subtable" id={fieldId(pointer)} tabIndex={-1}>
      <Legend spec={spec} count={count} locked={locked} />
      {inline && locked === null && <ColumnsHelp columns={shape.columns} />}
      <p className="hb-field-error">{error}</p>
      {tableTools?.(spec, fixed !== null)}
      <Grid shape={shape} shown={shown} inline={inline} />
      <div className="hb-subtable__foot">
        {fixed === null && <AddButton onAdd={add} />}
        {!inline && count > ROWS_PER_PAGE && (
          <Pagination size="small" current={page} pageSize={ROWS_PER_PAGE} total={count} showSizeChanger={false} onChange={setPage} />
        )}
      </div>
      <RowDrawer spec={spec} pointer={pointer} index={open} onClose={() => setOpen(null)} />
    </fieldset>
  );
}

function useRows(spec: FieldSpec, pointer: string, onOpen: (index: number) => void) {
  const { store, keyedRows } = useSection();
  const rows = (): readonly Row[] => (store.get(pointer) as readonly Row[] | undefined) ?? [];
  const count = useComputed(store, () => rows().length);
  const columns = spec.columns ?? NO_COLUMNS;
  const simple = columns.length <= INLINE_COLUMNS && columns.every(column => column.type !== 'table' && column.type !== 'file');
  const inline = count <= INLINE_ROWS && simple;
  const add = (): void => {
    store.set(pointer, [...rows(), keyedRows ? { id: newRowId(), ...emptyRow(columns) } : emptyRow(columns)]);
    if (!inline) return onOpen(count);
    requestAnimationFrame(() => document.getElementById(fieldId(pointerTo(pointer, count, columns[0]?.name ?? '')))?.focus());
  };
  const remove = (index: number): void => store.set(pointer, rows().filter((_, at) => at !== index));
  return { count, inline, add, remove };
}

function Legend({ spec, count, locked }: { readonly spec: FieldSpec; readonly count: number; readonly locked: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      <legend>
        {textOf(spec.label)} <span className="hb-muted hb-small">{t('form.rows', { count })}</span>
      </legend>
      {(spec.help || locked) && (
        <p className="hb-field__help">
          {spec.help && textOf(spec.help)} {locked && <span className="hb-field__locked">{locked}</span>}
        </p>
      )}
    </>
  );
}

/** In a table typed in place there is no room beside the cells: what each column wants stands above, to be unfolded. */
function ColumnsHelp({ columns }: { readonly columns: readonly FieldSpec[] }) {
  const { t } = useTranslation();
  const told = columns.filter(column => column.help || column.example);
  if (told.length === 0) return null;
  return (
    <details className="hb-subtable__help">
      <summary>{t('form.columnsHelp')}</summary>
      <dl>
        {told.map(column => (
          <div key={column.name}>
            <dt>{textOf(column.label)}</dt>
            <dd>
              {column.help && textOf(column.help)} {column.example && t('form.example', { example: column.example })}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function AddButton({ onAdd }: { readonly onAdd: () => void }) {
  const { t } = useTranslation();
  return (
    <Button icon={<PlusOutlined aria-hidden />} onClick={onAdd}>
      {t('form.addRow')}
    </Button>
  );
}

interface GridProps {
  readonly shape: Omit<RowProps, 'index'>;
  readonly shown: readonly number[];
  readonly inline: boolean;
}

function Grid({ shape, shown, inline }: GridProps) {
  const { t } = useTranslation();
  if (shown.length === 0) return <p className="hb-subtable__none">{t('form.noRows')}</p>;
  return (
    <div className="hb-subtable__scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">#</th>
            {shape.columns.map(column => (
              <th key={column.name} scope="col">
                {textOf(column.label)}
                {column.unit && <span className="hb-field__unit">{column.unit}</span>}
              </th>
            ))}
            {!shape.locked && (
              <th scope="col">
                <span className="hb-sr-only">{t('table.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>{shown.map(index => (inline ? <TypedRow key={index} index={index} {...shape} /> : <ReadRow key={index} index={index} {...shape} />))}</tbody>
      </table>
    </div>
  );
}

interface RowProps extends Props {
  readonly index: number;
  readonly columns: readonly FieldSpec[];
  readonly locked: boolean;
  /** null where rows cannot be taken away. */
  readonly onRemove: ((index: number) => void) | null;
  readonly onEdit: (index: number) => void;
}

const TypedRow = memo(
  function TypedRow({ index, columns, pointer, locked, onRemove }: RowProps) {
    return (
      <tr>
        <th scope="row" className="hb-num">
          {index + 1}
        </th>
        {columns.map(column => (
          <Cell key={column.name} column={column} base={pointerTo(pointer, index)} row={index} />
        ))}
        {!locked && <td>{onRemove && <RemoveButton index={index} onRemove={onRemove} />}</td>}
      </tr>
    );
  },
  // The handlers read the current rows when called; only place and shape decide how a row is drawn.
  (a, b) => a.index === b.index && a.columns === b.columns && a.pointer === b.pointer && a.locked === b.locked,
);

function Cell({ column, base, row }: { readonly column: FieldSpec; readonly base: string; readonly row: number }) {
  const { store, lockedBecause, note } = useSection();
  const pointer = pointerTo(base, column.name);
  const error = useFieldError(store, pointer);
  const visible = useComputed(store, values => isVisible(column, (store.get(base) as Row | undefined) ?? {}, values));
  const unit = useComputed(store, () => unitIn(column, store.get(base) as Row | undefined));
  const label = textOf(column.label);
  return (
    <td data-label={unit ? `${label} ${unit}` : label}>
      {visible && (
        <>
          <FieldControl
            spec={column}
            pointer={pointer}
            ariaLabel={[label, row + 1, unit !== column.unit && unit].filter(Boolean).join(' ')}
            describedBy={error ? `${fieldId(pointer)}-error` : undefined}
            disabled={lockedBecause(pointer, column.sealedIn) !== null}
            onBlur={() => checkOnLeaving(store, column, base)}
          />
          {unit !== column.unit && <span className="hb-field__unit">{unit}</span>}
          {note?.(pointer)}
          {error && (
            <p id={`${fieldId(pointer)}-error`} className="hb-field-error hb-small">
              {error}
            </p>
          )}
        </>
      )}
    </td>
  );
}

function RemoveButton({ index, onRemove }: { readonly index: number; readonly onRemove: (index: number) => void }) {
  const { t } = useTranslation();
  return <Button type="text" danger icon={<DeleteOutlined aria-hidden />} aria-label={t('form.removeRow', { row: index + 1 })} onClick={() => onRemove(index)} />;
}

function ReadRow({ index, columns, pointer, locked, onRemove, onEdit }: RowProps) {
  const { t } = useTranslation();
  const { store, note } = useSection();
  const row = useFieldValue(store, pointerTo(pointer, index)) as unknown as Row | undefined;
  const wrong = useComputed(store, () => store.wrongBelow(pointerTo(pointer, index)));
  return (
    <tr className={wrong ? 'hb-subtable__wrong' : undefined}>
      <th scope="row" className="hb-num">
        {index + 1}
      </th>
      {columns.map(column => (
        <td key={column.name} data-label={textOf(column.label)}>
          {column.type === 'table' ? t('form.rows', { count: ((row?.[column.name] ?? []) as readonly Row[]).length }) : (asText(column, row?.[column.name]) ?? '–')}
          {unitIn(column, row) !== column.unit && row?.[column.name] && <span className="hb-field__unit">{unitIn(column, row)}</span>}
          {note?.(pointerTo(pointer, index, column.name))}
        </td>
      ))}
      {!locked && (
        <td className="hb-subtable__acts">
          <Button type="text" icon={<EditOutlined aria-hidden />} aria-label={t('form.editRow', { row: index + 1 })} onClick={() => onEdit(index)} />
          {onRemove && <RemoveButton index={index} onRemove={onRemove} />}
        </td>
      )}
    </tr>
  );
}

interface RowDrawerProps extends Props {
  readonly index: number | null;
  readonly onClose: () => void;
}

function RowDrawer({ spec, pointer, index, onClose }: RowDrawerProps) {
  const { t } = useTranslation();
  const { drawField } = useSection();
  return (
    <Drawer
      open={index !== null}
      size={620}
      title={index === null ? '' : `${textOf(spec.label)} · ${t('form.rowTitle', { row: index + 1 })}`}
      onClose={onClose}
      destroyOnHidden
      footer={
        <Button type="primary" onClick={onClose}>
          {t('action.close')}
        </Button>
      }
    >
      <div className="hb-section__grid">
        {index !== null && spec.columns?.map(column => <Fragment key={column.name}>{drawField?.(column, pointerTo(pointer, index))}</Fragment>)}
      </div>
    </Drawer>
  );
}
