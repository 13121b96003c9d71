import { Body, Controller, Get, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { AddOfficerDto, AvoidanceDto, ChangeOfficerDto, EnforcementReasonDto, OfficerExportDto, OfficerListDto } from './officer.dto';
import { OfficerCandidateView, OfficerPageView, EnforcementOfficerView } from './officer.view';
import { OfficersService } from './officers.service';

/** 执法人员名录库: certificates, and to whom an officer does not go. */
@Controller('enforcement-officers')
export class OfficersController {
  constructor(private readonly officers: OfficersService) {}

  @Get() @Allow('enforcement-officer.list')
  list(@CurrentActor() actor: Actor, @Query() query: OfficerListDto): Promise<OfficerPageView> {
    return this.officers.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('enforcement-officer.list')
  export(@CurrentActor() actor: Actor, @Query() query: OfficerExportDto): Promise<StreamableFile> {
    return this.officers.export(actor, query);
  }

  /** Members of the bureau who are not on the list yet. */
  @Get('candidates') @Allow('enforcement-officer.keep')
  candidates(@CurrentActor() actor: Actor): Promise<OfficerCandidateView[]> {
    return this.officers.candidates(actor);
  }

  @Post() @Allow('enforcement-officer.keep') @Idempotent()
  add(@CurrentActor() actor: Actor, @Body() body: AddOfficerDto): Promise<EnforcementOfficerView> {
    return this.officers.add(actor, body);
  }

  @Get(':id') @Allow('enforcement-officer.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EnforcementOfficerView> {
    return this.officers.show(actor, id);
  }

  /** Certificate and standing, whole. Send the version you saw as If-Match. */
  @Put(':id') @Allow('enforcement-officer.keep')
  change(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ChangeOfficerDto, @IfMatch() version: number): Promise<EnforcementOfficerView> {
    return this.officers.change(actor, id, body, version);
  }

  /** An enterprise this officer does not go to (回避). Draws leave it out of account from then on. */
  @Post(':id/avoidances') @Allow('enforcement-officer.avoid')
  avoid(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AvoidanceDto): Promise<EnforcementOfficerView> {
    return this.officers.avoid(actor, id, body);
  }

  @Post(':id/avoidances/:avoidanceId/lift') @HttpCode(200) @Allow('enforcement-officer.keep')
  lift(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('avoidanceId') avoidanceId: string, @Body() { reason }: EnforcementReasonDto): Promise<EnforcementOfficerView> {
    return this.officers.lift(actor, { id, avoidanceId }, reason);
  }
}
