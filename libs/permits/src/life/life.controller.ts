import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Public } from '@huanbao/platform';
import { ApplicationViews } from '../application-views';
import { ChangeTypeDto, StandingDto } from '../dto/application.dto';
import { ApplicationView } from '../views/application.view';
import { BusinessTypeChange } from './business-type-change.service';
import { Differences } from './differences.service';
import { ApplicationChangesView, ProcedureGuideView, SiteStandingView } from './life.view';
import { ProcedureGuide } from './procedure-guide';
import { SiteStanding } from './site-standing';

/** What can be begun for a site, and what an application changes of its permit. */
@Controller('permit-applications')
export class LifeController {
  constructor(
    private readonly standing: SiteStanding,
    private readonly changes: Differences,
    private readonly types: BusinessTypeChange,
    private readonly views: ApplicationViews,
  ) {}

  /** The site's permit, the application in progress, and each type of application with whether and why. */
  @Get('standing') @Allow('permit-application.create')
  site(@CurrentActor() actor: Actor, @Query() query: StandingDto): Promise<SiteStandingView> {
    return this.standing.of(actor, query.siteId);
  }

  /** Old → new, field by field; nothing for a first application. */
  @Get(':id/changes') @Allow('permit-application.read')
  differences(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ApplicationChangesView> {
    return this.changes.of(actor, id);
  }

  /** 改为重新申请: what turned out to be no change goes on as an application anew; in 补正 another one takes its place, with all that was typed. The answer is the one that goes on. */
  @Post(':id/business-type') @Allow('permit-application.edit') @HttpCode(200)
  async changeType(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: ChangeTypeDto): Promise<ApplicationView> {
    return this.views.detail(actor, await this.types.toReapply(actor, id, input.triggers));
  }
}

/** What there is to be done about a permit, for everyone: nothing about it is a secret. */
@Controller('public/permit-procedures')
export class ProcedureGuideController {
  constructor(private readonly guide: ProcedureGuide) {}

  /** Every business of a permit or a registration with its occasions, materials, clocks and result. */
  @Get() @Public() @Header('cache-control', 'public, max-age=300')
  async all(): Promise<ProcedureGuideView> {
    return { items: await this.guide.all() };
  }
}
