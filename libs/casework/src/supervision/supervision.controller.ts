import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, PageQuery } from '@huanbao/platform';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { CasesQuery } from '../views/cases.query';
import { Supervision } from './supervision.entity';
import { Supervisions } from './supervision.service';
import { SupervisionPageView, SupervisionView, WorkloadView } from './supervision.view';

export class SupervisionListDto extends PageQuery {
  /** What waits for an answer (open), or what was answered. */
  @IsOptional() @IsIn(['open', 'answered'])
  state?: 'open' | 'answered';

  /** Only one reason: nearly over, overdue, or paused longer than was told. */
  @IsOptional() @IsIn(['due-soon', 'overdue', 'pause-over'])
  level?: Supervision['level'];

  /** The one that waits longest first (usual for what is open), or the newest. */
  @IsOptional() @IsIn(['oldest', 'newest'])
  sort?: 'oldest' | 'newest';

  /** Number, party or title, from two characters. */
  @IsOptional() @IsString() @MinLength(2) @MaxLength(100)
  q?: string;
}

export class SupervisionAnswerDto {
  /** What is done about it. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)) @IsString() @MinLength(5) @MaxLength(1000)
  text!: string;
}

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
