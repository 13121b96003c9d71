import { Body, Controller, Get, Header, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { pdfFile } from '@huanbao/documents';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { AskPenaltyExtensionDto, ConcludePenaltyDto, DecidePenaltyExtensionDto, FilePenaltyDto, OpenPenaltyDto, PenaltyDiscretionDto, PenaltyEvidenceDto, PenaltyReasonDto, PenaltyWordsDto, SubmitFilingDto } from './dto';
import { PenaltyExportQuery, PenaltyListQuery } from './lists.dto';
import { PenaltyPapers } from './papers/penalty-papers';
import { PenaltyExport } from './penalty-export';
import { PenaltyOptions } from './penalty-options';
import { PenaltyQueries } from './penalty.queries';
import { DiscretionView } from './penalty-parts.view';
import { PenaltyCreatedView, PenaltyOptionsView, PenaltyPageView, PenaltyView } from './penalty.view';
import { Investigating } from './steps/investigating.service';
import { Opening } from './steps/opening.service';

/** Penalty cases at the bureau, to the notice. Claiming, handing over and pausing are `/cases/:id/…`, as for every case. */
@Controller('penalties')
export class PenaltiesController {
  constructor(
    private readonly queries: PenaltyQueries,
    private readonly sheet: PenaltyExport,
    private readonly papers: PenaltyPapers,
    private readonly opening: Opening,
    private readonly investigating: Investigating,
    private readonly choices: PenaltyOptions,
  ) {}

  @Get() @Allow('penalty.list')
  list(@CurrentActor() actor: Actor, @Query() query: PenaltyListQuery): Promise<PenaltyPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('penalty.export')
  export(@CurrentActor() actor: Actor, @Query() query: PenaltyExportQuery): Promise<StreamableFile> {
    return this.sheet.export(actor, query);
  }

  /** Violations, officers with a certificate, factors of discretion. */
  @Get('options') @Allow('penalty.list')
  options(@CurrentActor() actor: Actor): Promise<PenaltyOptionsView> {
    return this.choices.of(actor);
  }

  @Post() @Allow('penalty.open') @Idempotent()
  async open(@CurrentActor() actor: Actor, @Body() body: OpenPenaltyDto): Promise<PenaltyCreatedView> {
    return { id: await this.opening.open(actor, body) };
  }

  @Get(':id') @Allow('penalty.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PenaltyView> {
    return this.queries.detail(actor, id);
  }

  /** A notice, the decision, a reminder or an application to the court as PDF. */
  @Get(':id/papers/:paperId') @Allow('penalty.read') @Header('cache-control', 'no-store')
  async paper(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('paperId') paperId: string): Promise<StreamableFile> {
    await this.queries.seen(actor, id);
    const { paper, pdf } = await this.papers.any(id, paperId);
    return pdfFile(pdf, `${paper.title} ${paper.number}`);
  }

  /** 报请立案. Send the version you saw as If-Match. */
  @Post(':id/submit') @HttpCode(200) @Allow('penalty.investigate')
  async submit(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: SubmitFilingDto): Promise<PenaltyView> {
    await this.opening.submit({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** 批准立案, by a second person. */
  @Post(':id/file') @HttpCode(200) @Allow('penalty.approve')
  async file(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { timeBarReason }: FilePenaltyDto): Promise<PenaltyView> {
    await this.opening.file({ actor, id, version }, timeBarReason ?? null);
    return this.queries.detail(actor, id);
  }

  @Post(':id/return') @HttpCode(200) @Allow('penalty.approve')
  async giveBack(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: PenaltyReasonDto): Promise<PenaltyView> {
    await this.opening.sendBack({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  /** 不予立案. */
  @Post(':id/refuse') @HttpCode(200) @Allow('penalty.approve')
  async refuse(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: PenaltyReasonDto): Promise<PenaltyView> {
    await this.opening.refuse({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  @Post(':id/extensions') @HttpCode(200) @Allow('penalty.investigate') @Idempotent()
  async askExtension(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AskPenaltyExtensionDto): Promise<PenaltyView> {
    await this.opening.askExtension({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/extensions/:extensionId/decide') @HttpCode(200) @Allow('penalty.approve')
  async decideExtension(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('extensionId') extensionId: string, @Body() body: DecidePenaltyExtensionDto): Promise<PenaltyView> {
    const { version } = await this.queries.detail(actor, id);
    await this.opening.decideExtension({ actor, id, version }, extensionId, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/evidence') @HttpCode(200) @Allow('penalty.investigate') @Idempotent()
  async addEvidence(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PenaltyEvidenceDto): Promise<PenaltyView> {
    await this.investigating.addEvidence({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** It stays in the list, marked. */
  @Post(':id/evidence/:evidenceId/withdraw') @HttpCode(200) @Allow('penalty.investigate')
  async withdrawEvidence(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('evidenceId') evidenceId: string, @Body() { reason }: PenaltyReasonDto): Promise<PenaltyView> {
    await this.investigating.withdrawEvidence({ actor, id }, evidenceId, reason);
    return this.queries.detail(actor, id);
  }

  /** The range these levels give, with its steps. Nothing is kept. */
  @Post(':id/discretion') @HttpCode(200) @Allow('penalty.read')
  async discretion(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PenaltyDiscretionDto): Promise<DiscretionView> {
    const { steps, ...range } = await this.investigating.compute(await this.queries.seen(actor, id), body);
    return { ...range, steps: [...steps] };
  }

  /** 调查终结. */
  @Post(':id/conclude') @HttpCode(200) @Allow('penalty.investigate')
  async conclude(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: ConcludePenaltyDto): Promise<PenaltyView> {
    await this.investigating.conclude({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** 案件审查 passed: the notice is made, or the case goes to its decision without a penalty. */
  @Post(':id/examine') @HttpCode(200) @Allow('penalty.review')
  async examine(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { words }: PenaltyWordsDto): Promise<PenaltyView> {
    await this.investigating.pass({ actor, id, version }, words);
    return this.queries.detail(actor, id);
  }

  @Post(':id/send-back') @HttpCode(200) @Allow('penalty.review')
  async sendBack(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: PenaltyReasonDto): Promise<PenaltyView> {
    await this.investigating.sendBack({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }
}
