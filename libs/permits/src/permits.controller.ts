import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Actor, Allow, CurrentActor, IdParam, Public } from '@huanbao/platform';
import { PermitListDto } from './dto/application.dto';
import { currentForm } from './form-definition';
import { PermitQueries } from './permit.queries';
import { certificatePending } from './permits.errors';
import { PermitFormView } from './views/form.view';
import { PermitPageView, PermitView, PublicPermitView } from './views/permit.view';

/** Permits for those who hold or supervise them. */
@Controller('permits')
export class PermitsController {
  constructor(private readonly queries: PermitQueries) {}

  @Get() @Allow('permit.list')
  list(@CurrentActor() actor: Actor, @Query() query: PermitListDto): Promise<PermitPageView> {
    return this.queries.list(actor, query);
  }

  @Get(':id') @Allow('permit.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PermitView> {
    return this.queries.detail(actor, id);
  }
}

/** The public register and the check page behind the QR code. */
@Controller('public/permits')
export class PublicPermitsController {
  constructor(
    private readonly queries: PermitQueries,
    private readonly files: Files,
  ) {}

  @Get() @Public()
  list(@Query() query: PermitListDto): Promise<PermitPageView> {
    return this.queries.publicList(query);
  }

  /** How the permit stands today; by id or by the number on the paper. */
  @Get(':idOrNumber') @Public()
  show(@Param('idOrNumber') idOrNumber: string): Promise<PublicPermitView> {
    return this.queries.publicDetail(idOrNumber);
  }

  /** 正本 as PDF; it holds no trade secret. */
  @Get(':idOrNumber/certificate') @Public() @Header('cache-control', 'no-store')
  async certificate(@Param('idOrNumber') idOrNumber: string): Promise<StreamableFile> {
    const permit = await this.queries.publicOne(idOrNumber);
    if (!permit.originalFileId) throw certificatePending();
    const name = `permit-${permit.number}.pdf`;
    return new StreamableFile(await this.files.open(permit.originalFileId), { type: 'application/pdf', disposition: `attachment; filename="${name}"` });
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
