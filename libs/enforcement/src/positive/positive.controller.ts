import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { DecidePositiveDto, DecideRenewalDto, LeavePositiveDto, PositiveExportDto, PositiveListDto, ProposePositiveDto, RenewPositiveDto } from './positive.dto';
import { PositiveQueries } from './positive.queries';
import { PositiveRenewals } from './renewing.service';
import { PositiveService } from './positive.service';
import { PositiveEntryView, PositiveOptionsView, PositivePageView } from './positive.view';

/** 监督执法正面清单: who is not visited without need, why, and until when. */
@Controller('positive-list')
export class PositiveController {
  constructor(
    private readonly entries: PositiveService,
    private readonly queries: PositiveQueries,
    private readonly renewals: PositiveRenewals,
  ) {}

  @Get() @Allow('positive-entry.list')
  list(@CurrentActor() actor: Actor, @Query() query: PositiveListDto): Promise<PositivePageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('positive-entry.list')
  export(@CurrentActor() actor: Actor, @Query() query: PositiveExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  /** Categories and conditions that hold today. */
  @Get('options') @Allow('positive-entry.propose')
  options(): Promise<PositiveOptionsView> {
    return this.queries.options();
  }

  /** Proposes an enterprise, with every condition attested. Another person decides. */
  @Post() @Allow('positive-entry.propose') @Idempotent()
  async propose(@CurrentActor() actor: Actor, @Body() body: ProposePositiveDto): Promise<PositiveEntryView> {
    return this.queries.detail(actor, await this.entries.propose(actor, body));
  }

  @Get(':id') @Allow('positive-entry.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PositiveEntryView> {
    return this.queries.detail(actor, id);
  }

  @Post(':id/decide') @HttpCode(200) @Allow('positive-entry.decide')
  async decide(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: DecidePositiveDto, @IfMatch() version: number): Promise<PositiveEntryView> {
    await this.entries.decide(actor, id, body, version);
    return this.queries.detail(actor, id);
  }

  /** Before the term ends: every condition is looked at again. Another person decides. */
  @Post(':id/renewal') @HttpCode(200) @Allow('positive-entry.propose')
  async renew(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: RenewPositiveDto, @IfMatch() version: number): Promise<PositiveEntryView> {
    await this.renewals.propose(actor, id, body, version);
    return this.queries.detail(actor, id);
  }

  @Post(':id/renewal/decide') @HttpCode(200) @Allow('positive-entry.decide')
  async decideRenewal(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: DecideRenewalDto, @IfMatch() version: number): Promise<PositiveEntryView> {
    await this.renewals.decide(actor, id, body, version);
    return this.queries.detail(actor, id);
  }

  /** Out of the list, at once, with cause and reason. */
  @Post(':id/leave') @HttpCode(200) @Allow('positive-entry.leave')
  async leave(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: LeavePositiveDto, @IfMatch() version: number): Promise<PositiveEntryView> {
    await this.entries.leave(actor, id, body, version);
    return this.queries.detail(actor, id);
  }
}
