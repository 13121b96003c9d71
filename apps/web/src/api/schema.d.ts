/**
 * Stands in until `npm run openapi` writes this file from openapi.json. It has the shape the generator gives, for the
 * paths the house itself uses.
 */
import type * as c from './contract';

type Part<Name extends string, T> = [T] extends [never] ? { [K in Name]?: never } : { [K in Name]: T };
type Body<T> = [T] extends [never] ? { requestBody?: never } : { requestBody: { content: { 'application/json': T } } };
type Op<Answer, Sent = never, Query = never, Path = never> = Body<Sent> & {
  parameters: { query?: Query; header?: never; cookie?: never } & Part<'path', Path>;
  responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': Answer } } };
};
interface Paging {
  cursor?: string;
  limit?: number;
}
interface Id {
  id: string;
}
interface Nothing {
  ok?: boolean;
}
type Action<Body = never> = { post: Op<Nothing, Body, never, Id> };

export interface paths {
  '/api/v1/public/city': { get: Op<c.PublicCity> };
  '/api/v1/auth/login': { post: Op<{ status: 'ok' } | { status: 'totp-required'; ticket: string }, { login: string; password: string; captcha?: string }> };
  '/api/v1/auth/login/totp': { post: Op<Nothing, { ticket: string; code: string }> };
  '/api/v1/auth/logout': { post: Op<Nothing> };
  '/api/v1/auth/captcha': { get: Op<c.CaptchaChallenge> };
  '/api/v1/auth/password/forgot': { post: Op<Nothing, { email: string }> };
  '/api/v1/auth/password/reset': { post: Op<Nothing, { token: string; password: string }> };
  '/api/v1/auth/password/change': { post: Op<Nothing, { current: string; next: string }> };
  '/api/v1/auth/sessions': { get: Op<{ items: c.SignInSession[] }> };
  '/api/v1/auth/sessions/{id}': { delete: Op<Nothing, never, never, Id> };
  '/api/v1/auth/totp/begin': { post: Op<{ secret: string; otpauthUrl: string }> };
  '/api/v1/auth/totp/confirm': { post: Op<{ recoveryCodes: string[] }, { code: string }> };
  '/api/v1/me': { get: Op<c.Me>; patch: Op<c.Me, { name?: string; phone?: string; preferences?: c.Preferences }> };
  '/api/v1/registrations': {
    post: Op<
      { registrationId: string; organisationId: string },
      {
        kind: 'enterprise' | 'firm';
        uscc: string;
        name: string;
        address: string;
        legalRepresentative: string;
        contactName: string;
        contactPhone: string;
        adminName: string;
        adminEmail: string;
        adminPassword: string;
        captcha: string;
      }
    >;
  };
  '/api/v1/organisations': {
    get: Op<c.Page<c.Organisation>, never, Paging & { status?: string; kind?: string; q?: string; sort?: string }>;
  };
  '/api/v1/organisations/{id}': { get: Op<c.Organisation, never, never, Id> };
  '/api/v1/organisations/{id}/members': { get: Op<{ items: c.Member[] }, never, never, Id> };
  '/api/v1/organisations/{id}/invitations': { post: Op<c.Invitation, { email: string; name: string; roles: string[] }, never, Id> };
  '/api/v1/organisations/{id}/verify': Action<{ reason: string }>;
  '/api/v1/organisations/{id}/reject': Action<{ reason: string }>;
  '/api/v1/organisations/{id}/suspend': Action<{ reason: string }>;
  '/api/v1/organisations/{id}/reinstate': Action<{ reason: string }>;
  '/api/v1/invitations': { get: Op<{ items: c.Invitation[] }> };
  '/api/v1/invitations/{id}': { delete: Op<Nothing, never, never, Id> };
  '/api/v1/invitations/accept': { post: Op<Nothing, { token: string; name: string; password: string }> };
  '/api/v1/mandates': {
    get: Op<{ items: c.Mandate[] }>;
    post: Op<
      c.Mandate,
      { enterpriseId: string; firmId: string; matters: string[]; sites: string[] | null; verbs: string[]; validFrom: string; validTo: string }
    >;
  };
  '/api/v1/mandates/{id}/confirm': Action;
  '/api/v1/mandates/{id}/revoke': Action<{ reason: string }>;
  '/api/v1/notifications': { get: Op<c.Page<c.Notification> & { unread?: number }, never, Paging & { unread?: boolean }> };
  '/api/v1/notifications/{id}/read': Action;
  '/api/v1/notifications/read-all': { post: Op<Nothing> };
  '/api/v1/notification-preferences': {
    get: Op<{ items: c.NotificationPreference[] }>;
    put: Op<Nothing, { items: { topic: string; inApp: boolean; mail: boolean }[] }>;
  };
}
