import { Injectable } from '@nestjs/common';
import { Actor, Audit, Db, FieldCipher, permissionsOf, violatedConstraint } from '@huanbao/platform';
import type { TotpConfirmDto, UpdateMeDto } from './dto/identity.dto';
import { AppUser } from './identity.entity';
import { phoneTaken } from './identity.errors';
import { maskPhone, MembershipView, MeView } from './identity.view';
import { TotpOffer, TotpService } from './totp.service';

const PHONE = 'app_user.phone';

/** A person's own account. */
@Injectable()
export class AccountService {
  constructor(
    private readonly db: Db,
    private readonly cipher: FieldCipher,
    private readonly totp: TotpService,
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
    };
  }

  async update(actor: Actor, input: UpdateMeDto): Promise<void> {
    const phone = input.phone?.replace(/\D/g, '');
    const change = {
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.phone === undefined ? {} : { phoneCipher: phone ? this.cipher.encrypt(phone, PHONE) : null, phoneIndex: phone ? this.cipher.blindIndex(phone, PHONE) : null }),
      ...(input.preferences === undefined ? {} : { preferences: pickPreferences(input.preferences) }),
    };
    if (Object.keys(change).length === 0) return;
    try {
      await this.db.transaction(async () => {
        await this.db.repo(AppUser).update({ id: actor.userId }, change);
        await this.audit.record({ actor, action: 'account.edit', subject: { type: 'user', id: actor.userId }, details: { fields: Object.keys(input) } });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'app_user_phone_index_key') throw phoneTaken();
      throw error;
    }
  }

  async offerTotp(actor: Actor): Promise<TotpOffer> {
    return this.totp.offer(await this.db.repo(AppUser).findOneByOrFail({ id: actor.userId }));
  }

  confirmTotp(actor: Actor, input: TotpConfirmDto): Promise<string[]> {
    return this.db.transaction(async () => {
      const user = await this.db.repo(AppUser).findOneByOrFail({ id: actor.userId });
      const codes = await this.totp.confirm(user, input.secret, input.code);
      await this.audit.record({ actor, action: 'totp.confirm', subject: { type: 'user', id: actor.userId } });
      return codes;
    });
  }

  removeTotp(actor: Actor): Promise<void> {
    return this.db.transaction(() => this.totp.remove(actor));
  }
}

/** Only what is known is kept: preferences are no place to store things. */
function pickPreferences({ language, textSize, contrast }: AppUser['preferences']): AppUser['preferences'] {
  return {
    ...(language === 'en' || language === 'zh-CN' ? { language } : {}),
    ...(textSize === 'large' || textSize === 'normal' ? { textSize } : {}),
    ...(contrast === 'high' || contrast === 'normal' ? { contrast } : {}),
  };
}
