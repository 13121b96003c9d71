import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './market.css';

const SORTS = ['price', '-price', 'received', '-received', 'duration', '-duration'] as const;
const STANDINGS = ['', 'valid', 'out', 'unreadable'] as const;
const LIMIT = '20';

export interface BidList {
  readonly sort: (typeof SORTS)[number];
  readonly standing: (typeof STANDINGS)[number];
  readonly q: string;
  readonly query: Readonly<Record<string, string>>;
  /** What the spreadsheet is narrowed by. */
  readonly narrowing: Readonly<Record<string, string>>;
  readonly isFirst: boolean;
  readonly change: (over: Partial<Pick<BidList, 'sort' | 'standing' | 'q'>>) => void;
  readonly toNext: (cursor: string) => void;
  readonly toPrevious: () => void;
}

/** Sorting, narrowing and the page of the bids of one task; each change begins at the first page. */
export function useBidList(): BidList {
  const [asked, setAsked] = useState<Pick<BidList, 'sort' | 'standing' | 'q'>>({ sort: 'price', standing: '', q: '' });
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const { sort, standing, q } = asked;
  const narrowing: Record<string, string> = { sort, ...(standing ? { standing } : {}), ...(q.length > 1 ? { q } : {}) };
  const cursor = cursors.at(-1);
  return {
    ...asked, narrowing, query: { ...narrowing, limit: LIMIT, ...(cursor ? { cursor } : {}) }, isFirst: cursors.length === 0,
    change: over => {
      setAsked(now => ({ ...now, ...over }));
      setCursors([]);
    },
    toNext: next => setCursors(all => [...all, next]),
    toPrevious: () => setCursors(all => all.slice(0, -1)),
  };
}

export function BidTools({ list }: { readonly list: BidList }) {
  const { t } = useTranslation('market');
  const id = useId();
  return (
    <div className="hb-row" role="search">
      <label htmlFor={`${id}-q`} className="hb-sr-only">{t('bids.search')}</label>
      <Input.Search id={`${id}-q`} allowClear placeholder={t('bids.search')} style={{ maxWidth: 260 }} onSearch={q => list.change({ q: q.trim() })} />
      <label htmlFor={`${id}-standing`} className="hb-sr-only">{t('bids.state')}</label>
      <Select id={`${id}-standing`} value={list.standing} style={{ minWidth: 140 }} onChange={standing => list.change({ standing })} options={STANDINGS.map(value => ({ value, label: t(`bids.standing.${value === '' ? 'all' : value}`) }))} />
      <label htmlFor={`${id}-sort`} className="hb-sr-only">{t('bids.sort')}</label>
      <Select id={`${id}-sort`} value={list.sort} style={{ minWidth: 180 }} onChange={sort => list.change({ sort })} options={SORTS.map(value => ({ value, label: t(`bids.sorted.${value}`) }))} />
    </div>
  );
}

export function BidPager({ list, next }: { readonly list: BidList; readonly next: string | null }) {
  const { t } = useTranslation();
  if (list.isFirst && next === null) return null;
  return (
    <nav className="hb-row" aria-label={t('table.pages')}>
      <Button disabled={list.isFirst} onClick={list.toPrevious}>{t('table.previous')}</Button>
      <Button disabled={next === null} onClick={() => next && list.toNext(next)}>{t('table.next')}</Button>
    </nav>
  );
}
