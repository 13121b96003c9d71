import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { EnforcementReasonDto } from '../officers/officer.dto';
import { CrewService } from './crew.service';
import { DecideVisitCancelDto, InspectionExportDto, InspectionListDto, LeadListQuery, PlanInspectionDto, PlanningQuery, ReplaceOfficerDto } from './inspection.dto';
import { InspectionQueries } from './inspection.queries';
import { InspectionsService } from './inspections.service';
import { InspectionCountView, InspectionLeadPageView, InspectionPageView, InspectionPlanningView, InspectionView } from './inspection.view';
import { PlanningService } from './planning.service';

/** Visits to enterprises: whatever brought them about. */
@Controller('inspections')
export class InspectionsController {
  constructor(
    private readonly inspections: InspectionsService,
    private readonly plans: PlanningService,
    private readonly crew: CrewService,
    private readonly queries: InspectionQueries,
  ) {}

  @Get() @Allow('inspection.list')
  list(@CurrentActor() actor: Actor, @Query() query: InspectionListDto): Promise<InspectionPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('inspection.list')
  export(@CurrentActor() actor: Actor, @Query() query: InspectionExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  /** How many of each state. */
  @Get('counts') @Allow('inspection.plan')
  counts(@CurrentActor() actor: Actor): Promise<InspectionCountView[]> {
    return this.queries.counts(actor);
  }

  /** Complaints that were accepted: what an inspection may rest on. */
  @Get('leads') @Allow('inspection.plan')
  leads(@CurrentActor() actor: Actor, @Query() query: LeadListQuery): Promise<InspectionLeadPageView> {
    return this.queries.leads(actor, query);
  }

  /** Who could go on these days, and how the unit stands to the yearly cap and the positive list. */
  @Get('planning') @Allow('inspection.plan')
  planning(@CurrentActor() actor: Actor, @Query() query: PlanningQuery): Promise<InspectionPlanningView> {
    return this.plans.planning(actor, query);
  }

  /** An inspection outside a draw: special, upon a complaint, following another, or from afar. */
  @Post() @Allow('inspection.plan') @Idempotent()
  async plan(@CurrentActor() actor: Actor, @Body() body: PlanInspectionDto): Promise<InspectionView> {
    return this.queries.detail(actor, await this.plans.plan(actor, body));
  }

  @Get(':id') @Allow('inspection.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<InspectionView> {
    return this.queries.detail(actor, id);
  }

  /** Another certified officer in place of one who cannot go on, before the party has signed; with the reason, on the record. */
  @Post(':id/officers/replace') @HttpCode(200) @Allow('inspection.crew')
  async replaceOfficer(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ReplaceOfficerDto, @IfMatch() version: number): Promise<InspectionView> {
    await this.crew.replace(actor, id, body, version);
    return this.queries.detail(actor, id);
  }

  /** A visit that will not be held, with the reason. Of a visit that was drawn, or that the party has signed and two officers cannot, this asks for it: a second person decides. */
  @Post(':id/cancel') @HttpCode(200) @Allow('inspection.cancel')
  async cancel(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: EnforcementReasonDto, @IfMatch() version: number): Promise<InspectionView> {
    await this.inspections.cancel(actor, id, reason, version);
    return this.queries.detail(actor, id);
  }

  /** Of a drawn or signed visit, by somebody who did not ask for it. */
  @Post(':id/cancel/decide') @HttpCode(200) @Allow('inspection.decide-cancel')
  async decideCancel(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: DecideVisitCancelDto, @IfMatch() version: number): Promise<InspectionView> {
    await this.inspections.decideCancel(actor, id, body, version);
    return this.queries.detail(actor, id);
  }
}
