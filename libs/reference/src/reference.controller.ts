import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, Idempotent } from '@huanbao/platform';
import { ProposalQueries } from './proposal.queries';
import { ReferenceProposals } from './proposals.service';
import { CompareReferenceDto, DecideReferenceDto, ProposeReferenceDto, ReferenceExportDto, ReferenceListDto, ReferenceProposalExportDto, ReferenceProposalListDto, ReferenceRowQuery } from './reference.dto';
import { ReferenceQueries } from './reference.queries';
import { ReferenceDetailView, ReferencePageView, ReferenceProposalPageView, ReferenceProposalView, ReferenceSummaryView } from './reference.view';
import { Verifications } from './verification.service';

/** Dated reference data of all rooms: what nobody has compared with the promulgated text, and who compared the rest. */
@Controller('reference-data')
export class ReferenceController {
  constructor(
    private readonly queries: ReferenceQueries,
    private readonly verifications: Verifications,
    private readonly proposed: ReferenceProposals,
    private readonly changes: ProposalQueries,
  ) {}

  @Get() @Allow('reference.read')
  list(@Query() query: ReferenceListDto): Promise<ReferencePageView> {
    return this.queries.list(query);
  }

  @Get('summary') @Allow('reference.read')
  summary(): Promise<ReferenceSummaryView> {
    return this.queries.summary();
  }

  @Get('export') @Allow('reference.read')
  export(@CurrentActor() actor: Actor, @Query() query: ReferenceExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  /** One row with everything that was said of it. */
  @Get('row') @Allow('reference.read')
  row(@Query() { kind, key }: ReferenceRowQuery): Promise<ReferenceDetailView> {
    return this.queries.detail(kind, key);
  }

  /** The row was compared with the promulgated text. Who proposed a value cannot compare it (422 `reference.own-row`). */
  @Post('verify') @HttpCode(200) @Allow('reference.verify')
  async verify(@CurrentActor() actor: Actor, @Body() input: CompareReferenceDto): Promise<ReferenceDetailView> {
    await this.verifications.verify(actor, input);
    return this.queries.detail(input.kind, input.key);
  }

  /** Takes a comparison back; the row only warns again. */
  @Post('withdraw') @HttpCode(200) @Allow('reference.verify')
  async withdraw(@CurrentActor() actor: Actor, @Body() input: CompareReferenceDto): Promise<ReferenceDetailView> {
    await this.verifications.withdraw(actor, input);
    return this.queries.detail(input.kind, input.key);
  }

  /** Changes of rows. */
  @Get('proposals') @Allow('reference.read')
  proposals(@CurrentActor() actor: Actor, @Query() query: ReferenceProposalListDto): Promise<ReferenceProposalPageView> {
    return this.changes.list(actor, query);
  }

  @Get('proposals/export') @Allow('reference.read')
  exportProposals(@CurrentActor() actor: Actor, @Query() query: ReferenceProposalExportDto): Promise<StreamableFile> {
    return this.changes.export(actor, query);
  }

  /** A new value from a day on. Another person decides; decisions made until then keep the row they were made with. */
  @Post('proposals') @Allow('reference.edit') @Idempotent()
  async propose(@CurrentActor() actor: Actor, @Body() { kind, key, reason, ...next }: ProposeReferenceDto): Promise<ReferenceProposalView> {
    const row = await this.queries.detail(kind, key);
    const after = { title: next.title, titleEn: next.titleEn ?? null, value: next.value, unit: next.unit ?? row.unit, legalBasis: next.legalBasis, effectiveFrom: next.effectiveFrom, effectiveTo: next.effectiveTo ?? null, note: next.note || null };
    return this.changes.view(actor, await this.proposed.propose(actor, { kind, key, reason, next: after }));
  }

  /** Approved by a second person the row is added; rejected with the reason; withdrawn by who proposed it. */
  @Post('proposals/decide') @HttpCode(200) @Allow('reference.edit')
  async decide(@CurrentActor() actor: Actor, @Body() { id, decision, note }: DecideReferenceDto): Promise<ReferenceProposalView> {
    const done = decision === 'approve' ? this.proposed.approve(actor, id, note ?? null) : decision === 'reject' ? this.proposed.reject(actor, id, note ?? '') : this.proposed.withdraw(actor, id);
    return this.changes.view(actor, await done);
  }
}
