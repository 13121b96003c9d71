import { Body, Controller, Get, Header, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { pdfFile } from '@huanbao/documents';
import { Actor, Allow, CurrentActor, IdParam } from '@huanbao/platform';
import { ApplyWatchRemovalDto, OwnWatchStatementDto } from '../dto';
import { OwnWatchExportQuery, OwnWatchListQuery } from '../lists.dto';
import { Leaving } from '../steps/leaving.service';
import { Telling } from '../steps/telling.service';
import { OwnWatchQueries } from './own-watch.queries';
import { OwnWatchPageView, OwnWatchView } from './own-watch.view';

/** The subject's own side: what was served on it, its statement, its application for removal. */
@Controller('own-watch-list')
export class OwnWatchController {
  constructor(
    private readonly queries: OwnWatchQueries,
    private readonly telling: Telling,
    private readonly leaving: Leaving,
  ) {}

  @Get() @Allow('own-watch-list.list')
  list(@CurrentActor() actor: Actor, @Query() query: OwnWatchListQuery): Promise<OwnWatchPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet. Each export is recorded. */
  @Get('export') @Allow('own-watch-list.list')
  export(@CurrentActor() actor: Actor, @Query() query: OwnWatchExportQuery): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  @Get(':id') @Allow('own-watch-list.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OwnWatchView> {
    return this.queries.show(actor, id);
  }

  /** A served paper as PDF. */
  @Get(':id/papers/:paperId') @Allow('own-watch-list.read') @Header('cache-control', 'no-store')
  async paper(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('paperId') paperId: string): Promise<StreamableFile> {
    const { paper, pdf } = await this.queries.paper(actor, id, paperId);
    return pdfFile(pdf, `${paper.title} ${paper.number}`);
  }

  /** 陈述申辩, once; without words statement and hearing are given up. */
  @Post(':id/statement') @HttpCode(200) @Allow('own-watch-list.state')
  async state(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: OwnWatchStatementDto): Promise<OwnWatchView> {
    await this.telling.stateOwn(actor, id, body);
    return this.queries.show(actor, id);
  }

  /** 要求听证. */
  @Post(':id/hearing-request') @HttpCode(200) @Allow('own-watch-list.state')
  async askHearing(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OwnWatchView> {
    await this.telling.askOwn(actor, id);
    return this.queries.show(actor, id);
  }

  /** 申请移出, with evidence that was uploaded to the subject `watch-list-party` under this id. */
  @Post(':id/removals') @HttpCode(200) @Allow('own-watch-list.apply')
  async apply(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ApplyWatchRemovalDto): Promise<OwnWatchView> {
    await this.leaving.applyOwn(actor, id, body);
    return this.queries.show(actor, id);
  }

  @Post(':id/removals/withdraw') @HttpCode(200) @Allow('own-watch-list.apply')
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OwnWatchView> {
    await this.leaving.withdrawOwn(actor, id);
    return this.queries.show(actor, id);
  }
}
