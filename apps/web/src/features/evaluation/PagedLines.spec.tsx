import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18n from 'i18next';
import { describe, expect, it } from 'vitest';
import { renderAt } from '@/test/render';
import { PagedLines } from './PagedLines';

interface Line {
  readonly name: string;
  readonly price: number;
  readonly fits: boolean;
}
const linesOf = (count: number): Line[] => Array.from({ length: count }, (_, nth) => ({ name: `机构${nth + 1}`, price: (nth * 37) % count, fits: nth % 5 !== 0 }));
const drawn = async (count: number) => {
  await i18n.loadNamespaces('evaluation');
  await renderAt(
    <PagedLines
      label="名次" rows={linesOf(count)} nameOf={one => one.name}
      filters={[{ name: 'all', label: '全部', keeps: () => true }, { name: 'not', label: '不符合', keeps: one => !one.fits }]}
      orders={[{ name: 'rank', label: '按名次', compare: () => 0 }, { name: 'price', label: '按报价', compare: (one, other) => one.price - other.price }]}
    >
      {one => <article key={one.name}>{one.name}</article>}
    </PagedLines>,
  );
  return { user: userEvent.setup(), shown: () => screen.queryAllByRole('article').map(one => one.textContent) };
};

describe('the lines of an evaluation', () => {
  it('few come as they are', async () => {
    const { shown } = await drawn(20);
    expect(shown()).toHaveLength(20);
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('five hundred come in pages of twenty, are found by firm, filtered and sorted; each change begins at the first page', async () => {
    const { user, shown } = await drawn(500);
    expect(shown()).toEqual(linesOf(20).map(one => one.name));
    await user.click(screen.getByTitle('2'));
    expect(shown()[0]).toBe('机构21');
    await user.click(screen.getByRole('radio', { name: '不符合' }));
    expect([shown()[0], shown()[1], screen.getByRole('status').textContent]).toEqual(['机构1', '机构6', '100 / 500 家']);
    await user.click(screen.getByRole('radio', { name: '按报价' }));
    expect(shown()[0]).toBe(linesOf(500).filter(one => !one.fits).sort((one, other) => one.price - other.price)[0]?.name);
    await user.type(screen.getByRole('textbox'), '机构496');
    expect(shown()).toEqual(['机构496']);
    await user.type(screen.getByRole('textbox'), '没有');
    expect(screen.getByText('没有符合条件的机构')).toBeVisible();
  });
});
