import { Body, Controller, Get, Header, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { AwardNotice } from './award-notice';
import { ContractExport } from './contract.export';
import { ContractQueries } from './contract.queries';
import { paperPending } from './contract.errors';
import { DraftingService } from './drafting.service';
import { AnswerProposalDto, BeginContractDto, ContractExportQuery, ContractListQuery, ContractReasonDto, ContractTermsDto, ProposeChangeDto, ProposeSettlementDto, ProposeTerminationDto, RecordPaymentDto, SignContractDto } from './dto/contract.dto';
import { PaymentsService } from './payments.service';
import { ProposalsService } from './proposals.service';
import { SigningService } from './signing.service';
import { ContractEventView, ContractPageView, ContractView } from './views/contract.view';

/** Contracts of awarded tasks, up to both signatures. */
@Controller('contracts')
export class ContractsController {
  constructor(
    private readonly drafting: DraftingService,
    private readonly signing: SigningService,
    private readonly queries: ContractQueries,
    private readonly exports: ContractExport,
    private readonly notices: AwardNotice,
    private readonly files: Files,
  ) {}

  @Get() @Allow('contract.list')
  list(@CurrentActor() actor: Actor, @Query() query: ContractListQuery): Promise<ContractPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('contract.list')
  export(@CurrentActor() actor: Actor, @Query() query: ContractExportQuery): Promise<StreamableFile> {
    return this.exports.contracts(actor, query);
  }

  /** Terms from the template of the kind of service; a draft that is there is answered as it is. */
  @Post() @Allow('contract.draft') @Idempotent()
  async begin(@CurrentActor() actor: Actor, @Body() body: BeginContractDto): Promise<ContractView> {
    return this.queries.viewOf(actor, await this.drafting.begin(actor, body.taskId));
  }

  @Get(':id') @Allow('contract.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ContractView> {
    return this.queries.detail(actor, id);
  }

  @Get(':id/timeline') @Allow('contract.read')
  timeline(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ContractEventView[]> {
    return this.queries.timeline(actor, id);
  }

  /** 中标（成交）通知书 as PDF, from which the thirty days for the contract run. */
  @Get(':id/award-notice') @Allow('contract.read') @Header('cache-control', 'no-store')
  async awardNotice(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    const { title, pdf } = await this.notices.draw(actor, id);
    return new StreamableFile(pdf, { type: 'application/pdf', disposition: `attachment; filename="award-notice.pdf"; filename*=UTF-8''${encodeURIComponent(`${title}.pdf`)}` });
  }

  /** The paper as PDF: for reading, for sealing, and with who signed. */
  @Get(':id/paper') @Allow('contract.read') @Header('cache-control', 'no-store')
  async paper(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    const { paperFileId, number } = await this.queries.detail(actor, id);
    if (!paperFileId) throw paperPending();
    return new StreamableFile(await this.files.open(paperFileId), { type: 'application/pdf', disposition: `attachment; filename="contract.pdf"; filename*=UTF-8''${encodeURIComponent(`合同-${number ?? ''}.pdf`)}` });
  }

  /** The terms, whole. Price and period are those of the bid; the amounts add up to the price. Send the version you saw as If-Match. */
  @Put(':id/terms') @Allow('contract.draft')
  async write(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ContractTermsDto, @IfMatch() version: number): Promise<ContractView> {
    return this.queries.viewOf(actor, await this.drafting.write(actor, id, body, version));
  }

  @Post(':id/propose') @HttpCode(200) @Allow('contract.draft')
  async propose(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<ContractView> {
    return this.queries.viewOf(actor, await this.drafting.propose(actor, id, version));
  }

  /** Takes the text back to change it, until the firm has signed. */
  @Post(':id/recall') @HttpCode(200) @Allow('contract.draft')
  async recall(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<ContractView> {
    return this.queries.viewOf(actor, await this.drafting.recall(actor, id, version));
  }

  @Post(':id/agree') @HttpCode(200) @Allow('contract.agree')
  async agree(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<ContractView> {
    return this.queries.viewOf(actor, await this.drafting.agree(actor, id, version));
  }

  @Post(':id/return') @HttpCode(200) @Allow('contract.agree')
  async sendBack(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ContractReasonDto, @IfMatch() version: number): Promise<ContractView> {
    return this.queries.viewOf(actor, await this.drafting.sendBack(actor, id, body.reason, version));
  }

  /** Signs for the own side; the second signature brings it into force. Each is kept as a copy of record (SM2). */
  @Post(':id/sign') @HttpCode(200) @Allow('contract.sign')
  async sign(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: SignContractDto, @IfMatch() version: number): Promise<ContractView> {
    return this.queries.viewOf(actor, await this.signing.sign(actor, id, body, version));
  }
}

/** What happens under a contract in force: payments, changes, its end and settlement. */
@Controller('contracts/:id')
export class ContractLifeController {
  constructor(
    private readonly payments: PaymentsService,
    private readonly proposals: ProposalsService,
    private readonly queries: ContractQueries,
  ) {}

  /** The client records what it has paid, the firm what it has paid back; the other side confirms. */
  @Post('payments') @Allow('contract.pay') @Idempotent()
  async pay(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: RecordPaymentDto): Promise<ContractView> {
    await this.payments.record(actor, id, body);
    return this.queries.detail(actor, id);
  }

  @Post('payments/:paymentId/confirm') @HttpCode(200) @Allow('contract.confirm')
  async confirm(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('paymentId') paymentId: string): Promise<ContractView> {
    await this.payments.confirm(actor, id, paymentId);
    return this.queries.detail(actor, id);
  }

  @Post('payments/:paymentId/refuse') @HttpCode(200) @Allow('contract.confirm')
  async refusePayment(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('paymentId') paymentId: string, @Body() body: ContractReasonDto): Promise<ContractView> {
    await this.payments.refuse(actor, id, paymentId, body.reason);
    return this.queries.detail(actor, id);
  }

  @Post('payments/:paymentId/withdraw') @HttpCode(200) @Allow('contract.pay')
  async withdrawPayment(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('paymentId') paymentId: string, @Body() body: ContractReasonDto): Promise<ContractView> {
    await this.payments.withdraw(actor, id, paymentId, body.reason);
    return this.queries.detail(actor, id);
  }

  /** A change of the terms in force, whole; what was delivered, accepted or paid for stays as it is. */
  @Post('changes') @Allow('contract.propose') @Idempotent()
  async change(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ProposeChangeDto): Promise<ContractView> {
    await this.proposals.change(actor, id, body);
    return this.queries.detail(actor, id);
  }

  /** By agreement, or at once by notice on a ground of the law (民法典 第五百六十三条). */
  @Post('termination') @Allow('contract.propose') @Idempotent()
  async terminate(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ProposeTerminationDto): Promise<ContractView> {
    await this.proposals.terminate(actor, id, body);
    return this.queries.detail(actor, id);
  }

  /** What is owed in all; the contract is closed when the other side agrees and all of it was paid and confirmed. */
  @Post('settlement') @Allow('contract.propose') @Idempotent()
  async settle(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ProposeSettlementDto): Promise<ContractView> {
    await this.proposals.settle(actor, id, body);
    return this.queries.detail(actor, id);
  }

  @Post('proposals/:proposalId/agree') @HttpCode(200) @Allow('contract.answer')
  async agree(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('proposalId') proposalId: string, @Body() body: AnswerProposalDto): Promise<ContractView> {
    await this.proposals.agree(actor, id, proposalId, body.comment ?? '');
    return this.queries.detail(actor, id);
  }

  @Post('proposals/:proposalId/refuse') @HttpCode(200) @Allow('contract.answer')
  async refuse(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('proposalId') proposalId: string, @Body() body: ContractReasonDto): Promise<ContractView> {
    await this.proposals.refuse(actor, id, proposalId, body.reason);
    return this.queries.detail(actor, id);
  }

  @Post('proposals/:proposalId/withdraw') @HttpCode(200) @Allow('contract.propose')
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('proposalId') proposalId: string, @Body() body: ContractReasonDto): Promise<ContractView> {
    await this.proposals.withdraw(actor, id, proposalId, body.reason);
    return this.queries.detail(actor, id);
  }
}
