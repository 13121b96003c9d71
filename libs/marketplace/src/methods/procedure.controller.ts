import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam } from '@huanbao/platform';
import { TaskReasonDto } from '../dto/task.dto';
import { TaskQueries } from '../task.queries';
import { TaskView } from '../views/task.view';
import { Amendments } from './amendments.service';
import { Bonds } from './bonds.service';
import { FinalRound } from './final-round.service';
import { Invitations } from './invitations.service';
import { AcceptOfferDto, AmendDto, AnswerDto, AskDto, CounterOfferDto, FinalRoundDto, PayBondDto, ProceedDto, ProlongDto, ReturnBondDto, TalkDto } from './methods.dto';
import { AmendmentView, amendmentView, BondView, bondView, TaskInvitationView, invitationView, OfferView, offerView, TaskQuestionView, questionView, TalkView, talkView } from './methods.view';
import { Offers } from './offers.service';
import { Questions } from './questions.service';
import { Shortfalls } from './shortfall.service';

/** The steps between publication and award. */
@Controller('service-tasks/:id')
export class ProcedureController {
  constructor(
    private readonly tasks: TaskQueries,
    private readonly invitations: Invitations,
    private readonly offers: Offers,
    private readonly shortfalls: Shortfalls,
    private readonly amendments: Amendments,
    private readonly questions: Questions,
    private readonly finalRound: FinalRound,
    private readonly bonds: Bonds,
  ) {}

  @Get('invitations') @Allow('task.invitations')
  async invited(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<TaskInvitationView[]> {
    return (await this.invitations.of(actor, id)).map(invitationView);
  }

  /** The firm will not bid, or does not take the commission. */
  @Post('decline') @HttpCode(204) @Allow('task.decline')
  decline(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: TaskReasonDto): Promise<void> {
    return this.invitations.decline(actor, id, body.reason);
  }

  /** Offers of a direct commission, newest first. */
  @Get('offers') @Allow('task.offers')
  async listOffers(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OfferView[]> {
    const { enterpriseId } = await this.tasks.detail(actor, id);
    return (await this.offers.of(actor, id)).map(offer => offerView(offer, actor, enterpriseId));
  }

  /** Answers the open offer with other terms. */
  @Post('offers') @Allow('task.offer')
  async counter(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CounterOfferDto): Promise<OfferView> {
    const { enterpriseId } = await this.tasks.detail(actor, id);
    return offerView(await this.offers.counter(actor, id, body), actor, enterpriseId);
  }

  /** Takes the open offer of the other side: the contract comes about. */
  @Post('offers/accept') @HttpCode(200) @Allow('task.offer')
  async accept(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AcceptOfferDto): Promise<TaskView> {
    return this.tasks.viewOf(await this.offers.accept(actor, id, body.nth), actor);
  }

  /** Too few have bid: bids are taken again until the new deadline. */
  @Post('prolong') @HttpCode(200) @Allow('task.procedure')
  async prolong(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ProlongDto): Promise<TaskView> {
    return this.tasks.viewOf(await this.shortfalls.prolong(actor, id, { reason: body.reason, bidDeadline: new Date(body.bidDeadline), invitedFirmIds: body.invitedFirmIds ?? [] }), actor);
  }

  /** Too few have bid: the bids that came are opened all the same, where the rules allow it. */
  @Post('proceed') @HttpCode(200) @Allow('task.procedure')
  async proceed(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ProceedDto): Promise<TaskView> {
    return this.tasks.viewOf(await this.shortfalls.proceed(actor, id, { reason: body.reason, approvalNumber: body.approvalNumber ?? null }), actor);
  }

  /** A new draft of the same need; ends this one when it waits with too few bids. */
  @Post('again') @Allow('task.procedure')
  async again(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<TaskView> {
    return this.tasks.viewOf(await this.shortfalls.again(actor, id), actor);
  }

  @Get('amendments') @Allow('task.read')
  async amended(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AmendmentView[]> {
    return (await this.amendments.of(actor, id)).map(amendmentView);
  }

  /** Amends the documents for all bidders alike; the deadline moves as far as the law wants it. */
  @Post('amendments') @Allow('task.procedure')
  async amend(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AmendDto): Promise<AmendmentView> {
    const { reason, bidDeadline, ...rest } = body;
    const content = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    return amendmentView(await this.amendments.amend(actor, id, { reason, content, bidDeadline: bidDeadline === undefined ? null : new Date(bidDeadline) }));
  }

  /** Questions and objections with their answers; open ones only for who asked and who answers. */
  @Get('questions') @Allow('task.read')
  async listQuestions(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<TaskQuestionView[]> {
    return (await this.questions.of(actor, id)).map(one => questionView(one, actor.orgId));
  }

  @Post('questions') @Allow('task.ask')
  async ask(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AskDto): Promise<TaskQuestionView> {
    return questionView(await this.questions.ask(actor, id, { text: body.text, objection: body.objection ?? false }), actor.orgId);
  }

  @Post('questions/:questionId/answer') @HttpCode(200) @Allow('task.procedure')
  async answer(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('questionId') questionId: string, @Body() body: AnswerDto): Promise<TaskQuestionView> {
    return questionView(await this.questions.answer(actor, id, questionId, body.answer), actor.orgId);
  }

  /** Minutes of the talks of a negotiation; a bidder reads its own. */
  @Get('talks') @Allow('task.talks')
  async talks(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<TalkView[]> {
    return (await this.finalRound.talks(actor, id)).map(talkView);
  }

  @Post('talks') @HttpCode(204) @Allow('task.procedure')
  talk(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: TalkDto): Promise<void> {
    return this.finalRound.record(actor, id, body);
  }

  /** Calls for the final sealed offers of all whose first one stands. */
  @Post('final-round') @HttpCode(200) @Allow('task.procedure')
  async callFinal(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: FinalRoundDto): Promise<TaskView> {
    return this.tasks.viewOf(await this.finalRound.call(actor, id, { ...body, bidDeadline: new Date(body.bidDeadline) }), actor);
  }

  /** Bid bonds on record: the own one for a firm, all for the enterprise and the bureau after the opening. */
  @Get('bonds') @Allow('task.bonds')
  async listBonds(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<BondView[]> {
    return (await this.bonds.of(actor, id)).map(bondView);
  }

  /** The firm records that it has paid the bond. */
  @Post('bonds') @HttpCode(204) @Allow('task.pay-bond')
  pay(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PayBondDto): Promise<void> {
    return this.bonds.pay(actor, id, body);
  }

  @Post('bonds/:bondId/return') @HttpCode(204) @Allow('task.procedure')
  giveBack(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('bondId') bondId: string, @Body() body: ReturnBondDto): Promise<void> {
    return this.bonds.giveBack(actor, id, bondId, body.returnedOn);
  }
}
