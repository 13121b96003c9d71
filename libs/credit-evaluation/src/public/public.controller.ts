import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { IdParam, Public, RateLimit } from '@huanbao/platform';
import { ObjectionKeyDto, PublicEvaluationExportDto, PublicEvaluationListDto, PublicObjectionDto } from '../dto';
import { EvaluationLetters } from '../letters/letters.service';
import { Objecting } from '../objections/objecting.service';
import { EvaluationLetterCheckView, ObjectionReceiptView, ObjectionTrackView, PublicEvaluationPage, PublicEvaluationYearsView } from '../views/public.view';
import { PublicEvaluations } from './public.queries';

/** Annual grades for everybody, by year, and objections by citizens while they are in publicity. */
@Controller('public/credit-evaluations')
export class PublicEvaluationsController {
  constructor(
    private readonly evaluations: PublicEvaluations,
    private readonly objecting: Objecting,
  ) {}

  @Get() @Public()
  list(@Query() query: PublicEvaluationListDto): Promise<PublicEvaluationPage> {
    return this.evaluations.list(query);
  }

  @Get('years') @Public()
  years(): Promise<PublicEvaluationYearsView> {
    return this.evaluations.years();
  }

  /** The list as a spreadsheet, at most 10,000 rows. */
  @Get('export') @Public() @RateLimit('public-search')
  export(@Query() query: PublicEvaluationExportDto): StreamableFile {
    return this.evaluations.export(query);
  }

  /** The answer to an objection, by its number and code. */
  @Post('objections/track') @HttpCode(200) @Public() @RateLimit('public-search') @Header('cache-control', 'no-store')
  track(@Body() body: ObjectionKeyDto): Promise<ObjectionTrackView> {
    return this.evaluations.track(body);
  }

  /** With name and telephone, which only who answers may read. The same `clientId` again answers the same receipt. */
  @Post(':id/objections') @Public() @RateLimit('sign-in') @Header('cache-control', 'no-store')
  async object(@IdParam() id: string, @Body() body: PublicObjectionDto): Promise<ObjectionReceiptView> {
    const { number, code } = await this.objecting.objectPublicly(id, body);
    return { number, code: code ?? '' };
  }
}

/** Whether a letter is genuine: by the code on the paper, which nobody can guess. */
@Controller('public/evaluation-letters')
export class PublicEvaluationLettersController {
  constructor(private readonly letters: EvaluationLetters) {}

  @Get(':code') @Public() @RateLimit('public-search')
  check(@Param('code') code: string): Promise<EvaluationLetterCheckView> {
    return this.letters.check(code.slice(0, 40));
  }
}
