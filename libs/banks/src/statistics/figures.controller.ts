import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor } from '@huanbao/platform';
import { BankFiguresQuery } from './figures.dto';
import { BankFigures } from './figures.queries';
import { BankFiguresView } from './figures.view';

/** Green finance in numbers, for the bureau: what was authorised and asked, never what was answered. */
@Controller('bank-figures')
export class BankFiguresController {
  constructor(private readonly numbers: BankFigures) {}

  /** The last twelve months when none are named. */
  @Get() @Allow('bank-query.figures')
  figures(@CurrentActor() actor: Actor, @Query() query: BankFiguresQuery): Promise<BankFiguresView> {
    return this.numbers.figures(actor, query);
  }

  /** The figures as a spreadsheet. Each export is recorded. */
  @Get('export') @Allow('bank-query.figures')
  export(@CurrentActor() actor: Actor, @Query() query: BankFiguresQuery): Promise<StreamableFile> {
    return this.numbers.export(actor, query);
  }
}
