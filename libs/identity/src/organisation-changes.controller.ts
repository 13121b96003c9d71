import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam } from '@huanbao/platform';
import { ChangeRequestDto, OptionalReasonDto, OrganisationReasonDto } from './dto/identity.dto';
import { changeView, OrganisationChangeView } from './identity.view';
import { OrganisationChanges } from './organisation-changes.service';

/** Changes of what the bureau has verified of an organisation: name, address, legal representative. */
@Controller('organisations/:id/changes')
export class OrganisationChangesController {
  constructor(private readonly changes: OrganisationChanges) {}

  /** The history of the facts, newest first. */
  @Get() @Allow('organisation.read')
  async list(@CurrentActor() actor: Actor, @IdParam() orgId: string): Promise<OrganisationChangeView[]> {
    return (await this.changes.list(actor, orgId)).map(changeView);
  }

  /** Begins a request, or gives the one that is open. Evidence is uploaded as files of the subject `organisation-change`. */
  @Post() @Allow('organisation.edit')
  async begin(@CurrentActor() actor: Actor, @IdParam() orgId: string): Promise<OrganisationChangeView> {
    return changeView(await this.changes.begin(actor, orgId));
  }

  @Post(':changeId/request') @HttpCode(200) @Allow('organisation.edit')
  async request(@CurrentActor() actor: Actor, @IdParam() orgId: string, @IdParam('changeId') changeId: string, @Body() body: ChangeRequestDto): Promise<OrganisationChangeView> {
    return changeView(await this.changes.request(actor, { orgId, changeId }, body));
  }

  @Post(':changeId/withdraw') @HttpCode(200) @Allow('organisation.edit')
  async withdraw(@CurrentActor() actor: Actor, @IdParam() orgId: string, @IdParam('changeId') changeId: string): Promise<OrganisationChangeView> {
    return changeView(await this.changes.withdraw(actor, { orgId, changeId }));
  }

  /** From now on the new facts hold. */
  @Post(':changeId/confirm') @HttpCode(200) @Allow('organisation.verify')
  async confirm(@CurrentActor() actor: Actor, @IdParam() orgId: string, @IdParam('changeId') changeId: string, @Body() body: OptionalReasonDto): Promise<OrganisationChangeView> {
    return changeView(await this.changes.decide(actor, { orgId, changeId }, { to: 'confirmed', reason: body.reason || null }));
  }

  @Post(':changeId/refuse') @HttpCode(200) @Allow('organisation.verify')
  async refuse(@CurrentActor() actor: Actor, @IdParam() orgId: string, @IdParam('changeId') changeId: string, @Body() body: OrganisationReasonDto): Promise<OrganisationChangeView> {
    return changeView(await this.changes.decide(actor, { orgId, changeId }, { to: 'refused', reason: body.reason }));
  }
}
