import { Body, Controller, Get, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { SchemeForce } from './force.service';
import { CopySchemeDto, CreditSchemeExportDto, CreditSchemeListDto, DecideForceDto, PutInForceDto, SchemeRowsDto } from './scheme.dto';
import { SchemeQueries } from './scheme.queries';
import { CreditSchemePage, CreditSchemeView } from './scheme.view';
import { SchemesService } from './schemes.service';

/** Schemes as dated data: drafted by one person, published by another, simulated before. */
@Controller('credit-schemes')
export class CreditSchemesController {
  constructor(
    private readonly schemes: SchemesService,
    private readonly queries: SchemeQueries,
    private readonly force: SchemeForce,
  ) {}

  @Get() @Allow('credit-scheme.read')
  list(@Query() query: CreditSchemeListDto): Promise<CreditSchemePage> {
    return this.queries.list(query);
  }

  @Get('export') @Allow('credit-scheme.read')
  export(@CurrentActor() actor: Actor, @Query() query: CreditSchemeExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  @Get(':id') @Allow('credit-scheme.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<CreditSchemeView> {
    return this.queries.detail(actor, id);
  }

  @Post(':id/copy') @Allow('credit-scheme.draft') @Idempotent()
  async copy(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CopySchemeDto): Promise<CreditSchemeView> {
    return this.queries.detail(actor, (await this.schemes.copy(actor, id, body)).id);
  }

  /** All rows of a draft, whole. Send the version you saw as If-Match. */
  @Put(':id/rows') @Allow('credit-scheme.draft')
  async setRows(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: SchemeRowsDto, @IfMatch() version: number): Promise<CreditSchemeView> {
    return this.queries.detail(actor, (await this.schemes.setRows(actor, id, body, version)).id);
  }

  @Post(':id/publish') @HttpCode(200) @Allow('credit-scheme.publish')
  async publish(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<CreditSchemeView> {
    return this.queries.detail(actor, (await this.schemes.publish(actor, id, version)).id);
  }

  @Post(':id/withdraw') @HttpCode(200) @Allow('credit-scheme.draft')
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<CreditSchemeView> {
    return this.queries.detail(actor, (await this.schemes.withdraw(actor, id, version)).id);
  }

  /** From a day on this scheme is to have its effect for all subjects of its kind: proposed. */
  @Post(':id/force') @HttpCode(200) @Allow('credit-scheme.publish')
  async proposeForce(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PutInForceDto): Promise<CreditSchemeView> {
    await this.force.propose(actor, id, body);
    return this.queries.detail(actor, id);
  }

  /** By somebody else than who proposed it. */
  @Post(':id/force/:proposalId/decide') @HttpCode(200) @Allow('credit-scheme.publish')
  async decideForce(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('proposalId') proposalId: string, @Body() body: DecideForceDto): Promise<CreditSchemeView> {
    await this.force.decide(actor, id, proposalId, body);
    return this.queries.detail(actor, id);
  }
}
