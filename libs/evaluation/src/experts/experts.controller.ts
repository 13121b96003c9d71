import { Body, Controller, Get, HttpCode, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, IfMatch } from '@huanbao/platform';
import { ExpertChangesDto, ExpertDto, ExpertExportQuery, ExpertListQuery, ExpertStatusDto } from '../dto/evaluation.dto';
import { ExpertContactView, ExpertPage, ExpertView } from '../views/expert.view';
import { ExpertQueries } from './experts.queries';
import { ExpertsService } from './experts.service';

/** The bureau's pool of experts. */
@Controller('experts')
export class ExpertsController {
  constructor(
    private readonly experts: ExpertsService,
    private readonly queries: ExpertQueries,
  ) {}

  @Get() @Allow('expert.list')
  list(@CurrentActor() actor: Actor, @Query() query: ExpertListQuery): Promise<ExpertPage> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet without contacts. Each export is recorded. */
  @Get('export') @Allow('expert.list')
  export(@CurrentActor() actor: Actor, @Query() query: ExpertExportQuery): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  @Post() @Allow('expert.add')
  async add(@CurrentActor() actor: Actor, @Body() body: ExpertDto): Promise<ExpertView> {
    return this.queries.detail(actor, (await this.experts.add(actor, body)).id);
  }

  @Get(':id') @Allow('expert.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ExpertView> {
    return this.queries.detail(actor, id);
  }

  /** Telephone and mailbox in clear. Each look is recorded. */
  @Get(':id/contact') @Allow('expert.edit')
  contact(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ExpertContactView> {
    return this.experts.contactOf(actor, id);
  }

  @Patch(':id') @Allow('expert.edit')
  async change(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ExpertChangesDto, @IfMatch() version: number): Promise<ExpertView> {
    return this.queries.detail(actor, (await this.experts.change(actor, id, body, version)).id);
  }

  @Post(':id/status') @HttpCode(200) @Allow('expert.edit')
  async status(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ExpertStatusDto, @IfMatch() version: number): Promise<ExpertView> {
    return this.queries.detail(actor, (await this.experts.setStatus(actor, id, body, version)).id);
  }
}
