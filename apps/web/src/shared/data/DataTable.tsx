import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { isProblem } from '@/api/problem';
import { readPath } from '@/api/rest';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { useDisplay } from '@/theme/display';
import './data-table.css';
import type { DataTableProps } from './data-table.types';
import { Rows } from './DataTableRows';
import { Toolbar } from './DataTableToolbar';
import { useListState, type ListControl } from './use-list-state';

const PAGE_SIZE = 20;

/** A list paged, sorted and searched by the server. Its whole state is in the address; on phones rows become cards. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { density } = useDisplay();
  const control = useListState(props.filters?.map(filter => filter.name) ?? [], props.defaultSort);
  const { q, sort, cursor, filters } = control.state;
  const query = { ...props.query, ...filters, ...(q ? { q } : {}), ...(sort ? { sort } : {}) };
  const list = useQuery({
    ...readPath<Page<T>>(props.path, { ...query, limit: props.pageSize ?? PAGE_SIZE, cursor }),
    placeholderData: keepPreviousData,
    refetchInterval: props.refetchMs,
  });
  const narrowed = q !== '' || Object.keys(filters).length > 0;
  const expired = isProblem(list.error, 'cursor');
  return (
    <div className={`hb-table hb-table--${density}`} aria-busy={list.isFetching}>
      <Toolbar {...props} control={control} query={query} />
      {list.error && <ProblemAlert error={list.error} onRetry={() => (expired ? control.toFirst() : void list.refetch())} />}
      {list.isPending && <Skeleton lines={8} />}
      {list.data && list.data.items.length > 0 && <Rows {...props} rows={list.data.items} control={control} faded={list.isPlaceholderData} />}
      {list.data && list.data.items.length === 0 && <Nothing {...props} narrowed={narrowed} control={control} />}
      {list.data && <Pager page={list.data} control={control} />}
    </div>
  );
}

function Nothing<T>({ empty, narrowed, control, filters }: DataTableProps<T> & { narrowed: boolean; control: ListControl }) {
  const { t } = useTranslation();
  if (!narrowed) return <>{empty ?? <EmptyState title={t('table.empty')} />}</>;
  const cleared = Object.fromEntries((filters ?? []).map(filter => [filter.name, undefined]));
  return (
    <EmptyState
      title={t('table.nothingFound')}
      action={<Button onClick={() => control.change({ ...cleared, q: undefined })}>{t('table.clearFilters')}</Button>}
    >
      {t('table.nothingFoundHint')}
    </EmptyState>
  );
}

function Pager({ page, control }: { readonly page: Page<unknown>; readonly control: ListControl }) {
  const { t } = useTranslation();
  const next = page.nextCursor;
  if (!next && !control.toPrevious) return null;
  return (
    <nav className="hb-table__pager" aria-label={t('table.pages')}>
      <span className="hb-small hb-muted">{t('table.shown', { count: page.items.length })}</span>
      <span className="hb-row">
        <Button disabled={!control.toPrevious} onClick={control.toPrevious}>
          {t('table.previous')}
        </Button>
        <Button disabled={!next} onClick={() => next && control.toNext(next)}>
          {t('table.next')}
        </Button>
      </span>
    </nav>
  );
}
