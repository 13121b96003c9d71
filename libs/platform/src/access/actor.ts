import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import { unauthenticated } from '../http/app-error';

/** What another organisation has entrusted to the actor's own: on whose behalf, for which matters, sites and verbs. */
export interface Delegation {
  readonly id: string;
  readonly principalOrgId: string;
  readonly matters: readonly string[];
  /** null = all sites of the principal. */
  readonly sites: readonly string[] | null;
  readonly verbs: readonly string[];
}

/** Who acts, for which organisation, with which roles. Built anew for every request, so a revocation holds at once. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly sessionId: string | null;
  readonly orgId: string | null;
  readonly orgKind: string | null;
  readonly orgName: string | null;
  /** True when the organisation has been verified and is not suspended. */
  readonly orgActive: boolean;
  readonly roles: readonly string[];
  /** Region codes (adcodes) a bureau or department looks after; prefixes count (`1411` covers `141181`). */
  readonly regions: readonly string[];
  readonly delegations: readonly Delegation[];
  /** From where this request came; absent for jobs. */
  readonly from?: { readonly ip: string; readonly agent: string };
}

/** Nobody's account: the system itself. */
export const SYSTEM_USER_ID = '00000000-0000-0000-0000-000000000000';

/** The actor of jobs and schedules. It is named in audit and timeline as the system itself. */
export function systemActor(name: string): Actor {
  return {
    userId: SYSTEM_USER_ID,
    name: `system:${name}`,
    sessionId: null,
    orgId: null,
    orgKind: null,
    orgName: null,
    orgActive: true,
    roles: ['system'],
    regions: [],
    delegations: [],
  };
}

/** Whether the actor's organisation holds a mandate of `principalOrgId` for this matter and verb (and site, if given: a record without a site is the whole principal's). */
export function delegatedTo(actor: Actor, principalOrgId: string, need: { matter: string; verb: string; site?: string | null }): Delegation | undefined {
  return actor.delegations.find(
    d =>
      d.principalOrgId === principalOrgId &&
      d.matters.includes(need.matter) &&
      d.verbs.includes(need.verb) &&
      (need.site == null || d.sites === null || d.sites.includes(need.site)),
  );
}

/** What the actor may see of principals' records of this matter, by any verb; `sites` null = all of them. */
export function delegatedSights(actor: Actor, matter: string): { readonly principalOrgId: string; readonly sites: readonly string[] | null }[] {
  return actor.delegations.filter(d => d.matters.includes(matter) && d.verbs.length > 0).map(({ principalOrgId, sites }) => ({ principalOrgId, sites }));
}

/** Principals whose records of this matter the actor may see by any verb. Used in the scope of queries. */
export function delegatingPrincipals(actor: Actor, matter: string): string[] {
  return [...new Set(actor.delegations.filter(d => d.matters.includes(matter)).map(d => d.principalOrgId))];
}

/** A program of an organisation, by its key: its roles are the scopes of the key (`api.ledger`), and it is nobody in person. */
export function isProgram(actor: Actor): boolean {
  return actor.roles.some(role => role.startsWith('api.'));
}

export function coversRegion(actor: Actor, regionCode: string): boolean {
  return actor.regions.some(region => regionCode.startsWith(region));
}

export interface RequestWithActor {
  actor?: Actor | null;
  ip: string;
  id: string;
  headers: Record<string, string | string[] | undefined>;
}

/** The signed-in actor of this request; 401 when nobody is. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<RequestWithActor>().actor;
  if (!actor) throw unauthenticated();
  return actor;
});

/** The actor on a public route, or null for an anonymous visitor. */
export const OptionalActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | null => context.switchToHttp().getRequest<RequestWithActor>().actor ?? null,
);
