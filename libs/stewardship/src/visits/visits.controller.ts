import { Body, Controller, Get, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { Checklist } from '../checklist/checklist.service';
import { StewardTopicView } from '../checklist/topic.view';
import { MoveVisitDto, PlanVisitDto, RecordVisitDto, StewardPhotoDto, StewardReasonDto } from '../dto';
import { VisitExportQuery, VisitListQuery } from '../lists.dto';
import { VisitQueries } from './visit.queries';
import { StewardPhotoView, stewardPhotoView, StewardVisitPageView, StewardVisitView } from './visit.view';
import { VisitsService } from './visits.service';

/** Visits under a retainer, with their checklists and photos. */
@Controller()
export class VisitsController {
  constructor(
    private readonly visits: VisitsService,
    private readonly queries: VisitQueries,
    private readonly checklist: Checklist,
  ) {}

  /** Topics of the library, with how many items hold today. */
  @Get('steward-topics') @Allow('stewardship.list')
  topics(): Promise<StewardTopicView[]> {
    return this.checklist.topics();
  }

  @Get('steward-visits') @Allow('stewardship.list')
  list(@CurrentActor() actor: Actor, @Query() query: VisitListQuery): Promise<StewardVisitPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('steward-visits/export') @Allow('stewardship.list')
  export(@CurrentActor() actor: Actor, @Query() query: VisitExportQuery): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  /** Plans a visit to an enterprise that has consented. */
  @Post('retainers/:id/visits') @Allow('stewardship.work') @Idempotent()
  async plan(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PlanVisitDto): Promise<StewardVisitView> {
    return this.queries.detail(actor, (await this.visits.plan(actor, id, body)).id);
  }

  @Get('steward-visits/:id') @Allow('stewardship.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StewardVisitView> {
    return this.queries.detail(actor, id);
  }

  /** Another day or person, until the planned day has passed. Send the version you saw as If-Match. */
  @Put('steward-visits/:id/plan') @Allow('stewardship.work')
  async move(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: MoveVisitDto, @IfMatch() version: number): Promise<StewardVisitView> {
    await this.visits.move(actor, id, body, version);
    return this.queries.detail(actor, id);
  }

  @Post('steward-visits/:id/cancel') @HttpCode(200) @Allow('stewardship.work')
  async cancel(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: StewardReasonDto, @IfMatch() version: number): Promise<StewardVisitView> {
    await this.visits.cancel(actor, id, { reason, version });
    return this.queries.detail(actor, id);
  }

  /** Names what proves a photo that was uploaded to the visit. */
  @Post('steward-visits/:id/photos') @HttpCode(200) @Allow('stewardship.work')
  async photo(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: StewardPhotoDto): Promise<StewardPhotoView> {
    return stewardPhotoView(await this.visits.addPhoto(actor, id, body));
  }

  /** What was seen, once; each problem becomes a finding. */
  @Put('steward-visits/:id/record') @Allow('stewardship.work')
  async record(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: RecordVisitDto): Promise<StewardVisitView> {
    await this.visits.record(actor, id, body);
    return this.queries.detail(actor, id);
  }
}
