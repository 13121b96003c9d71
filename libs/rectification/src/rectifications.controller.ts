import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { OpenRectificationDto, RectificationDraftDto, RectificationExportQuery, RectificationListQuery, RectificationPhotoDto, RectificationReasonDto, RectificationServiceDto } from './rectification.dto';
import { RectificationPapers } from './papers/paper-shelf';
import { RectificationQueries } from './rectification.queries';
import { RectificationSheets } from './sheets';
import { RectificationIssuing } from './steps/issuing.service';
import { RectificationMending } from './steps/mending.service';
import { RectificationOpening } from './steps/opening.service';
import { RectificationCreatedView, RectificationFiguresView, RectificationOptionsView, RectificationPageView, RectificationView } from './rectification.view';
import type { Paper } from './entities';

/** 整改 at the bureau, to the service of the notice. Claiming and handing over are `/cases/:id/…`, as for every case. */
@Controller('rectifications')
export class RectificationsController {
  constructor(
    private readonly queries: RectificationQueries,
    private readonly sheets: RectificationSheets,
    private readonly opening: RectificationOpening,
    private readonly issuing: RectificationIssuing,
    private readonly mending: RectificationMending,
    private readonly papers: RectificationPapers,
  ) {}

  @Get() @Allow('rectification.list')
  list(@CurrentActor() actor: Actor, @Query() query: RectificationListQuery): Promise<RectificationPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('rectification.export')
  export(@CurrentActor() actor: Actor, @Query() query: RectificationExportQuery): Promise<StreamableFile> {
    return this.sheets.bureau(actor, query);
  }

  /** How many there are, and 整改按期率 of twelve months. */
  @Get('figures') @Allow('rectification.list')
  figures(@CurrentActor() actor: Actor): Promise<RectificationFiguresView> {
    return this.queries.figures(actor);
  }

  @Post() @Allow('rectification.open') @Idempotent()
  async open(@CurrentActor() actor: Actor, @Body() body: OpenRectificationDto): Promise<RectificationCreatedView> {
    return { id: await this.opening.open(actor, body) };
  }

  @Get(':id') @Allow('rectification.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<RectificationView> {
    return this.queries.detail(actor, id);
  }

  /** Violations of the library, officers who could sign the notice. */
  @Get(':id/options') @Allow('rectification.read')
  options(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<RectificationOptionsView> {
    return this.queries.options(actor, id);
  }

  /** `notice`, `closing` or `supervision` as PDF. */
  @Get(':id/papers/:kind') @Allow('rectification.read') @Header('cache-control', 'no-store')
  async paper(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('kind') kind: string): Promise<StreamableFile> {
    const paper = await this.queries.paper(await this.queries.seen(actor, id), kind);
    return pdfFile(paper, await this.papers.draw(paper));
  }

  /** Keeps the draft, complete or not. */
  @Put(':id/draft') @Allow('rectification.handle')
  async save(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: RectificationDraftDto): Promise<RectificationView> {
    await this.issuing.save({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** Lists a photo an officer uploaded: before, or of the verification. */
  @Post(':id/items/:itemId/photos') @HttpCode(200) @Allow('rectification.handle')
  async photo(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('itemId') itemId: string, @Body() body: RectificationPhotoDto): Promise<RectificationView> {
    await this.mending.addOfficial({ actor, id }, itemId, body);
    return this.queries.detail(actor, id);
  }

  /** 制发. Send the version you saw as If-Match. */
  @Post(':id/issue') @HttpCode(200) @Allow('rectification.handle')
  async issue(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<RectificationView> {
    await this.issuing.issue({ actor, id, version });
    return this.queries.detail(actor, id);
  }

  @Post(':id/drop') @HttpCode(200) @Allow('rectification.handle')
  async drop(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: RectificationReasonDto): Promise<RectificationView> {
    await this.issuing.drop({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  /** The notice reached the enterprise: the period runs. */
  @Post(':id/serve') @HttpCode(200) @Allow('rectification.handle')
  async serve(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: RectificationServiceDto): Promise<RectificationView> {
    await this.issuing.serve({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }
}

export const pdfFile = ({ title, number }: Paper, pdf: Buffer): StreamableFile => new StreamableFile(pdf, { type: 'application/pdf', disposition: `attachment; filename="paper.pdf"; filename*=UTF-8''${encodeURIComponent(`${title} ${number}.pdf`)}` });
