import { Body, Controller, Get, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { ComplaintQueries } from './complaint.queries';
import { AcceptComplaintDto, AnswerComplaintDto, ClassifyComplaintDto, EnterComplaintDto, InformantReasonDto, MergeComplaintDto, ReferComplaintDto, RefuseComplaintDto, TellRefusalDto } from './dto';
import { Handling } from './handling/handling.service';
import { Informants } from './handling/informants.service';
import { Registering } from './intake/register.service';
import { ComplaintExportQuery, ComplaintListQuery } from './lists.dto';
import { ComplaintPageView, ComplaintView, InformantView } from './views/complaint.view';
import { ComplaintReceiptView } from './views/public.view';

/** Complaints at the bureau. Claiming, putting back and handing over are `/cases/:id/…`, as for every case. */
@Controller('complaints')
export class ComplaintsController {
  constructor(
    private readonly queries: ComplaintQueries,
    private readonly handling: Handling,
    private readonly registering: Registering,
    private readonly informants: Informants,
  ) {}

  @Get() @Allow('complaint.list')
  list(@CurrentActor() actor: Actor, @Query() query: ComplaintListQuery): Promise<ComplaintPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows, without informants. Each export is recorded. */
  @Get('export') @Allow('complaint.export')
  export(@CurrentActor() actor: Actor, @Query() query: ComplaintExportQuery): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  /** A call, a visitor, a report from elsewhere. The receipt is read out or handed over. */
  @Post() @Allow('complaint.enter') @Idempotent()
  enter(@CurrentActor() actor: Actor, @Body() body: EnterComplaintDto): Promise<ComplaintReceiptView> {
    return this.registering.enter(actor, body);
  }

  @Get(':id') @Allow('complaint.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ComplaintView> {
    return this.queries.detail(actor, id);
  }

  /** Subject, place and enterprise as the officer found them. */
  @Put(':id/classification') @Allow('complaint.classify')
  async classify(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ClassifyComplaintDto): Promise<ComplaintView> {
    await this.handling.classify({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** Accepted: enforcement is told, the period to start the handling runs. Send the version you saw as If-Match. */
  @Post(':id/accept') @HttpCode(200) @Allow('complaint.judge')
  async accept(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: AcceptComplaintDto): Promise<ComplaintView> {
    await this.handling.accept({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/refuse') @HttpCode(200) @Allow('complaint.judge')
  async refuse(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: RefuseComplaintDto): Promise<ComplaintView> {
    await this.handling.refuse({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  /** How the reporter was told that it is not accepted, and why. */
  @Post(':id/tell') @HttpCode(200) @Allow('complaint.judge')
  async tell(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: TellRefusalDto): Promise<ComplaintView> {
    await this.handling.tellRefusal({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** The handling is started; its period counts from the acceptance. */
  @Post(':id/begin') @HttpCode(200) @Allow('complaint.handle')
  async begin(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<ComplaintView> {
    await this.handling.begin({ actor, id, version });
    return this.queries.detail(actor, id);
  }

  /** Another authority is competent: the reporter reads which, and why. */
  @Post(':id/refer') @HttpCode(200) @Allow('complaint.judge')
  async refer(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: ReferComplaintDto): Promise<ComplaintView> {
    await this.handling.refer({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** Into another complaint of the same problem; its answer reaches the reporters of both. */
  @Post(':id/merge') @HttpCode(200) @Allow('complaint.judge')
  async merge(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { parentId }: MergeComplaintDto): Promise<ComplaintView> {
    await this.handling.merge({ actor, id, version }, parentId);
    return this.queries.detail(actor, id);
  }

  /** What was found and done; the reporters of all merged complaints read it. */
  @Post(':id/answer') @HttpCode(200) @Allow('complaint.handle')
  async answer(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: AnswerComplaintDto): Promise<ComplaintView> {
    await this.handling.answer({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** Name and phone of the informant, with the reason for the look. Each look is recorded and shown. */
  @Post(':id/informant') @HttpCode(200) @Allow('complaint.informant')
  informant(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: InformantReasonDto): Promise<InformantView> {
    return this.informants.look(actor, id, reason);
  }
}
