import { offline, problemFrom } from './problem';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const REFRESH = '/api/v1/auth/refresh';
/** Calls that decide about the session themselves: a 401 of theirs is an answer, not an expired session. */
const NEVER_REFRESHED = /\/api\/v1\/auth\/(?:login|refresh|logout|captcha|password\/(?:forgot|reset))|\/api\/v1\/invitations\/accept/;

let organisation: string | null = null;
let onSessionLost: () => void = () => undefined;
let onAccountDue: (code: AccountDue) => void = () => undefined;
let refreshing: Promise<boolean> | null = null;

/** For whom the person acts now; sent as `X-Organisation`. The address bar decides it, see `session/area-guard.ts`. */
export function setCurrentOrganisation(orgId: string | null): void {
  organisation = orgId;
}
export const currentOrganisation = (): string | null => organisation;

/** Called once when the session is over and cannot be renewed. */
export function whenSessionLost(action: () => void): void {
  onSessionLost = action;
}

/** What an officer owes the own account before anything else is possible. */
export type AccountDue = 'auth.password-expired' | 'auth.second-factor';
export const isAccountDue = (code: string): code is AccountDue => code === 'auth.password-expired' || code === 'auth.second-factor';

/** Called when a page cannot be loaded before the own account is in order. */
export function whenAccountDue(action: (code: AccountDue) => void): void {
  onAccountDue = action;
}

export function readCookie(name: string): string | null {
  const found = document.cookie.split('; ').find(pair => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null;
}

/** The headers every request of ours carries; also used by uploads, which need XHR for their progress. */
export function houseHeaders(method: string): Record<string, string> {
  const headers: Record<string, string> = { 'X-Request-Id': crypto.randomUUID(), Accept: 'application/json, application/problem+json' };
  if (organisation) headers['X-Organisation'] = organisation;
  const csrf = readCookie('hb_csrf');
  // Double submit: only our own origin can read the cookie and repeat it in a header.
  if (csrf && !SAFE.has(method.toUpperCase())) headers['X-CSRF-Token'] = csrf;
  return headers;
}

/** Renews the session; many requests that find it expired at once share one attempt. */
export function refreshSession(): Promise<boolean> {
  refreshing ??= fetch(REFRESH, { method: 'POST', headers: houseHeaders('POST'), credentials: 'same-origin' })
    .then(
      answer => answer.ok,
      () => false,
    )
    .finally(() => {
      refreshing = null;
    });
  return refreshing;
}

async function sendOnce(request: Request): Promise<Response> {
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(houseHeaders(request.method))) if (!headers.has(name)) headers.set(name, value);
  // Set anew each time: the token changes when the session is renewed.
  const csrf = houseHeaders(request.method)['X-CSRF-Token'];
  if (csrf) headers.set('X-CSRF-Token', csrf);
  try {
    return await fetch(new Request(request, { headers, credentials: 'same-origin' }));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw offline();
  }
}

/**
 * Sends a request with our headers. A 401 leads to one attempt to renew the session and one repetition.
 * @throws ProblemError for every answer that is not 2xx or 304, and for a network that does not answer.
 */
export async function send(request: Request): Promise<Response> {
  const again = request.clone();
  let response = await sendOnce(request);
  if (response.status === 401 && !NEVER_REFRESHED.test(request.url)) {
    if (await refreshSession()) response = await sendOnce(again);
    if (response.status === 401) onSessionLost();
  }
  if (response.ok || response.status === 304) return response;
  const problem = await problemFrom(response);
  // An act that was refused stays on its page, with what was typed; only pages that cannot be read lead away.
  if (SAFE.has(request.method) && isAccountDue(problem.code)) onAccountDue(problem.code);
  throw problem;
}
