import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { IdParam, Public } from '@huanbao/platform';
import { PublicPenaltyExportQuery, PublicPenaltyListQuery } from '../lists.dto';
import { PublicPenalties } from './public-penalties.queries';
import { PublicPenaltyPageView, PublicPenaltyView, PublicViolationView } from './public-penalty.view';

/** 行政处罚公示. */
@Controller('public/penalties')
export class PublicPenaltiesController {
  constructor(private readonly penalties: PublicPenalties) {}

  @Get() @Public()
  list(@Query() query: PublicPenaltyListQuery): Promise<PublicPenaltyPageView> {
    return this.penalties.list(query);
  }

  @Get('export') @Public()
  export(@Query() query: PublicPenaltyExportQuery): Promise<StreamableFile> {
    return this.penalties.export(query);
  }

  @Get('violations') @Public()
  violations(): Promise<PublicViolationView[]> {
    return this.penalties.violations();
  }

  @Get(':id') @Public()
  show(@IdParam() id: string): Promise<PublicPenaltyView> {
    return this.penalties.show(id);
  }
}
