import { Body, Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiBodyOptions, ApiConsumes } from '@nestjs/swagger';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch, Public, RateLimit } from '@huanbao/platform';
import { type SheetRequest, uploadOf } from '@huanbao/sheets';
import { LimitLookup } from './limit-lookup';
import { DecideProposalDto, LimitExportDto, LimitImportQuery, LimitListDto, LimitSectionQuery, ProposalListDto, ProposeLimitsDto, StandardListDto, StrictestQuery } from './limits.dto';
import { LimitsSheet } from './limits-sheet.service';
import { LimitQueries } from './limits.queries';
import { ApplicableLimitView, LimitDetailView, LimitOptionsView, LimitPageView, LimitPreviewView, ProposalPageView, ProposalView, StandardPageView, StrictestView } from './limits.view';
import { LimitProposals } from './proposals.service';

const FILE: ApiBodyOptions = { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } };

/** 适用标准查询, without an account. */
@Controller('public/limits')
export class PublicLimitsController {
  constructor(private readonly lookup: LimitLookup) {}

  /** Sources, pollutants and words to ask with. */
  @Get('options') @Public()
  options(): Promise<LimitOptionsView> {
    return this.lookup.options();
  }

  /** The strictest limit with every other that could apply, and why or why not. */
  @Get('strictest') @Public()
  strictest(@Query() query: StrictestQuery): Promise<StrictestView> {
    return this.lookup.strictest(query);
  }
}

/** The strictest limits beside the fields of a form. */
@Controller('permit-applications/:id/applicable-limits')
export class ApplicableLimitsController {
  constructor(private readonly lookup: LimitLookup) {}

  /** At every concentration of a section: the strictest applicable limit, with its question for the whole comparison. */
  @Get() @Allow('permit-application.read')
  ofSection(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() { section }: LimitSectionQuery): Promise<ApplicableLimitView[]> {
    return this.lookup.ofSection(actor, id, section ?? 'air-limits');
  }
}

/** The standards limits rest on. */
@Controller('standards')
export class StandardsController {
  constructor(private readonly queries: LimitQueries) {}

  @Get() @Allow('limit.read')
  list(@Query() query: StandardListDto): Promise<StandardPageView> {
    return this.queries.standards(query);
  }
}

/** Dated reference limits. */
@Controller('limits')
export class LimitsController {
  constructor(
    private readonly queries: LimitQueries,
    private readonly sheet: LimitsSheet,
  ) {}

  @Get() @Allow('limit.read')
  list(@Query() query: LimitListDto): Promise<LimitPageView> {
    return this.queries.list(query);
  }

  /** The list as a workbook that can be filled in and imported again. */
  @Get('export') @Allow('limit.read')
  export(@CurrentActor() actor: Actor, @Query() query: LimitExportDto): Promise<StreamableFile> {
    return this.sheet.export(actor, query);
  }

  @Get('template') @Allow('limit.propose')
  template(): Promise<StreamableFile> {
    return this.sheet.template();
  }

  /** What a workbook would change, and every bad cell of it. Nothing is written. */
  @Post('preview') @HttpCode(200) @Allow('limit.propose') @RateLimit('upload') @ApiConsumes('multipart/form-data') @ApiBody(FILE)
  async preview(@Req() request: SheetRequest): Promise<LimitPreviewView> {
    return this.sheet.preview(await uploadOf(request));
  }

  /** The workbook again, its bad cells coloured and commented. */
  @Post('report') @HttpCode(200) @Allow('limit.propose') @RateLimit('upload') @ApiConsumes('multipart/form-data') @ApiBody(FILE)
  async report(@Req() request: SheetRequest): Promise<StreamableFile> {
    return this.sheet.report(await uploadOf(request));
  }

  /** Puts the changes of a workbook forward as one proposal; another person confirms it. */
  @Post('import') @Allow('limit.propose') @RateLimit('upload') @ApiConsumes('multipart/form-data') @ApiBody(FILE)
  async import(@CurrentActor() actor: Actor, @Query() query: LimitImportQuery, @Req() request: SheetRequest): Promise<ProposalView> {
    const { id } = await this.sheet.import(actor, await uploadOf(request), query);
    return this.queries.proposal(actor, id);
  }

  /** A limit with its values at other times and what was said of it. */
  @Get(':id') @Allow('limit.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<LimitDetailView> {
    return this.queries.detail(actor, id);
  }
}

/** Changes of standards and limits: one person proposes, another confirms. */
@Controller('limit-proposals')
export class LimitProposalsController {
  constructor(
    private readonly queries: LimitQueries,
    private readonly proposals: LimitProposals,
  ) {}

  @Get() @Allow('limit.read')
  list(@Query() query: ProposalListDto): Promise<ProposalPageView> {
    return this.queries.proposals(query);
  }

  /** Overlaps, gaps and impossible values are refused with their place: `/items/0/row/validFrom`. */
  @Post() @Allow('limit.propose') @Idempotent()
  async propose(@CurrentActor() actor: Actor, @Body() body: ProposeLimitsDto): Promise<ProposalView> {
    const { id } = await this.proposals.proposeForm(actor, body);
    return this.queries.proposal(actor, id);
  }

  /** With the changes in words and what they would mean for open applications and valid permits. */
  @Get(':id') @Allow('limit.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ProposalView> {
    return this.queries.proposal(actor, id);
  }

  /** Puts the changes into force. Not by the proposer (422 `limit-proposal.four-eyes`), not before the simulation is done (409). */
  @Post(':id/confirm') @HttpCode(200) @Allow('limit.confirm')
  async confirm(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { note }: DecideProposalDto): Promise<ProposalView> {
    await this.proposals.confirm(actor, id, { note, version });
    return this.queries.proposal(actor, id);
  }

  @Post(':id/reject') @HttpCode(200) @Allow('limit.confirm')
  async reject(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { note }: DecideProposalDto): Promise<ProposalView> {
    await this.proposals.reject(actor, id, { note, version });
    return this.queries.proposal(actor, id);
  }

  @Post(':id/withdraw') @HttpCode(200) @Allow('limit.propose')
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { note }: DecideProposalDto): Promise<ProposalView> {
    await this.proposals.withdraw(actor, id, { note, version });
    return this.queries.proposal(actor, id);
  }
}
