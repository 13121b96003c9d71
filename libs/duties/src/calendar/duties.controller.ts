import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, Clock, CurrentActor, IdParam, Idempotent, IfMatch, Public, RateLimit } from '@huanbao/platform';
import { dutyPolicy } from '../duties.policy';
import { DutyCalendarQueries } from './calendar.queries';
import { EndingPreview } from './ending-preview.service';
import { DutiesService } from './duties.service';
import { CloseEnforcementDto, DoDutyDto, DutyCalendarDto, DutyExportDto, DutyListDto, EnforcementExportDto, EndingPreviewDto, EnforcementListDto, FeedDto } from './duty.dto';
import { DutyQueries } from './duty.queries';
import { DutyCalendarView, DutyDetailView, DutyPageView, DutySiteView, EndingPreviewView, DutySummaryView, DutyView, dutyView, EnforcementPageView, EnforcementView, FeedView, feedView, NewFeedView } from './duty.view';
import { EnforcementService } from './enforcement.service';
import { FeedsService } from './feeds.service';

/** What permit holders must do, as a calendar. */
@Controller('duties')
export class DutiesController {
  constructor(
    private readonly queries: DutyQueries,
    private readonly duties: DutiesService,
    private readonly months: DutyCalendarQueries,
    private readonly endings: EndingPreview,
    private readonly clock: Clock,
  ) {}

  /** Duties you may read, by due day. */
  @Get() @Allow('duty.list')
  list(@CurrentActor() actor: Actor, @Query() query: DutyListDto): Promise<DutyPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('duty.list')
  export(@CurrentActor() actor: Actor, @Query() query: DutyExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  @Get('summary') @Allow('duty.list')
  summary(@CurrentActor() actor: Actor): Promise<DutySummaryView> {
    return this.queries.summary(actor);
  }

  /** Every day of at most 45: how many duties of which state, and the first three. */
  @Get('calendar') @Allow('duty.list')
  month(@CurrentActor() actor: Actor, @Query() query: DutyCalendarDto): Promise<DutyCalendarView> {
    return this.months.calendar(actor, query);
  }

  /** Permits whose duties you see, to choose among; at most 200. */
  @Get('sites') @Allow('duty.list')
  sites(@CurrentActor() actor: Actor): Promise<DutySiteView[]> {
    return this.months.sites(actor);
  }

  /** What 注销 of a permit would end today, and what stays. */
  @Get('ending-preview') @Allow('duty.list')
  ending(@CurrentActor() actor: Actor, @Query() { permitId }: EndingPreviewDto): Promise<EndingPreviewView> {
    return this.endings.preview(actor, permitId);
  }

  @Get(':id') @Allow('duty.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DutyDetailView> {
    return this.queries.find(actor, id);
  }

  /** Says that it is done, with a file that shows it where the kind asks for one. Send the version you saw as If-Match. Reports are done by handing them in. */
  @Post(':id/done') @HttpCode(200) @Allow('duty.do')
  async done(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { note, evidenceFileId }: DoDutyDto, @IfMatch() version: number): Promise<DutyView> {
    const row = await this.duties.complete(actor, id, { note, evidenceFileId, version });
    return dutyView(row, this.clock.today(), dutyPolicy.actionsOn(actor, row));
  }
}

/** Overdue duties for enforcement. */
@Controller('duty-enforcement')
export class EnforcementController {
  constructor(private readonly enforcement: EnforcementService) {}

  @Get() @Allow('duty.enforcement')
  list(@CurrentActor() actor: Actor, @Query() query: EnforcementListDto): Promise<EnforcementPageView> {
    return this.enforcement.list(actor, query);
  }

  @Get('export') @Allow('duty.enforcement')
  export(@CurrentActor() actor: Actor, @Query() query: EnforcementExportDto): Promise<StreamableFile> {
    return this.enforcement.export(actor, query);
  }

  @Get(':id') @Allow('duty.enforcement')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EnforcementView> {
    return this.enforcement.find(actor, id);
  }

  /** What came of it. Send the version you saw as If-Match. */
  @Post(':id/close') @HttpCode(200) @Allow('duty.enforce')
  close(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() given: CloseEnforcementDto, @IfMatch() version: number): Promise<EnforcementView> {
    return this.enforcement.close(actor, id, { given, version });
  }
}

/** Links for calendar programs. */
@Controller('duty-feeds')
export class FeedsController {
  constructor(private readonly feeds: FeedsService) {}

  @Get() @Allow('duty.feed')
  async list(@CurrentActor() actor: Actor): Promise<FeedView[]> {
    return (await this.feeds.list(actor)).map(feedView);
  }

  /** A new link. Its secret is shown this once. */
  @Post() @Allow('duty.feed') @Idempotent()
  async create(@CurrentActor() actor: Actor, @Body() { name }: FeedDto): Promise<NewFeedView> {
    const { feed, secret } = await this.feeds.create(actor, name);
    return { ...feedView(feed), path: `/api/v1/public/duty-calendars/${secret}` };
  }

  /** From now on the link answers 404. */
  @Delete(':id') @HttpCode(204) @Allow('duty.feed')
  revoke(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.feeds.revoke(actor, id);
  }
}

@Controller('public/duty-calendars')
export class PublicCalendarController {
  constructor(private readonly feeds: FeedsService) {}

  /** iCalendar (RFC 5545) of the enterprise that made the link. */
  @Get(':secret') @Public() @RateLimit('public-search')
  @Header('content-type', 'text/calendar; charset=utf-8') @Header('cache-control', 'private, no-store')
  calendar(@Param('secret') secret: string): Promise<string> {
    return this.feeds.calendar(secret);
  }
}
