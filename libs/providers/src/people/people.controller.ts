import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { Engagements } from '../capacity/engagements.service';
import { PeopleService } from './people.service';
import { AssignDto, CloseFlagDto, FlagListDto, LeaveDto, PersonChangesDto, PersonDto } from './person.dto';
import { EngagementView, PersonFlagPage, PersonFlagView, PersonView } from './person.view';
import { PersonFlags } from './person-flags.service';

/** A firm's people and who of them answers for which task. */
@Controller('firms/me')
export class OwnPeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly engagements: Engagements,
  ) {}

  @Get('people') @Allow('firm-person.own')
  list(@CurrentActor() actor: Actor): Promise<PersonView[]> {
    return this.people.listOf(actor);
  }

  /** Somebody who is with another firm already is taken, and the bureau is told to look into it. */
  @Post('people') @Allow('firm-person.edit') @Idempotent()
  add(@CurrentActor() actor: Actor, @Body() body: PersonDto): Promise<PersonView> {
    return this.people.add(actor, body);
  }

  @Patch('people/:id') @Allow('firm-person.edit')
  change(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PersonChangesDto, @IfMatch() version: number): Promise<PersonView> {
    return this.people.change(actor, id, body, version);
  }

  @Post('people/:id/leave') @HttpCode(200) @Allow('firm-person.edit')
  leave(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: LeaveDto, @IfMatch() version: number): Promise<PersonView> {
    return this.people.leave(actor, id, body.leftOn, version);
  }

  /** Tasks in hand with their responsible engineers. */
  @Get('engagements') @Allow('firm-profile.edit')
  carried(@CurrentActor() actor: Actor): Promise<EngagementView[]> {
    return this.engagements.listOf(actor);
  }

  @Post('engagements/:id/assign') @HttpCode(200) @Allow('engagement.assign')
  assign(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AssignDto): Promise<EngagementView> {
    return this.engagements.assign(actor, id, body.personId ?? null);
  }
}

/** People in two firms at once, for the bureau. */
@Controller('person-flags')
export class PersonFlagsController {
  constructor(private readonly flags: PersonFlags) {}

  @Get() @Allow('person-flag.list')
  list(@CurrentActor() actor: Actor, @Query() query: FlagListDto): Promise<PersonFlagPage> {
    return this.flags.list(actor, query);
  }

  @Post(':id/close') @HttpCode(200) @Allow('person-flag.close')
  close(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CloseFlagDto, @IfMatch() version: number): Promise<PersonFlagView> {
    return this.flags.close(actor, id, body, version);
  }
}
