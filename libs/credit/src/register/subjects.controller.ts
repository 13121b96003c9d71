import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, PageQuery } from '@huanbao/platform';
import { EventQueries } from './events.queries';
import { RegisterQueries } from './register.queries';
import { CreditAsOfDto, CreditEventExportDto, CreditEventListDto, CreditRegisterDto, CreditRegisterExportDto, CreditWhatIfDto } from './subject.dto';
import { CreditEventPage, CreditRegisterPage, CreditSnapshotPage, CreditSubjectView, CreditWhatIfView } from './subject.view';
import { SubjectQueries } from './subjects.queries';

/** The credit of enterprises and service firms: score and grade of any day with every line, the ledger, how it moved, what would be if. */
@Controller('credit-subjects')
export class CreditSubjectsController {
  constructor(
    private readonly subjects: SubjectQueries,
    private readonly events: EventQueries,
    private readonly register: RegisterQueries,
  ) {}

  @Get() @Allow('credit.list')
  list(@CurrentActor() actor: Actor, @Query() query: CreditRegisterDto): Promise<CreditRegisterPage> {
    return this.register.list(actor, query);
  }

  /** The register as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('credit.list')
  export(@CurrentActor() actor: Actor, @Query() query: CreditRegisterExportDto): Promise<StreamableFile> {
    return this.register.export(actor, query);
  }

  /** As of a day, under a scheme, as known at an instant; left out: today, the scheme in force, all that is known. */
  @Get(':id') @Allow('credit.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: CreditAsOfDto): Promise<CreditSubjectView> {
    return this.subjects.show(actor, id, query);
  }

  @Get(':id/events') @Allow('credit.read')
  eventsOf(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: CreditEventListDto): Promise<CreditEventPage> {
    return this.events.list(actor, id, query);
  }

  @Get(':id/events/export') @Allow('credit.read')
  exportEvents(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: CreditEventExportDto): Promise<StreamableFile> {
    return this.events.export(actor, id, query);
  }

  /** How score and grade moved, newest first. */
  @Get(':id/snapshots') @Allow('credit.read')
  snapshots(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: PageQuery): Promise<CreditSnapshotPage> {
    return this.events.snapshots(actor, id, query);
  }

  /** What would change if events were repaired, revoked or added, or an indicator had another value. Nothing is kept. */
  @Post(':id/what-if') @HttpCode(200) @Allow('credit.what-if')
  whatIf(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CreditWhatIfDto): Promise<CreditWhatIfView> {
    return this.subjects.suppose(actor, id, body);
  }
}
