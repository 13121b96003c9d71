import { Body, Controller, Get, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, IfMatch } from '@huanbao/platform';
import { Correcting } from './correcting/correcting.service';
import { Checking } from './checking/checking.service';
import { EvaluationExportDto, EvaluationListDto, AnnualReasonDto, DecideCorrectionDto, FinishCheckDto, ObjectDto, RecheckDto, SaveChecksDto, SaveReportDto, SubmitReportDto } from './dto';
import { EvaluationQueries } from './evaluation.queries';
import { Contacts } from './objections/contacts.service';
import { Objecting } from './objections/objecting.service';
import { Reporting } from './reporting/reporting.service';
import { AnnualEvaluationPage, AnnualEvaluationView, ObjectionContactView } from './views/evaluation.view';

/** The annual evaluation of one enterprise. Claims and the timeline are `/cases/:id/…`, as for every case. */
@Controller('credit-evaluations')
export class CreditEvaluationsController {
  constructor(
    private readonly queries: EvaluationQueries,
    private readonly reporting: Reporting,
    private readonly checking: Checking,
    private readonly objecting: Objecting,
    private readonly correcting: Correcting,
  ) {}

  @Get() @Allow('credit-evaluation.list')
  list(@CurrentActor() actor: Actor, @Query() query: EvaluationListDto): Promise<AnnualEvaluationPage> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('credit-evaluation.export')
  export(@CurrentActor() actor: Actor, @Query() query: EvaluationExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  @Get(':id') @Allow('credit-evaluation.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AnnualEvaluationView> {
    return this.queries.detail(actor, id);
  }

  /** A draft, saved as it is typed. Evidence is uploaded to the subject `credit-evaluation` with the purpose `evidence-<code>`. Send `recordVersion` as If-Match. */
  @Put(':id/report') @Allow('credit-evaluation.prepare')
  async save(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: SaveReportDto): Promise<AnnualEvaluationView> {
    await this.reporting.save({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** The figures of the platform as they are now. */
  @Post(':id/refresh') @HttpCode(200) @Allow('credit-evaluation.prepare')
  async refresh(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AnnualEvaluationView> {
    await this.reporting.refresh(actor, id);
    return this.queries.detail(actor, id);
  }

  /** Handed in with the commitment; kept as a copy of record. Send the version of the case as If-Match. */
  @Post(':id/submit') @HttpCode(200) @Allow('credit-evaluation.submit')
  async submit(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: SubmitReportDto): Promise<AnnualEvaluationView> {
    await this.reporting.submit({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** Not reported in time: checked by what is known. */
  @Post(':id/take-up') @HttpCode(200) @Allow('credit-evaluation.check')
  async takeUp(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<AnnualEvaluationView> {
    await this.checking.takeUp({ actor, id, version });
    return this.queries.detail(actor, id);
  }

  /** Indicator by indicator: accepted, or changed with a reason. The officer’s evidence has the purpose `check-<code>`. Send `recordVersion` as If-Match. */
  @Put(':id/checks') @Allow('credit-evaluation.check')
  async check(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: SaveChecksDto): Promise<AnnualEvaluationView> {
    await this.checking.save({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/finish-check') @HttpCode(200) @Allow('credit-evaluation.check')
  async finish(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { note }: FinishCheckDto): Promise<AnnualEvaluationView> {
    await this.checking.finish({ actor, id, version }, note);
    return this.queries.detail(actor, id);
  }

  /** Back to the enterprise, once. */
  @Post(':id/give-back') @HttpCode(200) @Allow('credit-evaluation.check')
  async giveBack(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: AnnualReasonDto): Promise<AnnualEvaluationView> {
    await this.checking.giveBack({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  /** By somebody who did not check it; the result is reckoned. */
  @Post(':id/confirm') @HttpCode(200) @Allow('credit-evaluation.review')
  async confirm(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { note }: FinishCheckDto): Promise<AnnualEvaluationView> {
    await this.checking.confirm({ actor, id, version }, note);
    return this.queries.detail(actor, id);
  }

  @Post(':id/send-back') @HttpCode(200) @Allow('credit-evaluation.review')
  async sendBack(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: AnnualReasonDto): Promise<AnnualEvaluationView> {
    await this.checking.sendBack({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  /** Within the publicity. It holds up the publication of this enterprise alone. */
  @Post(':id/object') @HttpCode(200) @Allow('credit-evaluation.object')
  async object(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { words }: ObjectDto): Promise<AnnualEvaluationView> {
    await this.objecting.object(actor, id, words);
    return this.queries.detail(actor, id);
  }

  /** By somebody who neither checked nor reviewed it: kept, or changed and reckoned anew. */
  @Post(':id/recheck') @HttpCode(200) @Allow('credit-evaluation.recheck')
  async recheck(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: RecheckDto): Promise<AnnualEvaluationView> {
    await this.objecting.answer({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** A published result is to be put right: with the values as they were looked at, for a second person. */
  @Post(':id/propose-correction') @HttpCode(200) @Allow('credit-evaluation.check')
  async proposeCorrection(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: AnnualReasonDto): Promise<AnnualEvaluationView> {
    await this.correcting.propose({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  /** By somebody who did not propose it: made public first where the grade gets worse, published at once where it does not. */
  @Post(':id/decide-correction') @HttpCode(200) @Allow('credit-evaluation.correct')
  async decideCorrection(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: DecideCorrectionDto): Promise<AnnualEvaluationView> {
    await this.correcting.decide({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }
}

@Controller('credit-evaluation-objections')
export class EvaluationObjectionsController {
  constructor(private readonly contacts: Contacts) {}

  /** Name and telephone of a citizen who objected, for who answers. Each look is recorded with its reason. */
  @Post(':id/contact') @HttpCode(200) @Allow('credit-evaluation.recheck')
  contact(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: AnnualReasonDto): Promise<ObjectionContactView> {
    return this.contacts.of(actor, id, reason);
  }
}
