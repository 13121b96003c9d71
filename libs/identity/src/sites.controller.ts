import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, Idempotent, IdParam } from '@huanbao/platform';
import { SiteDto } from './dto/identity.dto';
import { SiteView, siteView } from './identity.view';
import { SitesService } from './sites.service';

/** 生产经营场所 of enterprises. */
@Controller('organisations/:id/sites')
export class SitesController {
  constructor(private readonly sites: SitesService) {}

  @Get() @Allow('site.read')
  async list(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<SiteView[]> {
    return (await this.sites.list(actor, id)).map(siteView);
  }

  @Post() @Allow('site.manage') @Idempotent()
  async add(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: SiteDto): Promise<SiteView> {
    return siteView(await this.sites.add(actor, id, body));
  }

  @Patch(':siteId') @Allow('site.manage')
  async edit(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('siteId') siteId: string, @Body() facts: SiteDto): Promise<SiteView> {
    return siteView(await this.sites.edit(actor, id, { siteId, facts }));
  }
}
