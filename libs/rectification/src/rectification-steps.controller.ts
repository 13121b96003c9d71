import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { DecideRectificationDto, RectificationReasonDto, RectificationServiceDto, SuperviseDto, VerifyRectificationDto } from './rectification.dto';
import { RectificationQueries } from './rectification.queries';
import { RectificationClues } from './steps/clues.service';
import { RectificationExtending } from './steps/extending.service';
import { RectificationPlanning } from './steps/planning.service';
import { RectificationSupervising } from './steps/supervising.service';
import { RectificationVerifying } from './steps/verifying.service';
import { RectificationWithdrawing } from './steps/withdrawing.service';
import { RectificationView } from './rectification.view';

/** 整改 at the bureau, from the plan to its end. */
@Controller('rectifications')
export class RectificationStepsController {
  constructor(
    private readonly queries: RectificationQueries,
    private readonly planning: RectificationPlanning,
    private readonly extending: RectificationExtending,
    private readonly verifying: RectificationVerifying,
    private readonly supervising: RectificationSupervising,
    private readonly clues: RectificationClues,
    private readonly withdrawing: RectificationWithdrawing,
  ) {}

  @Post(':id/plan/accept') @HttpCode(200) @Allow('rectification.handle')
  async acceptPlan(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<RectificationView> {
    await this.planning.accept({ actor, id, version });
    return this.queries.detail(actor, id);
  }

  @Post(':id/plan/return') @HttpCode(200) @Allow('rectification.handle')
  async returnPlan(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: RectificationReasonDto): Promise<RectificationView> {
    await this.planning.giveBack({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  /** By a head who did not issue the notice. */
  @Post(':id/extensions/:extensionId/decide') @HttpCode(200) @Allow('rectification.approve')
  async decideExtension(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('extensionId') extensionId: string, @IfMatch() version: number, @Body() body: DecideRectificationDto): Promise<RectificationView> {
    await this.extending.decide({ actor, id, version }, extensionId, body);
    return this.queries.detail(actor, id);
  }

  /** 核查, by somebody who neither found it nor issued the notice. */
  @Post(':id/verify') @HttpCode(200) @Allow('rectification.handle')
  async verify(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: VerifyRectificationDto): Promise<RectificationView> {
    await this.verifying.verify({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** 挂牌督办. */
  @Post(':id/supervision') @HttpCode(200) @Allow('rectification.supervise') @Idempotent()
  async supervise(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: SuperviseDto): Promise<RectificationView> {
    await this.supervising.start({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/supervision/lift') @HttpCode(200) @Allow('rectification.supervise')
  async lift(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: RectificationReasonDto): Promise<RectificationView> {
    await this.supervising.lift({ actor, id }, reason);
    return this.queries.detail(actor, id);
  }

  /** 拟认定督办逾期未完成: the notice is made. */
  @Post(':id/supervision/default') @HttpCode(200) @Allow('rectification.supervise')
  async announceDefault(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: RectificationReasonDto): Promise<RectificationView> {
    await this.supervising.announceDefault({ actor, id }, reason);
    return this.queries.detail(actor, id);
  }

  /** Its service: the days to answer run. */
  @Post(':id/supervision/default/serve') @HttpCode(200) @Allow('rectification.handle')
  async serveDefault(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: RectificationServiceDto): Promise<RectificationView> {
    await this.supervising.serveDefault({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** 认定 or not, by another head than who listed it and who made the notice. */
  @Post(':id/supervision/default/decide') @HttpCode(200) @Allow('rectification.supervise')
  async decideDefault(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: DecideRectificationDto): Promise<RectificationView> {
    await this.supervising.decideDefault({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** 移送立案审查. */
  @Post(':id/clue') @HttpCode(200) @Allow('rectification.handle')
  async clue(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: RectificationReasonDto): Promise<RectificationView> {
    await this.clues.handOver({ actor, id }, reason);
    return this.queries.detail(actor, id);
  }

  /** 撤销 of a wrong notice: proposed here, decided by another person. */
  @Post(':id/withdrawal') @HttpCode(200) @Allow('rectification.handle')
  async askWithdrawal(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: RectificationReasonDto): Promise<RectificationView> {
    await this.withdrawing.ask({ actor, id }, reason);
    return this.queries.detail(actor, id);
  }

  @Post(':id/withdrawal/decide') @HttpCode(200) @Allow('rectification.approve')
  async decideWithdrawal(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: DecideRectificationDto): Promise<RectificationView> {
    await this.withdrawing.decide({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }
}
