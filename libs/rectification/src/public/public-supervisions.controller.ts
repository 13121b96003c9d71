import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { Public } from '@huanbao/platform';
import { PublicSupervisionExportQuery, PublicSupervisionQuery } from '../rectification.dto';
import { PublicSupervisionPageView } from '../rectification.view';
import { PublicSupervisions } from './public-supervisions.queries';

/** 挂牌督办公示. */
@Controller('public/supervised-rectifications')
export class PublicSupervisionsController {
  constructor(private readonly supervisions: PublicSupervisions) {}

  @Get() @Public()
  list(@Query() query: PublicSupervisionQuery): Promise<PublicSupervisionPageView> {
    return this.supervisions.list(query);
  }

  @Get('export') @Public()
  export(@Query() query: PublicSupervisionExportQuery): Promise<StreamableFile> {
    return this.supervisions.export(query);
  }
}
