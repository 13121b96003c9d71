import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { dutyPolicy } from '../duties.policy';
import { ReportStoppageDto, ResumeDto, StoppageListDto, WithdrawStoppageDto } from './stoppage.dto';
import { Stoppage } from './stoppage.entity';
import { StoppagesService } from './stoppages.service';

export class StoppageView {
  id!: string;
  permitId!: string;
  kind!: 'planned' | 'unplanned';
  scope!: string;
  fromOn!: string;
  toOn!: string | null;
  reason!: string;
  state!: 'reported' | 'resumed' | 'withdrawn';
  reportedAt!: Date;
  reportedByName!: string;
  resumedAt!: Date | null;
  resumeNote!: string | null;
  version!: number;
  actions!: string[];
}

export class StoppagePageView {
  items!: StoppageView[];
  nextCursor!: string | null;
}

function viewOf(actor: Actor, row: Stoppage): StoppageView {
  const { id, permitId, kind, scope, fromOn, toOn, reason, state, reportedAt, reportedByName, resumedAt, resumeNote, version } = row;
  return { id, permitId, kind, scope, fromOn, toOn, reason, state, reportedAt, reportedByName, resumedAt, resumeNote, version, actions: dutyPolicy.actionsOn(actor, row) };
}

/** 停产 periods. */
@Controller('stoppages')
export class StoppagesController {
  constructor(private readonly stoppages: StoppagesService) {}

  @Get() @Allow('duty.list')
  async list(@CurrentActor() actor: Actor, @Query() query: StoppageListDto): Promise<StoppagePageView> {
    const page = await this.stoppages.list(actor, query);
    return { items: page.items.map(row => viewOf(actor, row)), nextCursor: page.nextCursor };
  }

  @Post() @Allow('duty.stop') @Idempotent()
  async report(@CurrentActor() actor: Actor, @Body() given: ReportStoppageDto): Promise<StoppageView> {
    return viewOf(actor, await this.stoppages.report(actor, given));
  }

  @Get(':id') @Allow('duty.read')
  async show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StoppageView> {
    return viewOf(actor, await this.stoppages.find(actor, id));
  }

  /** 复产. Send the version you saw as If-Match. */
  @Post(':id/resume') @HttpCode(200) @Allow('duty.stop')
  async resume(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() given: ResumeDto, @IfMatch() version: number): Promise<StoppageView> {
    return viewOf(actor, await this.stoppages.resume(actor, id, { ...given, version }));
  }

  @Post(':id/withdraw') @HttpCode(200) @Allow('duty.stop')
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: WithdrawStoppageDto, @IfMatch() version: number): Promise<StoppageView> {
    return viewOf(actor, await this.stoppages.withdraw(actor, id, { reason, version }));
  }
}
