import { Inject, Injectable } from '@nestjs/common';
import { parseUscc } from '@huanbao/codes';
import { AppError, Audit, CITY, City, Clock, Db, FieldCipher, newId, Outbox, violatedConstraint } from '@huanbao/platform';
import { CaptchaService } from './captcha.service';
import { PHONE_CONTEXT } from './contact-phone';
import type { RegistrationDto } from './dto/identity.dto';
import { AppUser, Membership, Organisation, Site } from './identity.entity';
import { emailTaken, usccInvalid, usccTaken } from './identity.errors';
import { registrationReceived } from './identity.events';
import { PasswordsService } from './passwords.service';
import { KEEPER_OF } from './roles';
import { recordStanding } from './standing';

/** An enterprise or firm comes to the platform: its organisation, waiting for verification, and its first administrator. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly db: Db,
    private readonly passwords: PasswordsService,
    private readonly captcha: CaptchaService,
    private readonly cipher: FieldCipher,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** @throws 400 with the field: credit code wrong or taken, address taken, password weak */
  async register(input: RegistrationDto): Promise<Organisation> {
    await this.captcha.require(input.captcha);
    return this.accept(input);
  }

  /** Without the captcha: for the demonstration city. */
  async accept(input: RegistrationDto): Promise<Organisation> {
    const uscc = parseUscc(input.uscc);
    if (!uscc.ok) throw usccInvalid(uscc.zh, uscc.en);
    const email = input.adminEmail.trim().toLowerCase();
    const personal = [input.adminName, input.name, ...email.split('@').slice(0, 1), input.contactPhone];
    const passwordHash = await this.passwords.firstHash(input.adminPassword, personal, 'adminPassword');
    try {
      return await this.db.transaction(() => this.store(input, { uscc: uscc.value, email, passwordHash }));
    } catch (error) {
      throw taken(error) ?? error;
    }
  }

  private async store(input: RegistrationDto, made: { uscc: string; email: string; passwordHash: string }): Promise<Organisation> {
    const now = this.clock.now();
    const organisation = this.db.repo(Organisation).create({
      id: newId(), kind: input.kind, uscc: made.uscc, name: input.name.trim(), status: 'pending', statusReason: null, regionCode: this.city.adcode,
      address: input.address, legalRepresentative: input.legalRepresentative, contactName: input.contactName, knownSince: null,
      contactPhoneCipher: this.cipher.encrypt(input.contactPhone, PHONE_CONTEXT), version: 1, createdAt: now, updatedAt: now,
    });
    await this.db.repo(Organisation).insert(organisation);
    await recordStanding(this.db, { organisation, from: null, by: input.adminName });
    if (input.kind === 'enterprise') await this.db.repo(Site).insert({ id: newId(), orgId: organisation.id, sequence: 1, name: organisation.name, address: organisation.address, createdAt: now });
    const userId = newId();
    await this.db.repo(AppUser).insert({ id: userId, email: made.email, name: input.adminName, phoneCipher: null, phoneIndex: null, passwordHash: made.passwordHash, passwordChangedAt: now, totpCipher: null, totpOfferCipher: null, totpLastStep: null, preferences: {}, createdAt: now });
    await this.db.repo(Membership).insert({ userId, orgId: organisation.id, roles: [KEEPER_OF[input.kind]], createdAt: now, lastUsedAt: null });
    await this.audit.record({ actor: null, action: 'organisation.register', subject: { type: 'organisation', id: organisation.id }, details: { kind: input.kind, uscc: made.uscc, userId } });
    await this.outbox.publish(registrationReceived, { organisationId: organisation.id });
    return organisation;
  }
}

function taken(error: unknown): AppError | undefined {
  const constraint = violatedConstraint(error);
  if (constraint === 'organisation_uscc') return usccTaken();
  return constraint === 'app_user_email_key' ? emailTaken() : undefined;
}
