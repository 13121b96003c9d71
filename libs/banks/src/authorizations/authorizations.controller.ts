import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { AuthorizationQueries } from './authorization.queries';
import { Authorizations } from './authorizations.service';
import { AuthorizationExportQuery, AuthorizationListQuery, DeclineAuthorizationDto, GrantAuthorizationDto, OfferAuthorizationDto, RequestAuthorizationDto, RevokeAuthorizationDto } from './authorization.dto';
import { BankAuthorizationPageView, BankAuthorizationView, BankChoiceView, BankConsentView } from './authorization.view';

/** What enterprises let banks know. Either side sees its own. */
@Controller('bank-authorizations')
export class BankAuthorizationsController {
  constructor(
    private readonly queries: AuthorizationQueries,
    private readonly authorizations: Authorizations,
  ) {}

  @Get() @Allow('bank-authorization.list')
  list(@CurrentActor() actor: Actor, @Query() query: AuthorizationListQuery): Promise<BankAuthorizationPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('bank-authorization.list')
  export(@CurrentActor() actor: Actor, @Query() query: AuthorizationExportQuery): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  /** Banks an authorisation can name. */
  @Get('banks') @Allow('bank-authorization.list')
  banks(): Promise<BankChoiceView[]> {
    return this.queries.banks();
  }

  /** The text that is signed, and the longest term. */
  @Get('consent') @Allow('bank-authorization.list')
  consent(): Promise<BankConsentView> {
    return this.queries.consent();
  }

  /** A bank asks an enterprise. */
  @Post('requests') @Allow('bank-authorization.request') @Idempotent()
  async request(@CurrentActor() actor: Actor, @Body() body: RequestAuthorizationDto): Promise<BankAuthorizationView> {
    return this.queries.detail(actor, await this.authorizations.request(actor, body));
  }

  /** An enterprise gives one unasked, and signs it. */
  @Post() @Allow('bank-authorization.grant') @Idempotent()
  async offer(@CurrentActor() actor: Actor, @Body() body: OfferAuthorizationDto): Promise<BankAuthorizationView> {
    return this.queries.detail(actor, await this.authorizations.offer(actor, body));
  }

  @Get(':id') @Allow('bank-authorization.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<BankAuthorizationView> {
    return this.queries.detail(actor, id);
  }

  /** As asked or narrower; signed. Send the version you saw as If-Match. */
  @Post(':id/grant') @HttpCode(200) @Allow('bank-authorization.grant')
  async grant(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: GrantAuthorizationDto): Promise<BankAuthorizationView> {
    await this.authorizations.grant({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/decline') @HttpCode(200) @Allow('bank-authorization.decline')
  async decline(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { words }: DeclineAuthorizationDto): Promise<BankAuthorizationView> {
    await this.authorizations.decline({ actor, id, version }, words || null);
    return this.queries.detail(actor, id);
  }

  /** The bank takes its request back. */
  @Post(':id/withdraw') @HttpCode(200) @Allow('bank-authorization.withdraw')
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<BankAuthorizationView> {
    await this.authorizations.withdraw({ actor, id, version });
    return this.queries.detail(actor, id);
  }

  /** At once: the next question of the bank is refused. */
  @Post(':id/revoke') @HttpCode(200) @Allow('bank-authorization.revoke')
  async revoke(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: RevokeAuthorizationDto): Promise<BankAuthorizationView> {
    await this.authorizations.revoke({ actor, id, version }, reason || null);
    return this.queries.detail(actor, id);
  }
}
