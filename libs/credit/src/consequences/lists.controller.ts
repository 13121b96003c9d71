import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor } from '@huanbao/platform';
import { CreditListDto, CreditListExportDto, CreditListPage } from './list.dto';
import { CreditLists } from './list.queries';

/** Who is under which measure, for the bureau and the departments of the region. */
@Controller('credit-lists')
export class CreditListsController {
  constructor(private readonly lists: CreditLists) {}

  @Get() @Allow('credit.export-lists')
  list(@CurrentActor() actor: Actor, @Query() query: CreditListDto): Promise<CreditListPage> {
    return this.lists.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('credit.export-lists')
  export(@CurrentActor() actor: Actor, @Query() query: CreditListExportDto): Promise<StreamableFile> {
    return this.lists.export(actor, query);
  }
}
