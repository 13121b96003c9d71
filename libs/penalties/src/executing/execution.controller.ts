import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam } from '@huanbao/platform';
import { PenaltyAskedDto, ServePaperDto } from '../dto';
import { PenaltyQueries } from '../penalty.queries';
import { PenaltyView } from '../penalty.view';
import { AskCourtDto, CourtStepDto, FileAtCourtDto, ReminderStatementDto, ReminderWordsDto } from './execution.dto';
import { Executing } from './executing.service';

/** 催告 and 申请人民法院强制执行. */
@Controller('penalties')
export class PenaltyExecutionController {
  constructor(
    private readonly queries: PenaltyQueries,
    private readonly executing: Executing,
  ) {}

  /** 制作催告书. */
  @Post(':id/reminder') @HttpCode(200) @Allow('penalty.investigate')
  async remind(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PenaltyView> {
    await this.executing.remind({ actor, id });
    return this.queries.detail(actor, id);
  }

  @Post(':id/reminder/serve') @HttpCode(200) @Allow('penalty.investigate')
  async serve(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ServePaperDto): Promise<PenaltyView> {
    await this.executing.serveReminder({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** What the party said of the reminder, on paper. */
  @Post(':id/reminder/statement') @HttpCode(200) @Allow('penalty.investigate')
  async state(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ReminderStatementDto): Promise<PenaltyView> {
    await this.executing.statePaper({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/reminder/answer') @HttpCode(200) @Allow('penalty.investigate')
  async answer(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ReminderWordsDto): Promise<PenaltyView> {
    await this.executing.answer({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** 报请申请强制执行. */
  @Post(':id/court-application') @HttpCode(200) @Allow('penalty.investigate')
  async ask(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AskCourtDto): Promise<PenaltyView> {
    await this.executing.ask({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** Signed by a head, never by who proposed it. */
  @Post(':id/court-application/decide') @HttpCode(200) @Allow('penalty.approve')
  async decide(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PenaltyAskedDto): Promise<PenaltyView> {
    await this.executing.decide({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** 递交法院. */
  @Post(':id/court-application/file') @HttpCode(200) @Allow('penalty.investigate')
  async file(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: FileAtCourtDto): Promise<PenaltyView> {
    await this.executing.file({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** 受理、裁定、执行完毕、终结. */
  @Post(':id/court-steps') @HttpCode(200) @Allow('penalty.investigate')
  async courtStep(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CourtStepDto): Promise<PenaltyView> {
    await this.executing.courtStep({ actor, id }, body);
    return this.queries.detail(actor, id);
  }
}
