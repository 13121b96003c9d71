import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerGets } from '@/test/fake-fetch';
import { renderAt } from '@/test/render';
import type { Column } from './data-table.types';
import { DataTable } from './DataTable';

interface Row {
  readonly id: string;
  readonly name: string;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', title: '单位名称', render: row => row.name, sortBy: 'name' },
  { key: 'id', title: '编号', render: row => row.id },
];
const table = (
  <DataTable<Row>
    caption="单位"
    path="/api/v1/things"
    columns={COLUMNS}
    rowKey={row => row.id}
    rowLink={row => `/things/${row.id}`}
    searchHint="单位名称"
    defaultSort="-at"
    filters={[{ name: 'status', label: '状态', options: [{ value: 'open', label: '待办' }] }]}
    query={{ tab: 'mine' }}
  />
);

const page = (name: string, nextCursor: string | null = null) => ({ items: [{ id: name, name: `${name}厂` }], nextCursor });

afterEach(() => vi.unstubAllGlobals());

describe('the list', () => {
  it('asks for what the address says, and rows lead on', async () => {
    const asked = answerGets(() => page('甲'));
    await renderAt(table, '/?q=焦化&status=open&sort=name');
    expect(await screen.findByRole('link', { name: '甲厂' })).toHaveAttribute('href', '/things/甲');
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({ tab: 'mine', status: 'open', q: '焦化', sort: 'name', limit: '20' });
    expect(screen.getByRole('columnheader', { name: /单位名称/ })).toHaveAttribute('aria-sort', 'ascending');
  });

  it('several filters stand behind a button on phones, which tells how many are set', async () => {
    answerGets(() => page('甲'));
    const more = [{ name: 'status', label: '状态', options: [{ value: 'open', label: '待办' }] }, { name: 'from', label: '从', type: 'date' as const }];
    await renderAt(<DataTable<Row> caption="单位" path="/api/v1/things" columns={COLUMNS} rowKey={row => row.id} filters={more} />, '/?status=open');
    const button = await screen.findByRole('button', { name: /筛选（已选 1 项）/ });
    const filters = document.getElementById(button.getAttribute('aria-controls') ?? '');
    expect([button.getAttribute('aria-expanded'), filters?.className]).toEqual(['false', 'hb-table__filters hb-table__filters--folded']);
    await userEvent.click(button);
    expect([button.getAttribute('aria-expanded'), filters?.className]).toEqual(['true', 'hb-table__filters']);
  });

  it('sorting is written into the address and turns around on the second press', async () => {
    const asked = answerGets(() => page('甲'));
    const { router } = await renderAt(table);
    const press = async () => userEvent.click(await screen.findByRole('button', { name: /单位名称/ }));
    await press();
    await waitFor(() => expect(router.state.location.searchStr).toBe('?sort=name'));
    await press();
    await waitFor(() => expect(router.state.location.searchStr).toBe('?sort=-name'));
    await waitFor(() => expect(asked.at(-1)?.searchParams.get('sort')).toBe('-name'));
  });

  it('pages forward by the cursor and back again', async () => {
    answerGets(url => (url.searchParams.get('cursor') === 'c2' ? page('乙') : page('甲', 'c2')));
    const { router } = await renderAt(table);
    await userEvent.click(await screen.findByRole('button', { name: '下一页' }));
    expect(await screen.findByText('乙厂')).toBeVisible();
    expect(router.state.location.searchStr).toBe('?cursor=c2');
    await userEvent.click(screen.getByRole('button', { name: '上一页' }));
    expect(await screen.findByText('甲厂')).toBeVisible();
  });

  it('searches after a pause in typing and starts from the first page', async () => {
    const asked = answerGets(() => page('甲'));
    const { router } = await renderAt(table, '/?cursor=c9');
    await userEvent.type(await screen.findByRole('searchbox'), '石灰');
    await waitFor(() => expect(router.state.location.search).toEqual({ q: '石灰' }));
    await waitFor(() => expect(asked.at(-1)?.searchParams.get('q')).toBe('石灰'));
    expect(asked.at(-1)?.searchParams.has('cursor')).toBe(false);
  });

  it('nothing found offers to clear the filters', async () => {
    answerGets(url => (url.searchParams.get('q') ? { items: [], nextCursor: null } : page('甲')));
    await renderAt(table, '/?q=没有');
    await userEvent.click(await screen.findByRole('button', { name: '清除筛选' }));
    expect(await screen.findByText('甲厂')).toBeVisible();
  });
});
