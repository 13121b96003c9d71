import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Public } from '@huanbao/platform';
import { TaskReasonDto } from '../dto/task.dto';
import { ProcedureQueries } from '../methods/procedure.queries';
import { SiteVisitDto, VisitMinutesDto, VisitorsDto } from './visits.dto';
import { SiteVisits } from './visits.service';
import { SiteVisitView } from './visits.view';

/** Visits of the site of a task. Each change answers the visits as the reader sees them then. */
@Controller('service-tasks/:id/site-visits')
export class SiteVisitsController {
  constructor(private readonly visits: SiteVisits) {}

  /** Dates and minutes; the enterprise and the bureau also read who has registered, a firm whether it has. */
  @Get() @Allow('task.read')
  list(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<SiteVisitView[]> {
    return this.visits.of(actor, id);
  }

  /** A visit of a draft, or a further one while bids are taken: all firms are told then. */
  @Post() @Allow('task.visits')
  async add(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: SiteVisitDto): Promise<SiteVisitView[]> {
    await this.visits.add(actor, id, { ...body, note: body.note ?? '', startsAt: new Date(body.startsAt), registerUntil: new Date(body.registerUntil) });
    return this.visits.of(actor, id);
  }

  @Post(':visitId/cancel') @HttpCode(200) @Allow('task.visits')
  async cancel(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('visitId') visitId: string, @Body() body: TaskReasonDto): Promise<SiteVisitView[]> {
    await this.visits.cancel(actor, { taskId: id, visitId }, body.reason);
    return this.visits.of(actor, id);
  }

  /** The firm registers who comes. */
  @Post(':visitId/registration') @Allow('task.join-visit')
  async register(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('visitId') visitId: string, @Body() body: VisitorsDto): Promise<SiteVisitView[]> {
    await this.visits.register(actor, { taskId: id, visitId }, body.people);
    return this.visits.of(actor, id);
  }

  @Delete(':visitId/registration') @HttpCode(204) @Allow('task.join-visit')
  unregister(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('visitId') visitId: string): Promise<void> {
    return this.visits.unregister(actor, { taskId: id, visitId });
  }

  /** What was shown, asked and answered, published to all alike. */
  @Post(':visitId/minutes') @HttpCode(200) @Allow('task.procedure')
  async minutes(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('visitId') visitId: string, @Body() body: VisitMinutesDto): Promise<SiteVisitView[]> {
    await this.visits.minutes(actor, { taskId: id, visitId }, body.text);
    return this.visits.of(actor, id);
  }
}

/** The same of what everybody may see. */
@Controller('public/service-tasks/:id/site-visits')
export class PublicSiteVisitsController {
  constructor(
    private readonly visits: SiteVisits,
    private readonly procedures: ProcedureQueries,
  ) {}

  @Get() @Public()
  async list(@IdParam() id: string): Promise<SiteVisitView[]> {
    return this.visits.ofPublic(await this.procedures.publicTask(id));
  }
}
