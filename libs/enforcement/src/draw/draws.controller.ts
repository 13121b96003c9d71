import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { EnforcementReasonDto } from '../officers/officer.dto';
import { AnnounceDrawDto, DrawCandidateExportDto, DrawCandidateListDto, InspectionDrawExportDto, InspectionDrawListDto, MakeDrawDto } from './draw.dto';
import { DrawQueries } from './draw.queries';
import { DrawCandidatePageView, DrawOutlookView, DrawVerificationView, InspectionDrawPageView, InspectionDrawView } from './draw.view';
import { DrawsService } from './draws.service';
import { PoolReader } from './pool-reader';

/** 双随机: announced with a commitment to the seed and a frozen pool, drawn once, verifiable for ever. */
@Controller('inspection-draws')
export class DrawsController {
  constructor(
    private readonly draws: DrawsService,
    private readonly queries: DrawQueries,
    private readonly pool: PoolReader,
  ) {}

  @Get() @Allow('inspection-draw.list')
  list(@CurrentActor() actor: Actor, @Query() query: InspectionDrawListDto): Promise<InspectionDrawPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('inspection-draw.list')
  export(@CurrentActor() actor: Actor, @Query() query: InspectionDrawExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  /** How many units and officers there are today, and how many a quarter asks for. */
  @Get('outlook') @Allow('inspection-draw.announce')
  outlook(@CurrentActor() actor: Actor): Promise<DrawOutlookView> {
    return this.pool.outlook(actor);
  }

  /** Freezes the pool and publishes the digests of pool and seed. A seed that was used is refused. */
  @Post() @Allow('inspection-draw.announce') @Idempotent()
  async announce(@CurrentActor() actor: Actor, @Body() body: AnnounceDrawDto): Promise<InspectionDrawView> {
    return this.queries.detail(actor, await this.draws.announce(actor, body));
  }

  @Get(':id') @Allow('inspection-draw.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<InspectionDrawView> {
    return this.queries.detail(actor, id);
  }

  /** The frozen pool: weight line by line, why somebody was left out, lot and place. */
  @Get(':id/candidates') @Allow('inspection-draw.read')
  candidates(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: DrawCandidateListDto): Promise<DrawCandidatePageView> {
    return this.queries.candidates(actor, id, query);
  }

  /** The pool as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get(':id/candidates/export') @Allow('inspection-draw.read')
  exportCandidates(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: DrawCandidateExportDto): Promise<StreamableFile> {
    return this.queries.exportCandidates(actor, id, query);
  }

  /** Makes the draw again from its record and compares. */
  @Get(':id/verification') @Allow('inspection-draw.read')
  verification(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DrawVerificationView> {
    return this.queries.verification(actor, id);
  }

  /** The whole record as JSON, to make the draw again elsewhere. */
  @Get(':id/record') @Allow('inspection-draw.read')
  record(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    return this.queries.record(actor, id);
  }

  /** Draws, once; a second time is refused. Plans a visit with two officers for each enterprise. */
  @Post(':id/draw') @HttpCode(200) @Allow('inspection-draw.draw')
  async draw(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: MakeDrawDto, @IfMatch() version: number): Promise<InspectionDrawView> {
    await this.draws.draw(actor, id, body, version);
    return this.queries.detail(actor, id);
  }

  /** Before it was drawn. It stays on the public record, with the reason. */
  @Post(':id/cancel') @HttpCode(200) @Allow('inspection-draw.cancel')
  async cancel(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: EnforcementReasonDto, @IfMatch() version: number): Promise<InspectionDrawView> {
    await this.draws.cancel(actor, id, reason, version);
    return this.queries.detail(actor, id);
  }
}
