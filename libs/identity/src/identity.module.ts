import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { ActorResolver } from '@huanbao/platform';
import { AccessTokens } from './access-tokens';
import { AccountController, RegistrationsController } from './account.controller';
import { AccountService } from './account.service';
import { IdentityActorResolver } from './actor-resolver';
import { ApiTokensController } from './api-tokens.controller';
import { ApiTokens } from './api-tokens.service';
import { ProgramTokens } from './program-tokens';
import { AuthController, SessionsController } from './auth.controller';
import { CaptchaService } from './captcha.service';
import { Directory } from './directory';
import { IdentityJobs } from './identity.jobs';
import { InvitationsService } from './invitations.service';
import { KnownEnterprises } from './known-enterprises';
import { LinkTokens } from './link-tokens';
import { MandatesController } from './mandates.controller';
import { MandatesService } from './mandates.service';
import { MembersService } from './members.service';
import { OfficialBodiesService } from './official-bodies.service';
import { MembersController, OrganisationsController } from './organisations.controller';
import { SitesController } from './sites.controller';
import { OrganisationChangesController } from './organisation-changes.controller';
import { OrganisationChanges } from './organisation-changes.service';
import { OrganisationsService } from './organisations.service';
import { PasswordProof } from './password-proof';
import { PasswordResetsService } from './password-resets.service';
import { PasswordsService } from './passwords.service';
import { Reauthentication } from './reauthentication';
import { RegistrationService } from './registration.service';
import { SessionCookies } from './session-cookies';
import { SessionsService } from './sessions.service';
import { SitesService } from './sites.service';
import { SignInService } from './sign-in.service';
import { AccessTokenStrategy, PasswordStrategy } from './strategies';
import { Throttle } from './throttle.service';
import { TotpService } from './totp.service';
import './identity.acts';

const SERVICES = [
  AccessTokens, AccountService, ApiTokens, ProgramTokens, CaptchaService, Directory, InvitationsService, KnownEnterprises, LinkTokens, MandatesService, MembersService, OfficialBodiesService, OrganisationChanges, OrganisationsService,
  PasswordProof, PasswordResetsService, PasswordsService, Reauthentication, RegistrationService, SessionsService, SignInService, SitesService, Throttle, TotpService,
];

/** Organisations, people and what they have been entrusted with. */
@Module({ imports: [JwtModule.register({})], providers: SERVICES, exports: SERVICES })
export class IdentityModule {}

/** Signing in, and the resolver that tells the whole process who asks. */
@Global()
@Module({
  imports: [IdentityModule, PassportModule.register({ session: false })],
  controllers: [AuthController, SessionsController, AccountController, RegistrationsController, OrganisationsController, OrganisationChangesController, SitesController, ApiTokensController, MembersController, MandatesController],
  providers: [SessionCookies, PasswordStrategy, AccessTokenStrategy, { provide: ActorResolver, useClass: IdentityActorResolver }],
  exports: [ActorResolver],
})
export class IdentityHttpModule {}

@Module({ imports: [IdentityModule], providers: [IdentityJobs] })
export class IdentityJobsModule {}
