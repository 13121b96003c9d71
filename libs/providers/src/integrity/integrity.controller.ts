import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, IfMatch, Public } from '@huanbao/platform';
import { ownFirm } from '../firms.service';
import { AnswerPointDto, DecidePointDto, PointExportDto, PointListDto, PointReasonDto, ProposePointDto } from './integrity.dto';
import { IntegrityQueries } from './integrity.queries';
import { IntegrityService } from './integrity.service';
import { IntegrityDomainView, IntegrityStandingView, PointPage, PointView, pointView } from './integrity.view';

/** Integrity points of firms: proposed by one officer, decided by another; the firm may object. */
@Controller('integrity-points')
export class IntegrityController {
  constructor(
    private readonly integrity: IntegrityService,
    private readonly queries: IntegrityQueries,
  ) {}

  @Get() @Allow('integrity-point.list')
  list(@CurrentActor() actor: Actor, @Query() query: PointListDto): Promise<PointPage> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('integrity-point.list')
  export(@CurrentActor() actor: Actor, @Query() query: PointExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  @Post() @Allow('integrity-point.propose')
  async propose(@CurrentActor() actor: Actor, @Body() body: ProposePointDto): Promise<PointView> {
    return pointView(await this.integrity.propose(actor, body), actor);
  }

  @Post(':id/decide') @HttpCode(200) @Allow('integrity-point.decide')
  async decide(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: DecidePointDto, @IfMatch() version: number): Promise<PointView> {
    return pointView(await this.integrity.decide(actor, id, body, version), actor);
  }

  @Post(':id/object') @HttpCode(200) @Allow('integrity-point.object')
  async object(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PointReasonDto, @IfMatch() version: number): Promise<PointView> {
    return pointView(await this.integrity.object(actor, id, body.reason, version), actor);
  }

  @Post(':id/answer') @HttpCode(200) @Allow('integrity-point.answer')
  async answer(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AnswerPointDto, @IfMatch() version: number): Promise<PointView> {
    return pointView(await this.integrity.answer(actor, id, body, version), actor);
  }
}

/** Where the own firm stands. */
@Controller('firms/me/integrity')
export class OwnIntegrityController {
  constructor(private readonly queries: IntegrityQueries) {}

  @Get() @Allow('firm-profile.edit')
  standing(@CurrentActor() actor: Actor): Promise<IntegrityStandingView[]> {
    return this.queries.standingOf(ownFirm(actor).id);
  }
}

/** The measures, for everybody. */
@Controller('public/integrity-rules')
export class PublicIntegrityController {
  constructor(private readonly queries: IntegrityQueries) {}

  @Get() @Public()
  rules(): Promise<IntegrityDomainView[]> {
    return this.queries.rules();
  }
}
