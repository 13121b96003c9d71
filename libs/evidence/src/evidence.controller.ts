import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam } from '@huanbao/platform';
import { DocumentsCheck } from './documents-check';
import { DecideSuspicionDto, DocumentsCheckView, SuspicionExportDto, SuspicionListDto, SuspicionPageView, SuspicionView } from './evidence.view';
import { SuspicionsService } from './suspicions.service';

/** Documents against the form, for the applicant before submission and for the reviewer. */
@Controller('permit-applications')
export class DocumentsCheckController {
  constructor(private readonly check: DocumentsCheck) {}

  @Get(':id/documents-check') @Allow('permit-application.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DocumentsCheckView> {
    return this.check.of(actor, id);
  }
}

/** Documents of different applicants that have too much in common, and such as cannot be: for officers. */
@Controller('suspicions')
export class SuspicionsController {
  constructor(private readonly suspicions: SuspicionsService) {}

  @Get() @Allow('suspicion.list')
  list(@CurrentActor() actor: Actor, @Query() query: SuspicionListDto): Promise<SuspicionPageView> {
    return this.suspicions.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('suspicion.list')
  export(@CurrentActor() actor: Actor, @Query() query: SuspicionExportDto): Promise<StreamableFile> {
    return this.suspicions.export(actor, query);
  }

  @Get(':id') @Allow('suspicion.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<SuspicionView> {
    return this.suspicions.detail(actor, id);
  }

  /** It is nothing, with the reason. */
  @Post(':id/dismiss') @Allow('suspicion.decide') @HttpCode(200)
  dismiss(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: DecideSuspicionDto): Promise<SuspicionView> {
    return this.suspicions.dismiss(actor, id, input.reason);
  }

  /** Enforcement is told. The application is not touched. */
  @Post(':id/clue') @Allow('suspicion.decide') @HttpCode(200)
  clue(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: DecideSuspicionDto): Promise<SuspicionView> {
    return this.suspicions.openClue(actor, id, input.reason);
  }
}
