import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch, Public, RateLimit } from '@huanbao/platform';
import { AwardReminderDto, CancellationExportQuery, CancellationListQuery, CancellationReasonDto, CancellationStatementDto, NoticeCancellationDto, PublicCancellationQuery, RuleCancellationDto, SigningComplaintDto } from './cancellation.dto';
import { CancellationQueries } from './cancellation.queries';
import { AwardReminderView, CancellationPageView, CancellationView, PublicCancellationPageView } from './cancellation.view';
import { CancellationsService } from './cancellations.service';
import { RulingsService } from './rulings.service';

/** An award whose contract is not signed: reminder, notice, cancellation, complaint. */
@Controller('contracts/:id')
export class UnsignedContractsController {
  constructor(
    private readonly cancellations: CancellationsService,
    private readonly queries: CancellationQueries,
  ) {}

  @Get('award-reminders') @Allow('contract.read')
  reminders(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AwardReminderView[]> {
    return this.queries.reminders(actor, id);
  }

  /** A written reminder to the firm to sign, with its last day. */
  @Post('award-reminders') @Allow('award-cancellation.remind') @Idempotent()
  async remind(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AwardReminderDto): Promise<AwardReminderView[]> {
    await this.cancellations.remind(actor, id, body);
    return this.queries.reminders(actor, id);
  }

  /** Tells the firm that the award is to be cancelled, on what ground, and until when it may answer. */
  @Post('award-cancellations') @Allow('award-cancellation.notice') @Idempotent()
  async notice(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: NoticeCancellationDto): Promise<CancellationView> {
    return this.queries.viewOf(actor, await this.cancellations.notice(actor, id, body));
  }

  /** The firm complains to the bureau that the client will not sign. */
  @Post('signing-complaints') @Allow('award-cancellation.complain') @Idempotent()
  async complain(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: SigningComplaintDto): Promise<CancellationView> {
    return this.queries.viewOf(actor, await this.cancellations.complain(actor, id, body));
  }
}

@Controller('award-cancellations')
export class CancellationsController {
  constructor(
    private readonly cancellations: CancellationsService,
    private readonly rulings: RulingsService,
    private readonly queries: CancellationQueries,
  ) {}

  /** Of the own organisation, or of the bureau's region; newest first. */
  @Get() @Allow('award-cancellation.list')
  list(@CurrentActor() actor: Actor, @Query() query: CancellationListQuery): Promise<CancellationPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('award-cancellation.list')
  export(@CurrentActor() actor: Actor, @Query() query: CancellationExportQuery): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  @Get(':id') @Allow('award-cancellation.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<CancellationView> {
    return this.queries.detail(actor, id);
  }

  /** The word of the side it goes against, once and in time. */
  @Post(':id/state') @HttpCode(200) @Allow('award-cancellation.state')
  async state(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CancellationStatementDto, @IfMatch() version: number): Promise<CancellationView> {
    return this.queries.viewOf(actor, await this.cancellations.state(actor, id, body, version));
  }

  @Post(':id/withdraw') @HttpCode(200) @Allow('award-cancellation.withdraw')
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CancellationReasonDto, @IfMatch() version: number): Promise<CancellationView> {
    return this.queries.viewOf(actor, await this.cancellations.withdraw(actor, id, body.reason, version));
  }

  /** Cancels the award, after the firm's word or the end of its period. */
  @Post(':id/cancel') @HttpCode(200) @Allow('award-cancellation.cancel')
  async cancel(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CancellationReasonDto, @IfMatch() version: number): Promise<CancellationView> {
    return this.queries.viewOf(actor, await this.cancellations.cancel(actor, id, body.reason, version));
  }

  /** The firm does not contest it: the next one may be chosen at once. */
  @Post(':id/accept') @HttpCode(200) @Allow('award-cancellation.answer')
  async accept(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<CancellationView> {
    return this.queries.viewOf(actor, await this.cancellations.accept(actor, id, version));
  }

  /** The firm contests it before the bureau; everything stands still until the ruling. */
  @Post(':id/object') @HttpCode(200) @Allow('award-cancellation.answer')
  async object(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CancellationStatementDto, @IfMatch() version: number): Promise<CancellationView> {
    return this.queries.viewOf(actor, await this.cancellations.object(actor, id, body, version));
  }

  /** The bureau rules on an objection (`upheld`, `revoked`) or on a complaint (`confirmed`, `refused`). */
  @Post(':id/rule') @HttpCode(200) @Allow('award-cancellation.rule')
  async rule(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: RuleCancellationDto, @IfMatch() version: number): Promise<CancellationView> {
    return this.queries.viewOf(actor, await this.rulings.rule(actor, id, body, version));
  }

  /** The firm steps back after its complaint was found justified; the procurement ends. */
  @Post(':id/leave') @HttpCode(200) @Allow('award-cancellation.leave')
  async leave(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<CancellationView> {
    return this.queries.viewOf(actor, await this.rulings.leave(actor, id, version));
  }
}

/** Awards that were cancelled, for everybody. */
@Controller('public/award-cancellations') @RateLimit('public-search')
export class PublicCancellationsController {
  constructor(private readonly queries: CancellationQueries) {}

  @Get() @Public()
  list(@Query() query: PublicCancellationQuery): Promise<PublicCancellationPageView> {
    return this.queries.published(query);
  }
}
