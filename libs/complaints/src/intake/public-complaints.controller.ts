import { Body, Controller, Header, Headers, HttpCode, Ip, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Public, RateLimit } from '@huanbao/platform';
import type { Readable } from 'node:stream';
import { complaintFileMissing } from '../complaints.errors';
import { ComplaintKeyDto, DisputeAnswerDto, RateAnswerDto, ReportPollutionDto } from '../dto';
import { ComplaintFileReceiptView, ComplaintTrackView, PublicReceiptView } from '../views/public.view';
import { Registering } from './register.service';
import { Reporters } from './reporters.service';
import { Senders } from './senders';

interface UploadRequest {
  isMultipart(): boolean;
  file(): Promise<{ filename: string; file: Readable & { truncated?: boolean } } | undefined>;
}

/** Reports of pollution by anyone, without an account. The query code never stands in an address, so that it is in no log. */
@Controller('public/complaints')
export class PublicComplaintsController {
  constructor(
    private readonly registering: Registering,
    private readonly reporters: Reporters,
    private readonly senders: Senders,
  ) {}

  /** Takes a report and answers its number and query code. The same `clientId` again answers the same. */
  @Post() @Public() @RateLimit('upload') @Header('cache-control', 'no-store')
  async report(@Body() body: ReportPollutionDto, @Ip() ip: string): Promise<PublicReceiptView> {
    await this.senders.count(ip);
    const { number, code } = await this.registering.report(body);
    return { number, code };
  }

  /** How it stands, and the answer. A wrong code and an unknown number answer alike. */
  @Post('track') @HttpCode(200) @Public() @RateLimit('public-search') @Header('cache-control', 'no-store')
  track(@Body() body: ComplaintKeyDto, @Ip() ip: string): Promise<ComplaintTrackView> {
    return this.reporters.track(body, ip);
  }

  /** One photo or PDF; number and code as headers. */
  @Post('files') @Public() @RateLimit('upload') @Header('cache-control', 'no-store') @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  async addFile(@Headers('x-complaint-number') number: string | undefined, @Headers('x-query-code') code: string | undefined, @Req() request: UploadRequest, @Ip() ip: string): Promise<ComplaintFileReceiptView> {
    const part = request.isMultipart() ? await request.file() : undefined;
    if (!part) throw complaintFileMissing();
    return this.reporters.addFile({ number: (number ?? '').slice(0, 40), code: (code ?? '').slice(0, 20) }, { filename: part.filename, stream: part.file }, ip);
  }

  /** Once, after the answer. */
  @Post('rating') @HttpCode(200) @Public() @RateLimit('public-search') @Header('cache-control', 'no-store')
  rate(@Body() body: RateAnswerDto, @Ip() ip: string): Promise<ComplaintTrackView> {
    return this.reporters.rate(body, ip);
  }

  /** Not satisfied with the answer, within the days for it: it is judged by somebody who did not answer; the second time it is reviewed. */
  @Post('dispute') @HttpCode(200) @Public() @RateLimit('public-search') @Header('cache-control', 'no-store')
  dispute(@Body() body: DisputeAnswerDto, @Ip() ip: string): Promise<ComplaintTrackView> {
    return this.reporters.dispute(body, ip);
  }
}
