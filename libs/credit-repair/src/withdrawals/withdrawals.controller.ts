import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam } from '@huanbao/platform';
import { DecideWithdrawalDto, ProposeWithdrawalDto, StateWithdrawalDto } from '../dto/repair.dto';
import { RepairQueries } from '../repairs/repair.queries';
import { CreditRepairView } from '../views/repair.view';
import { Withdrawing } from './withdrawing.service';

/** A granted repair is taken back when its papers were false. */
@Controller('credit-repairs')
export class RepairWithdrawalsController {
  constructor(
    private readonly withdrawing: Withdrawing,
    private readonly queries: RepairQueries,
  ) {}

  /** With reason and evidence; the party is told and may state its case. */
  @Post(':id/propose-withdrawal') @HttpCode(200) @Allow('credit-repair.propose-withdrawal')
  async propose(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ProposeWithdrawalDto): Promise<CreditRepairView> {
    await this.withdrawing.propose({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/state-withdrawal') @HttpCode(200) @Allow('credit-repair.state-withdrawal')
  async state(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { statement }: StateWithdrawalDto): Promise<CreditRepairView> {
    await this.withdrawing.state({ actor, id }, statement);
    return this.queries.detail(actor, id);
  }

  /** By another person than who proposed it: the event counts again from today, and the certificate is void. */
  @Post(':id/decide-withdrawal') @HttpCode(200) @Allow('credit-repair.decide-withdrawal')
  async decide(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: DecideWithdrawalDto): Promise<CreditRepairView> {
    await this.withdrawing.decide({ actor, id }, body);
    return this.queries.detail(actor, id);
  }
}
