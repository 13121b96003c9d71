import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { offline, ProblemError } from '@/api/problem';
import { renderAt } from '@/test/render';
import { keepDraft } from './draft';
import type { FieldSpec } from './field';
import { SectionForm, type SectionFormProps } from './SectionForm';

const FIELDS: readonly FieldSpec[] = [
  { name: 'name', label: '排放口名称', type: 'text', required: true },
  { name: 'height_m', label: '排气筒高度', type: 'decimal', unit: 'm', required: true, min: 15 },
  { name: 'automatic', label: '是否自动监测', type: 'boolean' },
  { name: 'device', label: '监测仪器', type: 'text', required: true, visibleWhen: { field: 'automatic', in: [true] } },
  {
    name: 'pollutants',
    label: '污染物',
    type: 'table',
    columns: [
      { name: 'name', label: '名称', type: 'text', required: true },
      { name: 'limit_mg_m3', label: '许可浓度', type: 'decimal', unit: 'mg/m³', required: true },
    ],
  },
];

const VALUES = { name: '1 号窑', height_m: '20', automatic: false, device: null, pollutants: [{ name: '颗粒物', limit_mg_m3: '30' }] };

async function open(over: Partial<SectionFormProps> = {}) {
  const save = vi.fn((_changes: unknown, version: number) => Promise.resolve({ version: version + 1 }));
  const onLeave = vi.fn();
  const props = { fields: FIELDS, record: { key: 'r1', version: 3, values: VALUES }, save, reload: vi.fn(), onLeave, ...over };
  await renderAt(<SectionForm {...props} />);
  return { save: props.save as typeof save, onLeave };
}

const finish = async (answer: string): Promise<void> => {
  await userEvent.click(screen.getByRole('radio', { name: answer }));
  await userEvent.click(screen.getByRole('button', { name: '保存并返回' }));
};

