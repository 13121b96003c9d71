import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor } from '@huanbao/platform';
import { CompareReferenceDto, ReferenceExportDto, ReferenceListDto, ReferenceRowQuery } from './reference.dto';
import { ReferenceQueries } from './reference.queries';
import { ReferenceDetailView, ReferencePageView, ReferenceSummaryView } from './reference.view';
import { Verifications } from './verification.service';

/** Dated reference data of all rooms: what nobody has compared with the promulgated text, and who compared the rest. */
@Controller('reference-data')
export class ReferenceController {
  constructor(
    private readonly queries: ReferenceQueries,
    private readonly verifications: Verifications,
  ) {}

  @Get() @Allow('reference.read')
  list(@Query() query: ReferenceListDto): Promise<ReferencePageView> {
    return this.queries.list(query);
  }

  @Get('summary') @Allow('reference.read')
  summary(): Promise<ReferenceSummaryView> {
    return this.queries.summary();
  }

  @Get('export') @Allow('reference.read')
  export(@CurrentActor() actor: Actor, @Query() query: ReferenceExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  /** One row with everything that was said of it. */
  @Get('row') @Allow('reference.read')
  row(@Query() { kind, key }: ReferenceRowQuery): Promise<ReferenceDetailView> {
    return this.queries.detail(kind, key);
  }

  /** The row was compared with the promulgated text. Who proposed a value cannot compare it (422 `reference.own-row`). */
  @Post('verify') @HttpCode(200) @Allow('reference.verify')
  async verify(@CurrentActor() actor: Actor, @Body() input: CompareReferenceDto): Promise<ReferenceDetailView> {
    await this.verifications.verify(actor, input);
    return this.queries.detail(input.kind, input.key);
  }

  /** Takes a comparison back; the row only warns again. */
  @Post('withdraw') @HttpCode(200) @Allow('reference.verify')
  async withdraw(@CurrentActor() actor: Actor, @Body() input: CompareReferenceDto): Promise<ReferenceDetailView> {
    await this.verifications.withdraw(actor, input);
    return this.queries.detail(input.kind, input.key);
  }
}
