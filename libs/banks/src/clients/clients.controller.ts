import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { ClientExportQuery, ClientListQuery, DecideClientDto, NewSecretDto, ProposeClientDto, RevokeClientDto } from './client.dto';
import { ClientQueries } from './client.queries';
import { BankClientDetailView, BankClientPageView, BankNewSecretView } from './client.view';
import { Clients } from './clients.service';

/** Programs of banks: the bank's own, and for the bureau those of its banks. */
@Controller('bank-clients')
export class BankClientsController {
  constructor(
    private readonly queries: ClientQueries,
    private readonly clients: Clients,
  ) {}

  @Get() @Allow('bank-client.list')
  list(@CurrentActor() actor: Actor, @Query() query: ClientListQuery): Promise<BankClientPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, without secrets. Each export is recorded. */
  @Get('export') @Allow('bank-client.list')
  export(@CurrentActor() actor: Actor, @Query() query: ClientExportQuery): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  @Post() @Allow('bank-client.propose') @Idempotent()
  async propose(@CurrentActor() actor: Actor, @Body() body: ProposeClientDto): Promise<BankClientDetailView> {
    return this.queries.detail(actor, await this.clients.propose(actor, body));
  }

  @Get(':id') @Allow('bank-client.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<BankClientDetailView> {
    return this.queries.detail(actor, id);
  }

  @Post(':id/decision') @HttpCode(200) @Allow('bank-client.decide')
  async decide(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: DecideClientDto): Promise<BankClientDetailView> {
    await this.clients.decide({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** At once: its secrets, tokens and webhooks open nothing any more. */
  @Post(':id/revoke') @HttpCode(200) @Allow('bank-client.revoke')
  async revoke(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: RevokeClientDto): Promise<BankClientDetailView> {
    await this.clients.revoke({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  /** A new secret, shown once; the one before opens for the overlap. */
  @Post(':id/secrets') @Allow('bank-client.secret')
  async secret(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { overlapHours }: NewSecretDto): Promise<BankNewSecretView> {
    const secret = await this.clients.newSecret(actor, id, overlapHours);
    return { ...(await this.queries.detail(actor, id)), secret };
  }
}
