import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent } from '@huanbao/platform';
import { CreditRunExportDto, CreditRunListDto, CreditRunRowsDto, SimulateSchemeDto } from './run.dto';
import { RunQueries } from './run.queries';
import { CreditRunDetailView, CreditRunPage, CreditRunRowPage, CreditRunView, runView } from './run.view';
import { RunsService } from './runs.service';

/** Work over everybody in the worker, with progress. */
@Controller('credit-runs')
export class CreditRunsController {
  constructor(
    private readonly runs: RunsService,
    private readonly queries: RunQueries,
  ) {}

  @Get() @Allow('credit-scheme.read')
  list(@CurrentActor() actor: Actor, @Query() query: CreditRunListDto): Promise<CreditRunPage> {
    return this.queries.list(actor, query);
  }

  /** Everybody's standing anew, by the schemes and the ledger of today. */
  @Post() @Allow('credit-scheme.recompute') @Idempotent()
  async recompute(@CurrentActor() actor: Actor): Promise<CreditRunView> {
    return runView(await this.runs.recompute(actor));
  }

  /** Goes on where a run that failed stood. */
  @Post(':id/resume') @HttpCode(200) @Allow('credit-scheme.recompute')
  async resume(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<CreditRunView> {
    return runView(await this.runs.resume(actor, id));
  }

  @Get(':id') @Allow('credit-scheme.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<CreditRunDetailView> {
    return this.queries.detail(actor, id);
  }

  /** Who would move, and by how much; for one of the days of the run. */
  @Get(':id/rows') @Allow('credit-scheme.read')
  rows(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: CreditRunRowsDto): Promise<CreditRunRowPage> {
    return this.queries.rows(actor, id, query);
  }

  @Get(':id/rows/export') @Allow('credit-scheme.read')
  export(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: CreditRunExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, id, query);
  }
}

@Controller('credit-schemes')
export class CreditSimulationsController {
  constructor(private readonly runs: RunsService) {}

  /** What this version would change, on today's ledger and at the end of past years. */
  @Post(':id/simulate') @Allow('credit-scheme.simulate') @Idempotent()
  async simulate(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: SimulateSchemeDto): Promise<CreditRunView> {
    return runView(await this.runs.simulate(actor, id, body));
  }
}
