import { Input, Pagination, Radio } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const AT_A_TIME = 20;

interface Choice<T> {
  readonly name: string;
  readonly label: string;
  readonly keeps: (row: T) => boolean;
}

interface Order<T> {
  readonly name: string;
  readonly label: string;
  readonly compare: (one: T, other: T) => number;
}

interface Props<T> {
  /** What they are, for who hears the page. */
  readonly label: string;
  readonly rows: readonly T[];
  readonly nameOf: (row: T) => string;
  /** The first one shows all of them. */
  readonly filters?: readonly Choice<T>[];
  /** The first one is how they come. */
  readonly orders?: readonly Order<T>[];
  readonly children: (row: T) => ReactNode;
}

/** Lines of an evaluation: up to twenty as they are, more of them in pages, found by firm, filtered and sorted. */
export function PagedLines<T>({ label, rows, nameOf, filters = [], orders = [], children }: Props<T>) {
  const { t } = useTranslation('evaluation');
  const id = useId();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState(filters[0]?.name);
  const [order, setOrder] = useState(orders[0]?.name);
  const [page, setPage] = useState(1);
  if (rows.length <= AT_A_TIME) return <>{rows.map(children)}</>;
  const words = query.trim().toLowerCase();
  const keeps = filters.find(one => one.name === filter)?.keeps ?? (() => true);
  const compare = orders.find(one => one.name === order)?.compare;
  const found = rows.filter(row => keeps(row) && nameOf(row).toLowerCase().includes(words));
  const sorted = compare ? [...found].sort(compare) : found;
  const shown = sorted.slice((page - 1) * AT_A_TIME, page * AT_A_TIME);
  const from = (change: () => void): void => {
    change();
    setPage(1);
  };
  return (
    <section className="hb-stack" aria-label={label}>
      <div className="hb-form-line">
        <label htmlFor={`${id}-q`}>{t('lines.search')}</label>
        <Input id={`${id}-q`} allowClear value={query} maxLength={50} onChange={event => from(() => setQuery(event.target.value))} />
      </div>
      {filters.length > 1 && <Radio.Group aria-label={t('lines.filter')} value={filter} options={filters.map(one => ({ value: one.name, label: one.label }))} onChange={event => from(() => setFilter(event.target.value as string))} />}
      {orders.length > 1 && <Radio.Group aria-label={t('lines.order')} value={order} options={orders.map(one => ({ value: one.name, label: one.label }))} onChange={event => from(() => setOrder(event.target.value as string))} />}
      <p role="status" className="hb-small hb-muted">{t('lines.count', { count: found.length, total: rows.length })}</p>
      {found.length === 0 && <p>{t('lines.none')}</p>}
      {shown.map(children)}
      <Pagination current={page} pageSize={AT_A_TIME} total={found.length} onChange={setPage} showSizeChanger={false} hideOnSinglePage />
    </section>
  );
}
