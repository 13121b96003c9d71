import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { offline, ProblemError } from '@/api/problem';
import { Autosave, type AutosaveOptions, type Stored } from './autosave';
import { readDraft } from './draft';
import type { Values } from './field';
import { FormStore } from './form-store';

const stale = (): ProblemError => new ProblemError(412, 'stale', { zh: '', en: '' });

function form(over: Partial<AutosaveOptions> = {}) {
  const store = new FormStore({ name: '甲厂', height: '15', outlets: [{ code: 'DA001' }] });
  const save = vi.fn((_changes: Values, version: number) => Promise.resolve({ version: version + 1 }));
  const reload = vi.fn((): Promise<Stored> => Promise.reject(offline()));
  const autosave = new Autosave({ store, record: 'r1', version: 4, save, reload, ...over });
  const stop = autosave.start();
  return { store, save, reload, autosave, stop };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('saving by itself', () => {
  it('sends one request for many keystrokes, with the changed members only and the version seen', async () => {
    const { store, save, autosave } = form();
    for (const text of ['1', '18', '18.5']) store.set('/height', text);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(save.mock.calls).toEqual([[{ height: '18.5' }, 4]]);
    expect(autosave.status.kind).toBe('saved');
    store.set('/name', '乙厂');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(save.mock.lastCall).toEqual([{ name: '乙厂' }, 5]);
  });

  it('saves to the device before the page goes, and only there: a server is not asked by a page that is leaving', async () => {
    const device = form({ onDevice: true });
    device.store.set('/height', '20');
    window.dispatchEvent(new Event('pagehide'));
    expect(device.save.mock.calls).toEqual([[{ height: '20' }, 4]]);
    device.stop();
    const server = form();
    server.store.set('/height', '20');
    window.dispatchEvent(new Event('pagehide'));
    expect([server.save.mock.calls, readDraft('r1')?.changes]).toEqual([[], { height: '20' }]);
  });

  it('sends a whole table when one of its cells changed', async () => {
    const { store, save } = form();
    store.set('/outlets/0/code', 'DA002');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(save.mock.lastCall?.[0]).toEqual({ outlets: [{ code: 'DA002' }] });
  });

  it('keeps what was typed during a request and sends it next', async () => {
    let answer: (saved: { version: number }) => void = () => undefined;
    const save = vi.fn(() => new Promise<{ version: number }>(resolve => (answer = resolve)));
    const { store, autosave } = form({ save });
    store.set('/name', '乙');
    await vi.advanceTimersByTimeAsync(1_500);
    store.set('/name', '乙厂');
    answer({ version: 5 });
    await vi.advanceTimersByTimeAsync(0);
    expect(autosave.unsaved).toBe(true);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(save).toHaveBeenLastCalledWith({ name: '乙厂' }, 5);
  });

  it('leaves no draft behind once everything is on the server', async () => {
    const { store } = form();
    store.set('/name', '乙厂');
    await vi.advanceTimersByTimeAsync(400);
    expect(readDraft('r1')?.changes).toEqual({ name: '乙厂' });
    await vi.advanceTimersByTimeAsync(1_500);
    expect(readDraft('r1')).toBeNull();
  });
});

describe('trouble', () => {
  it('a lost network is retried with growing pauses until it is back; nothing is lost', async () => {
    let down = true;
    const save = vi.fn((_changes: Values, version: number) => (down ? Promise.reject(offline()) : Promise.resolve({ version: version + 1 })));
    const { store, autosave } = form({ save });
    store.set('/name', '乙厂');
    await vi.advanceTimersByTimeAsync(1_300);
    expect(autosave.status.kind).toBe('kept');
    expect(readDraft('r1')?.changes).toEqual({ name: '乙厂' });
    await vi.advanceTimersByTimeAsync(2_000 + 4_000);
    expect(save).toHaveBeenCalledTimes(3);
    down = false;
    await vi.advanceTimersByTimeAsync(8_000);
    expect(autosave.status.kind).toBe('saved');
    expect(save).toHaveBeenCalledTimes(4);
  });

  it('saves at once when the browser says the network is back', async () => {
    const save = vi.fn().mockRejectedValueOnce(offline()).mockResolvedValue({ version: 5 });
    const { store, autosave } = form({ save });
    store.set('/name', '乙厂');
    await vi.advanceTimersByTimeAsync(1_300);
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(autosave.status.kind).toBe('saved');
  });

  it('a refusal is shown at its field, kept as draft, and not sent again unchanged', async () => {
    const refused = new ProblemError(400, 'validation', { zh: '', en: '' }, { errors: [{ pointer: '/height', code: 'min', zh: '应不小于 15 m', en: '' }] });
    const save = vi.fn().mockRejectedValue(refused);
    const { store, autosave } = form({ save });
    store.set('/height', '3');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(store.errors).toEqual({ '/height': '应不小于 15 m' });
    expect(autosave.status.kind).toBe('refused');
    expect(readDraft('r1')?.changes).toEqual({ height: '3' });
  });

  it('leaving the page keeps the unsent rest', async () => {
    const save = vi.fn().mockRejectedValue(offline());
    const { store, stop } = form({ save });
    store.set('/name', '乙厂');
    stop();
    await vi.advanceTimersByTimeAsync(0);
    expect(readDraft('r1')?.changes).toEqual({ name: '乙厂' });
  });
});

describe('two people at once', () => {
  it('merges silently when they changed different fields', async () => {
    const save = vi.fn().mockRejectedValueOnce(stale()).mockResolvedValue({ version: 10 });
    const reload = vi.fn(() => Promise.resolve({ version: 9, values: { name: '甲厂', height: '20', outlets: [{ code: 'DA001' }] } }));
    const { store, autosave } = form({ save, reload });
    store.set('/name', '乙厂');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(store.values).toMatchObject({ name: '乙厂', height: '20' });
    expect(save).toHaveBeenLastCalledWith({ name: '乙厂' }, 9);
    expect(autosave.status.kind).toBe('saved');
  });

  it('asks when they changed the same field, and both versions can be kept', async () => {
    const save = vi.fn().mockRejectedValueOnce(stale()).mockResolvedValue({ version: 10 });
    const reload = vi.fn(() => Promise.resolve({ version: 9, values: { name: '丙厂', height: '20', outlets: [{ code: 'DA001' }] } }));
    const { store, autosave } = form({ save, reload });
    store.set('/name', '乙厂');
    store.set('/height', '18');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(autosave.status).toEqual({
      kind: 'conflict',
      conflicts: [
        { member: 'name', mine: '乙厂', theirs: '丙厂' },
        { member: 'height', mine: '18', theirs: '20' },
      ],
    });
    expect(store.values['name']).toBe('乙厂');
    await autosave.resolve(new Set(['name']));
    expect(save).toHaveBeenLastCalledWith({ name: '乙厂' }, 9);
    expect(store.values).toMatchObject({ name: '乙厂', height: '20' });
  });

  it('is no conflict when both typed the same', async () => {
    const save = vi.fn().mockRejectedValueOnce(stale()).mockResolvedValue({ version: 10 });
    const reload = vi.fn(() => Promise.resolve({ version: 9, values: { name: '乙厂', height: '15', outlets: [{ code: 'DA001' }] } }));
    const { store, autosave } = form({ save, reload });
    store.set('/name', '乙厂');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(autosave.status.kind).toBe('saved');
  });
});
