import { Injectable } from '@nestjs/common';
import { Actor, Audit, Db, LiveBus, notFound } from '@huanbao/platform';
import { Membership, Organisation } from './identity.entity';
import { notOneself, rolesUnfit, lastKeeper } from './identity.errors';
import { organisationPolicy } from './identity.policy';
import type { MemberView } from './identity.view';
import { KEEPER_OF, OrgKind, ROLES_OF } from './roles';
import { SessionsService } from './sessions.service';
import { TotpService } from './totp.service';

/** @throws 400 for a role of another kind of organisation: nobody becomes an officer by invitation of an enterprise. */
export function assertRolesFit(kind: OrgKind, roles: readonly string[]): void {
  const fitting: readonly string[] = ROLES_OF[kind];
  if (roles.length === 0 || roles.some(role => !fitting.includes(role))) throw rolesUnfit();
}

/** The people of an organisation and their roles. */
@Injectable()
export class MembersService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly live: LiveBus,
    private readonly sessions: SessionsService,
    private readonly totp: TotpService,
  ) {}

  async list(actor: Actor, orgId: string): Promise<MemberView[]> {
    const organisation = await this.db.repo(Organisation).findOneBy({ id: orgId });
    organisationPolicy.require(actor, 'membership.read', organisation);
    const rows = await this.db.query<Omit<MemberView, 'lastSignInAt'> & { lastSignInAt: Date | null }>(
      `SELECT u.id AS "userId", u.name, u.email, m.roles,
              (SELECT max(s.created_at) FROM user_session s WHERE s.user_id = u.id) AS "lastSignInAt"
         FROM membership m JOIN app_user u ON u.id = m.user_id WHERE m.org_id = $1 ORDER BY m.created_at, u.id`,
      [orgId],
    );
    return rows.map(row => ({ ...row, lastSignInAt: row.lastSignInAt?.toISOString() ?? null }));
  }

  setRoles(actor: Actor, orgId: string, userId: string, roles: string[]): Promise<void> {
    return this.db.transaction(async () => {
      const { organisation, member } = await this.lock(actor, orgId, userId);
      assertRolesFit(organisation.kind, roles);
      if (!roles.includes(KEEPER_OF[organisation.kind])) await this.assertAnotherKeeper(organisation, member);
      await this.db.repo(Membership).update({ userId, orgId }, { roles });
      await this.live.publish('standing', { userId });
      await this.audit.record({ actor, action: 'membership.roles', subject: { type: 'organisation', id: orgId }, details: { userId, from: member.roles, to: roles } });
    });
  }

  remove(actor: Actor, orgId: string, userId: string): Promise<void> {
    return this.db.transaction(async () => {
      const { organisation, member } = await this.lock(actor, orgId, userId);
      await this.assertAnotherKeeper(organisation, member);
      await this.db.repo(Membership).delete({ userId, orgId });
      await this.live.publish('standing', { userId });
      await this.audit.record({ actor, action: 'membership.remove', subject: { type: 'organisation', id: orgId }, details: { userId, roles: member.roles } });
    });
  }

  /**
   * For a colleague who has lost the device and the recovery codes: signed out everywhere, asked to set up anew at the next
   * sign-in. The password stays. Never for oneself: whoever has a session alone must not get around the second factor.
   */
  resetSecondFactor(actor: Actor, { orgId, userId }: { readonly orgId: string; readonly userId: string }, reason: string): Promise<void> {
    return this.db.transaction(async () => {
      const { organisation } = await this.lock(actor, orgId, userId);
      if (userId === actor.userId) throw notOneself();
      await this.totp.forget(userId);
      await this.sessions.endAll(userId, 'second-factor-reset');
      await this.audit.record({ actor, action: 'totp.reset', subject: { type: 'organisation', id: organisation.id }, details: { userId, reason } });
    });
  }

  /** The organisation's row is locked, so two administrators cannot remove each other at once. */
  private async lock(actor: Actor, orgId: string, userId: string): Promise<{ organisation: Organisation; member: Membership }> {
    const organisation = await this.db.lock(Organisation, { id: orgId });
    organisationPolicy.require(actor, 'membership.manage', organisation);
    const member = await this.db.lock(Membership, { userId, orgId });
    if (!member) throw notFound();
    return { organisation, member };
  }

  private async assertAnotherKeeper(organisation: Organisation, leaving: Membership): Promise<void> {
    const keeper = KEEPER_OF[organisation.kind];
    if (!leaving.roles.includes(keeper)) return;
    const [row] = await this.db.query<{ n: string }>(`SELECT count(*) AS n FROM membership WHERE org_id = $1 AND user_id <> $2 AND $3 = ANY(roles)`, [organisation.id, leaving.userId, keeper]);
    if (Number(row?.n) === 0) throw lastKeeper();
  }
}
