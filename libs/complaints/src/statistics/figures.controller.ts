import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor } from '@huanbao/platform';
import { ComplaintFiguresQuery } from '../lists.dto';
import { ComplaintStatisticsView, HotSpotMapView } from '../views/figures.view';
import { ComplaintFigures } from './figures.queries';

/** Complaints in numbers and on the map, for the bureau alone: a place may tell who reported. */
@Controller('complaint-figures')
export class ComplaintFiguresController {
  constructor(private readonly figures: ComplaintFigures) {}

  /** Of complaints received in the period; the last twelve months when none is named. */
  @Get() @Allow('complaint.statistics')
  statistics(@CurrentActor() actor: Actor, @Query() query: ComplaintFiguresQuery): Promise<ComplaintStatisticsView> {
    return this.figures.statistics(actor, query);
  }

  /** The figures as a spreadsheet. Each export is recorded. */
  @Get('export') @Allow('complaint.export')
  export(@CurrentActor() actor: Actor, @Query() query: ComplaintFiguresQuery): Promise<StreamableFile> {
    return this.figures.export(actor, query);
  }

  @Get('hot-spots') @Allow('complaint.statistics')
  hotSpots(@CurrentActor() actor: Actor, @Query() query: ComplaintFiguresQuery): Promise<HotSpotMapView> {
    return this.figures.hotSpots(actor, query);
  }
}
