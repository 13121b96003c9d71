import { queryOptions } from '@tanstack/react-query';
import createClient, { type FetchResponse, type MaybeOptionalInit } from 'openapi-fetch';
import type { PathsWithMethod, RequiredKeysOf } from 'openapi-typescript-helpers';
import type { Answers } from './contract';
import type { paths } from './schema';
import { currentOrganisation, send } from './transport';

/** The typed client: paths, parameters, bodies and answers come from `openapi.json`. Errors are thrown as ProblemError. */
// Late lookup of the origin: openapi-fetch builds absolute requests, also under test.
export const api = createClient<paths>({ baseUrl: location.origin, fetch: send });

/**
 * The body of an answer: `const me = await call(api.GET('/api/v1/me'))`. Where `openapi.json` does not describe an
 * answer, the caller names its type: `call<SignInAnswer>(api.POST(…))`.
 */
export async function call<T = never, Documented = unknown>(answer: Promise<{ data?: Documented }>): Promise<[T] extends [never] ? Documented : T> {
  return (await answer).data as [T] extends [never] ? Documented : T;
}

type GetPath = PathsWithMethod<paths, 'get'>;
type Init<P extends GetPath> = MaybeOptionalInit<paths[P], 'get'>;
type Documented<P extends GetPath> = NonNullable<FetchResponse<paths[P]['get'], Init<P>, 'application/json'>['data']>;
/** As documented by the API, or as agreed in `contract.ts` for the pages of the house. */
type Answer<P extends GetPath> = P extends keyof Answers ? Answers[P] : Documented<P>;
type InitOf<P extends GetPath> = RequiredKeysOf<Init<P>> extends never ? [init?: Init<P>] : [init: Init<P>];

/**
 * Query options of a GET: `useQuery(read('/api/v1/organisations/{id}', { params: { path: { id } } }))`.
 * The key is `[path, organisation, init]`, so one path is invalidated as a whole and organisations never mix.
 */
export function read<P extends GetPath>(path: P, ...[init]: InitOf<P>) {
  return queryOptions<Answer<P>>({
    queryKey: [path, currentOrganisation(), init ?? null],
    queryFn: async ({ signal }) => {
      const get = api.GET as (url: P, init: unknown) => Promise<{ data?: unknown }>;
      return call<Answer<P>>(get(path, { ...init, signal })) as Promise<Answer<P>>;
    },
  });
}

/** `If-Match` of the version a page has shown; a record changed meanwhile answers 412 `stale`. */
export const ifMatch = (version: number): { 'If-Match': string } => ({ 'If-Match': `"v${version}"` });

/** `Idempotency-Key` of a creation: repeat with the same key after a lost answer, and it still happens once. */
export const idempotency = (key: string): { 'Idempotency-Key': string } => ({ 'Idempotency-Key': key });
export const newIdempotencyKey = (): string => crypto.randomUUID();
