import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, Idempotent, IdParam, IfMatch } from '@huanbao/platform';
import { ApplicationQueries } from './application.queries';
import { ApplicationViews } from './application-views';
import { AttachmentsService } from './attachments.service';
import { DraftsService } from './drafts.service';
import { ApplicationListDto, BeginApplicationDto, CompleteSectionDto, CopyAttachmentsDto, SaveSectionDto, SubmitApplicationDto, WithdrawDto } from './dto/application.dto';
import { SectionResult, SectionsService } from './sections.service';
import { SubmissionService } from './submission.service';
import { ApplicationPageView, ApplicationView, PrintView, SectionView } from './views/application.view';

/** A foreign or malformed id is simply not there. */

/** The applicant's side: begin, fill in, submit, take back. */
@Controller('permit-applications')
export class ApplicationController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly sections: SectionsService,
    private readonly attachments: AttachmentsService,
    private readonly submission: SubmissionService,
    private readonly queries: ApplicationQueries,
    private readonly views: ApplicationViews,
  ) {}

  /** Own applications and those of principals; for the bureau the submitted ones of its region. Newest first. */
  @Get() @Allow('permit-application.list')
  list(@CurrentActor() actor: Actor, @Query() query: ApplicationListDto): Promise<ApplicationPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('permit-application.list')
  export(@CurrentActor() actor: Actor, @Query() query: ApplicationListDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  /** Begins a draft of any type. A site has one open application at a time (409 `permit.open-application`). */
  @Post() @Allow('permit-application.create') @Idempotent()
  async create(@CurrentActor() actor: Actor, @Body() input: BeginApplicationDto): Promise<ApplicationView> {
    const application = await this.drafts.create(actor, input);
    return this.views.detail(actor, application.id);
  }

  @Get(':id') @Allow('permit-application.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ApplicationView> {
    return this.views.detail(actor, id);
  }

  /** The whole form in words, for 核对页 and paper. */
  @Get(':id/print') @Allow('permit-application.read')
  print(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PrintView> {
    return this.views.print(actor, id);
  }

  /** With `Prefer: return=minimal` only its state: `data` and `problems` are left empty. */
  @Get(':id/sections/:key') @Allow('permit-application.read')
  async section(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('key') key: string, @Headers('prefer') prefer?: string): Promise<SectionView> {
    return sectionView(await this.sections.read(actor, id, key), prefer);
  }

  /** Autosave of one section; `If-Match` carries the section's version. With `Prefer: return=minimal` the answer leaves `data` and `problems` empty. */
  @Patch(':id/sections/:key') @Allow('permit-application.edit')
  async save(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('key') key: string, @IfMatch() version: number, @Body() input: SaveSectionDto, @Headers('prefer') prefer?: string): Promise<SectionView> {
    return sectionView(await this.sections.save(actor, id, key, { input, version }), prefer);
  }

  /** 本节是否填写完成？ Answers 400 with every problem of the section when it is not. */
  @Post(':id/sections/:key/complete') @Allow('permit-application.edit') @HttpCode(200)
  async complete(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('key') key: string, @IfMatch() version: number, @Body() input: CompleteSectionDto, @Headers('prefer') prefer?: string): Promise<SectionView> {
    return sectionView(await this.sections.complete(actor, id, key, { done: input.done, version }), prefer);
  }

  /** Copies the attachments of an earlier application of the same enterprise; `If-Match` carries the section's version. */
  @Post(':id/copy-attachments') @Allow('permit-application.edit') @HttpCode(200)
  async copyAttachments(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() input: CopyAttachmentsDto): Promise<SectionView> {
    return sectionView(await this.attachments.copy(actor, id, { fromId: input.fromApplicationId, version }));
  }

  /** 守法承诺: given for the content as it is. A firm may submit what the enterprise has signed. */
  @Post(':id/commitment') @Allow('permit-application.sign') @HttpCode(200)
  async commit(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: SubmitApplicationDto): Promise<ApplicationView> {
    await this.submission.commit(actor, id, input);
    return this.views.detail(actor, id);
  }

  /** Submits, or submits again after 补正. */
  @Post(':id/submit') @Allow('permit-application.submit') @HttpCode(200) @Idempotent()
  async submit(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: SubmitApplicationDto): Promise<ApplicationView> {
    await this.submission.submit(actor, id, input);
    return this.views.detail(actor, id);
  }

  @Post(':id/withdraw') @Allow('permit-application.withdraw') @HttpCode(200)
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: WithdrawDto): Promise<ApplicationView> {
    await this.submission.withdraw(actor, id, input.reason);
    return this.views.detail(actor, id);
  }
}

/** @param prefer `return=minimal` (RFC 7240): whoever has the content does not want thousands of rows sent back at every word */
export function sectionView(result: SectionResult, prefer?: string): SectionView {
  const { section, completed, remarks, updatedAt, version } = result;
  const brief = prefer?.includes('return=minimal') === true;
  return { section, completed, remarks: [...remarks], updatedAt, version, data: brief ? {} : result.data, problems: brief ? [] : [...result.problems] };
}
