import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import i18n from 'i18next';
import { renderAt } from '@/test/render';
import { BidsOneByOne, nextOpen } from './BidsOneByOne';
import type { SeatBid } from './model';

const bidsOf = (count: number): SeatBid[] => Array.from({ length: count }, (_, nth) => ({ bidId: `b${nth}`, firmName: `机构${nth + 1}` }) as unknown as SeatBid);

function Sheet({ count }: { readonly count: number }) {
  const [at, setAt] = useState(0);
  const [points, setPoints] = useState<Record<string, string>>({ b1: '5' });
  return (
    <BidsOneByOne bids={bidsOf(count)} isDone={bid => (points[bid.bidId] ?? '') !== ''} at={at} onGo={setAt}>
      {bid => <label>{bid.firmName}<input value={points[bid.bidId] ?? ''} onChange={event => setPoints(all => ({ ...all, [bid.bidId]: event.target.value }))} /></label>}
    </BidsOneByOne>
  );
}

describe('the bids of a sheet', () => {
  it('few stand under each other', async () => {
    await i18n.loadNamespaces('evaluation');
    await renderAt(<Sheet count={3} />);
    expect(screen.getAllByRole('textbox')).toHaveLength(3);
  });

  it('five hundred come one at a time: by buttons, by keys from the field one types in, to the next that is open; what was typed stays', async () => {
    await i18n.loadNamespaces('evaluation');
    const user = userEvent.setup();
    await renderAt(<Sheet count={500} />);
    expect(screen.getAllByRole('textbox')).toHaveLength(1);
    expect(screen.getByRole('status')).toHaveTextContent('1 / 500');
    await user.type(screen.getByLabelText('机构1'), '8');
    expect(screen.getByRole('status')).toHaveTextContent('2 / 500');
    // the second is filled in already
    await user.click(screen.getByRole('button', { name: '下一家未填' }));
    expect(screen.getByLabelText('机构3')).toBeVisible();
    expect(screen.getByRole('group', { name: /机构3/ })).toHaveFocus();
    await user.click(screen.getByLabelText('机构3'));
    await user.keyboard('{Alt>}{PageUp}{PageUp}{/Alt}');
    expect(screen.getByLabelText('机构1')).toHaveValue('8');
    expect(screen.getByRole('button', { name: '上一家' })).toBeDisabled();
  });

  it('the next open one is looked for round the end', () => {
    const done = new Set(['b1', 'b2']);
    const isDone = (bid: SeatBid): boolean => done.has(bid.bidId);
    expect([nextOpen(bidsOf(4), 0, isDone), nextOpen(bidsOf(4), 3, isDone), nextOpen(bidsOf(3), 0, isDone)]).toEqual([3, 0, null]);
  });
});
