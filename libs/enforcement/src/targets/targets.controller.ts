import { Body, Controller, Get, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, IfMatch } from '@huanbao/platform';
import { DrawTargetDto, DrawTargetExportDto, DrawTargetListDto } from './target.dto';
import { CompletedTargetsView, DrawOptionView, DrawTargetPageView, DrawTargetView } from './target.view';
import { TargetsService } from './targets.service';

/** 检查对象名录库: the enterprises a draw draws from, with class and special facts. */
@Controller('draw-targets')
export class TargetsController {
  constructor(private readonly targets: TargetsService) {}

  @Get() @Allow('draw-target.list')
  list(@CurrentActor() actor: Actor, @Query() query: DrawTargetListDto): Promise<DrawTargetPageView> {
    return this.targets.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('draw-target.list')
  export(@CurrentActor() actor: Actor, @Query() query: DrawTargetExportDto): Promise<StreamableFile> {
    return this.targets.export(actor, query);
  }

  /** Special facts that raise a weight, with their factors. */
  @Get('options') @Allow('draw-target.list')
  options(): Promise<DrawOptionView[]> {
    return this.targets.options();
  }

  /** Takes in every enterprise of the region that is missing, as a general unit. */
  @Post('complete') @HttpCode(200) @Allow('draw-target.keep')
  complete(@CurrentActor() actor: Actor): Promise<CompletedTargetsView> {
    return this.targets.complete(actor);
  }

  @Get(':id') @Allow('draw-target.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DrawTargetView> {
    return this.targets.show(actor, id);
  }

  /** Class, special facts and note, whole. Send the version you saw as If-Match. */
  @Put(':id') @Allow('draw-target.keep')
  change(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: DrawTargetDto, @IfMatch() version: number): Promise<DrawTargetView> {
    return this.targets.change(actor, id, body, version);
  }
}
