import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, newId, notFound, Outbox, violatedConstraint } from '@huanbao/platform';
import type { AcceptInvitationDto, InvitationDto } from './dto/identity.dto';
import { AppUser, Invitation, Membership, Organisation } from './identity.entity';
import { alreadyInvited, alreadyMember, emailTaken, linkInvalid, wrongPassword } from './identity.errors';
import { invitationSent } from './identity.events';
import { organisationPolicy } from './identity.policy';
import type { InvitationPreview } from './identity.view';
import { LinkTokens } from './link-tokens';
import { assertRolesFit } from './members.service';
import { PasswordProof } from './password-proof';
import { PasswordsService } from './passwords.service';
import { SessionsService } from './sessions.service';

const VALID_DAYS = 7;
const DAY_MS = 86_400_000;

/** Invitations by mail into an organisation. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Db,
    private readonly links: LinkTokens,
    private readonly passwordRules: PasswordsService,
    private readonly proof: PasswordProof,
    private readonly sessions: SessionsService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async invite(actor: Actor, orgId: string, input: InvitationDto): Promise<Invitation> {
    try {
      return await this.db.transaction(() => this.store(actor, orgId, input));
    } catch (error) {
      if (violatedConstraint(error) === 'invitation_open') throw alreadyInvited();
      throw error;
    }
  }

  async open(actor: Actor, orgId: string): Promise<Invitation[]> {
    const organisation = await this.db.repo(Organisation).findOneBy({ id: orgId });
    organisationPolicy.require(actor, 'membership.manage', organisation);
    return this.db.repo(Invitation).createQueryBuilder('i').where('i.org_id = :orgId AND i.accepted_at IS NULL AND i.revoked_at IS NULL', { orgId }).orderBy('i.created_at', 'DESC').getMany();
  }

  revoke(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.lockOpen(actor, id);
      await this.db.repo(Invitation).update({ id }, { revokedAt: this.clock.now() });
      await this.audit.record({ actor, action: 'invitation.revoke', subject: { type: 'invitation', id } });
    });
  }

  /** The same link once more, good for seven days from now. */
  resend(actor: Actor, id: string): Promise<Invitation> {
    return this.db.transaction(async () => {
      const invitation = await this.lockOpen(actor, id);
      const expiresAt = new Date(this.clock.now().getTime() + VALID_DAYS * DAY_MS);
      await this.db.repo(Invitation).update({ id }, { expiresAt });
      await this.audit.record({ actor, action: 'invitation.resend', subject: { type: 'invitation', id } });
      await this.outbox.publish(invitationSent, { invitationId: id });
      return { ...invitation, expiresAt };
    });
  }

  private async lockOpen(actor: Actor, id: string): Promise<Invitation> {
    const invitation = await this.db.lock(Invitation, { id });
    const organisation = invitation && (await this.db.repo(Organisation).findOneBy({ id: invitation.orgId }));
    organisationPolicy.require(actor, 'membership.manage', organisation);
    if (!invitation || invitation.acceptedAt || invitation.revokedAt) throw notFound();
    return invitation;
  }

  /** What the page of the link shows before anything is accepted. */
  async preview(token: string): Promise<InvitationPreview> {
    const invitation = await this.valid(this.db.repo(Invitation).findOneBy({ id: this.idOf(token) }));
    const organisation = await this.db.repo(Organisation).findOneByOrFail({ id: invitation.orgId });
    const hasAccount = await this.db.repo(AppUser).existsBy({ email: invitation.email });
    return { organisationName: organisation.name, email: invitation.email, name: invitation.name, roles: invitation.roles, hasAccount, expiresAt: invitation.expiresAt.toISOString() };
  }

  /** Joins an existing account (its password proves it) or makes a new one. @throws 422 `link.invalid` */
  async accept(input: AcceptInvitationDto): Promise<void> {
    const { email } = await this.valid(this.db.repo(Invitation).findOneBy({ id: this.idOf(input.token) }));
    const known = await this.db.repo(AppUser).findOneBy({ email });
    if (known && !(await this.proof.prove(known, input.password))) throw wrongPassword('password');
    try {
      await this.db.transaction(() => this.join(input, known));
    } catch (error) {
      if (violatedConstraint(error) === 'app_user_email_key') throw emailTaken('/email');
      if (violatedConstraint(error) === 'membership_pkey') throw alreadyMember();
      throw error;
    }
  }

  /** @param known the account whose password has been proved */
  private async join(input: AcceptInvitationDto, known: AppUser | null): Promise<void> {
    const invitation = await this.valid(this.db.lock(Invitation, { id: this.idOf(input.token) }));
    const now = this.clock.now();
    const userId = known?.id ?? (await this.newUser(invitation, input));
    await this.db.repo(Membership).insert({ userId, orgId: invitation.orgId, roles: invitation.roles, createdAt: now, lastUsedAt: null });
    await this.db.repo(Invitation).update({ id: invitation.id }, { acceptedAt: now });
    // who becomes an officer signs in anew, with the second factor and for a working day at most
    if (known && invitation.roles.some(role => role.startsWith('bureau.'))) await this.sessions.endAll(userId, 'new-role');
    await this.audit.record({ actor: null, action: 'invitation.accept', subject: { type: 'invitation', id: invitation.id }, details: { userId, roles: invitation.roles } });
  }

  private async newUser(invitation: Invitation, input: AcceptInvitationDto): Promise<string> {
    const name = input.name ?? invitation.name;
    const passwordHash = await this.passwordRules.firstHash(input.password, [name, ...invitation.email.split('@').slice(0, 1)], 'password');
    const [id, now] = [newId(), this.clock.now()];
    await this.db.repo(AppUser).insert({ id, email: invitation.email, name, phoneCipher: null, phoneIndex: null, passwordHash, passwordChangedAt: now, totpCipher: null, totpOfferCipher: null, totpLastStep: null, preferences: {}, createdAt: now });
    return id;
  }

  private async store(actor: Actor, orgId: string, input: InvitationDto): Promise<Invitation> {
    const organisation = await this.db.repo(Organisation).findOneBy({ id: orgId });
    organisationPolicy.require(actor, 'membership.manage', organisation);
    assertRolesFit(organisation.kind, input.roles);
    const email = input.email.trim().toLowerCase();
    const [member] = await this.db.query(`SELECT 1 FROM membership m JOIN app_user u ON u.id = m.user_id WHERE m.org_id = $1 AND u.email = $2`, [orgId, email]);
    if (member) throw alreadyMember();
    const now = this.clock.now();
    // an invitation that has run out makes room for a new one
    await this.db.query('UPDATE invitation SET revoked_at = $3 WHERE org_id = $1 AND email = $2 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at <= $3', [orgId, email, now]);
    const invitation = this.db.repo(Invitation).create({ id: newId(), orgId, email, name: input.name, roles: input.roles, invitedBy: actor.userId, createdAt: now, expiresAt: new Date(now.getTime() + VALID_DAYS * DAY_MS), acceptedAt: null, revokedAt: null });
    await this.db.repo(Invitation).insert(invitation);
    await this.audit.record({ actor, action: 'invitation.send', subject: { type: 'invitation', id: invitation.id }, details: { orgId, roles: input.roles } });
    await this.outbox.publish(invitationSent, { invitationId: invitation.id });
    return invitation;
  }

  private idOf(token: string): string {
    const id = this.links.idOf('invitation', token);
    if (!id) throw linkInvalid();
    return id;
  }

  private async valid(found: Promise<Invitation | null>): Promise<Invitation> {
    const invitation = await found;
    if (!invitation || invitation.acceptedAt || invitation.revokedAt || invitation.expiresAt <= this.clock.now()) throw linkInvalid();
    return invitation;
  }
}
