import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { AppLink } from '@/shared/ui/AppLink';
import type { Column, DataTableProps } from './data-table.types';
import type { ListControl } from './use-list-state';

interface Props<T> extends DataTableProps<T> {
  readonly rows: readonly T[];
  readonly control: ListControl;
  /** Shown while the next page is on its way. */
  readonly faded: boolean;
}

/**
 * A real table with explicit roles: the style sheet turns rows into cards on phones, and `display: block` would
 * otherwise take the table away from screen readers.
 */
export function Rows<T>(props: Props<T>) {
  const { t } = useTranslation();
  const { columns, rows, rowActions, control, caption, faded } = props;
  return (
    <div className={`hb-table__scroll${faded ? ' hb-table__scroll--faded' : ''}`}>
      <table role="table">
        <caption className="hb-sr-only">{textOf(caption)}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(column => (
              <Head key={column.key} column={column} control={control} />
            ))}
            {rowActions && (
              <th scope="col" role="columnheader" className="hb-table__end">
                {t('table.actions')}
              </th>
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(row => (
            <Row key={props.rowKey(row)} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head<T>({ column, control }: { readonly column: Column<T>; readonly control: ListControl }) {
  const { sort } = control.state;
  const sorted = sort === column.sortBy ? 'ascending' : sort === `-${column.sortBy}` ? 'descending' : 'none';
  const className = column.align === 'end' ? 'hb-table__end' : undefined;
  if (!column.sortBy)
    return (
      <th scope="col" role="columnheader" className={className} style={{ width: column.width }}>
        {textOf(column.title)}
      </th>
    );
  const next = sorted === 'ascending' ? `-${column.sortBy}` : column.sortBy;
  return (
    <th scope="col" role="columnheader" aria-sort={sorted} className={className} style={{ width: column.width }}>
      <button type="button" className="hb-table__sort" onClick={() => control.change({ sort: next })}>
        {textOf(column.title)}
        <span className="hb-table__carets" aria-hidden>
          <CaretUpOutlined className={sorted === 'ascending' ? 'hb-table__caret--on' : ''} />
          <CaretDownOutlined className={sorted === 'descending' ? 'hb-table__caret--on' : ''} />
        </span>
      </button>
    </th>
  );
}

function Row<T>({ row, columns, rowLink, rowActions }: Props<T> & { readonly row: T }) {
  const lead = columns.find(column => column.lead) ?? columns[0];
  const to = rowLink?.(row);
  return (
    <tr role="row" className={to ? 'hb-table__row--link' : undefined}>
      {columns.map(column => {
        const content = column.render(row);
        const classes = [column.align === 'end' && 'hb-table__end', column === lead && 'hb-table__lead', column.wideOnly && 'hb-table__wide'];
        return (
          <td key={column.key} role="cell" data-label={textOf(column.title)} className={classes.filter(Boolean).join(' ')}>
            {column === lead && to ? <AppLink to={to}>{content}</AppLink> : <div>{content}</div>}
          </td>
        );
      })}
      {rowActions && (
        <td role="cell" className="hb-table__end hb-table__actions">
          {rowActions(row)}
        </td>
      )}
    </tr>
  );
}
