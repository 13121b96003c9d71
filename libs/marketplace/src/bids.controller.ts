import { Body, Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Actor, Allow, canonicalJson, Clock, CurrentActor, IdParam, Public, Signer } from '@huanbao/platform';
import { BidListing } from './bid-listing';
import { BidsService } from './bids.service';
import { DeliveriesService } from './deliveries.service';
import { BidExportQuery, BidListQuery } from './dto/bid-list.dto';
import { AcceptDeliveryDto, DeliveryDto, RatingDto, TaskReasonDto, ReviewDeliveryDto } from './dto/task.dto';
import { RatingsService } from './ratings.service';
import { DeliveryReviews } from './review/delivery-review.service';
import { receiptOf } from './receipt';
import { MultipartRequest, readSealedUpload } from './sealed-upload';
import { TaskExport } from './task.export';
import { TaskQueries } from './task.queries';
import { BidsView, BidView, bidView, DeliveryFindingView, DeliveryView, deliveryView, OwnBidView, RatingView, ratingView, ReceiptKeyView, ReceiptView, SealingView } from './views/bid.view';

/** Sealed bids of a task, before and after the opening. */
@Controller('service-tasks/:id')
export class BidsController {
  constructor(
    private readonly bids: BidsService,
    private readonly listing: BidListing,
    private readonly exports: TaskExport,
    private readonly signer: Signer,
    private readonly clock: Clock,
  ) {}

  /** The keys to seal with, and the server's clock beside the deadline. */
  @Get('sealing') @Allow('task.bid')
  async sealing(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<SealingView> {
    const { task, platformFingerprint, ...keys } = await this.bids.sealingKeys(actor, id);
    return {
      taskId: task.id,
      taskNumber: task.number as string,
      bidDeadline: task.bidDeadline.toISOString(),
      serverTime: this.clock.now().toISOString(),
      openingFingerprint: task.openingFingerprint as string,
      platformFingerprint,
      keys,
    };
  }

  /** Multipart: the field `envelope` (JSON without ciphertext) first, then the file `ciphertext`. Answers a signed receipt. */
  @Post('bids') @Allow('task.bid') @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['envelope', 'ciphertext'], properties: { envelope: { type: 'string' }, ciphertext: { type: 'string', format: 'binary' } } } })
  async submit(@CurrentActor() actor: Actor, @IdParam() id: string, @Req() request: MultipartRequest): Promise<ReceiptView> {
    await this.bids.assertMayBid(actor, id);
    const { receipt, signature } = await this.bids.submit(actor, id, await readSealedUpload(request));
    return { receipt, signature, publicKey: this.signer.publicKeyHex };
  }

  /** Page by page, without the long texts: those come with one bid. */
  @Get('bids') @Allow('task.bids')
  list(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: BidListQuery): Promise<BidsView> {
    return this.listing.page(actor, id, query);
  }

  /** The opened bids as a spreadsheet; bidders get the prices that were read out. */
  @Get('bids/export') @Allow('task.bids')
  export(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: BidExportQuery): Promise<StreamableFile> {
    return this.exports.bids(actor, id, query);
  }

  /** All rounds of the own firm with their receipts. */
  @Get('bids/mine') @Allow('task.own-bids')
  async mine(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OwnBidView[]> {
    const { task, bids } = await this.bids.mine(actor, id);
    return bids.map(bid => {
      const receipt = receiptOf(task, bid);
      const publicKey = this.signer.keyOf(canonicalJson(receipt), bid.receiptSignature) ?? this.signer.publicKeyHex;
      return { ...bidView(bid, true), receipt: { receipt, signature: bid.receiptSignature, publicKey } };
    });
  }

  /** One opened bid with its texts, as far as the reader may see them. */
  @Get('bids/:bidId') @Allow('task.bids')
  show(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('bidId') bidId: string): Promise<BidView> {
    return this.listing.of(actor, id, bidId);
  }

  @Post('bids/withdraw') @HttpCode(204) @Allow('task.own-bids')
  withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: TaskReasonDto): Promise<void> {
    return this.bids.withdraw(actor, id, body.reason);
  }
}

/** What a receipt is checked with, without this platform. */
@Controller('public/receipt-key')
export class ReceiptKeyController {
  constructor(private readonly signer: Signer) {}

  /** SM2 public key (uncompressed point, hex). The signed text is the receipt as JSON with its members in alphabetical order. */
  @Get() @Public()
  key(): ReceiptKeyView {
    return { algorithm: 'SM2-SM3', publicKey: this.signer.publicKeyHex, formerKeys: [...this.signer.formerKeys] };
  }
}

/** Results, acceptance and rating. */
@Controller('service-tasks/:id')
export class DeliveriesController {
  constructor(
    private readonly deliveries: DeliveriesService,
    private readonly reviews: DeliveryReviews,
    private readonly ratings: RatingsService,
    private readonly queries: TaskQueries,
  ) {}

  @Get('deliveries') @Allow('task.deliveries')
  async list(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DeliveryView[]> {
    return (await this.deliveries.visibleTo(actor, id)).map(deliveryView);
  }

  /** What the platform has found in the files of a delivery; an aid for who accepts it, never a verdict. */
  @Get('deliveries/:deliveryId/review') @Allow('task.deliveries')
  review(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('deliveryId') deliveryId: string): Promise<DeliveryFindingView[]> {
    return this.reviews.of(actor, id, deliveryId);
  }

  @Post('deliveries') @Allow('task.deliver')
  async deliver(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: DeliveryDto): Promise<DeliveryView> {
    return deliveryView(await this.deliveries.deliver(actor, id, body));
  }

  @Post('deliveries/:deliveryId/accept') @HttpCode(200) @Allow('task.accept')
  async accept(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('deliveryId') deliveryId: string, @Body() body: AcceptDeliveryDto): Promise<DeliveryView> {
    return deliveryView(await this.deliveries.accept(actor, id, deliveryId, body));
  }

  @Post('deliveries/:deliveryId/rework') @HttpCode(200) @Allow('task.accept')
  async rework(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('deliveryId') deliveryId: string, @Body() body: ReviewDeliveryDto): Promise<DeliveryView> {
    return deliveryView(await this.deliveries.rework(actor, id, deliveryId, body.comment));
  }

  @Get('ratings') @Allow('task.read')
  async listRatings(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<RatingView[]> {
    await this.queries.detail(actor, id);
    return (await this.ratings.visibleTo(actor, id)).map(ratingView);
  }

  @Post('ratings') @Allow('task.rate')
  async rate(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: RatingDto): Promise<RatingView> {
    return ratingView(await this.ratings.rate(actor, id, body));
  }
}
