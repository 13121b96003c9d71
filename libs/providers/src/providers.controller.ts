import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, Clock, CurrentActor, IdParam, Idempotent, IfMatch, Public } from '@huanbao/platform';
import { CompareQuery, FirmExportQuery, FirmListQuery, ProfileDto, QualificationDto, QualificationExportQuery, QualificationQueueQuery, ReviewReasonDto } from './dto/providers.dto';
import { FirmsService } from './firms.service';
import { ProvidersExport } from './providers.export';
import { Providers } from './providers.queries';
import { FirmPage, FirmView, ProfileView, QualificationPage, QualificationView, qualificationView } from './providers.view';
import { Kinds } from './kinds/kinds.service';
import { kindView, QualificationKindView } from './kinds/kind.view';
import { PeopleService } from './people/people.service';
import { PersonView } from './people/person.view';
import { QualificationsService } from './qualifications.service';
import { VerificationService } from './verification.service';

/** A firm's own profile and qualifications. */
@Controller('firms/me')
export class OwnFirmController {
  constructor(
    private readonly firms: FirmsService,
    private readonly qualifications: QualificationsService,
    private readonly clock: Clock,
  ) {}

  @Get('profile') @Allow('firm-profile.edit')
  profile(@CurrentActor() actor: Actor): Promise<ProfileView> {
    return this.firms.profileOf(actor);
  }

  /** Saves the whole profile; `If-Match: "v0"` creates it. */
  @Put('profile') @Allow('firm-profile.edit')
  save(@CurrentActor() actor: Actor, @Body() body: ProfileDto, @IfMatch() version: number): Promise<ProfileView> {
    return this.firms.save(actor, body, version);
  }

  @Get('qualifications') @Allow('firm-profile.edit')
  async list(@CurrentActor() actor: Actor): Promise<QualificationView[]> {
    const today = this.clock.today();
    return (await this.qualifications.listOf(actor)).map(q => qualificationView(q, today));
  }

  @Post('qualifications') @Allow('qualification.edit') @Idempotent()
  async add(@CurrentActor() actor: Actor, @Body() body: QualificationDto): Promise<QualificationView> {
    return qualificationView(await this.qualifications.add(actor, body), this.clock.today());
  }

  /** A change puts the qualification back into verification. */
  @Patch('qualifications/:id') @Allow('qualification.edit')
  async change(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: QualificationDto, @IfMatch() version: number): Promise<QualificationView> {
    return qualificationView(await this.qualifications.change(actor, id, body, version), this.clock.today());
  }

  @Delete('qualifications/:id') @HttpCode(204) @Allow('qualification.edit')
  remove(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.qualifications.remove(actor, id);
  }
}

/** The bureau verifies what firms claim. */
@Controller('qualifications')
export class QualificationsController {
  constructor(
    private readonly verification: VerificationService,
    private readonly providers: Providers,
    private readonly exports: ProvidersExport,
    private readonly clock: Clock,
  ) {}

  @Get() @Allow('qualification.queue')
  queue(@CurrentActor() actor: Actor, @Query() query: QualificationQueueQuery): Promise<QualificationPage> {
    return this.providers.queue(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('qualification.queue')
  export(@CurrentActor() actor: Actor, @Query() query: QualificationExportQuery): Promise<StreamableFile> {
    return this.exports.qualifications(actor, query);
  }

  /** Send the version you compared with the scan as If-Match. */
  @Post(':id/verify') @HttpCode(200) @Allow('qualification.review')
  async verify(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<QualificationView> {
    return qualificationView(await this.verification.verify(actor, id, version), this.clock.today());
  }

  @Post(':id/reject') @HttpCode(200) @Allow('qualification.review')
  async reject(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ReviewReasonDto, @IfMatch() version: number): Promise<QualificationView> {
    return qualificationView(await this.verification.reject(actor, id, { reason: body.reason, expectedVersion: version }), this.clock.today());
  }

  /** Takes the right away at once, with the reason the firm is told. */
  @Post(':id/suspend') @HttpCode(200) @Allow('qualification.suspend')
  async suspend(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ReviewReasonDto, @IfMatch() version: number): Promise<QualificationView> {
    return qualificationView(await this.verification.suspend(actor, id, { reason: body.reason, expectedVersion: version }), this.clock.today());
  }

  @Post(':id/restore') @HttpCode(200) @Allow('qualification.suspend')
  async restore(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ReviewReasonDto, @IfMatch() version: number): Promise<QualificationView> {
    return qualificationView(await this.verification.restore(actor, id, { reason: body.reason, expectedVersion: version }), this.clock.today());
  }
}

/** The register for people who work with it. */
@Controller('firms')
export class FirmRegisterController {
  constructor(
    private readonly exports: ProvidersExport,
    private readonly people: PeopleService,
  ) {}

  /** The public register as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('firm.export')
  export(@CurrentActor() actor: Actor, @Query() query: FirmExportQuery): Promise<StreamableFile> {
    return this.exports.firms(actor, query);
  }

  /** The people of a firm, for the bureau that verifies it. The look is recorded. */
  @Get(':id/people') @Allow('firm-person.read')
  peopleOf(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PersonView[]> {
    return this.people.ofFirm(actor, id);
  }
}

/** The public register of service firms. */
@Controller('public/firms')
export class PublicFirmsController {
  constructor(private readonly providers: Providers) {}

  @Get() @Public()
  list(@Query() query: FirmListQuery): Promise<FirmPage> {
    return this.providers.register(query);
  }

  /** Two to four firms side by side. */
  @Get('compare') @Public()
  compare(@Query() query: CompareQuery): Promise<FirmView[]> {
    return this.providers.compare(query.ids);
  }

  @Get(':id') @Public()
  show(@IdParam() id: string): Promise<FirmView> {
    return this.providers.firm(id);
  }
}

/** Kinds of qualification with the law behind each, for everybody. */
@Controller('public/qualification-kinds')
export class PublicKindsController {
  constructor(private readonly kinds: Kinds) {}

  @Get() @Public()
  async list(): Promise<QualificationKindView[]> {
    return (await this.kinds.today()).map(kindView);
  }
}
