import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { ConsentDto, EndRetainerDto, OfferRetainerDto, StewardReasonDto } from '../dto';
import { RetainerExportQuery, RetainerListQuery } from '../lists.dto';
import { RetainerEndings } from './ending.service';
import { MembersService } from './members.service';
import { RetainerQueries } from './retainer.queries';
import { RetainerPageView, RetainerView } from './retainer.view';
import { RetainersService } from './retainers.service';

/** 环保管家服务 by the year: offered by the client, accepted by the firm, consented to by each enterprise. */
@Controller('retainers')
export class RetainersController {
  constructor(
    private readonly retainers: RetainersService,
    private readonly members: MembersService,
    private readonly endings: RetainerEndings,
    private readonly queries: RetainerQueries,
  ) {}

  @Get() @Allow('retainer.list')
  list(@CurrentActor() actor: Actor, @Query() query: RetainerListQuery): Promise<RetainerPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('retainer.list')
  export(@CurrentActor() actor: Actor, @Query() query: RetainerExportQuery): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  @Post() @Allow('retainer.offer') @Idempotent()
  async offer(@CurrentActor() actor: Actor, @Body() body: OfferRetainerDto): Promise<RetainerView> {
    return this.queries.detail(actor, (await this.retainers.offer(actor, body)).id);
  }

  @Get(':id') @Allow('retainer.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<RetainerView> {
    return this.queries.detail(actor, id);
  }

  /** Begins it, and confirms the mandate that was proposed with the offer. Send the version you saw as If-Match. */
  @Post(':id/accept') @HttpCode(200) @Allow('retainer.accept')
  async accept(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<RetainerView> {
    await this.retainers.accept(actor, id, version);
    return this.queries.detail(actor, id);
  }

  @Post(':id/decline') @HttpCode(200) @Allow('retainer.accept')
  async decline(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: StewardReasonDto, @IfMatch() version: number): Promise<RetainerView> {
    await this.retainers.decline(actor, id, { reason, version });
    return this.queries.detail(actor, id);
  }

  @Post(':id/withdraw') @HttpCode(200) @Allow('retainer.withdraw')
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: StewardReasonDto, @IfMatch() version: number): Promise<RetainerView> {
    await this.retainers.withdraw(actor, id, { reason, version });
    return this.queries.detail(actor, id);
  }

  /** An enterprise of a park consents; before that the firm sees nothing of it. */
  @Post(':id/consent') @HttpCode(200) @Allow('retainer.consent')
  async consent(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { entrust }: ConsentDto): Promise<RetainerView> {
    await this.members.consent(actor, id, entrust);
    return this.queries.detail(actor, id);
  }

  /** An enterprise of a park does not consent, or leaves; the mandate that came with its consent ends. */
  @Post(':id/leave') @HttpCode(200) @Allow('retainer.consent')
  async leave(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: StewardReasonDto): Promise<RetainerView> {
    await this.members.leave(actor, id, reason);
    return this.queries.detail(actor, id);
  }

  @Post(':id/ending') @HttpCode(200) @Allow('retainer.end')
  async end(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: EndRetainerDto): Promise<RetainerView> {
    await this.endings.propose(actor, id, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/ending/agree') @HttpCode(200) @Allow('retainer.end')
  async agree(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<RetainerView> {
    await this.endings.agree(actor, id);
    return this.queries.detail(actor, id);
  }

  /** Refuses the wish to end it, or takes one's own back. */
  @Post(':id/ending/drop') @HttpCode(200) @Allow('retainer.end')
  async drop(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<RetainerView> {
    await this.endings.drop(actor, id);
    return this.queries.detail(actor, id);
  }
}
