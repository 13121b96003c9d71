import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam } from '@huanbao/platform';
import { ApplicationViews, findingView, runView } from './application-views';
import { DecisionService } from './decision.service';
import { DecideDto, ContestDto, DispositionDto, IssueDto, LatestReviewDto, OpinionDto, ProposeRefusalDto, RejectIntakeDto, RequestCorrectionDto, SettleRefusalDto } from './dto/application.dto';
import { IntakeService } from './intake.service';
import { IssuingService } from './issuing.service';
import { RefusalService } from './refusal.service';
import { ReviewRunsService } from './review-runs.service';
import { ReviewService } from './review.service';
import { ApplicationView, ReviewFindingView, ReviewRunView, ReviewView } from './views/application.view';

/** The machine review and the bureau's steps. */
@Controller('permit-applications')
export class ProcedureController {
  constructor(
    private readonly runs: ReviewRunsService,
    private readonly intake: IntakeService,
    private readonly reviews: ReviewService,
    private readonly decisions: DecisionService,
    private readonly refusals: RefusalService,
    private readonly issuing: IssuingService,
    private readonly views: ApplicationViews,
  ) {}

  /** Queues a machine review; while one waits, that one is answered. Progress comes by SSE and by asking again. */
  @Post(':id/review-runs') @Allow('permit-application.run-review') @HttpCode(202)
  async runReview(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ReviewRunView> {
    const run = await this.runs.request(actor, id);
    // it waits: it will read the form and the day as they are when it begins
    return runView(run, true);
  }

  /** With its findings, all or those of one section. */
  @Get(':id/review-runs/latest') @Allow('permit-application.read')
  latestReview(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() { section }: LatestReviewDto): Promise<ReviewView> {
    return this.views.review(actor, id, section);
  }

  /** The applicant holds that an error is none, with the reason; it may hand in with it, and an officer rules before acceptance. Without a reason that is taken back. */
  @Post(':id/findings/:findingId/contest') @Allow('permit-application.edit') @HttpCode(200)
  async contest(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('findingId') findingId: string, @Body() { reason }: ContestDto): Promise<ReviewFindingView> {
    return findingView(await this.runs.contest(actor, id, findingId, reason ?? null), {});
  }

  /** The officer follows a finding, or overrules it with a reason. */
  @Post(':id/findings/:findingId/disposition') @Allow('permit-application.dispose-finding') @HttpCode(200)
  async dispose(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('findingId') findingId: string,
    @Body() input: DispositionDto,
  ): Promise<ReviewFindingView> {
    return findingView(await this.runs.dispose(actor, id, findingId, input), {});
  }

  @Post(':id/accept') @Allow('permit-application.accept') @HttpCode(200)
  async accept(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ApplicationView> {
    await this.intake.accept(actor, id);
    return this.views.detail(actor, id);
  }

  /** 补正: everything at once, field by field. */
  @Post(':id/request-correction') @Allow('permit-application.request-correction') @HttpCode(200)
  async requestCorrection(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: RequestCorrectionDto): Promise<ApplicationView> {
    await this.intake.requestCorrection(actor, id, input);
    return this.views.detail(actor, id);
  }

  @Post(':id/reject-intake') @Allow('permit-application.reject-intake') @HttpCode(200)
  async rejectIntake(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: RejectIntakeDto): Promise<ApplicationView> {
    await this.intake.rejectIntake(actor, id, input.reason);
    return this.views.detail(actor, id);
  }

  /** Begins the review; claims the case when nobody has. */
  @Post(':id/start-review') @Allow('permit-application.start-review') @HttpCode(200)
  async startReview(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ApplicationView> {
    await this.reviews.startReview(actor, id);
    return this.views.detail(actor, id);
  }

  /** An opinion on one section; `overall` concludes the review and passes the case to the approver. */
  @Post(':id/opinions') @Allow('permit-application.opinions')
  async opinion(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: OpinionDto): Promise<ApplicationView> {
    await this.reviews.opinion(actor, id, input);
    return this.views.detail(actor, id);
  }

  /** Grant, or send back to the reviewer; a refusal is proposed instead. The reviewer cannot decide. */
  @Post(':id/decide') @Allow('permit-application.decide') @HttpCode(200)
  async decide(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: DecideDto): Promise<ApplicationView> {
    await this.decisions.decide(actor, id, input);
    return this.views.detail(actor, id);
  }

  /** 拟不予许可: reasons, the condition not met, and the applicant's period to speak. The papers go out at once. */
  @Post(':id/refusal') @Allow('permit-application.propose-refusal')
  async proposeRefusal(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: ProposeRefusalDto): Promise<ApplicationView> {
    await this.refusals.propose(actor, id, input);
    return this.views.detail(actor, id);
  }

  /** The second person decides, or drops it. The decision stays hidden until its paper is served. */
  @Post(':id/refusal/settle') @Allow('permit-application.refuse') @HttpCode(200)
  async settleRefusal(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: SettleRefusalDto): Promise<ApplicationView> {
    await this.refusals.settle(actor, id, input);
    return this.views.detail(actor, id);
  }

  /** Issues the permit; 正本 and 副本 follow in the background. */
  @Post(':id/issue') @Allow('permit-application.issue') @HttpCode(200)
  async issue(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: IssueDto): Promise<ApplicationView> {
    await this.issuing.issue(actor, id, input.number);
    return this.views.detail(actor, id);
  }
}
