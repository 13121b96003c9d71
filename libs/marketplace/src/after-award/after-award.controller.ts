import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam } from '@huanbao/platform';
import { PerformanceBondDto, RecordStepDto, ReturnPerformanceBondDto } from './after-award.dto';
import { AfterAward } from './after-award.service';
import { AfterAwardView } from './after-award.view';

/** What public money owes after the evaluation. */
@Controller('service-tasks/:id')
export class AfterAwardController {
  constructor(private readonly afterAward: AfterAward) {}

  /** The steps with their days, and the performance bond; nothing for private money. */
  @Get('after-award') @Allow('task.deliveries')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AfterAwardView> {
    return this.afterAward.of(actor, id);
  }

  /** The client records that a step was taken, with what proves it. Written again it replaces what stood. */
  @Post('after-award/steps') @HttpCode(200) @Allow('task.procedure')
  async record(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: RecordStepDto): Promise<AfterAwardView> {
    await this.afterAward.record(actor, id, body);
    return this.afterAward.of(actor, id);
  }

  @Post('performance-bond') @HttpCode(200) @Allow('task.procedure')
  async receive(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PerformanceBondDto): Promise<AfterAwardView> {
    await this.afterAward.recordBond(actor, id, body);
    return this.afterAward.of(actor, id);
  }

  @Post('performance-bond/return') @HttpCode(200) @Allow('task.procedure')
  async giveBack(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ReturnPerformanceBondDto): Promise<AfterAwardView> {
    await this.afterAward.returnBond(actor, id, body.returnedOn);
    return this.afterAward.of(actor, id);
  }
}
