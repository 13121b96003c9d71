import { Controller, Get, Query } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam } from '@huanbao/platform';
import { StandingDto } from '../dto/application.dto';
import { Differences } from './differences.service';
import { ApplicationChangesView, SiteStandingView } from './life.view';
import { SiteStanding } from './site-standing';

/** What can be begun for a site, and what an application changes of its permit. */
@Controller('permit-applications')
export class LifeController {
  constructor(
    private readonly standing: SiteStanding,
    private readonly changes: Differences,
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
}
