import { Injectable } from '@nestjs/common';
import { Actor, Audit, Db, FieldCipher, permissionsOf, violatedConstraint } from '@huanbao/platform';
import { Directory } from './directory';
import type { TotpConfirmDto, UpdateMeDto } from './dto/identity.dto';
import { AppUser } from './identity.entity';
import { phoneTaken, secondFactorDue, sessionEnded } from './identity.errors';
import { HeldMandateView, MembershipView, MeView } from './identity.view';
import { isOfficer } from './officers';
import { maskPhone, phoneDigits } from './phones';
import { Reauthentication } from './reauthentication';
import { SessionsService } from './sessions.service';
import { TotpOffer, TotpService } from './totp.service';

const PHONE = 'app_user.phone';

/** A person's own account. */
@Injectable()
export class AccountService {
  constructor(
    private readonly db: Db,
    private readonly cipher: FieldCipher,
    private readonly totp: TotpService,
    private readonly sessions: SessionsService,
    private readonly reauthentication: Reauthentication,
    private readonly directory: Directory,
    private readonly audit: Audit,
  ) {}

  /** Who one is, for whom one may act, and what the current roles allow. */
  async me(actor: Actor): Promise<MeView> {
    const user = await this.db.repo(AppUser).findOneByOrFail({ id: actor.userId });
    const memberships = await this.db.query<MembershipView>(
      `SELECT o.id AS "orgId", o.name AS "orgName", o.kind AS "orgKind", o.status AS "orgStatus", m.roles FROM membership m JOIN organisation o ON o.id = m.org_id
        WHERE m.user_id = $1 ORDER BY m.last_used_at DESC NULLS LAST, m.created_at`,
      [actor.userId],
    );
    const phone = user.phoneCipher && maskPhone(this.cipher.decrypt(user.phoneCipher, PHONE));
    return {
      user: { id: user.id, name: user.name, email: user.email, phone, totpEnabled: user.totpCipher !== null },
      memberships,
      current: memberships.find(each => each.orgId === actor.orgId) ?? null,
      permissions: permissionsOf(actor.roles),
      preferences: user.preferences,
      mandates: await this.heldMandates(actor),
    };
  }

  async update(actor: Actor, input: UpdateMeDto): Promise<void> {
    const phone = input.phone && phoneDigits(input.phone);
    const change = {
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.phone === undefined ? {} : { phoneCipher: phone ? this.cipher.encrypt(phone, PHONE) : null, phoneIndex: phone ? this.cipher.blindIndex(phone, PHONE) : null }),
    };
    try {
      await this.db.transaction(async () => {
        if (Object.keys(change).length > 0) await this.db.repo(AppUser).update({ id: actor.userId }, change);
        // one choice at a time: the others stay
        if (input.preferences) await this.db.query('UPDATE app_user SET preferences = preferences || $2::jsonb WHERE id = $1', [actor.userId, JSON.stringify(input.preferences)]);
        await this.audit.record({ actor, action: 'account.edit', subject: { type: 'user', id: actor.userId }, details: { fields: Object.keys(input) } });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'app_user_phone_index_key') throw phoneTaken();
      throw error;
    }
  }

  /** @throws 403 `auth.sign-in-again` when the session is old and no password is sent */
  async offerTotp(actor: Actor, password?: string): Promise<TotpOffer> {
    await this.reauthentication.require(actor, password);
    return this.db.transaction(async () => this.totp.offer(await this.locked(actor)));
  }

  /** Takes the offered secret into use; other sessions, opened without it, end. @throws 401 `auth.bad-code` */
  confirmTotp(actor: Actor, input: TotpConfirmDto): Promise<string[]> {
    return this.db.transaction(async () => {
      const codes = await this.totp.confirm(await this.locked(actor), input);
      await this.sessions.markSecondFactor(actor);
      await this.sessions.endAll(actor.userId, 'second-factor-changed', actor.sessionId);
      await this.audit.record({ actor, action: 'totp.confirm', subject: { type: 'user', id: actor.userId } });
      return codes;
    });
  }

  /** @throws 422 `auth.second-factor-due` for officers, 403 `auth.sign-in-again` */
  async removeTotp(actor: Actor, password?: string): Promise<void> {
    await this.reauthentication.require(actor, password);
    if (await isOfficer(this.db, actor.userId)) throw secondFactorDue();
    await this.db.transaction(async () => {
      await this.totp.remove(actor);
      await this.sessions.endAll(actor.userId, 'second-factor-changed', actor.sessionId);
    });
  }

  private async locked(actor: Actor): Promise<AppUser> {
    const user = await this.db.lock(AppUser, { id: actor.userId });
    if (!user) throw sessionEnded();
    return user;
  }

  /** For whom the current organisation may act; the resolver has already left out what has ended. */
  private async heldMandates(actor: Actor): Promise<HeldMandateView[]> {
    const names = await this.directory.organisations(actor.delegations.map(each => each.principalOrgId));
    return actor.delegations.map(({ id, principalOrgId, matters, sites, verbs }) => ({
      id, enterpriseId: principalOrgId, enterpriseName: names.get(principalOrgId)?.name ?? '', matters: [...matters], sites: sites && [...sites], verbs: [...verbs],
    }));
  }
}
