import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam } from '@huanbao/platform';
import { AdverseHearings } from './adverse/hearings.service';
import { AdverseReceiving } from './adverse/receiving.service';
import { AdverseStatements } from './adverse/statements.service';
import { statementNeeded } from './casework.errors';
import { AnswerStatementDto, ReceivedWordDto, RecordAdverseHearingDto, SetAdverseHearingDto, StatementDto } from './dto/adverse.dto';
import { CaseDetailView } from './views/case.view';
import { CaseViews } from './views/case-views';

/** The word of a party before a decision against it, whatever the procedure. */
@Controller('cases')
export class AdverseController {
  constructor(
    private readonly views: CaseViews,
    private readonly statements: AdverseStatements,
    private readonly hearings: AdverseHearings,
    private readonly receiving: AdverseReceiving,
  ) {}

  /** 陈述申辩: the party speaks before a decision against it, or gives its right up. Once. */
  @Post(':id/statement') @HttpCode(200) @Allow('case.state')
  async state(@CurrentActor() actor: Actor, @IdParam() caseId: string, @Body() body: StatementDto): Promise<CaseDetailView> {
    if (!body.waive === !body.text) throw statementNeeded();
    await this.statements.state(caseId, { actor, text: body.text, fileIds: body.fileIds });
    return this.views.detail(caseId, actor);
  }

  /** A statement, waiver, request or withdrawal that came on paper or by mouth, entered by an officer; the day of its receipt counts. */
  @Post(':id/received-word') @HttpCode(200) @Allow('case.receive-word')
  async receiveWord(@CurrentActor() actor: Actor, @IdParam() caseId: string, @Body() body: ReceivedWordDto): Promise<CaseDetailView> {
    await this.receiving.receive(caseId, actor, body);
    return this.views.detail(caseId, actor);
  }

  /** What the bureau makes of the statement; the party reads it with the decision. */
  @Post(':id/statement/answer') @HttpCode(200) @Allow('case.answer-statement')
  async answerStatement(@CurrentActor() actor: Actor, @IdParam() caseId: string, @Body() body: AnswerStatementDto): Promise<CaseDetailView> {
    await this.statements.answer(caseId, actor, body);
    return this.views.detail(caseId, actor);
  }

  /** 听证: the party asks for one, once, within the period of the notice. */
  @Post(':id/hearing/ask') @HttpCode(200) @Allow('case.ask-hearing')
  async askHearing(@CurrentActor() actor: Actor, @IdParam() caseId: string): Promise<CaseDetailView> {
    await this.hearings.ask(caseId, actor);
    return this.views.detail(caseId, actor);
  }

  /** The party takes its request back, while the hearing is not held. */
  @Post(':id/hearing/withdraw') @HttpCode(200) @Allow('case.withdraw-hearing')
  async withdrawHearing(@CurrentActor() actor: Actor, @IdParam() caseId: string): Promise<CaseDetailView> {
    await this.hearings.withdraw(caseId, actor);
    return this.views.detail(caseId, actor);
  }

  /** Time and place, told by a 听证通知书 with its own number. Who sets it chairs it: neither who proposed nor who reviewed. */
  @Post(':id/hearing') @HttpCode(200) @Allow('case.hear')
  async setHearing(@CurrentActor() actor: Actor, @IdParam() caseId: string, @Body() body: SetAdverseHearingDto): Promise<CaseDetailView> {
    await this.hearings.set(caseId, actor, body);
    return this.views.detail(caseId, actor);
  }

  /** The hearing was held, or the party did not come. */
  @Post(':id/hearing/record') @HttpCode(200) @Allow('case.hear')
  async recordHearing(@CurrentActor() actor: Actor, @IdParam() caseId: string, @Body() body: RecordAdverseHearingDto): Promise<CaseDetailView> {
    await this.hearings.record(caseId, actor, body);
    return this.views.detail(caseId, actor);
  }
}
