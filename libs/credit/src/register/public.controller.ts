import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { IdParam, Public, RateLimit } from '@huanbao/platform';
import { PublicCreditExportDto, PublicCreditListDto, PublicCreditPage, PublicCreditView } from './public.dto';
import { PublicCredit } from './public.queries';

/** Grades of enterprises and firms for everybody, with the events that are within their period of publication. */
@Controller('public/credit-register')
export class PublicCreditController {
  constructor(private readonly credit: PublicCredit) {}

  @Get() @Public()
  list(@Query() query: PublicCreditListDto): Promise<PublicCreditPage> {
    return this.credit.list(query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. */
  @Get('export') @Public() @RateLimit('public-search')
  export(@Query() query: PublicCreditExportDto): StreamableFile {
    return this.credit.export(query);
  }

  @Get(':id') @Public()
  show(@IdParam() id: string): Promise<PublicCreditView> {
    return this.credit.show(id);
  }
}
