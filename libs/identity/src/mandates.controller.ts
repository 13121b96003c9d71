import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, Idempotent, IdParam } from '@huanbao/platform';
import { Directory } from './directory';
import { MandateDto, MandateEndDto, OptionalReasonDto } from './dto/identity.dto';
import type { Mandate } from './identity.entity';
import { MandateView, mandateView } from './identity.view';
import { MandatesService } from './mandates.service';

/** 授权委托 between enterprises and firms. */
@Controller('mandates')
export class MandatesController {
  constructor(
    private readonly mandates: MandatesService,
    private readonly directory: Directory,
  ) {}

  @Get() @Allow('mandate.read')
  async list(@CurrentActor() actor: Actor): Promise<MandateView[]> {
    return this.views(await this.mandates.listOf(actor));
  }

  @Post() @Allow('mandate.propose') @Idempotent()
  async propose(@CurrentActor() actor: Actor, @Body() body: MandateDto): Promise<MandateView> {
    return this.view(await this.mandates.propose(actor, body));
  }

  @Get(':id') @Allow('mandate.read')
  async show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<MandateView> {
    return this.view(await this.mandates.find(actor, id));
  }

  @Post(':id/confirm') @HttpCode(200) @Allow('mandate.confirm')
  async confirm(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<MandateView> {
    return this.view(await this.mandates.confirm(actor, id));
  }

  @Post(':id/decline') @HttpCode(200) @Allow('mandate.end')
  async decline(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: OptionalReasonDto): Promise<MandateView> {
    return this.view(await this.mandates.decline(actor, id, body.reason ?? null));
  }

  @Post(':id/revoke') @HttpCode(200) @Allow('mandate.end')
  async revoke(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: MandateEndDto): Promise<MandateView> {
    return this.view(await this.mandates.revoke(actor, id, body.reason));
  }

  private async view(mandate: Mandate): Promise<MandateView> {
    return (await this.views([mandate]))[0] as MandateView;
  }

  private async views(mandates: readonly Mandate[]): Promise<MandateView[]> {
    const organisations = await this.directory.organisations([...new Set(mandates.flatMap(m => [m.enterpriseId, m.firmId]))]);
    const sites = await this.directory.sites([...new Set(mandates.flatMap(m => m.sites ?? []))]);
    const names = new Map<string, { readonly name: string }>([...organisations, ...sites]);
    return mandates.map(mandate => mandateView(mandate, names));
  }
}
