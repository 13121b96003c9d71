import { Body, Controller, Get, HttpCode, Ip, Param, ParseIntPipe, Post, Put, Query } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Public } from '@huanbao/platform';
import { ImportHolidayYearDto, PublicProgressQueryDto, ServeNoticeDto } from './dto/case.dto';
import { Notices } from './notices/notices.service';
import { Serving } from './notices/serving';
import { PublicProgress } from './public/public-progress';
import { Holidays } from './reference/holidays.service';
import { NoticeView } from './views/case.view';
import { HolidayYearVersionView, HolidayYearView, RecomputationView } from './views/holiday-year.view';
import { PublicProgressView } from './views/public-progress.view';
import { noticeView } from './views/rows';

/** Published holidays, on which every working day depends. */
@Controller('holiday-years')
export class HolidaysController {
  constructor(private readonly holidays: Holidays) {}

  @Get() @Allow('holiday.read')
  list(): Promise<HolidayYearView[]> {
    return this.holidays.years();
  }

  /** Every version of a year, newest first: what was entered when, by whom, after which paper. */
  @Get(':year/history') @Allow('holiday.read')
  history(@Param('year', ParseIntPipe) year: number): Promise<HolidayYearVersionView[]> {
    return this.holidays.history(year);
  }

  /** Imports one year as a whole and recomputes all running clocks in the background. */
  @Put(':year') @HttpCode(202) @Allow('holiday.import')
  import(@CurrentActor() actor: Actor, @Param('year', ParseIntPipe) year: number, @Body() body: ImportHolidayYearDto): Promise<RecomputationView> {
    return this.holidays.import(actor, year, body);
  }

  /** The last recomputations, newest first, and how far each is. */
  @Get('recomputations') @Allow('holiday.read')
  recomputations(): Promise<RecomputationView[]> {
    return this.holidays.recomputations();
  }
}

/** Printed papers; the PDF itself is a file of the documents room. */
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly notices: Notices,
    private readonly serving: Serving,
  ) {}

  @Get(':id') @Allow('case.read')
  async show(@CurrentActor() actor: Actor, @IdParam() noticeId: string): Promise<NoticeView> {
    return noticeView(await this.notices.read(noticeId, actor));
  }

  /** Records that the paper was served, with its proof; the periods to contest a decision begin. */
  @Post(':id/serve') @HttpCode(200) @Allow('case.serve-notice')
  async serve(@CurrentActor() actor: Actor, @IdParam() noticeId: string, @Body() body: ServeNoticeDto): Promise<NoticeView> {
    return noticeView(await this.serving.record(noticeId, { ...body, actor }));
  }
}

/** Progress without an account. */
@Controller('public/cases')
export class PublicCasesController {
  constructor(private readonly progress: PublicProgress) {}

  /** By number and query code. A wrong code and an unknown number answer alike. */
  @Get(':number') @Public()
  look(@Param('number') number: string, @Query() query: PublicProgressQueryDto, @Ip() ip: string): Promise<PublicProgressView> {
    return this.progress.look(number.slice(0, 40).trim().toUpperCase(), query.code, ip);
  }
}
