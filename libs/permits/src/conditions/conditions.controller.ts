import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { ApplicationConditions } from './application-conditions.service';
import { ConditionExportDto, ConditionListDto, CreateConditionDto, DropConditionDto, LayDownDto, NewConditionVersionDto, RetireConditionDto } from './condition.dto';
import { ApplicationConditionsView, LibraryConditionDetailView, LibraryConditionPageView } from './condition.view';
import { ConditionLibrary } from './library.service';

/** The bureau's library of permit conditions. */
@Controller('conditions')
export class ConditionsController {
  constructor(private readonly library: ConditionLibrary) {}

  /** The newest version of each; with `state=in-force` the versions laid down today. */
  @Get() @Allow('condition.list')
  list(@Query() query: ConditionListDto): Promise<LibraryConditionPageView> {
    return this.library.list(query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('condition.list')
  export(@CurrentActor() actor: Actor, @Query() query: ConditionExportDto): Promise<StreamableFile> {
    return this.library.export(actor, query);
  }

  @Post() @Allow('condition.edit') @Idempotent()
  create(@CurrentActor() actor: Actor, @Body() given: CreateConditionDto): Promise<LibraryConditionDetailView> {
    return this.library.create(actor, given);
  }

  /** A condition by its code, with all its versions. */
  @Get(':code') @Allow('condition.list')
  show(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<LibraryConditionDetailView> {
    return this.library.detail(actor, code);
  }

  /** A new version. Send the version you saw as If-Match. */
  @Post(':code/versions') @Allow('condition.edit')
  revise(@CurrentActor() actor: Actor, @Param('code') code: string, @Body() given: NewConditionVersionDto, @IfMatch() seen: number): Promise<LibraryConditionDetailView> {
    return this.library.revise(actor, code, { given, seen });
  }

  /** 停用. Send the version you saw as If-Match. */
  @Post(':code/retire') @HttpCode(200) @Allow('condition.edit')
  retire(@CurrentActor() actor: Actor, @Param('code') code: string, @Body() given: RetireConditionDto, @IfMatch() seen: number): Promise<LibraryConditionDetailView> {
    return this.library.retire(actor, code, { given, seen });
  }
}

/** Conditions laid down with an application. */
@Controller('permit-applications')
export class ApplicationConditionsController {
  constructor(private readonly conditions: ApplicationConditions) {}

  /** What goes on from the permit, and what is added, changed and dropped; both sides read it. */
  @Get(':id/conditions') @Allow('permit-application.read')
  list(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ApplicationConditionsView> {
    return this.conditions.of(actor, id);
  }

  /** From the library with its places filled, or in one's own words with a reason. */
  @Post(':id/conditions') @Allow('permit-application.conditions') @Idempotent()
  layDown(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() given: LayDownDto): Promise<ApplicationConditionsView> {
    return this.conditions.layDown(actor, id, given);
  }

  /** A condition of the permit that is not to go on. */
  @Post(':id/conditions/drop') @HttpCode(200) @Allow('permit-application.conditions')
  drop(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() given: DropConditionDto): Promise<ApplicationConditionsView> {
    return this.conditions.drop(actor, id, given);
  }

  @Delete(':id/conditions/:conditionId') @HttpCode(200) @Allow('permit-application.conditions')
  takeBack(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('conditionId') conditionId: string): Promise<ApplicationConditionsView> {
    return this.conditions.takeBack(actor, id, conditionId);
  }
}
