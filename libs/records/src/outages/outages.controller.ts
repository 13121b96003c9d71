import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { EndOutageDto, OutageExportDto, OutageListDto, ReportOutageDto, WithdrawOutageDto } from './outage.dto';
import { OutageDetailView, OutagePageView, OutagePlacesView, OutageView } from './outage.view';
import { OutageQueries } from './outages.queries';
import { OutagesService } from './outages.service';

/** 自动监测设备故障: times in which what a device would have measured is sampled by hand. */
@Controller('monitoring-outages')
export class OutagesController {
  constructor(
    private readonly outages: OutagesService,
    private readonly queries: OutageQueries,
  ) {}

  @Get() @Allow('monitoring.list')
  list(@CurrentActor() actor: Actor, @Query() query: OutageListDto): Promise<OutagePageView> {
    return this.queries.list(actor, query) as Promise<OutagePageView>;
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('monitoring.list')
  export(@CurrentActor() actor: Actor, @Query() query: OutageExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  @Get(':id') @Allow('monitoring.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OutageDetailView> {
    return this.queries.detail(actor, id);
  }

  /** It measures again. Send the version you saw as If-Match. */
  @Post(':id/end') @HttpCode(200) @Allow('monitoring.write')
  async end(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() given: EndOutageDto, @IfMatch() version: number): Promise<OutageView> {
    return this.queries.view(actor, await this.outages.end(actor, id, { ...given, version }));
  }

  /** Reported by mistake. Send the version you saw as If-Match. */
  @Post(':id/withdraw') @HttpCode(200) @Allow('monitoring.write')
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: WithdrawOutageDto, @IfMatch() version: number): Promise<OutageView> {
    return this.queries.view(actor, await this.outages.withdraw(actor, id, { reason, version }));
  }
}

/** The same of one permit; `:id` is the permit's. */
@Controller('monitoring/:id')
export class PermitOutagesController {
  constructor(
    private readonly outages: OutagesService,
    private readonly queries: OutageQueries,
  ) {}

  /** Where something is measured automatically by the plan of today. */
  @Get('automatic-places') @Allow('monitoring.read')
  async places(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OutagePlacesView> {
    return { places: await this.queries.places(actor, id) };
  }

  /** The device fails, or failed. What it would have measured is due by hand meanwhile. */
  @Post('outages') @Allow('monitoring.write') @Idempotent()
  async report(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() given: ReportOutageDto): Promise<OutageView> {
    return this.queries.view(actor, await this.outages.report(actor, id, given));
  }
}
