import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam } from '@huanbao/platform';
import { ApplicationViews } from '../application-views';
import { ApplicationView } from '../views/application.view';
import { AnswerCountersignDto, AskCountersignDto, AssignPartDto, FinishPartDto, HandOverPartDto, OrderSiteCheckDto, PhotoDto, ReasonDto, ReportSiteCheckDto } from './officers.dto';
import { CheckPhotoView, SiteCheckView, TeamworkView } from './officers.view';
import { OfficersViews, photoView } from './officers-views';
import { SiteChecks } from './site-checks.service';
import { Countersigns } from './countersigns.service';
import { Teamwork } from './teamwork.service';

/** What officers do together on an application: parts of several reviewers, 会签, 现场核查. */
@Controller('permit-applications')
export class TeamworkController {
  constructor(
    private readonly teamwork: Teamwork,
    private readonly countersigns: Countersigns,
    private readonly checks: SiteChecks,
    private readonly views: OfficersViews,
    private readonly applications: ApplicationViews,
  ) {}

  @Get(':id/teamwork') @Allow('permit-application.countersign')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<TeamworkView> {
    return this.views.teamwork(actor, id);
  }

  /** Gives a part to a colleague (lead, supervisor) or takes it. */
  @Post(':id/parts') @Allow('permit-application.opinions')
  async assign(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: AssignPartDto): Promise<TeamworkView> {
    await this.teamwork.assign(actor, id, input);
    return this.views.teamwork(actor, id);
  }

  @Post(':id/parts/:partId/hand-over') @HttpCode(200) @Allow('permit-application.opinions')
  async handOver(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('partId') partId: string, @Body() input: HandOverPartDto): Promise<TeamworkView> {
    await this.teamwork.handOver(actor, id, partId, input);
    return this.views.teamwork(actor, id);
  }

  /** The reviewer's word on the part; the lead concludes when all are in. */
  @Post(':id/parts/:partId/finish') @HttpCode(200) @Allow('permit-application.opinions')
  async finish(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('partId') partId: string, @Body() input: FinishPartDto): Promise<TeamworkView> {
    await this.teamwork.finish(actor, id, partId, input);
    return this.views.teamwork(actor, id);
  }

  /** Asks for a part again that was handed in: by the lead, a supervisor or its own reviewer. */
  @Post(':id/parts/:partId/reopen') @HttpCode(200) @Allow('permit-application.opinions')
  async reopen(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('partId') partId: string, @Body() input: ReasonDto): Promise<TeamworkView> {
    await this.teamwork.reopen(actor, id, partId, input);
    return this.views.teamwork(actor, id);
  }

  /** 会签: asks a named colleague. */
  @Post(':id/countersigns') @Allow('permit-application.opinions')
  async ask(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: AskCountersignDto): Promise<TeamworkView> {
    await this.countersigns.ask(actor, id, input);
    return this.views.teamwork(actor, id);
  }

  @Post(':id/countersigns/:countersignId/answer') @HttpCode(200) @Allow('permit-application.countersign')
  async answer(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('countersignId') countersignId: string, @Body() input: AnswerCountersignDto): Promise<TeamworkView> {
    await this.countersigns.answer(actor, id, countersignId, input);
    return this.views.teamwork(actor, id);
  }

  /** Nothing waits for it any more: by who asked, the lead or a supervisor. */
  @Post(':id/countersigns/:countersignId/withdraw') @HttpCode(200) @Allow('permit-application.countersign')
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('countersignId') countersignId: string, @Body() input: ReasonDto): Promise<TeamworkView> {
    await this.countersigns.withdraw(actor, id, countersignId, input.reason);
    return this.views.teamwork(actor, id);
  }

  /** Another colleague answers instead: by who asked, the lead, a supervisor or the one who was asked. */
  @Post(':id/countersigns/:countersignId/hand-over') @HttpCode(200) @Allow('permit-application.countersign')
  async handOverCountersign(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('countersignId') countersignId: string, @Body() input: HandOverPartDto): Promise<TeamworkView> {
    await this.countersigns.handOver(actor, id, countersignId, input);
    return this.views.teamwork(actor, id);
  }

  /** Site checks of the application; the applicant sees those that were reported. */
  @Get(':id/site-checks') @Allow('permit-application.read')
  siteChecks(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<SiteCheckView[]> {
    return this.views.siteChecks(actor, id);
  }

  /** Orders a site check: who (two certified officers at least), when, why. The list is drawn from the form. */
  @Post(':id/site-checks') @Allow('permit-application.site-check')
  async order(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: OrderSiteCheckDto): Promise<SiteCheckView> {
    const check = await this.checks.order(actor, id, input);
    return this.views.siteCheck(actor, check.id);
  }

  /** The longer period for key management, once a site check is ordered; taken back when the last one is called off. */
  @Post(':id/extend-for-site-check') @HttpCode(200) @Allow('permit-application.extend')
  async extend(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: ReasonDto): Promise<ApplicationView> {
    await this.checks.extend(actor, id, input.reason);
    return this.applications.detail(actor, id);
  }
}

/** One site check, as it is filled in on a phone. */
@Controller('site-checks')
export class SiteChecksController {
  constructor(
    private readonly checks: SiteChecks,
    private readonly views: OfficersViews,
  ) {}

  @Get(':id') @Allow('permit-application.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<SiteCheckView> {
    return this.views.siteCheck(actor, id);
  }

  /** Time, place and SM3 of a photo uploaded to `/files?subjectType=site-check`. Repeating it is harmless. */
  @Post(':id/photos') @HttpCode(200) @Allow('permit-application.countersign')
  async photo(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: PhotoDto): Promise<CheckPhotoView> {
    return photoView(await this.checks.addPhoto(actor, id, input));
  }

  /** The report, once. Repeating it with the same `clientId` answers the same report. */
  @Put(':id/report') @Allow('permit-application.countersign')
  async report(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: ReportSiteCheckDto): Promise<SiteCheckView> {
    const { clientId, ...report } = input;
    await this.checks.report(actor, id, { clientId, report });
    return this.views.siteCheck(actor, id);
  }

  @Post(':id/cancel') @HttpCode(200) @Allow('permit-application.site-check')
  async cancel(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: ReasonDto): Promise<SiteCheckView> {
    await this.checks.cancel(actor, id, input.reason);
    return this.views.siteCheck(actor, id);
  }
}
