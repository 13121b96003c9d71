import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Public } from '@huanbao/platform';
import { PermitListDto } from './register/register.dto';
import { currentForm } from './form-definition';
import { PermitQueries } from './permit.queries';
import { PermitFormView } from './views/form.view';
import { PermitPageView, PermitView } from './views/permit.view';

/** Permits for those who hold or supervise them. */
@Controller('permits')
export class PermitsController {
  constructor(private readonly queries: PermitQueries) {}

  @Get() @Allow('permit.list')
  list(@CurrentActor() actor: Actor, @Query() query: PermitListDto): Promise<PermitPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('permit.list')
  export(@CurrentActor() actor: Actor, @Query() query: PermitListDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  @Get(':id') @Allow('permit.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PermitView> {
    return this.queries.detail(actor, id);
  }
}

/** The form as data: pages draw it, nothing about it is a secret. */
@Controller('permit-forms')
export class PermitFormsController {
  @Get('current') @Public() @Header('cache-control', 'public, max-age=300')
  current(): PermitFormView {
    return currentForm();
  }
}
