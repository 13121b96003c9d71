import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { Actor, Allow, CurrentActor, FieldCipher, IdParam, IfMatch, Public, RateLimit } from '@huanbao/platform';
import { AcceptInvitationDto, InvitationDto, OptionalReasonDto, OrganisationFactsDto, OrganisationListQuery, PartnerQuery, OrganisationReasonDto, RolesDto } from './dto/identity.dto';
import { InvitationPreview, InvitationView, invitationView, MemberView, OrganisationPage, OrganisationView, organisationView, PartnerView, PhoneView, StandingView, standingView } from './identity.view';
import { InvitationsService } from './invitations.service';
import { MembersService } from './members.service';
import { OrganisationsService } from './organisations.service';

/** Organisations and their standing. */
@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly cipher: FieldCipher,
  ) {}

  @Get() @Allow('organisation.list')
  list(@CurrentActor() actor: Actor, @Query() query: OrganisationListQuery): Promise<OrganisationPage> {
    return this.organisations.list(actor, query);
  }

  /** Verified firms and enterprises to agree a mandate with. */
  @Get('partners') @Allow('organisation.find')
  partners(@Query() query: PartnerQuery): Promise<PartnerView[]> {
    return this.organisations.partners(query);
  }

  @Get(':id') @Allow('organisation.read')
  async show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OrganisationView> {
    return organisationView(await this.organisations.find(actor, id), this.cipher);
  }

  /** When it was registered, verified, rejected, suspended and reinstated, by whom and why. */
  @Get(':id/standing') @Allow('organisation.read')
  async standing(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StandingView[]> {
    return (await this.organisations.standing(actor, id)).map(standingView);
  }

  @Patch(':id') @Allow('organisation.edit')
  async update(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: OrganisationFactsDto, @IfMatch() version: number): Promise<OrganisationView> {
    return organisationView(await this.organisations.update(actor, id, body, version), this.cipher);
  }

  @Post(':id/verify') @HttpCode(200) @Allow('organisation.verify')
  async verify(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: OptionalReasonDto): Promise<OrganisationView> {
    return organisationView(await this.organisations.move(actor, id, 'verify', body.reason ?? null), this.cipher);
  }

  @Post(':id/reject') @HttpCode(200) @Allow('organisation.verify')
  async reject(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: OrganisationReasonDto): Promise<OrganisationView> {
    return organisationView(await this.organisations.move(actor, id, 'reject', body.reason), this.cipher);
  }

  @Post(':id/suspend') @HttpCode(200) @Allow('organisation.suspend')
  async suspend(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: OrganisationReasonDto): Promise<OrganisationView> {
    return organisationView(await this.organisations.move(actor, id, 'suspend', body.reason), this.cipher);
  }

  @Post(':id/reinstate') @HttpCode(200) @Allow('organisation.suspend')
  async reinstate(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: OrganisationReasonDto): Promise<OrganisationView> {
    return organisationView(await this.organisations.move(actor, id, 'reinstate', body.reason), this.cipher);
  }

  /** The contact's whole phone number; reason and look are audited. */
  @Post(':id/unmask') @HttpCode(200) @Allow('organisation.unmask')
  async unmask(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: OrganisationReasonDto): Promise<PhoneView> {
    return { contactPhone: await this.organisations.unmask(actor, id, body.reason) };
  }
}

/** People of an organisation and invitations. */
@Controller()
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly invitations: InvitationsService,
  ) {}

  @Get('organisations/:id/members') @Allow('membership.read')
  list(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<MemberView[]> {
    return this.members.list(actor, id);
  }

  @Patch('organisations/:id/members/:userId') @HttpCode(204) @Allow('membership.manage')
  setRoles(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('userId') userId: string, @Body() body: RolesDto): Promise<void> {
    return this.members.setRoles(actor, id, userId, body.roles);
  }

  @Delete('organisations/:id/members/:userId') @HttpCode(204) @Allow('membership.manage')
  remove(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('userId') userId: string): Promise<void> {
    return this.members.remove(actor, id, userId);
  }

  /** For a member who lost the device and the recovery codes: signed out everywhere, set up anew at the next sign-in. */
  @Post('organisations/:id/members/:userId/reset-second-factor') @HttpCode(204) @Allow('membership.manage')
  resetSecondFactor(@CurrentActor() actor: Actor, @IdParam() orgId: string, @IdParam('userId') userId: string, @Body() body: OrganisationReasonDto): Promise<void> {
    return this.members.resetSecondFactor(actor, { orgId, userId }, body.reason);
  }

  @Get('organisations/:id/invitations') @Allow('membership.manage')
  async open(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<InvitationView[]> {
    return (await this.invitations.open(actor, id)).map(invitationView);
  }

  @Post('organisations/:id/invitations') @Allow('membership.manage')
  async invite(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: InvitationDto): Promise<InvitationView> {
    return invitationView(await this.invitations.invite(actor, id, body));
  }

  @Delete('invitations/:id') @HttpCode(204) @Allow('membership.manage')
  revoke(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.invitations.revoke(actor, id);
  }

  /** Sends the mail once more and starts the seven days anew. */
  @Post('invitations/:id/resend') @HttpCode(200) @Allow('membership.manage')
  async resend(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<InvitationView> {
    return invitationView(await this.invitations.resend(actor, id));
  }

  @Get('invitations/preview') @Public() @RateLimit('sign-in')
  preview(@Query('token') token: string): Promise<InvitationPreview> {
    return this.invitations.preview(String(token ?? ''));
  }

  @Post('invitations/accept') @HttpCode(204) @Public() @RateLimit('sign-in')
  accept(@Body() body: AcceptInvitationDto): Promise<void> {
    return this.invitations.accept(body);
  }
}
