import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, PageQuery } from '@huanbao/platform';
import { AddParticipantDto, AnnualReasonDto, DecideRemovalDto, EvaluationRunDto, EvaluationYearQuery, OpenEvaluationYearDto, ParticipantExportDto, ParticipantListDto, VolunteerDto } from '../dto';
import { EvaluationProposalView, EvaluationRunView, EvaluationYearPage, EvaluationYearView, ListedCountView, ParticipantPage, ParticipantView, participantView, runView, VolunteeredView } from '../views/year.view';
import { Listing } from './listing.service';
import { EvaluationRuns } from './runs.service';
import { YearQueries } from './year.queries';
import { Years } from './years.service';

/** Years of the annual evaluation: opened, listed, and the steps over everybody. */
@Controller('evaluation-years')
export class EvaluationYearsController {
  constructor(
    private readonly years: Years,
    private readonly queries: YearQueries,
    private readonly listing: Listing,
    private readonly runs: EvaluationRuns,
  ) {}

  @Get() @Allow('evaluation-year.read')
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<EvaluationYearPage> {
    return this.queries.list(actor, query);
  }

  /** Dates that are proposed for a year, and the schemes it would be computed by. */
  @Get('proposal') @Allow('evaluation-year.open')
  proposal(@Query() { year }: EvaluationYearQuery): Promise<EvaluationProposalView> {
    return this.queries.proposal(year);
  }

  @Post() @Allow('evaluation-year.open') @Idempotent()
  async open(@CurrentActor() actor: Actor, @Body() body: OpenEvaluationYearDto): Promise<EvaluationYearView> {
    return this.queries.detail(actor, (await this.years.open(actor, body)).id);
  }

  /** An enterprise asks to take part while a list is being drawn up. */
  @Post('volunteers') @HttpCode(200) @Allow('evaluation-year.volunteer')
  async volunteer(@CurrentActor() actor: Actor, @Body() { reason }: VolunteerDto): Promise<VolunteeredView> {
    return { year: (await this.listing.volunteer(actor, reason)).year };
  }

  @Get(':id') @Allow('evaluation-year.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EvaluationYearView> {
    return this.queries.detail(actor, id);
  }

  @Get(':id/participants') @Allow('evaluation-year.read')
  participants(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: ParticipantListDto): Promise<ParticipantPage> {
    return this.queries.participants(actor, id, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get(':id/participants/export') @Allow('evaluation-year.read')
  export(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: ParticipantExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, id, query);
  }

  /** Who takes part by the rules of today; what a person decided stays. */
  @Post(':id/compute-list') @HttpCode(200) @Allow('evaluation-year.list')
  compute(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ListedCountView> {
    return this.listing.compute(actor, id);
  }

  /** By hand, with a reason; after the publication of the list the case begins at once. */
  @Post(':id/participants') @HttpCode(200) @Allow('evaluation-year.list')
  async add(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AddParticipantDto): Promise<EvaluationYearView> {
    await this.listing.add(actor, id, body);
    return this.queries.detail(actor, id);
  }

  /** The list is published: each enterprise is told and its report begins. */
  @Post(':id/announce') @HttpCode(200) @Allow('evaluation-year.run')
  async announce(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { note }: EvaluationRunDto): Promise<EvaluationRunView> {
    return runView(await this.runs.start(actor, id, { kind: 'announce', note }));
  }

  /** Everybody who was reviewed becomes public. */
  @Post(':id/publicity') @HttpCode(200) @Allow('evaluation-year.run')
  async publicity(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { note }: EvaluationRunDto): Promise<EvaluationRunView> {
    return runView(await this.runs.start(actor, id, { kind: 'publicity', note }));
  }

  /** Everybody whose publicity is over and who has no open objection. */
  @Post(':id/approve') @HttpCode(200) @Allow('evaluation-year.approve')
  async approve(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { note }: EvaluationRunDto): Promise<EvaluationRunView> {
    return runView(await this.runs.start(actor, id, { kind: 'approve', note }));
  }

  @Post(':id/publish') @HttpCode(200) @Allow('evaluation-year.publish')
  async publish(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { note }: EvaluationRunDto): Promise<EvaluationRunView> {
    return runView(await this.runs.start(actor, id, { kind: 'publish', note }));
  }
}

@Controller('evaluation-participants')
export class EvaluationParticipantsController {
  constructor(private readonly listing: Listing) {}

  /** Off the list with a reason; the row stays, marked. Of a published list it is asked for. */
  @Post(':id/remove') @HttpCode(200) @Allow('evaluation-year.list')
  async remove(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: AnnualReasonDto): Promise<ParticipantView> {
    return participantView(await this.listing.remove(actor, id, reason));
  }

  /** By somebody else than who asked for it. */
  @Post(':id/removal/decide') @HttpCode(200) @Allow('evaluation-year.run')
  async decideRemoval(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: DecideRemovalDto): Promise<ParticipantView> {
    return participantView(await this.listing.decideRemoval(actor, id, body));
  }
}
