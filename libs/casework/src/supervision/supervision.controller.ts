import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam } from '@huanbao/platform';
import { CasesQuery } from '../views/cases.query';
import { SupervisionAnswerDto, SupervisionListDto } from './supervision.dto';
import { Supervisions } from './supervision.service';
import { SupervisionPageView, SupervisionView, WorkloadView } from './supervision.view';

/** 督办: what the supervisor has to answer, and how much lies with whom. */
@Controller('supervisions')
export class SupervisionsController {
  constructor(
    private readonly supervisions: Supervisions,
    private readonly cases: CasesQuery,
  ) {}

  @Get() @Allow('case.supervise')
  list(@CurrentActor() actor: Actor, @Query() query: SupervisionListDto): Promise<SupervisionPageView> {
    return this.supervisions.list(actor, query);
  }

  /** Open cases by officer, most first. */
  @Get('workload') @Allow('case.queue')
  workload(@CurrentActor() actor: Actor): Promise<WorkloadView[]> {
    return this.cases.workload(actor);
  }

  @Post(':id/answer') @HttpCode(200) @Allow('case.supervise')
  answer(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: SupervisionAnswerDto): Promise<SupervisionView> {
    return this.supervisions.answer(actor, id, input.text);
  }
}
