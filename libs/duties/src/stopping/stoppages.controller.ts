import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { EndingPreviewDto } from '../calendar/duty.dto';
import { StoppagePreview } from './stoppage-preview.service';
import { StoppageQuestions } from './stoppage-questions.service';
import { AnswerStoppageDto, AskStoppageDto, ReportStoppageDto, ResumeProductionDto, StoppageExportDto, StoppageListDto, StoppagePreviewDto, WithdrawStoppageDto } from './stoppage.dto';
import { StoppageDetailView, StoppageFacilitiesView, StoppagePageView, StoppagePreviewView, StoppageView, stoppageView } from './stoppage.view';
import { StoppagesService } from './stoppages.service';

/** 停产 periods. */
@Controller('stoppages')
export class StoppagesController {
  constructor(
    private readonly stoppages: StoppagesService,
    private readonly previews: StoppagePreview,
    private readonly questions: StoppageQuestions,
  ) {}

  @Get() @Allow('duty.list')
  async list(@CurrentActor() actor: Actor, @Query() query: StoppageListDto): Promise<StoppagePageView> {
    const page = await this.stoppages.list(actor, query);
    return { items: page.items.map(row => stoppageView(actor, row)), nextCursor: page.nextCursor };
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('duty.list')
  export(@CurrentActor() actor: Actor, @Query() query: StoppageExportDto): Promise<StreamableFile> {
    return this.stoppages.export(actor, query);
  }

  /** Facilities of a permit that can stand still. */
  @Get('facilities') @Allow('duty.list')
  facilities(@CurrentActor() actor: Actor, @Query() { permitId }: EndingPreviewDto): Promise<StoppageFacilitiesView> {
    return this.previews.facilitiesOf(actor, permitId);
  }

  @Post() @Allow('duty.stop') @Idempotent()
  async report(@CurrentActor() actor: Actor, @Body() given: ReportStoppageDto): Promise<StoppageView> {
    return stoppageView(actor, await this.stoppages.report(actor, given));
  }

  /** Which duties a stoppage would excuse and which stay; nothing is written. */
  @Post('preview') @HttpCode(200) @Allow('duty.stop')
  preview(@CurrentActor() actor: Actor, @Body() given: StoppagePreviewDto): Promise<StoppagePreviewView> {
    return this.previews.preview(actor, given);
  }

  @Get(':id') @Allow('duty.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StoppageDetailView> {
    return this.stoppages.find(actor, id);
  }

  /** 复产. Send the version you saw as If-Match. */
  @Post(':id/resume') @HttpCode(200) @Allow('duty.stop')
  async resume(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() given: ResumeProductionDto, @IfMatch() version: number): Promise<StoppageView> {
    return stoppageView(actor, await this.stoppages.resume(actor, id, { ...given, version }));
  }

  @Post(':id/withdraw') @HttpCode(200) @Allow('duty.stop')
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: WithdrawStoppageDto, @IfMatch() version: number): Promise<StoppageView> {
    return stoppageView(actor, await this.stoppages.withdraw(actor, id, { reason, version }));
  }

  /** An officer's question; the holder and its firm are told. */
  @Post(':id/questions') @Allow('duty.question') @Idempotent()
  async ask(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { text }: AskStoppageDto): Promise<StoppageDetailView> {
    await this.questions.ask(actor, id, text);
    return this.stoppages.find(actor, id);
  }

  @Post(':id/questions/:questionId/answer') @HttpCode(200) @Allow('duty.stop')
  async answer(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('questionId') questionId: string, @Body() { answer }: AnswerStoppageDto): Promise<StoppageDetailView> {
    await this.questions.answer(actor, id, { questionId, answer });
    return this.stoppages.find(actor, id);
  }
}
