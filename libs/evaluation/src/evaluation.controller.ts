import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, IfMatch, Public, RateLimit } from '@huanbao/platform';
import { CommitteeService } from './committee/committee.service';
import { CandidateAwardDto, CandidateListQuery, DrawDto, EvaluationPlanDto, EvaluationReasonDto, ExplanationDto, ObjectionAnswerDto, ObjectionDto } from './dto/evaluation.dto';
import { EvaluationQueries } from './evaluation.queries';
import { ObjectionsService } from './objections.service';
import { PlansService } from './plans.service';
import { PublicEvaluations } from './public.queries';
import { PublicityService } from './publicity.service';
import { EvaluationView } from './views/evaluation.view';
import { CandidateNoticePage, PublicEvaluationView } from './views/public.view';

/** The evaluation of a task: criteria, committee, result, publicity, objections, award. Each answer is the evaluation as the reader sees it then. */
@Controller('service-tasks/:id')
export class EvaluationController {
  constructor(
    private readonly plans: PlansService,
    private readonly committee: CommitteeService,
    private readonly publicity: PublicityService,
    private readonly objections: ObjectionsService,
    private readonly queries: EvaluationQueries,
  ) {}

  @Get('evaluation') @Allow('evaluation.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EvaluationView> {
    return this.queries.of(actor, id);
  }

  /** Writes the criteria of a draft. Send the plan's version as If-Match, `"v0"` when there is none yet. */
  @Put('evaluation-plan') @Allow('evaluation.plan')
  async plan(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: EvaluationPlanDto, @IfMatch() version: number): Promise<EvaluationView> {
    await this.plans.put(actor, id, body, version);
    return this.queries.of(actor, id);
  }

  @Delete('evaluation-plan') @HttpCode(204) @Allow('evaluation.plan')
  removePlan(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.plans.remove(actor, id);
  }

  /** Draws experts for all vacancies and seats the enterprise's representatives. */
  @Post('evaluation/draw') @HttpCode(200) @Allow('evaluation.run')
  async draw(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: DrawDto): Promise<EvaluationView> {
    await this.committee.draw(actor, id, body);
    return this.queries.of(actor, id);
  }

  /** Sends the personal links again to all who have not handed in. */
  @Post('evaluation/remind') @HttpCode(204) @Allow('evaluation.run')
  remind(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.committee.remind(actor, id);
  }

  @Post('evaluation/seats/:seatId/remove') @HttpCode(200) @Allow('evaluation.recuse')
  async remove(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('seatId') seatId: string, @Body() body: EvaluationReasonDto): Promise<EvaluationView> {
    await this.committee.remove(actor, { taskId: id, seatId }, body.reason);
    return this.queries.of(actor, id);
  }

  /** The firm's written explanation of its low price. */
  @Post('evaluation/explanation') @HttpCode(200) @Allow('evaluation.explain')
  async explain(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ExplanationDto): Promise<EvaluationView> {
    await this.publicity.explain(actor, id, body);
    return this.queries.of(actor, id);
  }

  @Post('evaluation/publicity') @HttpCode(200) @Allow('evaluation.run')
  async publish(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EvaluationView> {
    await this.publicity.publish(actor, id);
    return this.queries.of(actor, id);
  }

  @Post('evaluation/objections') @HttpCode(200) @Allow('evaluation.object')
  async object(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ObjectionDto): Promise<EvaluationView> {
    await this.objections.object(actor, id, body);
    return this.queries.of(actor, id);
  }

  @Post('evaluation/objections/:objectionId/answer') @HttpCode(200) @Allow('evaluation.run')
  async answer(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('objectionId') objectionId: string, @Body() body: ObjectionAnswerDto): Promise<EvaluationView> {
    await this.objections.answer(actor, { taskId: id, objectionId }, body);
    return this.queries.of(actor, id);
  }

  /** Awards a candidate after the publicity. */
  @Post('evaluation/award') @HttpCode(200) @Allow('evaluation.run')
  async award(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CandidateAwardDto): Promise<EvaluationView> {
    await this.publicity.award(actor, id, body);
    return this.queries.of(actor, id);
  }
}

/** Criteria and candidates for everybody. */
@Controller('public')
export class PublicEvaluationController {
  constructor(private readonly queries: PublicEvaluations) {}

  /** Tasks whose candidates were published, the newest first. */
  @Get('candidate-notices') @Public() @RateLimit('public-search')
  list(@Query() query: CandidateListQuery): Promise<CandidateNoticePage> {
    return this.queries.list(query);
  }

  @Get('service-tasks/:id/evaluation') @Public()
  show(@IdParam() id: string): Promise<PublicEvaluationView> {
    return this.queries.of(id);
  }
}
