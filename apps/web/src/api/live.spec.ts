import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventNames, listen } from './live';
import { setCurrentOrganisation } from './transport';

/** A server whose streams stay open until they are ended from here. */
function streams() {
  const opened: { readonly request: Request; readonly say: (text: string) => void; readonly end: () => void }[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    let controller: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({ start: c => void (controller = c) });
    opened.push({ request, say: text => controller.enqueue(new TextEncoder().encode(text)), end: () => controller.close() });
    return Promise.resolve(new Response(body, { status: 200 }));
  });
  return opened;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the live stream', () => {
  it('names its events', () => expect(eventNames(':ok\nevent: case\ndata: {}\n\nevent:notification\n')).toEqual(['case', 'notification']));

  it('asks for the organisation in the address bar, gathers messages, and fetches once', async () => {
    const opened = streams();
    const client = new QueryClient();
    const invalidate = vi.spyOn(client, 'invalidateQueries');
    setCurrentOrganisation('org-9');
    const stop = listen(client);
    await vi.advanceTimersByTimeAsync(0);
    expect(opened[0]?.request.headers.get('x-organisation')).toBe('org-9');
    opened[0]?.say('event: resync\ndata: {}\n\nevent: heartbeat\n\n');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(invalidate).not.toHaveBeenCalled();
    opened[0]?.say('event: ca');
    opened[0]?.say('se\ndata: {}\n\nevent: case\ndata: {}\n\n');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(invalidate).toHaveBeenCalledTimes(1);
    stop();
  });

  it('outdates what is kept from a page left before, and leaves alone what opted out', async () => {
    const opened = streams();
    const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
    client.setQueryData(['permit'], '有效');
    await client.prefetchQuery({ queryKey: ['form'], queryFn: () => '填写中', meta: { live: false } });
    const stop = listen(client);
    await vi.advanceTimersByTimeAsync(0);
    opened[0]?.say('event: case\ndata: {}\n\n');
    await vi.advanceTimersByTimeAsync(2_000);
    expect([client.getQueryState(['permit'])?.isInvalidated, client.getQueryState(['form'])?.isInvalidated]).toEqual([true, false]);
    stop();
  });

  it('is opened again after it ended, and what was missed is fetched', async () => {
    const opened = streams();
    const client = new QueryClient();
    const invalidate = vi.spyOn(client, 'invalidateQueries');
    const stop = listen(client);
    await vi.advanceTimersByTimeAsync(0);
    opened[0]?.end();
    await vi.advanceTimersByTimeAsync(1_100);
    expect(opened).toHaveLength(2);
    expect(invalidate).toHaveBeenCalledTimes(1);
    stop();
    opened[1]?.end();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(opened).toHaveLength(2);
  });
});
