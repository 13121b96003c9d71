import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, Public, RateLimit, SIGNED_IN } from '@huanbao/platform';
import { AccountService } from './account.service';
import { PasswordDto, RegistrationDto, TotpConfirmDto, UpdateMeDto } from './dto/identity.dto';
import { MeView, RecoveryCodesView, RegisteredOrganisationView, TotpOfferView } from './identity.view';
import { RegistrationService } from './registration.service';

/** One's own account. */
@Controller()
@Allow(SIGNED_IN)
export class AccountController {
  constructor(private readonly account: AccountService) {}

  @Get('me')
  me(@CurrentActor() actor: Actor): Promise<MeView> {
    return this.account.me(actor);
  }

  @Patch('me')
  async update(@CurrentActor() actor: Actor, @Body() body: UpdateMeDto): Promise<MeView> {
    await this.account.update(actor, body);
    return this.account.me(actor);
  }

  /** A secret for an authenticator app; in use only when `confirm` proves it. Soon after signing in, or with the password. */
  @Post('auth/totp/begin') @HttpCode(200)
  begin(@CurrentActor() actor: Actor, @Body() body: PasswordDto): Promise<TotpOfferView> {
    return this.account.offerTotp(actor, body.password);
  }

  @Post('auth/totp/confirm') @HttpCode(200)
  async confirm(@CurrentActor() actor: Actor, @Body() body: TotpConfirmDto): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.account.confirmTotp(actor, body) };
  }

  /** Not for officers. Soon after signing in, or with the password. */
  @Delete('auth/totp') @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Body() body: PasswordDto): Promise<void> {
    return this.account.removeTotp(actor, body.password);
  }
}

/** Enterprises and firms come to the platform. */
@Controller('registrations')
@Public()
@RateLimit('sign-in')
export class RegistrationsController {
  constructor(private readonly registrations: RegistrationService) {}

  @Post()
  async register(@Body() body: RegistrationDto): Promise<RegisteredOrganisationView> {
    return { organisationId: (await this.registrations.register(body)).id };
  }
}
