import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, IfMatch } from '@huanbao/platform';
import { FindingStepDto } from '../dto';
import { FindingExportQuery, FindingListQuery } from '../lists.dto';
import { StewardFindingPageView, StewardFindingView } from './finding.view';
import { FindingsService } from './findings.service';

/** Findings of visits and their rectification. Send the version you saw as If-Match. */
@Controller('steward-findings')
export class FindingsController {
  constructor(private readonly findings: FindingsService) {}

  @Get() @Allow('stewardship.list')
  list(@CurrentActor() actor: Actor, @Query() query: FindingListQuery): Promise<StewardFindingPageView> {
    return this.findings.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('stewardship.list')
  export(@CurrentActor() actor: Actor, @Query() query: FindingExportQuery): Promise<StreamableFile> {
    return this.findings.export(actor, query);
  }

  @Get(':id') @Allow('stewardship.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StewardFindingView> {
    return this.findings.detail(actor, id);
  }

  /** The enterprise says what it has mended; again as long as nothing was re-checked. */
  @Post(':id/answer') @HttpCode(200) @Allow('stewardship.answer')
  async answer(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: FindingStepDto, @IfMatch() version: number): Promise<StewardFindingView> {
    await this.findings.step(actor, id, 'answer', { ...body, version });
    return this.findings.detail(actor, id);
  }

  @Post(':id/close') @HttpCode(200) @Allow('stewardship.work')
  async close(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: FindingStepDto, @IfMatch() version: number): Promise<StewardFindingView> {
    await this.findings.step(actor, id, 'close', { ...body, version });
    return this.findings.detail(actor, id);
  }

  /** After the service has ended: nobody re-checks any more, the enterprise closes with a note. */
  @Post(':id/settle') @HttpCode(200) @Allow('stewardship.answer')
  async settle(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: FindingStepDto, @IfMatch() version: number): Promise<StewardFindingView> {
    await this.findings.step(actor, id, 'settle', { ...body, version });
    return this.findings.detail(actor, id);
  }

  @Post(':id/reopen') @HttpCode(200) @Allow('stewardship.work')
  async reopen(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: FindingStepDto, @IfMatch() version: number): Promise<StewardFindingView> {
    await this.findings.step(actor, id, 'reopen', { ...body, version });
    return this.findings.detail(actor, id);
  }
}
