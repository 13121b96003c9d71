import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, IfMatch } from '@huanbao/platform';
import { DecideAppealDto, OpenAppealDto, ReviewAppealDto, SubmitAppealDto } from '../dto/appeal.dto';
import { CreditCaseExportDto, CreditCaseListDto } from '../dto/lists.dto';
import { CreditReasonDto } from '../dto/repair.dto';
import { CreditAppealView, CreditCasePage } from '../views/repair.view';
import { AppealQueries } from './appeal.queries';
import { Appealing } from './appealing.service';
import { AppealDeciding } from './deciding.service';

/** 异议 against an event of the own ledger. Publication rests from the acceptance on, by rule and never longer than its last day. */
@Controller('credit-appeals')
export class CreditAppealsController {
  constructor(
    private readonly queries: AppealQueries,
    private readonly appealing: Appealing,
    private readonly deciding: AppealDeciding,
  ) {}

  @Get() @Allow('credit-appeal.list')
  list(@CurrentActor() actor: Actor, @Query() query: CreditCaseListDto): Promise<CreditCasePage> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('credit-appeal.export')
  export(@CurrentActor() actor: Actor, @Query() query: CreditCaseExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  /** Begins an appeal. Evidence is uploaded to the subject `credit-appeal` under its id. */
  @Post() @Allow('credit-appeal.prepare')
  async open(@CurrentActor() actor: Actor, @Body() body: OpenAppealDto): Promise<CreditAppealView> {
    return this.queries.detail(actor, await this.appealing.open(actor, body));
  }

  @Get(':id') @Allow('credit-appeal.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<CreditAppealView> {
    return this.queries.detail(actor, id);
  }

  @Post(':id/submit') @HttpCode(200) @Allow('credit-appeal.submit')
  async submit(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: SubmitAppealDto): Promise<CreditAppealView> {
    await this.appealing.submit({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/withdraw') @HttpCode(200) @Allow('credit-appeal.submit')
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<CreditAppealView> {
    await this.appealing.withdraw({ actor, id, version });
    return this.queries.detail(actor, id);
  }

  @Post(':id/accept') @HttpCode(200) @Allow('credit-appeal.accept')
  async accept(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<CreditAppealView> {
    await this.deciding.accept({ actor, id, version });
    return this.queries.detail(actor, id);
  }

  @Post(':id/reject') @HttpCode(200) @Allow('credit-appeal.accept')
  async reject(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: CreditReasonDto): Promise<CreditAppealView> {
    await this.deciding.reject({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  /** By somebody else than who accepted it, and never by who entered the event. */
  @Post(':id/review') @HttpCode(200) @Allow('credit-appeal.verify')
  async review(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: ReviewAppealDto): Promise<CreditAppealView> {
    await this.deciding.review({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/review-again') @HttpCode(200) @Allow('credit-appeal.decide')
  async reviewAgain(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: CreditReasonDto): Promise<CreditAppealView> {
    await this.deciding.reviewAgain({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  /** By a third person. Upheld: the event is revoked and everything that rests on it follows. */
  @Post(':id/decide') @HttpCode(200) @Allow('credit-appeal.decide')
  async decide(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: DecideAppealDto): Promise<CreditAppealView> {
    await this.deciding.decide({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }
}
