import { Body, Controller, Get, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, IfMatch } from '@huanbao/platform';
import { CreateWebhookDto, DeliveryExportQuery, DeliveryListQuery, WebhookListQuery, WebhookSecretDto, WebhookStateDto } from './webhook.dto';
import { WebhookQueries } from './webhook.queries';
import { BankDeliveryPageView, BankDeliveryView, BankNewWebhookView, BankWebhookPageView, BankWebhookView } from './webhook.view';
import { Webhooks } from './webhooks.service';

/** Where a bank is told that the grade of an enterprise has changed. */
@Controller('bank-webhooks')
export class BankWebhooksController {
  constructor(
    private readonly queries: WebhookQueries,
    private readonly webhooks: Webhooks,
  ) {}

  @Get() @Allow('bank-webhook.list')
  list(@CurrentActor() actor: Actor, @Query() query: WebhookListQuery): Promise<BankWebhookPageView> {
    return this.queries.list(actor, query);
  }

  /** The secret that signs is shown this once. */
  @Post() @Allow('bank-webhook.create')
  async create(@CurrentActor() actor: Actor, @Body() body: CreateWebhookDto): Promise<BankNewWebhookView> {
    const { id, secret } = await this.webhooks.create(actor, body);
    return { ...(await this.queries.detail(actor, id)), secret };
  }

  @Get(':id') @Allow('bank-webhook.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<BankWebhookView> {
    return this.queries.detail(actor, id);
  }

  @Put(':id/state') @Allow('bank-webhook.manage')
  async state(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { state }: WebhookStateDto): Promise<BankWebhookView> {
    await this.webhooks.setState({ actor, id, version }, state);
    return this.queries.detail(actor, id);
  }

  /** A new secret, shown once; for the overlap alerts are signed by both. */
  @Post(':id/secrets') @Allow('bank-webhook.manage')
  async secret(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { overlapHours }: WebhookSecretDto): Promise<BankNewWebhookView> {
    const secret = await this.webhooks.newSecret({ actor, id, version }, overlapHours);
    return { ...(await this.queries.detail(actor, id)), secret };
  }

  /** A test alert; what came of it stands in the deliveries. */
  @Post(':id/ping') @HttpCode(204) @Allow('bank-webhook.manage')
  ping(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.webhooks.ping(actor, id);
  }
}

@Controller('bank-deliveries')
export class BankDeliveriesController {
  constructor(
    private readonly queries: WebhookQueries,
    private readonly webhooks: Webhooks,
  ) {}

  @Get() @Allow('bank-webhook.list')
  list(@CurrentActor() actor: Actor, @Query() query: DeliveryListQuery): Promise<BankDeliveryPageView> {
    return this.queries.deliveries(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('bank-webhook.list')
  export(@CurrentActor() actor: Actor, @Query() query: DeliveryExportQuery): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  @Get(':id') @Allow('bank-webhook.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<BankDeliveryView> {
    return this.queries.delivery(actor, id);
  }

  /** Sends one that failed for good again. */
  @Post(':id/resend') @HttpCode(200) @Allow('bank-webhook.manage')
  async resend(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<BankDeliveryView> {
    await this.webhooks.resend(actor, id);
    return this.queries.delivery(actor, id);
  }
}
