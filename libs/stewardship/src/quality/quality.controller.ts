import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor } from '@huanbao/platform';
import { QualityExportQuery, QualityQuery } from '../lists.dto';
import { QualityQueries } from './quality.queries';
import { StewardQualityPageView } from './quality.view';

/** Quality of stewards in figures, for supervision. */
@Controller('steward-quality')
export class QualityController {
  constructor(private readonly queries: QualityQueries) {}

  @Get() @Allow('steward-quality.list')
  list(@CurrentActor() actor: Actor, @Query() query: QualityQuery): Promise<StewardQualityPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('steward-quality.list')
  export(@CurrentActor() actor: Actor, @Query() query: QualityExportQuery): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }
}
