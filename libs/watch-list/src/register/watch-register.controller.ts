import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { pdfFile } from '@huanbao/documents';
import { Actor, Allow, CurrentActor, IdParam } from '@huanbao/platform';
import { WatchRegisterExportQuery, WatchRegisterQuery } from '../lists.dto';
import { WatchRegister } from './register.queries';
import { PublicWatchPageView, WatchRegisterEntryView } from './register.view';

/** The list for officers and departments of the region, with the documents. Each look at a document is recorded. */
@Controller('watch-list-register')
export class WatchRegisterController {
  constructor(private readonly register: WatchRegister) {}

  @Get() @Allow('watch-list.register')
  list(@CurrentActor() actor: Actor, @Query() query: WatchRegisterQuery): Promise<PublicWatchPageView> {
    return this.register.listOf(actor, query);
  }

  @Get('export') @Allow('watch-list.register')
  export(@CurrentActor() actor: Actor, @Query() query: WatchRegisterExportQuery): Promise<StreamableFile> {
    return this.register.exportOf(actor, query);
  }

  @Get(':id') @Allow('watch-list.document')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<WatchRegisterEntryView> {
    return this.register.showOf(actor, id);
  }

  @Get(':id/paper') @Allow('watch-list.document') @Header('cache-control', 'no-store')
  async paper(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    const { paper, pdf } = await this.register.paper(actor, id);
    return pdfFile(pdf, `${paper.title} ${paper.number}`);
  }
}
