import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@/api/problem';
import { DeviceDraft } from '@/shared/field/device-draft';
import { noteSignedIn, setDraftOwner } from '@/shared/form/draft';
import { draftOf, type Draft } from './draft';
import { sendReport } from './send';
import { RETRY_MS, useReport, useSigned } from './use-report';
import type { Photos } from './use-photos';

vi.mock('./send', () => ({ sendReport: vi.fn() }));

const put = vi.mocked(sendReport);
const problem = (status: number): ProblemError => new ProblemError(status, 'x', { zh: '', en: '' });
const wrapper = ({ children }: { readonly children: ReactNode }) => <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>;
const later = (ms: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(ms));
const sentIds = (): string[] => put.mock.calls.map(([, , draft]) => draft.clientId);

function signedOf(name: string): DeviceDraft<Draft> {
  const store = new DeviceDraft(name, draftOf);
  store.change(draft => ({ ...draft, findings: '无标志牌', endedAt: '2026-11-25T03:00:00Z' }));
  return store;
}

describe('a report that was signed', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    put.mockReset();
    put.mockResolvedValue(undefined);
    localStorage.clear();
    setDraftOwner('zhao');
    noteSignedIn('zhao');
  });
  afterEach(() => vi.useRealTimers());

  it.each([401, 408, 425, 429, 500, 503])('keeps its place where the server answers %i, and goes by itself after a while as the same report', async status => {
    put.mockRejectedValueOnce(problem(status));
    const store = signedOf(`r${status}`);
    renderHook(() => useSigned('c', [], store, async () => undefined), { wrapper });
    await later(0);
    expect(store.latest().endedAt).toBe('2026-11-25T03:00:00Z');
    await later(RETRY_MS);
    expect(new Set(sentIds()).size).toBe(1);
    expect(put).toHaveBeenCalledTimes(2);
    expect(store.latest().endedAt).toBeUndefined();
  });

  it('is given back to the person where it is not taken', async () => {
    put.mockRejectedValue(problem(409));
    const store = signedOf('final');
    renderHook(() => useSigned('c', [], store, async () => undefined), { wrapper });
    await later(3 * RETRY_MS);
    expect(put).toHaveBeenCalledTimes(1);
    expect(store.latest()).toMatchObject({ findings: '无标志牌' });
    expect(store.latest().endedAt).toBeUndefined();
  });

  it('is sent once at a time, and not under the session of another', async () => {
    let taken: () => void = () => undefined;
    put.mockImplementation(() => new Promise<void>(resolve => (taken = resolve)));
    const store = signedOf('once');
    noteSignedIn('qian');
    renderHook(() => useSigned('c', [], store, async () => undefined), { wrapper });
    await later(RETRY_MS);
    expect(put).not.toHaveBeenCalled();
    noteSignedIn('zhao');
    await later(4 * RETRY_MS);
    expect(put).toHaveBeenCalledTimes(1);
    taken();
    await later(0);
    expect(localStorage.getItem('once')).toBeNull();
  });

  it('is not signed while a photo is still without its place', async () => {
    const store = new DeviceDraft('placing', draftOf);
    store.change(draft => ({ ...draft, photos: [{ clientId: 'p', itemKey: 'a', capturedAt: '2026-11-25T03:00:00Z', placing: true }] }));
    const { result } = renderHook(() => useReport('c', [], store, { sendAll: async () => true } as unknown as Photos), { wrapper });
    await expect(result.current()).rejects.toThrow(/photos.placing/);
    expect(store.latest().endedAt).toBeUndefined();
    expect(put).not.toHaveBeenCalled();
  });
});
