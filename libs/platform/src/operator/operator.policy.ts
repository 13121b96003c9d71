import { definePolicy, grant, policyOf } from '../access/policy';

export const OUTBOX_READ = 'platform.outbox.read';
export const OUTBOX_REVIVE = 'platform.outbox.revive';
export const AUDIT_READ = 'platform.audit.read';
export const AUDIT_EXPORT = 'platform.audit.export';
export const SYSTEM_READ = 'platform.system.read';

/** The platform knows no roles; the composition says who looks after the machinery. One process may compose the API more than once, as tests do. */
export function defineOperatorPolicy(roles: readonly string[]): void {
  if (policyOf(OUTBOX_READ)) return;
  const operators = [grant('any', ...roles)];
  definePolicy({ room: 'platform', table: { [OUTBOX_READ]: operators, [OUTBOX_REVIVE]: operators, [AUDIT_READ]: operators, [AUDIT_EXPORT]: operators, [SYSTEM_READ]: operators }, relations: () => [], read: OUTBOX_READ });
}
