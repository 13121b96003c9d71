import { Button, Select } from 'antd';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeatBid } from './model';

/** From so many bids on they are judged one at a time: a page of all of them cannot be used. */
const MANY = 10;

interface Props {
  readonly bids: readonly SeatBid[];
  /** Whether everything that is asked of this bid is filled in. */
  readonly isDone: (bid: SeatBid) => boolean;
  readonly at: number;
  /** Goes to another bid; what was filled in of this one is saved. */
  readonly onGo: (to: number) => void;
  readonly children: (bid: SeatBid) => ReactNode;
}

/** Few bids stand under each other; many come one at a time, with how far one is, the next that is open, and a search by firm. */
export function BidsOneByOne({ bids, isDone, at, onGo, children }: Props) {
  const { t } = useTranslation('evaluation');
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(at);
  useEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    place.current?.focus();
    place.current?.scrollIntoView({ block: 'start' });
  }, [at]);
  if (bids.length < MANY) return <>{bids.map(bid => <div key={bid.bidId}>{children(bid)}</div>)}</>;
  const bid = bids[at] ?? bids[0];
  if (!bid) return null;
  const done = bids.filter(isDone).length;
  const open = nextOpen(bids, at, isDone);
  const go = (to: number): void => {
    if (to >= 0 && to < bids.length) onGo(to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    if (!event.altKey || step === undefined) return;
    event.preventDefault();
    go(at + step);
  };
  return (
    // keys work wherever one is typing in the sheet of a bid
    <div className="hb-stack" onKeyDown={onKeyDown}>
      <nav className="hb-card hb-stack" aria-label={t('pager.label')}>
        <p role="status">{t('pager.progress', { done, total: bids.length })}</p>
        <progress className="hb-one-by-one__bar" value={done} max={bids.length} aria-label={t('pager.progress', { done, total: bids.length })} />
        <Select
          showSearch aria-label={t('pager.jump')} className="hb-one-by-one__jump" value={at} onChange={go} optionFilterProp="label"
          options={bids.map((one, nth) => ({ value: nth, label: t(isDone(one) ? 'pager.done' : 'pager.open', { nth: nth + 1, name: one.firmName }) }))}
        />
        <div className="hb-row">
          <Button disabled={at === 0} onClick={() => go(at - 1)}>{t('pager.back')}</Button>
          <Button disabled={at >= bids.length - 1} onClick={() => go(at + 1)}>{t('pager.on')}</Button>
          <Button type="primary" disabled={open === null} onClick={() => open !== null && go(open)}>{t('pager.nextOpen')}</Button>
        </div>
        <p className="hb-small hb-muted hb-wide-only">{t('pager.keys')}</p>
      </nav>
      <div key={bid.bidId} ref={place} tabIndex={-1} role="group" aria-label={t('pager.open', { nth: at + 1, name: bid.firmName })}>{children(bid)}</div>
    </div>
  );
}

/** The next bid that is not done, round the end; null where all others are. */
export function nextOpen(bids: readonly SeatBid[], at: number, isDone: (bid: SeatBid) => boolean): number | null {
  for (let step = 1; step < bids.length; step += 1) {
    const to = (at + step) % bids.length;
    const bid = bids[to];
    if (bid && !isDone(bid)) return to;
  }
  return null;
}
