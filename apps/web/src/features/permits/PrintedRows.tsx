import { Button, Pagination } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import type { PrintedSection } from './model';

/** Longer tables are read page by page: 2,400 rows at once take a browser seconds. On paper all of them stand. */
const ROWS_PER_PAGE = 50;
const CHANGES_NAMED = 20;

interface Props {
  readonly table: PrintedSection['tables'][number];
  readonly row: (index: number) => ReactNode;
  /** Whether a resubmission changed something in this row. */
  readonly changed: (index: number) => boolean;
}

/** A table of the form as it is read. */
export function PrintedRows({ table, row, changed }: Props) {
  const [page, setPage] = useState(1);
  const paper = usePaper();
  const count = table.rows.length;
  const long = count > ROWS_PER_PAGE && !paper;
  const first = long ? (page - 1) * ROWS_PER_PAGE : 0;
  const shown = Array.from({ length: long ? Math.min(ROWS_PER_PAGE, count - first) : count }, (_, at) => first + at);
  return (
    <>
      <div className="hb-printed" tabIndex={0} role="region" aria-label={textOf(table.caption)}>
        <table aria-rowcount={count}>
          <thead>
            <tr>
              <th scope="col">#</th>
              {table.columns.map(column => (
                <th key={column.name} scope="col">
                  {textOf(column.label)}
                  {column.unit && <span className="hb-small hb-muted"> {column.unit}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{shown.map(row)}</tbody>
        </table>
      </div>
      {long && <Pages table={table} page={page} onPage={setPage} changed={changed} />}
    </>
  );
}

interface PagesProps extends Pick<Props, 'table' | 'changed'> {
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function Pages({ table, page, onPage, changed }: PagesProps) {
  const { t } = useTranslation('permits');
  const count = table.rows.length;
  const places = table.rows.flatMap((_, index) => (changed(index) ? [index] : []));
  return (
    <nav className="hb-printed__pages" aria-label={t('printed.pages', { table: textOf(table.caption) })}>
      <span className="hb-muted">{t('printed.count', { count })}</span>
      <Pagination size="small" current={page} pageSize={ROWS_PER_PAGE} total={count} showSizeChanger={false} onChange={onPage} />
      {places.length > 0 && (
        <span>
          {t('printed.changed')}
          {places.slice(0, CHANGES_NAMED).map(index => (
            <Button key={index} type="link" size="small" onClick={() => onPage(Math.floor(index / ROWS_PER_PAGE) + 1)}>
              {t('flag.row', { row: index + 1 })}
            </Button>
          ))}
          {places.length > CHANGES_NAMED && t('printed.more', { count: places.length - CHANGES_NAMED })}
        </span>
      )}
    </nav>
  );
}

/** Whether the page is being put on paper just now. */
function usePaper(): boolean {
  const [paper, setPaper] = useState(false);
  useEffect(() => {
    // the picture for the printer is taken as soon as this handler ends
    const begin = (): void => flushSync(() => setPaper(true));
    const end = (): void => setPaper(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return paper;
}
