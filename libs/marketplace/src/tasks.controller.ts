import { Body, Controller, Get, HttpCode, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch, Public } from '@huanbao/platform';
import { AwardService } from './award.service';
import { DraftsService } from './drafts.service';
import { AwardDto, CreateTaskDto, LostShareDto, NoAwardDto, OpenTaskDto, PublicTaskListQuery, PublishTaskDto, SealedSharesQuery, TaskReasonDto, TaskChangesDto, TaskExportQuery, TaskListQuery } from './dto/task.dto';
import { OpeningQueries } from './opening/opening.queries';
import { OpeningService } from './opening/opening.service';
import { OpeningView, SealedSharesView } from './opening/opening.view';
import { OpeningShares } from './opening/shares.service';
import { TaskExport } from './task.export';
import { TaskQueries } from './task.queries';
import { TaskEventView, TaskPage, TaskView } from './views/task.view';

/** Service tasks from the draft to the award. */
@Controller('service-tasks')
export class TasksController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly opening: OpeningService,
    private readonly openings: OpeningQueries,
    private readonly shares: OpeningShares,
    private readonly awards: AwardService,
    private readonly queries: TaskQueries,
    private readonly exports: TaskExport,
  ) {}

  @Get() @Allow('task.list')
  list(@CurrentActor() actor: Actor, @Query() query: TaskListQuery): Promise<TaskPage> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('task.list')
  export(@CurrentActor() actor: Actor, @Query() query: TaskExportQuery): Promise<StreamableFile> {
    return this.exports.tasks(actor, query);
  }

  @Post() @Allow('task.create') @Idempotent()
  async create(@CurrentActor() actor: Actor, @Body() body: CreateTaskDto): Promise<TaskView> {
    return this.queries.viewOf(await this.drafts.create(actor, body), actor);
  }

  @Get(':id') @Allow('task.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<TaskView> {
    return this.queries.detail(actor, id);
  }

  /** Changes what is sent of a draft; what is left out stays. Send the version you saw as If-Match. */
  @Patch(':id') @Allow('task.edit')
  async update(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: TaskChangesDto, @IfMatch() version: number): Promise<TaskView> {
    return this.queries.viewOf(await this.drafts.update(actor, id, body, version), actor);
  }

  @Post(':id/publish') @HttpCode(200) @Allow('task.publish')
  async publish(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PublishTaskDto, @IfMatch() version: number): Promise<TaskView> {
    return this.queries.viewOf(await this.drafts.publish(actor, id, body.openingPublicKey ?? null, version), actor);
  }

  @Post(':id/cancel') @HttpCode(200) @Allow('task.cancel')
  async cancel(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: TaskReasonDto): Promise<TaskView> {
    return this.queries.viewOf(await this.drafts.cancel(actor, id, body.reason), actor);
  }

  /** After the deadline: gives a holder's share; with the last one that is needed all bids open at once. Tasks without shares open with one key. */
  @Post(':id/open') @HttpCode(200) @Allow('task.open')
  async open(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: OpenTaskDto): Promise<TaskView> {
    return this.queries.viewOf(await this.opening.open(actor, id, body), actor);
  }

  /** Who holds a share of the opening, who has given it, who is awaited. */
  @Get(':id/opening') @Allow('task.bids')
  openingOf(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OpeningView> {
    return this.openings.of(actor, id);
  }

  /** The sealed shares that a holder of the bureau unwraps in its own browser; after the deadline, each look on record. */
  @Get(':id/opening/shares') @Allow('task.open')
  sealedShares(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() { holder }: SealedSharesQuery): Promise<SealedSharesView> {
    return this.openings.sealedShares(actor, id, holder ?? 'witness');
  }

  /** A holder's key is lost: from here the recovery share steps in. */
  @Post(':id/opening/lost') @HttpCode(200) @Allow('task.open')
  async lost(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: LostShareDto): Promise<OpeningView> {
    await this.shares.declareLost(actor, id, body);
    return this.openings.of(actor, id);
  }

  @Post(':id/award') @HttpCode(200) @Allow('task.award')
  async award(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AwardDto): Promise<TaskView> {
    return this.queries.viewOf(await this.awards.award(actor, id, body), actor);
  }

  @Post(':id/no-award') @HttpCode(200) @Allow('task.award')
  async noAward(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: NoAwardDto): Promise<TaskView> {
    return this.queries.viewOf(await this.awards.refuseAll(actor, id, body), actor);
  }

  @Get(':id/timeline') @Allow('task.read')
  timeline(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<TaskEventView[]> {
    return this.queries.timeline(actor, id);
  }
}

/** What everybody may see of the market. */
@Controller('public/service-tasks')
export class PublicTasksController {
  constructor(private readonly queries: TaskQueries) {}

  @Get() @Public()
  list(@Query() query: PublicTaskListQuery): Promise<TaskPage> {
    return this.queries.publicList(query);
  }

  @Get(':id') @Public()
  show(@IdParam() id: string): Promise<TaskView> {
    return this.queries.publicDetail(id);
  }
}
