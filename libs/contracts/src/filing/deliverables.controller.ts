import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent } from '@huanbao/platform';
import { DeliverableExportQuery, DeliverableListQuery, PlaceDeliverableDto, UseDeliverableDto } from './filed.dto';
import { FiledQueries } from './filed.queries';
import { DeliverablePageView, DeliverableView, deliverableView, HandedOnView } from './filed.view';
import { FilingService } from './filing.service';

/** 成果资料: what was handed over and accepted, for both sides, with where it went. */
@Controller('deliverables')
export class DeliverablesController {
  constructor(
    private readonly filing: FilingService,
    private readonly queries: FiledQueries,
  ) {}

  @Get() @Allow('deliverable.list')
  list(@CurrentActor() actor: Actor, @Query() query: DeliverableListQuery): Promise<DeliverablePageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('deliverable.list')
  export(@CurrentActor() actor: Actor, @Query() query: DeliverableExportQuery): Promise<StreamableFile> {
    return this.queries.sheet(actor, query);
  }

  /** Puts a monitoring report into 自行监测 of one of the enterprise's permits. */
  @Post(':id/permit') @HttpCode(200) @Allow('deliverable.place')
  async place(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PlaceDeliverableDto): Promise<DeliverableView> {
    return deliverableView(actor, await this.filing.place(actor, id, body.permitId));
  }

  /** Puts it among the materials of a permit application, without downloading and uploading it. */
  @Post(':id/copies') @Allow('deliverable.use') @Idempotent()
  async use(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: UseDeliverableDto): Promise<HandedOnView> {
    const { id: fileId, name } = await this.filing.use(actor, id, body);
    return { fileId, name };
  }
}
