import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, spreadsheet } from '@huanbao/documents';
import { Actor, Allow, Audit, CurrentActor, IdParam, Idempotent } from '@huanbao/platform';
import { ContractReasonDto } from '../dto/contract.dto';
import { ConcludeDisputeDto, DisputeExportQuery, DisputeListQuery, DisputeStatementDto, OpenDisputeDto } from './dispute.dto';
import { DisputeQueries } from './dispute.queries';
import { DisputePageView, DisputeRowView, DisputeView } from './dispute.view';
import { DisputesService } from './disputes.service';

const SIDES = { enterprise: '委托方', firm: '服务机构' } as const;

/** Disputes of contracts and their mediation by the bureau. */
@Controller()
export class DisputesController {
  constructor(
    private readonly disputes: DisputesService,
    private readonly queries: DisputeQueries,
    private readonly audit: Audit,
  ) {}

  /** Brings a dispute before the bureau; milestones stand still until it is concluded or withdrawn. */
  @Post('contracts/:id/disputes') @Allow('contract.dispute') @Idempotent()
  async open(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: OpenDisputeDto): Promise<DisputeView> {
    return this.queries.detail(actor, (await this.disputes.open(actor, id, body)).id);
  }

  /** The bureau's desk, newest first. */
  @Get('contract-disputes') @Allow('contract-dispute.list')
  list(@CurrentActor() actor: Actor, @Query() query: DisputeListQuery): Promise<DisputePageView> {
    return this.queries.list(actor, query);
  }

  /** The desk as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('contract-disputes/export') @Allow('contract-dispute.list')
  async export(@CurrentActor() actor: Actor, @Query() query: DisputeExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'contract-dispute.export', subject: { type: 'contract-dispute-list', id: query.tab ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    const columns = [
      { header: '合同编号', width: 18, of: (row: DisputeRowView) => row.number },
      { header: '项目名称', width: 40, of: (row: DisputeRowView) => row.title },
      { header: '委托方', width: 32, of: (row: DisputeRowView) => row.enterpriseName },
      { header: '服务机构', width: 32, of: (row: DisputeRowView) => row.firmName },
      { header: '提出方', width: 12, of: (row: DisputeRowView) => SIDES[row.side] },
      { header: '争议金额（元）', width: 16, of: (row: DisputeRowView) => row.amountYuan },
      { header: '状态', width: 12, of: (row: DisputeRowView) => row.stateZh },
      { header: '历时（天）', width: 10, of: (row: DisputeRowView) => row.daysOpen },
      { header: '调解人', width: 14, of: (row: DisputeRowView) => row.takenByName },
    ];
    return spreadsheet({ name: '合同争议', title: '合同争议', columns }, allPages((cursor, limit) => this.queries.list(actor, { ...query, cursor, limit })));
  }

  @Get('contract-disputes/:id') @Allow('contract-dispute.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DisputeView> {
    return this.queries.detail(actor, id);
  }

  @Post('contract-disputes/:id/statements') @Allow('contract-dispute.state') @Idempotent()
  async state(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: DisputeStatementDto): Promise<DisputeView> {
    await this.disputes.state(actor, id, body);
    return this.queries.detail(actor, id);
  }

  @Post('contract-disputes/:id/withdraw') @HttpCode(200) @Allow('contract-dispute.withdraw')
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ContractReasonDto): Promise<DisputeView> {
    await this.disputes.withdraw(actor, id, body.reason);
    return this.queries.detail(actor, id);
  }

  @Post('contract-disputes/:id/take') @HttpCode(200) @Allow('contract-dispute.mediate')
  async take(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DisputeView> {
    await this.disputes.take(actor, id);
    return this.queries.detail(actor, id);
  }

  /** Writes down what came of it. It binds nobody by itself: what was agreed on becomes a change, an end or the settlement of the contract. */
  @Post('contract-disputes/:id/conclude') @HttpCode(200) @Allow('contract-dispute.mediate')
  async conclude(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ConcludeDisputeDto): Promise<DisputeView> {
    await this.disputes.conclude(actor, id, body);
    return this.queries.detail(actor, id);
  }
}
