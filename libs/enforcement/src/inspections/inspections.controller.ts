import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, IfMatch } from '@huanbao/platform';
import { EnforcementReasonDto } from '../officers/officer.dto';
import { InspectionExportDto, InspectionListDto } from './inspection.dto';
import { InspectionQueries } from './inspection.queries';
import { InspectionsService } from './inspections.service';
import { InspectionPageView, InspectionView } from './inspection.view';

/** Visits to enterprises: whatever brought them about. */
@Controller('inspections')
export class InspectionsController {
  constructor(
    private readonly inspections: InspectionsService,
    private readonly queries: InspectionQueries,
  ) {}

  @Get() @Allow('inspection.list')
  list(@CurrentActor() actor: Actor, @Query() query: InspectionListDto): Promise<InspectionPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('inspection.list')
  export(@CurrentActor() actor: Actor, @Query() query: InspectionExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  @Get(':id') @Allow('inspection.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<InspectionView> {
    return this.queries.detail(actor, id);
  }

  /** A visit that will not be held, with the reason. */
  @Post(':id/cancel') @HttpCode(200) @Allow('inspection.cancel')
  async cancel(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: EnforcementReasonDto, @IfMatch() version: number): Promise<InspectionView> {
    await this.inspections.cancel(actor, id, reason, version);
    return this.queries.detail(actor, id);
  }
}
