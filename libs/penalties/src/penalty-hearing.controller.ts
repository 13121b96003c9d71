import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { AnswerPenaltyStatementDto, DecidePenaltyDto, HearingRecordDto, HearingSetDto, PaperStatementDto, PenaltyDiscussionDto, PenaltyGoOnDto, PenaltyWordsDto, ServePaperDto } from './dto';
import { PenaltyQueries } from './penalty.queries';
import { PenaltyView } from './penalty.view';
import { Deciding } from './steps/deciding.service';
import { Stating } from './steps/stating.service';

/** From the service of the notice to the service of the decision. */
@Controller('penalties')
export class PenaltyHearingController {
  constructor(
    private readonly queries: PenaltyQueries,
    private readonly deciding: Deciding,
    private readonly stating: Stating,
  ) {}

  /** The notice reached the party: from here on it sees the case and may speak. */
  @Post(':id/notice/serve') @HttpCode(200) @Allow('penalty.investigate')
  async serveNotice(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: ServePaperDto): Promise<PenaltyView> {
    await this.stating.serve({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** A statement that came on paper. */
  @Post(':id/statement') @HttpCode(200) @Allow('penalty.investigate') @Idempotent()
  async paperStatement(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PaperStatementDto): Promise<PenaltyView> {
    await this.stating.statePaper({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** The answer, point by point. */
  @Post(':id/statement/answer') @HttpCode(200) @Allow('penalty.investigate')
  async answer(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AnswerPenaltyStatementDto): Promise<PenaltyView> {
    await this.stating.answer({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/hearing') @HttpCode(200) @Allow('penalty.review')
  async setHearing(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: HearingSetDto): Promise<PenaltyView> {
    await this.stating.setHearing({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/hearing/record') @HttpCode(200) @Allow('penalty.review')
  async recordHearing(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: HearingRecordDto): Promise<PenaltyView> {
    await this.stating.recordHearing({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** To the legal review, or to the decision where none is needed. */
  @Post(':id/go-on') @HttpCode(200) @Allow('penalty.investigate')
  async goOn(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { wantsReview }: PenaltyGoOnDto): Promise<PenaltyView> {
    await this.stating.goOn({ actor, id, version }, wantsReview);
    return this.queries.detail(actor, id);
  }

  /** 法制审核 passed. */
  @Post(':id/legal-review') @HttpCode(200) @Allow('penalty.review')
  async legalReview(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { words }: PenaltyWordsDto): Promise<PenaltyView> {
    await this.deciding.legalPass({ actor, id, version }, words);
    return this.queries.detail(actor, id);
  }

  /** 集体讨论, with minutes and members. */
  @Post(':id/discussions') @HttpCode(200) @Allow('penalty.approve') @Idempotent()
  async discuss(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PenaltyDiscussionDto): Promise<PenaltyView> {
    await this.deciding.discuss({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** Never by who investigated or reviewed, never heavier than the notice. */
  @Post(':id/decide') @HttpCode(200) @Allow('penalty.decide')
  async decide(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: DecidePenaltyDto): Promise<PenaltyView> {
    await this.deciding.decide({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** The decision reached the party and takes effect. */
  @Post(':id/decision/serve') @HttpCode(200) @Allow('penalty.investigate')
  async serveDecision(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: ServePaperDto): Promise<PenaltyView> {
    await this.deciding.serve({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }
}
