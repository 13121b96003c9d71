import { Body, Controller, Get, Header, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { pdfFile } from '@huanbao/documents';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { AnswerWatchStatementDto, OpenWatchDto, PaperWatchStatementDto, ProposeWatchDto, ServeWatchPaperDto, SetWatchHearingDto, WatchHearingRecordDto, WatchReasonDto } from './dto';
import { WatchQueries } from './entry.queries';
import { WatchCreatedView, WatchEntryView, WatchOptionsView, WatchPageView } from './entry.view';
import { WatchExportQuery, WatchListQuery } from './lists.dto';
import { Clues } from './steps/clues.service';
import { Telling } from './steps/telling.service';

/** Cases of listing at the bureau, to the end of the statement. Claiming, handing over and pausing are `/cases/:id/…`, as for every case. */
@Controller('watch-list')
export class WatchListController {
  constructor(
    private readonly queries: WatchQueries,
    private readonly clues: Clues,
    private readonly telling: Telling,
  ) {}

  @Get() @Allow('watch-list.list')
  list(@CurrentActor() actor: Actor, @Query() query: WatchListQuery): Promise<WatchPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('watch-list.export')
  export(@CurrentActor() actor: Actor, @Query() query: WatchExportQuery): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  /** Name, terms, triggers and what a listing brings. */
  @Get('options') @Allow('watch-list.list')
  options(): Promise<WatchOptionsView> {
    return this.queries.options();
  }

  @Post() @Allow('watch-list.open') @Idempotent()
  async open(@CurrentActor() actor: Actor, @Body() body: OpenWatchDto): Promise<WatchCreatedView> {
    return { id: await this.clues.open(actor, body) };
  }

  @Get(':id') @Allow('watch-list.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<WatchEntryView> {
    return this.queries.detail(actor, id);
  }

  /** A pre-notice or the decision as PDF. */
  @Get(':id/papers/:paperId') @Allow('watch-list.read') @Header('cache-control', 'no-store')
  async paper(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('paperId') paperId: string): Promise<StreamableFile> {
    const { paper, pdf } = await this.queries.paper(actor, id, paperId);
    return pdfFile(pdf, `${paper.title} ${paper.number}`);
  }

  /** 线索不成立. */
  @Post(':id/dismiss') @HttpCode(200) @Allow('watch-list.handle')
  async dismiss(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: WatchReasonDto): Promise<WatchEntryView> {
    await this.clues.dismiss({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  /** 提出列入意见: makes the pre-notice. */
  @Post(':id/propose') @HttpCode(200) @Allow('watch-list.handle')
  async propose(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: ProposeWatchDto): Promise<WatchEntryView> {
    await this.telling.propose({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** 送达告知书: the subject sees the case from here on. */
  @Post(':id/notice/serve') @HttpCode(200) @Allow('watch-list.handle')
  async serveNotice(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: ServeWatchPaperDto): Promise<WatchEntryView> {
    await this.telling.serve({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** A statement that came on paper. */
  @Post(':id/statement') @HttpCode(200) @Allow('watch-list.handle')
  async statement(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PaperWatchStatementDto): Promise<WatchEntryView> {
    await this.telling.statePaper({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/statement/answer') @HttpCode(200) @Allow('watch-list.handle')
  async answer(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AnswerWatchStatementDto): Promise<WatchEntryView> {
    await this.telling.answer({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/hearing') @HttpCode(200) @Allow('watch-list.review')
  async setHearing(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: SetWatchHearingDto): Promise<WatchEntryView> {
    await this.telling.setHearing({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/hearing/record') @HttpCode(200) @Allow('watch-list.review')
  async recordHearing(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: WatchHearingRecordDto): Promise<WatchEntryView> {
    await this.telling.recordHearing({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** 送法制审核, when everybody has spoken who wanted to. */
  @Post(':id/go-on') @HttpCode(200) @Allow('watch-list.handle')
  async goOn(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<WatchEntryView> {
    await this.telling.goOn({ actor, id, version });
    return this.queries.detail(actor, id);
  }
}
