import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, IfMatch } from '@huanbao/platform';
import { AnswerFindingDto, DecideFindingDto, FindingExportDto, FindingListDto, FindingReasonDto, ProposeFindingDto } from './finding.dto';
import { FindingQueries } from './finding.queries';
import { FindingPage, FindingView } from './finding.view';
import { FindingsService } from './findings.service';

/** Findings of 造假 and of results rejected for the firm's fault: proposed by one officer, decided by another after the firm could speak. */
@Controller('firm-findings')
export class FindingsController {
  constructor(
    private readonly findings: FindingsService,
    private readonly queries: FindingQueries,
  ) {}

  @Get() @Allow('firm-finding.list')
  list(@CurrentActor() actor: Actor, @Query() query: FindingListDto): Promise<FindingPage> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('firm-finding.list')
  export(@CurrentActor() actor: Actor, @Query() query: FindingExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  @Post() @Allow('firm-finding.propose')
  async propose(@CurrentActor() actor: Actor, @Body() body: ProposeFindingDto): Promise<FindingView> {
    return this.queries.viewOf(actor, await this.findings.propose(actor, body));
  }

  @Get(':id') @Allow('firm-finding.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<FindingView> {
    return this.queries.detail(actor, id);
  }

  /** The firm's word before the decision. */
  @Post(':id/state') @HttpCode(200) @Allow('firm-finding.state')
  async state(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: FindingReasonDto, @IfMatch() version: number): Promise<FindingView> {
    return this.queries.viewOf(actor, await this.findings.state(actor, id, body.reason, version));
  }

  @Post(':id/decide') @HttpCode(200) @Allow('firm-finding.decide')
  async decide(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: DecideFindingDto, @IfMatch() version: number): Promise<FindingView> {
    return this.queries.viewOf(actor, await this.findings.decide(actor, id, body, version));
  }

  @Post(':id/object') @HttpCode(200) @Allow('firm-finding.object')
  async object(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: FindingReasonDto, @IfMatch() version: number): Promise<FindingView> {
    return this.queries.viewOf(actor, await this.findings.object(actor, id, body.reason, version));
  }

  @Post(':id/answer') @HttpCode(200) @Allow('firm-finding.answer')
  async answer(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AnswerFindingDto, @IfMatch() version: number): Promise<FindingView> {
    return this.queries.viewOf(actor, await this.findings.answer(actor, id, body, version));
  }
}
