import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Public, RateLimit } from '@huanbao/platform';
import { BidderFacts } from './bidders/bidder-facts';
import { BidderFactsView } from './bidders/bidder.view';
import { NameUseDto, RemoveUseDto, ReplyDto } from './reputation.dto';
import { replyView, TaskReplyView, useView, WorkUseView } from './reputation.view';
import { RepliesService } from './replies/replies.service';
import { WorkUses } from './outcomes/work-uses.service';
import { FirmReputation } from './scores/firm-reputation';
import { FirmRatingsQuery, RankingExportQuery, RankingQuery } from './scores/ranking.dto';
import { Ranking } from './scores/ranking.queries';
import { FirmRatingPage, FirmReputationView, RankingPage, ReputationParameterView } from './scores/ranking.view';

/** Ranking lists of service firms for everybody. No place can be bought. */
@Controller('public/firm-rankings')
export class PublicRankingController {
  constructor(
    private readonly ranking: Ranking,
    private readonly reputation: FirmReputation,
  ) {}

  @Get() @Public()
  list(@Query() query: RankingQuery): Promise<RankingPage> {
    return this.ranking.list(query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. */
  @Get('export') @Public() @RateLimit('public-search')
  export(@Query() query: RankingExportQuery): StreamableFile {
    return this.ranking.export(query);
  }

  /** The values that scores are reckoned with today, each with its basis. */
  @Get('method') @Public()
  method(): Promise<ReputationParameterView[]> {
    return this.reputation.method();
  }
}

/** What clients and outcomes say of a firm. */
@Controller('public/firms/:id')
export class PublicReputationController {
  constructor(private readonly firms: FirmReputation) {}

  @Get('reputation') @Public()
  show(@IdParam() id: string): Promise<FirmReputationView> {
    return this.firms.of(id);
  }

  /** Published ratings, the newest first, each with the firm's reply. The client is not named. */
  @Get('ratings') @Public()
  ratings(@IdParam() id: string, @Query() query: FirmRatingsQuery): Promise<FirmRatingPage> {
    return this.firms.ratings(id, query);
  }
}

/** Replies to ratings, and where the results of a task went. */
@Controller('service-tasks/:id')
export class TaskReputationController {
  constructor(
    private readonly replies: RepliesService,
    private readonly uses: WorkUses,
    private readonly bidders: BidderFacts,
  ) {}

  /** Score, veto, conflicts and the load of the named engineer, beside the opened bids; for the client and the bureau. */
  @Get('bidder-facts') @Allow('task.bids')
  bidderFacts(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<BidderFactsView[]> {
    return this.bidders.of(actor, id);
  }

  @Get('rating-replies') @Allow('task.read')
  async listReplies(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<TaskReplyView[]> {
    return (await this.replies.ofTask(actor, id)).map(replyView);
  }

  /** One reply of the rated side, once the rating is public. */
  @Post('ratings/:ratingId/reply') @Allow('task.rate')
  async reply(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('ratingId') ratingId: string, @Body() body: ReplyDto): Promise<TaskReplyView> {
    return replyView(await this.replies.reply(actor, { taskId: id, ratingId }, body.text));
  }

  @Get('uses') @Allow('task.deliveries')
  async listUses(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<WorkUseView[]> {
    return (await this.uses.ofTask(actor, id)).map(useView);
  }

  /** One of the two sides names the application or report that the results were used for; a firm only where its file is in it. */
  @Post('uses') @HttpCode(200) @Allow('task.name-use')
  async nameUse(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: NameUseDto): Promise<WorkUseView[]> {
    return (await this.uses.name(actor, id, { type: body.subjectType, id: body.subjectId })).map(useView);
  }

  /** Who named it takes it back with a reason; refused once the bureau has decided or the file proves it. Both sides are told. */
  @Post('uses/:useId/removal') @HttpCode(200) @Allow('task.name-use')
  async removeUse(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('useId') useId: string, @Body() body: RemoveUseDto): Promise<WorkUseView[]> {
    return (await this.uses.remove(actor, id, { useId, reason: body.reason })).map(useView);
  }
}
