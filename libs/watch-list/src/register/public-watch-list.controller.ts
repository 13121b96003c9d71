import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { IdParam, Public } from '@huanbao/platform';
import { WatchRegisterExportQuery, WatchRegisterQuery } from '../lists.dto';
import { WatchRegister } from './register.queries';
import { PublicWatchPageView, PublicWatchRulesView, PublicWatchView } from './register.view';

/** 名单公示: subject, reason and term of who is on the list today. */
@Controller('public/watch-list')
export class PublicWatchListController {
  constructor(private readonly register: WatchRegister) {}

  @Get() @Public()
  list(@Query() query: WatchRegisterQuery): Promise<PublicWatchPageView> {
    return this.register.list(query);
  }

  @Get('export') @Public()
  export(@Query() query: WatchRegisterExportQuery): Promise<StreamableFile> {
    return this.register.export(query);
  }

  @Get('rules') @Public()
  rules(): Promise<PublicWatchRulesView> {
    return this.register.rules();
  }

  @Get(':id') @Public() @Header('cache-control', 'no-store')
  show(@IdParam() id: string): Promise<PublicWatchView> {
    return this.register.show(id);
  }
}
