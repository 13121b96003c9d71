import { Body, Controller, Get, Headers, HttpCode, Post, Put, StreamableFile } from '@nestjs/common';
import { BodyLimit, IdParam, Public } from '@huanbao/platform';
import { DeclarationDto, SheetDto } from '../dto/evaluation.dto';
import { CompetitionDto, BidReviewDto } from '../dto/review.dto';
import { ReviewSeats } from '../review/review-seats.service';
import { SeatPageView } from '../views/seat.view';
import { SEAT_TOKEN, SeatDoor } from './seat-door';
import { SeatQueries } from './seat.queries';
import { SeatsService } from './seats.service';

const MEGABYTE = 1024 * 1024;
/** 500 bids by 15 criteria, each with a reason as long as it may be, in Chinese: 12 MB. */
const SHEET_BYTES = 16 * MEGABYTE;
/** The findings on 1,000 bids, each with a reason as long as it may be and every condition unmet: 5 MB. */
const REVIEW_BYTES = 6 * MEGABYTE;

/**
 * The member's own page. Public in name only: every answer needs the personal token of the seat that was mailed to the
 * member, good for this one evaluation and dead when the seat is given up.
 */
@Controller('evaluation-seat')
export class SeatsController {
  constructor(
    private readonly seats: SeatsService,
    private readonly reviews: ReviewSeats,
    private readonly queries: SeatQueries,
  ) {}

  @Get() @Public()
  show(@Headers(SEAT_TOKEN) token: string | undefined): Promise<SeatPageView> {
    return this.queries.page(token);
  }

  /** Declares no interest, or steps back. */
  @Post('declaration') @HttpCode(204) @Public()
  declare(@Headers(SEAT_TOKEN) token: string | undefined, @Body() body: DeclarationDto): Promise<void> {
    return this.seats.declare(token, body);
  }

  /** Saves the findings of the review, or hands them in. */
  @Put('review') @Public() @BodyLimit(REVIEW_BYTES, SeatDoor)
  async review(@Headers(SEAT_TOKEN) token: string | undefined, @Body() body: BidReviewDto): Promise<SeatPageView> {
    await this.reviews.save(token, body);
    return this.queries.page(token);
  }

  /** Says whether the few bids that are left still compete. */
  @Put('competition') @Public()
  async competition(@Headers(SEAT_TOKEN) token: string | undefined, @Body() body: CompetitionDto): Promise<SeatPageView> {
    await this.reviews.judge(token, body);
    return this.queries.page(token);
  }

  /** Saves the sheet, or hands it in. */
  @Put('sheet') @Public() @BodyLimit(SHEET_BYTES, SeatDoor)
  async save(@Headers(SEAT_TOKEN) token: string | undefined, @Body() body: SheetDto): Promise<SeatPageView> {
    await this.seats.save(token, body);
    return this.queries.page(token);
  }

  /** An attachment of an offer. */
  @Get('files/:id') @Public()
  async file(@Headers(SEAT_TOKEN) token: string | undefined, @IdParam() id: string): Promise<StreamableFile> {
    const { file, stream } = await this.seats.attachment(token, id);
    return new StreamableFile(stream, { type: file.mediaType, disposition: `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(file.name)}` });
  }
}