describe('a section', () => {
  it('saves what is typed and says when', async () => {
    const { save } = await open();
    await userEvent.type(screen.getByLabelText('排放口名称'), '窑尾');
    expect(await screen.findByText(/^已保存 \d\d:\d\d$/, undefined, { timeout: 4_000 })).toBeVisible();
    expect(save).toHaveBeenCalledWith({ name: '1 号窑窑尾' }, 3);
  });

  it('shows a field only when its condition holds', async () => {
    await open();
    expect(screen.queryByLabelText('监测仪器')).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: '是' }));
    expect(screen.getByLabelText('监测仪器')).toBeVisible();
  });

  it('asks for everything only when said to be complete: summary with links, focus on it, words at the fields', async () => {
    const { onLeave } = await open();
    await userEvent.clear(screen.getByLabelText('排放口名称'));
    await userEvent.clear(screen.getByLabelText('许可浓度 1'));
    await finish('是，本节已填完');
    const summary = screen.getByRole('alert');
    expect(summary).toHaveFocus();
    expect(summary).toHaveTextContent('有 2 处需要修改');
    expect(summary).toHaveTextContent('污染物第 1 行：填写许可浓度，单位 mg/m³');
    expect(screen.getByLabelText('排放口名称')).toHaveAccessibleDescription(/填写排放口名称/);
    expect(onLeave).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('link', { name: '填写排放口名称' }));
    await waitFor(() => expect(screen.getByLabelText('排放口名称')).toHaveFocus());
  });

  it('may be left half-filled', async () => {
    const { onLeave, save } = await open();
    await userEvent.clear(screen.getByLabelText('排放口名称'));
    await finish('稍后继续');
    await waitFor(() => expect(onLeave).toHaveBeenCalledWith(false));
    expect(save).toHaveBeenCalledWith({ name: null }, 3);
  });

  it('does not leave while something is not on the server', async () => {
    const { onLeave } = await open({ save: vi.fn().mockRejectedValue(offline()) });
    await userEvent.type(screen.getByLabelText('排放口名称'), '乙');
    await finish('稍后继续');
    expect(await screen.findByText(/保留在本机/)).toBeVisible();
    expect(onLeave).not.toHaveBeenCalled();
  });

  it('adds and removes rows', async () => {
    const { save } = await open();
    await userEvent.click(screen.getByRole('button', { name: /添加一行/ }));
    await userEvent.type(screen.getByLabelText('名称 2'), '二氧化硫');
    await userEvent.click(screen.getByRole('button', { name: '删除第 1 行' }));
    expect(screen.getByLabelText('名称 1')).toHaveValue('二氧化硫');
    await waitFor(() => expect(save).toHaveBeenLastCalledWith({ pollutants: [{ name: '二氧化硫', limit_mg_m3: null }] }, 3), { timeout: 4_000 });
  });

  it('edits long tables in a drawer instead of hundreds of inputs', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => ({ name: `污染物 ${index + 1}`, limit_mg_m3: '10' }));
    await open({ record: { key: 'r2', version: 1, values: { ...VALUES, pollutants: rows } } });
    expect(screen.queryByLabelText('名称 1')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '编辑第 3 行' }));
    expect(await screen.findByRole('textbox', { name: /^名称/ })).toHaveValue('污染物 3');
  });

  it('marks what changed since the former submission', async () => {
    await open({ before: { ...VALUES, height_m: '15' } });
    expect(screen.getByText('15').closest('del')).not.toBeNull();
    expect(screen.getByText('20').closest('ins')).not.toBeNull();
  });

  it('keeps sealed and locked fields closed, and says why', async () => {
    await open({ locked: pointer => (pointer === '/name' ? null : '只需修改标出的内容') });
    expect(screen.getByLabelText('排放口名称')).toBeEnabled();
    expect(screen.getByLabelText(/排气筒高度/)).toBeDisabled();
    expect(screen.getAllByText('只需修改标出的内容').length).toBeGreaterThan(0);
  });

  it('offers an unsent draft of this device and sends it when taken', async () => {
    keepDraft('r1', { at: '2026-11-23T02:00:00Z', version: 3, changes: { name: '没存上的名称' } });
    const { save } = await open();
    await userEvent.click(screen.getByRole('button', { name: '用这份内容' }));
    expect(screen.getByLabelText('排放口名称')).toHaveValue('没存上的名称');
    await waitFor(() => expect(save).toHaveBeenCalledWith({ name: '没存上的名称' }, 3), { timeout: 4_000 });
  });

  it('shows both versions when a colleague changed the same field', async () => {
    const save = vi
      .fn()
      .mockRejectedValueOnce(new ProblemError(412, 'stale', { zh: '', en: '' }))
      .mockResolvedValue({ version: 9 });
    const reload = vi.fn().mockResolvedValue({ version: 8, values: { ...VALUES, name: '同事写的' } });
    await open({ save, reload });
    await userEvent.type(screen.getByLabelText('排放口名称'), '甲');
    const dialog = await screen.findByRole('dialog', undefined, { timeout: 4_000 });
    expect(dialog).toHaveTextContent('1 号窑甲');
    expect(dialog).toHaveTextContent('同事写的');
    await userEvent.click(screen.getByRole('button', { name: '按选择保存' }));
    await waitFor(() => expect(save).toHaveBeenLastCalledWith({ name: '1 号窑甲' }, 8));
    await act(() => Promise.resolve());
  });

  it('sends one cell of a long table, and draws no other row anew for a keystroke', async () => {
    const rows = Array.from({ length: 2_400 }, (_, index) => ({ id: `r${index}`, name: `污染物 ${index + 1}`, limit_mg_m3: '10' }));
    const saveCells = vi.fn((_cells: unknown, version: number) => Promise.resolve({ version: version + 1 }));
    await open({ saveCells, record: { key: 'r3', version: 4, values: { ...VALUES, pollutants: rows } } });
    expect(screen.getAllByRole('button', { name: /^编辑第/ })).toHaveLength(20);
    await userEvent.click(screen.getByRole('button', { name: '编辑第 3 行' }));
    const input = await screen.findByRole('textbox', { name: /^许可浓度/ });
    const table = screen.getByRole('table');
    const drawn = new Set<Node>();
    const watch = new MutationObserver(changes => changes.forEach(change => drawn.add((change.target instanceof Element ? change.target : change.target.parentElement)?.closest('tr') ?? change.target)));
    watch.observe(table, { subtree: true, childList: true, characterData: true, attributes: true });
    await userEvent.type(input, '5');
    watch.disconnect();
    expect([...drawn]).toEqual([screen.getByRole('button', { name: '编辑第 3 行' }).closest('tr')]);
    await waitFor(() => expect(saveCells).toHaveBeenCalledWith([{ pointer: '/pollutants/2/limit_mg_m3', value: '105' }], 4), { timeout: 4_000 });
  });

  it('gives a new row its id, so that the next save finds it again', async () => {
    const saveCells = vi.fn((_cells: unknown, version: number) => Promise.resolve({ version: version + 1 }));
    await open({ saveCells, record: { key: 'r4', version: 1, values: { ...VALUES, pollutants: [{ id: 'a', name: '颗粒物', limit_mg_m3: '30' }] } } });
    await userEvent.click(screen.getByRole('button', { name: /添加一行/ }));
    await userEvent.type(screen.getByLabelText('名称 2'), '二氧化硫');
    await waitFor(() => expect(saveCells).toHaveBeenLastCalledWith([{ pointer: '/pollutants/-', value: { id: expect.stringMatching(/^[0-9a-f]{12}$/), name: '二氧化硫' } }], 1), { timeout: 4_000 });
    await userEvent.type(screen.getByLabelText('许可浓度 2'), '50');
    await waitFor(() => expect(saveCells).toHaveBeenLastCalledWith([{ pointer: '/pollutants/1/limit_mg_m3', value: '50' }], 2), { timeout: 4_000 });
  });
});
