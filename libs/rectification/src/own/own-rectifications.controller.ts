import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { AskRectificationExtensionDto, HandInRectificationDto, OwnRectificationExportQuery, OwnRectificationListQuery, RectificationEvidenceDto, SavePlanDto, SaveWorkDto, StateDefaultDto } from '../rectification.dto';
import { RectificationPapers } from '../papers/paper-shelf';
import { RectificationQueries } from '../rectification.queries';
import { pdfFile } from '../rectifications.controller';
import { RectificationSheets } from '../sheets';
import { RectificationExtending } from '../steps/extending.service';
import { RectificationMending } from '../steps/mending.service';
import { RectificationSupervising } from '../steps/supervising.service';
import { RectificationPlanning } from '../steps/planning.service';
import { OwnRectificationFiguresView, OwnRectificationView, RectificationPageView } from '../rectification.view';

/** The side of the enterprise, and of a firm it entrusted: notice, plan, evidence, hand-in, extension. A draft answers 404. */
@Controller('own-rectifications')
export class OwnRectificationsController {
  constructor(
    private readonly queries: RectificationQueries,
    private readonly sheets: RectificationSheets,
    private readonly planning: RectificationPlanning,
    private readonly mending: RectificationMending,
    private readonly extending: RectificationExtending,
    private readonly supervising: RectificationSupervising,
    private readonly papers: RectificationPapers,
  ) {}

  @Get() @Allow('own-rectification.list')
  list(@CurrentActor() actor: Actor, @Query() query: OwnRectificationListQuery): Promise<RectificationPageView> {
    return this.queries.own(actor, query);
  }

  /** The list as a spreadsheet. Each export is recorded. */
  @Get('export') @Allow('own-rectification.list')
  export(@CurrentActor() actor: Actor, @Query() query: OwnRectificationExportQuery): Promise<StreamableFile> {
    return this.sheets.own(actor, query);
  }

  @Get('figures') @Allow('own-rectification.list')
  figures(@CurrentActor() actor: Actor): Promise<OwnRectificationFiguresView> {
    return this.queries.ownFigures(actor);
  }

  @Get(':id') @Allow('own-rectification.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OwnRectificationView> {
    return this.queries.ownDetail(actor, id);
  }

  /** `notice`, `closing` or `supervision` as PDF. */
  @Get(':id/papers/:kind') @Allow('own-rectification.read') @Header('cache-control', 'no-store')
  async paper(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('kind') kind: string): Promise<StreamableFile> {
    const paper = await this.queries.paper(await this.queries.ownSeen(actor, id), kind, { own: true });
    return pdfFile(paper, await this.papers.draw(paper));
  }

  /** Keeps the plan as it was typed. */
  @Put(':id/plan') @Allow('own-rectification.act')
  async savePlan(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: SavePlanDto): Promise<OwnRectificationView> {
    await this.planning.save({ actor, id }, body);
    return this.queries.ownDetail(actor, id);
  }

  @Post(':id/plan/hand-in') @HttpCode(200) @Allow('own-rectification.submit')
  async handInPlan(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<OwnRectificationView> {
    await this.planning.handIn({ actor, id, version });
    return this.queries.ownDetail(actor, id);
  }

  /** Keeps what was done about one item, as it was typed. */
  @Put(':id/items/:itemId') @Allow('own-rectification.act')
  async saveWork(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('itemId') itemId: string, @Body() body: SaveWorkDto): Promise<OwnRectificationView> {
    await this.mending.saveWork({ actor, id }, itemId, body);
    return this.queries.ownDetail(actor, id);
  }

  /** Lists an uploaded photo or document, before or after. */
  @Post(':id/items/:itemId/evidence') @HttpCode(200) @Allow('own-rectification.act')
  async addEvidence(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('itemId') itemId: string, @Body() body: RectificationEvidenceDto): Promise<OwnRectificationView> {
    await this.mending.addOwn({ actor, id }, itemId, body);
    return this.queries.ownDetail(actor, id);
  }

  /** It stays in the list, marked. */
  @Post(':id/evidence/:evidenceId/withdraw') @HttpCode(200) @Allow('own-rectification.act')
  async withdrawEvidence(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('evidenceId') evidenceId: string): Promise<OwnRectificationView> {
    await this.mending.withdraw({ actor, id }, evidenceId);
    return this.queries.ownDetail(actor, id);
  }

  /** One item is finished. */
  @Post(':id/items/:itemId/done') @HttpCode(200) @Allow('own-rectification.act')
  async done(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('itemId') itemId: string): Promise<OwnRectificationView> {
    await this.mending.done({ actor, id }, itemId);
    return this.queries.ownDetail(actor, id);
  }

  @Post(':id/items/:itemId/undo') @HttpCode(200) @Allow('own-rectification.act')
  async undo(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('itemId') itemId: string): Promise<OwnRectificationView> {
    await this.mending.undo({ actor, id }, itemId);
    return this.queries.ownDetail(actor, id);
  }

  /** The whole, or what is done of it. */
  @Post(':id/hand-in') @HttpCode(200) @Allow('own-rectification.submit')
  async handIn(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { words }: HandInRectificationDto): Promise<OwnRectificationView> {
    await this.mending.handIn({ actor, id, version }, words);
    return this.queries.ownDetail(actor, id);
  }

  @Post(':id/extensions') @HttpCode(200) @Allow('own-rectification.submit') @Idempotent()
  async askExtension(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AskRectificationExtensionDto): Promise<OwnRectificationView> {
    await this.extending.ask({ actor, id }, body);
    return this.queries.ownDetail(actor, id);
  }

  /** 陈述申辩 before a supervision is established as not done; once. */
  @Post(':id/supervision/statement') @HttpCode(200) @Allow('own-rectification.submit')
  async stateDefault(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { statement }: StateDefaultDto): Promise<OwnRectificationView> {
    await this.supervising.stateDefault({ actor, id }, statement);
    return this.queries.ownDetail(actor, id);
  }
}
