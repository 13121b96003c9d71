import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { ApplyWatchRemovalDto, AskWatchRevocationDto, DecideWatchDto, EndWatchContestDto, ServeWatchPaperDto, VerifyWatchRemovalDto, WatchContestDto, WatchDiscussionDto, WatchReasonDto, WatchWordsDto } from './dto';
import { WatchQueries } from './entry.queries';
import { WatchEntryView } from './entry.view';
import { WatchContesting } from './steps/contesting.service';
import { Listing } from './steps/deciding.service';
import { Leaving } from './steps/leaving.service';

/** Legal review, decision, service, publication; removal, contests, revocation. */
@Controller('watch-list')
export class WatchDecisionsController {
  constructor(
    private readonly queries: WatchQueries,
    private readonly listing: Listing,
    private readonly leaving: Leaving,
    private readonly contesting: WatchContesting,
  ) {}

  /** 退回补充核查: what is proposed next is told anew. */
  @Post(':id/send-back') @HttpCode(200) @Allow('watch-list.review')
  async sendBack(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: WatchReasonDto): Promise<WatchEntryView> {
    await this.listing.sendBack({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  /** 法制审核通过, by somebody who did not propose it. */
  @Post(':id/legal-review') @HttpCode(200) @Allow('watch-list.review')
  async legalPass(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { words }: WatchWordsDto): Promise<WatchEntryView> {
    await this.listing.legalPass({ actor, id, version }, words);
    return this.queries.detail(actor, id);
  }

  /** 集体讨论. */
  @Post(':id/discussion') @HttpCode(200) @Allow('watch-list.decide')
  async discuss(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: WatchDiscussionDto): Promise<WatchEntryView> {
    await this.listing.discuss({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  /** 决定列入, by a supervisor who neither proposed nor reviewed it. */
  @Post(':id/decide') @HttpCode(200) @Allow('watch-list.decide')
  async decide(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: DecideWatchDto): Promise<WatchEntryView> {
    await this.listing.decide({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** 不予列入. */
  @Post(':id/decline') @HttpCode(200) @Allow('watch-list.decide')
  async decline(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: WatchReasonDto): Promise<WatchEntryView> {
    await this.listing.decline({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  /** 送达决定书: it takes effect. */
  @Post(':id/decision/serve') @HttpCode(200) @Allow('watch-list.handle')
  async serve(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: ServeWatchPaperDto): Promise<WatchEntryView> {
    await this.listing.serve({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** 公示, after the service. */
  @Post(':id/publish') @HttpCode(200) @Allow('watch-list.publish')
  async publish(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<WatchEntryView> {
    await this.listing.publish({ actor, id, version });
    return this.queries.detail(actor, id);
  }

  /** An application for removal that came on paper. */
  @Post(':id/removals') @HttpCode(200) @Allow('watch-list.handle')
  async apply(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: ApplyWatchRemovalDto): Promise<WatchEntryView> {
    await this.leaving.applyPaper({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/removals/verify') @HttpCode(200) @Allow('watch-list.verify')
  async verify(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: VerifyWatchRemovalDto): Promise<WatchEntryView> {
    await this.leaving.verify({ actor, id, version }, body);
    return this.queries.detail(actor, id);
  }

  /** 准予移出. */
  @Post(':id/removals/grant') @HttpCode(200) @Allow('watch-list.decide')
  async grant(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: WatchReasonDto): Promise<WatchEntryView> {
    await this.leaving.remove({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  @Post(':id/removals/refuse') @HttpCode(200) @Allow('watch-list.decide')
  async refuse(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: WatchReasonDto): Promise<WatchEntryView> {
    await this.leaving.refuse({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }

  /** 复议、诉讼; as a rule they stop nothing. */
  @Post(':id/contests') @HttpCode(200) @Allow('watch-list.handle') @Idempotent()
  async contest(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: WatchContestDto): Promise<WatchEntryView> {
    await this.contesting.contest({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/contests/:contestId/end') @HttpCode(200) @Allow('watch-list.decide')
  async endContest(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('contestId') contestId: string, @Body() body: EndWatchContestDto): Promise<WatchEntryView> {
    const { version } = (await this.queries.seen(actor, id)).case;
    await this.contesting.end({ actor, id, version }, contestId, body);
    return this.queries.detail(actor, id);
  }

  /** Somebody finds that it should not stand. */
  @Post(':id/revocation') @HttpCode(200) @Allow('watch-list.handle')
  async askRevocation(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AskWatchRevocationDto): Promise<WatchEntryView> {
    await this.leaving.askRevocation({ actor, id }, body);
    return this.queries.detail(actor, id);
  }

  @Post(':id/revocation/drop') @HttpCode(200) @Allow('watch-list.decide')
  async dropRevocation(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: WatchReasonDto): Promise<WatchEntryView> {
    await this.leaving.dropRevocation({ actor, id }, reason);
    return this.queries.detail(actor, id);
  }

  /** 撤销, by a second person. */
  @Post(':id/revoke') @HttpCode(200) @Allow('watch-list.decide')
  async revoke(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { reason }: WatchReasonDto): Promise<WatchEntryView> {
    await this.leaving.revoke({ actor, id, version }, reason);
    return this.queries.detail(actor, id);
  }
}
