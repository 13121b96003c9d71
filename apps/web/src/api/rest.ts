import { currentOrganisation, send } from './transport';
import { idempotency, ifMatch } from './client';

export type QueryValue = string | number | boolean | null | undefined | readonly string[];

interface Options {
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly body?: unknown;
  /** Version last seen; becomes `If-Match`. */
  readonly version?: number;
  readonly idempotencyKey?: string;
  /** The answer need not repeat the content (`Prefer: return=minimal`, RFC 7240). */
  readonly brief?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Requests whose path is data (lists, forms, files), where the typed client cannot know the path beforehand.
 * Pages that know their path use `api` of `client.ts`.
 * @throws ProblemError
 */
export async function rest<T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, options: Options = {}): Promise<T> {
  const headers: Record<string, string> = {};
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.version !== undefined) Object.assign(headers, ifMatch(options.version));
  if (options.brief) headers['Prefer'] = 'return=minimal';
  if (options.idempotencyKey) Object.assign(headers, idempotency(options.idempotencyKey));
  const body = options.body === undefined ? undefined : JSON.stringify(options.body);
  const request = new Request(new URL(withQuery(path, options.query), location.origin), { method, headers, body, signal: options.signal });
  const response = await send(request);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Adds the given, non-empty values as query parameters; arrays repeat the name. */
export function withQuery(path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    if (Array.isArray(value)) value.forEach(each => search.append(name, String(each)));
    else search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Query options for a path that is data; same key form as `read`. */
export function readPath<T>(path: string, query?: Readonly<Record<string, QueryValue>>) {
  return {
    queryKey: [path, currentOrganisation(), query ?? null] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) => rest<T>('GET', path, { query, signal }),
  };
}
