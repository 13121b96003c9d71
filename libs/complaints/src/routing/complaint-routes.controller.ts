import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { ComplaintRouteDto } from '../dto';
import { ComplaintRouteListQuery } from '../lists.dto';
import { ComplaintRoutePageView, ComplaintRouteView } from '../views/route.view';
import { ComplaintRoutes } from './routes.service';

/** Who takes what, by place and subject, from which day. */
@Controller('complaint-routes')
export class ComplaintRoutesController {
  constructor(private readonly routes: ComplaintRoutes) {}

  @Get() @Allow('complaint-route.list')
  list(@CurrentActor() actor: Actor, @Query() query: ComplaintRouteListQuery): Promise<ComplaintRoutePageView> {
    return this.routes.list(actor, query);
  }

  @Post() @Allow('complaint-route.set') @Idempotent()
  add(@CurrentActor() actor: Actor, @Body() body: ComplaintRouteDto): Promise<ComplaintRouteView> {
    return this.routes.add(actor, body);
  }

  @Get(':id') @Allow('complaint-route.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ComplaintRouteView> {
    return this.routes.show(actor, id);
  }

  /** Send the version you saw as If-Match. */
  @Put(':id') @Allow('complaint-route.set')
  change(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ComplaintRouteDto, @IfMatch() version: number): Promise<ComplaintRouteView> {
    return this.routes.change(actor, id, body, version);
  }
}
