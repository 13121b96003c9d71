import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent } from '@huanbao/platform';
import { PenaltyQueries } from './penalty.queries';
import { PenaltyView } from './penalty.view';
import { Undoing } from './steps/undoing.service';
import { DecidePenaltyUndoingDto, EndByCourtDto, EndPenaltyContestDto, GiveUpPursuitDto, RevokePenaltyDto, UnpublishPenaltyDto } from './undoing.dto';

/** What takes a decision back, lowers it, takes it off the public list or ends its pursuit: proposed on a paper, decided by a second person. */
@Controller('penalties')
export class PenaltyUndoingController {
  constructor(
    private readonly queries: PenaltyQueries,
    private readonly undoing: Undoing,
  ) {}

  /** 撤销, also after the case was closed: proposed. */
  @Post(':id/revoke') @HttpCode(200) @Allow('penalty.investigate') @Idempotent()
  async revoke(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: RevokePenaltyDto): Promise<PenaltyView> {
    await this.undoing.revoke({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** The outcome of a 复议 or a suit: proposed. */
  @Post(':id/contests/:contestId/end') @HttpCode(200) @Allow('penalty.investigate') @Idempotent()
  async endContest(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('contestId') contestId: string, @Body() body: EndPenaltyContestDto): Promise<PenaltyView> {
    await this.undoing.endContest({ actor, id }, contestId, body);
    return this.queries.detail(actor, id);
  }

  /** Off the public list before its time: proposed. */
  @Post(':id/unpublish') @HttpCode(200) @Allow('penalty.investigate') @Idempotent()
  async unpublish(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: UnpublishPenaltyDto): Promise<PenaltyView> {
    await this.undoing.unpublish({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** 不再申请执行: proposed. */
  @Post(':id/pursuit/give-up') @HttpCode(200) @Allow('penalty.investigate') @Idempotent()
  async giveUp(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: GiveUpPursuitDto): Promise<PenaltyView> {
    await this.undoing.giveUp({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** 终结执行: proposed. */
  @Post(':id/pursuit/court-end') @HttpCode(200) @Allow('penalty.investigate') @Idempotent()
  async courtEnd(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: EndByCourtDto): Promise<PenaltyView> {
    await this.undoing.courtEnd({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** By somebody else than who proposed it. */
  @Post(':id/undoings/:undoingId/decide') @HttpCode(200) @Allow('penalty.approve')
  async decide(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('undoingId') undoingId: string, @Body() body: DecidePenaltyUndoingDto): Promise<PenaltyView> {
    const { version } = (await this.queries.seen(actor, id)).case;
    await this.undoing.decide({ actor, id, version }, undoingId, body);
    return this.queries.detail(actor, id);
  }
}
