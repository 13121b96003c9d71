import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, RateLimit } from '@huanbao/platform';
import { BankAnswerView } from './answer.view';
import { BankAnswers } from './answers.service';
import { BankLookPageView } from './look.view';
import { BankLooks } from './looks.queries';
import { BankLookExportQuery, BankLookListQuery, BankQueryDto } from './query.dto';

/** A bank asks about an enterprise that lets it; both read who asked. */
@Controller('bank-queries')
export class BankQueriesController {
  constructor(
    private readonly answers: BankAnswers,
    private readonly looks: BankLooks,
  ) {}

  /** Credit, permit and what else the authorisation covers, as of today. Each answer is recorded and shown to the enterprise. */
  @Post() @HttpCode(200) @Allow('bank-query.ask') @RateLimit('bank-query')
  ask(@CurrentActor() actor: Actor, @Body() { uscc, reference }: BankQueryDto): Promise<BankAnswerView> {
    return this.answers.ask({ actor, uscc, reference: reference || null });
  }

  /** An enterprise: who looked at us. A bank: what we asked. */
  @Get() @Allow('bank-query.list')
  list(@CurrentActor() actor: Actor, @Query() query: BankLookListQuery): Promise<BankLookPageView> {
    return this.looks.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('bank-query.export')
  export(@CurrentActor() actor: Actor, @Query() query: BankLookExportQuery): Promise<StreamableFile> {
    return this.looks.export(actor, query);
  }
}
