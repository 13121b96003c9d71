import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, IfMatch } from '@huanbao/platform';
import { ComplaintQueries } from '../complaint.queries';
import { Disputes } from '../disputes/disputes.service';
import { CloseComplaintDto, DecideExtensionDto, EnterDisputeDto, ExtendComplaintDto, JudgeDisputeDto, ReopenComplaintDto } from '../dto';
import { Closing } from '../handling/closing.service';
import { Extensions } from '../handling/extensions.service';
import { ComplaintView } from '../views/complaint.view';

/** More time, the end of a round, and what makes another one. Send the version you saw as If-Match. */
@Controller('complaints')
export class ComplaintRoundsController {
  constructor(
    private readonly queries: ComplaintQueries,
    private readonly extensions: Extensions,
    private readonly closing: Closing,
    private readonly disputes: Disputes,
  ) {}

  /** Asked for by who handles it, with reasons. */
  @Post(':id/extension') @HttpCode(200) @Allow('complaint.handle')
  async askExtension(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: ExtendComplaintDto): Promise<ComplaintView> {
    await this.extensions.ask({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** Decided by another person; the reporters read it. */
  @Post(':id/extend') @HttpCode(200) @Allow('complaint.extend')
  async extend(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: DecideExtensionDto): Promise<ComplaintView> {
    await this.extensions.decide({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** The call back, and with it the end. A reporter who gave a name is told, or the reason why not stands here. */
  @Post(':id/close') @HttpCode(200) @Allow('complaint.close')
  async close(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: CloseComplaintDto): Promise<ComplaintView> {
    await this.closing.close({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** The call back to the reporter of a merged report. */
  @Post(':id/call-back') @HttpCode(200) @Allow('complaint.close')
  async callBack(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CloseComplaintDto): Promise<ComplaintView> {
    await this.closing.tellMerged({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** Handled again, also when it was closed: new facts, an answer that was false. */
  @Post(':id/reopen') @HttpCode(200) @Allow('complaint.close')
  async reopen(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: ReopenComplaintDto): Promise<ComplaintView> {
    await this.closing.reopen({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** A reporter said on the phone or at the window that the answer does not satisfy. */
  @Post(':id/dispute') @HttpCode(200) @Allow('complaint.close')
  async dispute(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: EnterDisputeDto): Promise<ComplaintView> {
    await this.queries.assertSees(actor, id, 'complaint.close');
    await this.disputes.state(id, { reason, actor, by: 'officer' });
    return this.queries.detail(actor, id);
  }

  /** The dissatisfaction is judged by somebody who did not answer: handled again, or upheld with reasons. */
  @Post(':id/judge') @HttpCode(200) @Allow('complaint.judge-dispute')
  async judge(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: JudgeDisputeDto): Promise<ComplaintView> {
    await this.disputes.decide({ actor, id, version }, 'first', body);
    return this.queries.decided(actor, id);
  }

  /** 复查意见, by the supervisor; the way after it is the higher authority. */
  @Post(':id/review') @HttpCode(200) @Allow('complaint.review')
  async review(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: JudgeDisputeDto): Promise<ComplaintView> {
    await this.disputes.decide({ actor, id, version }, 'review', body);
    return this.queries.decided(actor, id);
  }
}
