import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Query } from '@nestjs/common';
import { Actor, Allow, Clock, CurrentActor, Idempotent, IfMatch, Public } from '@huanbao/platform';
import { FirmListQuery, ProfileDto, QualificationDto, QualificationQueueQuery, ReviewReasonDto } from './dto/providers.dto';
import { FirmsService } from './firms.service';
import { Providers } from './providers.queries';
import { FirmPage, FirmView, ProfileView, QualificationPage, QualificationView, qualificationView } from './providers.view';
import { QualificationsService } from './qualifications.service';

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
  async change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: QualificationDto, @IfMatch() version: number): Promise<QualificationView> {
    return qualificationView(await this.qualifications.change(actor, id, body, version), this.clock.today());
  }

  @Delete('qualifications/:id') @HttpCode(204) @Allow('qualification.edit')
  remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.qualifications.remove(actor, id);
  }
}

/** The bureau verifies what firms claim. */
@Controller('qualifications')
export class QualificationsController {
  constructor(
    private readonly qualifications: QualificationsService,
    private readonly providers: Providers,
    private readonly clock: Clock,
  ) {}

  @Get() @Allow('qualification.queue')
  queue(@CurrentActor() actor: Actor, @Query() query: QualificationQueueQuery): Promise<QualificationPage> {
    return this.providers.queue(actor, query);
  }

  @Post(':id/verify') @HttpCode(200) @Allow('qualification.review')
  async verify(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<QualificationView> {
    return qualificationView(await this.qualifications.verify(actor, id), this.clock.today());
  }

  @Post(':id/reject') @HttpCode(200) @Allow('qualification.review')
  async reject(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReviewReasonDto): Promise<QualificationView> {
    return qualificationView(await this.qualifications.reject(actor, id, body.reason), this.clock.today());
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

  @Get(':id') @Public()
  show(@Param('id', ParseUUIDPipe) id: string): Promise<FirmView> {
    return this.providers.firm(id);
  }
}
