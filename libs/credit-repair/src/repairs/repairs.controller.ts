import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, IfMatch } from '@huanbao/platform';
import { CreditCaseExportDto, CreditCaseListDto } from '../dto/lists.dto';
import { CorrectRepairDto, CreditReasonDto, GrantRepairDto, OpenRepairDto, RefuseRepairDto, SubmitRepairDto, VerifyRepairDto } from '../dto/repair.dto';
import { CreditCasePage, CreditRepairView } from '../views/repair.view';
import { RepairApplying } from './applying.service';
import { RepairHandling } from './handling.service';
import { RepairQueries } from './repair.queries';

/** 信用修复: one application about one event. Claims, pauses of the clock and papers are `/cases/:id/…` and `/notices/:id/…`, as for every case. */
@Controller('credit-repairs')
export class CreditRepairsController {
  constructor(
    private readonly queries: RepairQueries,
    private readonly applying: RepairApplying,
    private readonly handling: RepairHandling,
  ) {}

  @Get() @Allow('credit-repair.list')
  list(@CurrentActor() actor: Actor, @Query() query: CreditCaseListDto): Promise<CreditCasePage> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('credit-repair.export')
  export(@CurrentActor() actor: Actor, @Query() query: CreditCaseExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  /** Begins an application for an event. Proofs are uploaded to the subject `credit-repair` under its id, with the purpose `proof-<key>`. */
  @Post() @Allow('credit-repair.prepare')
  async open(@CurrentActor() actor: Actor, @Body() body: OpenRepairDto): Promise<CreditRepairView> {
    return this.queries.detail(actor, await this.applying.open(actor, body.eventId));
  }

  @Get(':id') @Allow('credit-repair.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<CreditRepairView> {
    return this.queries.detail(actor, id);
  }

  /** Handed in with commitment and proofs. Send the version you saw as If-Match. */
  @Post(':id/submit') @HttpCode(200) @Allow('credit-repair.submit')
  async submit(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: SubmitRepairDto): Promise<CreditRepairView> {
    await this.applying.submit({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/resubmit') @HttpCode(200) @Allow('credit-repair.submit')
  async resubmit(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: SubmitRepairDto): Promise<CreditRepairView> {
    await this.applying.resubmit({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/withdraw') @HttpCode(200) @Allow('credit-repair.submit')
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<CreditRepairView> {
    await this.applying.withdraw({ actor, id, version });
    return this.queries.detail(actor, id);
  }

  /** Starts the period of verification; the clock can stand still for on-site checks, monitoring and appraisals. */
  @Post(':id/accept') @HttpCode(200) @Allow('credit-repair.accept')
  async accept(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<CreditRepairView> {
    await this.handling.accept({ actor, id, version });
    return this.queries.detail(actor, id);
  }

  /** Everything that is missing, told once. */
  @Post(':id/request-correction') @HttpCode(200) @Allow('credit-repair.accept')
  async requestCorrection(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: CorrectRepairDto): Promise<CreditRepairView> {
    await this.applying.requestCorrection({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/reject') @HttpCode(200) @Allow('credit-repair.accept')
  async reject(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: CreditReasonDto): Promise<CreditRepairView> {
    await this.handling.reject({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  /** By somebody else than who accepted it. */
  @Post(':id/verify') @HttpCode(200) @Allow('credit-repair.verify')
  async verify(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: VerifyRepairDto): Promise<CreditRepairView> {
    await this.handling.verify({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/verify-again') @HttpCode(200) @Allow('credit-repair.decide')
  async verifyAgain(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: CreditReasonDto): Promise<CreditRepairView> {
    await this.handling.verifyAgain({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  /** By a third person: the event is repaired at once, both papers go out together. */
  @Post(':id/grant') @HttpCode(200) @Allow('credit-repair.decide')
  async grant(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: GrantRepairDto): Promise<CreditRepairView> {
    await this.handling.grant({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/refuse') @HttpCode(200) @Allow('credit-repair.decide')
  async refuse(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: RefuseRepairDto): Promise<CreditRepairView> {
    await this.handling.refuse({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }
}
