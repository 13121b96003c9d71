import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, IfMatch } from '@huanbao/platform';
import { CollusionExportDto, CollusionListDto, CollusionPageView, CollusionReasonDto, CollusionView } from './signals.view';
import { CollusionSuspicions } from './suspicions.service';

/** Signs of collusion between the bids of opened tasks: for officers, never for bidders or enterprises. */
@Controller('collusion-suspicions')
export class CollusionController {
  constructor(private readonly suspicions: CollusionSuspicions) {}

  @Get() @Allow('collusion.list')
  list(@CurrentActor() actor: Actor, @Query() query: CollusionListDto): Promise<CollusionPageView> {
    return this.suspicions.list(actor, query);
  }

  /** The list as a spreadsheet. Each export is recorded. */
  @Get('export') @Allow('collusion.list')
  export(@CurrentActor() actor: Actor, @Query() query: CollusionExportDto): Promise<StreamableFile> {
    return this.suspicions.export(actor, query);
  }

  /** All signals of one task with their evidence. Each look is recorded. */
  @Get(':id') @Allow('collusion.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<CollusionView> {
    return this.suspicions.detail(actor, id);
  }

  /** It is nothing, with the reason. */
  @Post(':id/dismiss') @HttpCode(200) @Allow('collusion.decide')
  dismiss(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CollusionReasonDto, @IfMatch() version: number): Promise<CollusionView> {
    return this.suspicions.dismiss(actor, id, body.reason, version);
  }

  /** It is looked into: by whom and how. The task and its bids are not touched. */
  @Post(':id/follow-up') @HttpCode(200) @Allow('collusion.decide')
  followUp(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CollusionReasonDto, @IfMatch() version: number): Promise<CollusionView> {
    return this.suspicions.followUp(actor, id, body.reason, version);
  }

  @Post(':id/reopen') @HttpCode(200) @Allow('collusion.decide')
  reopen(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CollusionReasonDto, @IfMatch() version: number): Promise<CollusionView> {
    return this.suspicions.reopen(actor, id, body.reason, version);
  }

  /** What was asked and answered, for the history. */
  @Post(':id/notes') @HttpCode(200) @Allow('collusion.decide')
  note(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CollusionReasonDto): Promise<CollusionView> {
    return this.suspicions.note(actor, id, body.reason);
  }
}
