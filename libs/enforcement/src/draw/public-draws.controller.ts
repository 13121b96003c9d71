import { Controller, Get, Query } from '@nestjs/common';
import { IdParam, PageQuery, Public } from '@huanbao/platform';
import { PublicDraws } from './public-draws.queries';
import { PublicDrawPageView, PublicDrawView } from './draw.view';

/** Draws for everybody: digests from the announcement on; seed and result when the visits are over. */
@Controller('public/inspection-draws')
export class PublicDrawsController {
  constructor(private readonly draws: PublicDraws) {}

  @Get() @Public()
  list(@Query() query: PageQuery): Promise<PublicDrawPageView> {
    return this.draws.list(query);
  }

  @Get(':id') @Public()
  show(@IdParam() id: string): Promise<PublicDrawView> {
    return this.draws.show(id);
  }
}
