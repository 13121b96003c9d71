import { Controller, Get, Query } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Public } from '@huanbao/platform';
import { Amendments } from './amendments.service';
import { MethodQuery } from './methods.dto';
import { AmendmentView, amendmentView, MethodOptionsView, TaskProcedureView, TaskQuestionView, questionView } from './methods.view';
import { ProcedureQueries } from './procedure.queries';
import { Questions } from './questions.service';

/** The six methods of procurement and the law about them. */
@Controller()
export class MethodsController {
  constructor(private readonly queries: ProcedureQueries) {}

  /** Which methods the law demands, admits or refuses for this money, kind and budget, with reasons and the first lawful deadline. */
  @Get('procurement-methods') @Allow('task.list')
  options(@Query() query: MethodQuery): Promise<MethodOptionsView> {
    return this.queries.options(query);
  }

  /** How this procurement runs: method, law, calendar, and the ways on when too few have bid. */
  @Get('service-tasks/:id/procedure') @Allow('task.read')
  procedure(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<TaskProcedureView> {
    return this.queries.of(actor, id);
  }
}

/** The same of what everybody may see. */
@Controller('public/service-tasks/:id')
export class PublicMethodsController {
  constructor(
    private readonly queries: ProcedureQueries,
    private readonly questions: Questions,
    private readonly amendments: Amendments,
  ) {}

  @Get('procedure') @Public()
  procedure(@IdParam() id: string): Promise<TaskProcedureView> {
    return this.queries.ofPublic(id);
  }

  /** Answered questions; nobody learns who asked. */
  @Get('questions') @Public()
  async answered(@IdParam() id: string): Promise<TaskQuestionView[]> {
    const task = await this.queries.publicTask(id);
    return (await this.questions.answered(task.id)).map(one => questionView(one, null));
  }

  @Get('amendments') @Public()
  async amended(@IdParam() id: string): Promise<AmendmentView[]> {
    const task = await this.queries.publicTask(id);
    return (await this.amendments.ofPublic(task.id)).map(amendmentView);
  }
}
