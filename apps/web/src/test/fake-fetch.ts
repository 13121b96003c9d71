import { vi } from 'vitest';

/** Answers GETs by the given function of the address; anything thrown is a dead network. */
export function answerGets(answer: (url: URL) => unknown): URL[] {
  const asked: URL[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    const url = new URL(request.url);
    asked.push(url);
    return Promise.resolve(new Response(JSON.stringify(answer(url)), { status: 200, headers: { 'content-type': 'application/json' } }));
  });
  return asked;
}
