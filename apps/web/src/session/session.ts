import { useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback } from 'react';
import { api, call } from '@/api/client';
import type { Me, Membership, OrgKind } from '@/api/contract';
import { leaveTheField } from '@/shared/field/leave';
import { noteSignedIn } from '@/shared/form/draft';

/** First part of the address for each kind of organisation. Departments work in the bureau's area. */
export const AREA_OF: Record<OrgKind, 'e' | 'f' | 'b' | 'k'> = { enterprise: 'e', firm: 'f', bureau: 'b', department: 'b', bank: 'k' };

const LAST_ORGANISATION = 'hb.organisation';

/** Who is signed in, as seen from one organisation: permissions differ between organisations. */
export const meQuery = (orgId: string | null) => ({
  queryKey: ['/api/v1/me', orgId] as const,
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<Me> =>
    call<Me>(api.GET('/api/v1/me', { signal, headers: orgId ? { 'X-Organisation': orgId } : {} })).then(me => {
      noteSignedIn(me.user.id);
      return me;
    }),
  staleTime: 60_000,
});

export interface Session {
  readonly me: Me;
  /** The organisation in the address bar, or null on pages that belong to the person alone. */
  readonly organisation: Membership | null;
  /** Start of all addresses of this organisation, e.g. `/e/0198…`; empty without organisation. */
  readonly base: string;
  /** Whether the roles allow an action (in any relation, or in the given one). The API stays the authority. */
  readonly can: (action: string, relation?: string) => boolean;
}

export function useSession(): Session {
  const { orgId } = useParams({ strict: false }) as { orgId?: string };
  const { data: me } = useSuspenseQuery(meQuery(orgId ?? null));
  const organisation = me.memberships.find(membership => membership.orgId === orgId) ?? null;
  const can = useCallback((action: string, relation?: string) => mayDo(me, action, relation), [me]);
  return { me, organisation, base: organisation ? baseOf(organisation) : '', can };
}

export function mayDo(me: Me, action: string, relation?: string): boolean {
  const relations = me.permissions[action] ?? [];
  return relation ? relations.includes(relation) || relations.includes('any') : relations.length > 0;
}

export const baseOf = (membership: Membership): string => `/${AREA_OF[membership.orgKind]}/${membership.orgId}`;

export function rememberOrganisation(orgId: string): void {
  try {
    localStorage.setItem(LAST_ORGANISATION, orgId);
  } catch {
    // Only a convenience for the next sign-in.
  }
}

/** Where a person lands after signing in: the organisation used last, else the first one, else the own account. */
export function homeOf(me: Me): string {
  const last = localStorage.getItem(LAST_ORGANISATION);
  const membership = me.memberships.find(each => each.orgId === last) ?? me.memberships[0];
  return membership ? baseOf(membership) : '/account';
}

/** An address given by a link may only lead into this site. */
export function safeNext(next: unknown): string | null {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? next : null;
}

/** After signing in or out nothing of the former person may remain in memory; what is public may stay. */
export async function forgetEverything(client: QueryClient): Promise<void> {
  await client.cancelQueries();
  client.removeQueries({ predicate: query => !String(query.queryKey[0]).startsWith('/api/v1/public/') });
  client.getMutationCache().clear();
}

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    noteSignedIn(null);
    // Leaving must succeed for the person even when the server does not answer; the cookie then ends by itself.
    await call(api.POST('/api/v1/auth/logout')).catch(() => undefined);
    await forgetEverything(client);
    await leaveTheField();
    location.assign('/');
  }, [client]);
}
