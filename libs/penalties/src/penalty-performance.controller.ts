import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { PenaltyAskedDto, PenaltyReasonDto } from './dto';
import { AskDeferralDto, DailyPenaltyDto, DecidePenaltyPaymentDto, PenaltyContestDto, PenaltyPaymentDto, PenaltyPerformanceDto, PublishPenaltyDto } from './performance.dto';
import { PenaltyQueries } from './penalty.queries';
import { PenaltyCreatedView, PenaltyView } from './penalty.view';
import { Contesting } from './steps/contesting.service';
import { Performing } from './steps/performing.service';
import { Publishing } from './steps/publishing.service';

/** After the decision: performance, contests, publication. */
@Controller('penalties')
export class PenaltyPerformanceController {
  constructor(
    private readonly queries: PenaltyQueries,
    private readonly contesting: Contesting,
    private readonly performing: Performing,
    private readonly publishing: Publishing,
  ) {}

  /** A voucher an officer has in hand. */
  @Post(':id/payments') @HttpCode(200) @Allow('penalty.investigate') @Idempotent()
  async pay(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PenaltyPaymentDto): Promise<PenaltyView> {
    await this.performing.pay({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** A voucher of the party, compared. */
  @Post(':id/payments/:paymentId/decide') @HttpCode(200) @Allow('penalty.investigate')
  async decidePayment(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('paymentId') paymentId: string, @Body() body: DecidePenaltyPaymentDto): Promise<PenaltyView> {
    await this.performing.decidePayment({ actor, id }, paymentId, body);
    return this.queries.detail(actor, id);
  }

  /** 延期、分期. */
  @Post(':id/deferrals') @HttpCode(200) @Allow('penalty.investigate') @Idempotent()
  async askDeferral(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AskDeferralDto): Promise<PenaltyView> {
    await this.performing.askDeferral({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/deferrals/:deferralId/decide') @HttpCode(200) @Allow('penalty.approve')
  async decideDeferral(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('deferralId') deferralId: string, @Body() body: PenaltyAskedDto): Promise<PenaltyView> {
    const { version } = (await this.queries.seen(actor, id)).case;
    await this.performing.decideDeferral({ actor, id, version }, deferralId, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/performance') @HttpCode(200) @Allow('penalty.investigate')
  async perform(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PenaltyPerformanceDto): Promise<PenaltyView> {
    await this.performing.perform({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** 结案, when every condition is met. */
  @Post(':id/close') @HttpCode(200) @Allow('penalty.approve')
  async close(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: PenaltyReasonDto): Promise<PenaltyView> {
    await this.performing.close({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** 复议、诉讼; as a rule it does not stop execution. */
  @Post(':id/contests') @HttpCode(200) @Allow('penalty.investigate') @Idempotent()
  async contest(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PenaltyContestDto): Promise<PenaltyView> {
    await this.contesting.contest({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** 按日连续处罚: opens a case of its own. */
  @Post(':id/daily-penalty') @Allow('penalty.investigate') @Idempotent()
  async daily(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: DailyPenaltyDto): Promise<PenaltyCreatedView> {
    return { id: await this.contesting.daily({ actor, id }, body) };
  }

  /** To the public list, personal data masked. */
  @Post(':id/publish') @HttpCode(200) @Allow('penalty.publish')
  async publish(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PublishPenaltyDto): Promise<PenaltyView> {
    await this.publishing.publish({ actor, id }, body);
    return this.queries.detail(actor, id);
  }
}
