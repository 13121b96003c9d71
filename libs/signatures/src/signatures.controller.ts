import { Body, Controller, Get, Header, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { allPages, Files, spreadsheet } from '@huanbao/documents';
import { Actor, Allow, Audit, Clock, CurrentActor, IdParam, Public, RateLimit } from '@huanbao/platform';
import { beijing } from './paper/draw';
import { RepudiationService } from './repudiation.service';
import { SignatureQueries } from './signature.queries';
import { RepudiateDto, RuleDto, SignatureCheckDto, SignatureCheckView, SignatureListDto, SignaturePageView, SignatureRowView, SignatureStatus, SignatureView } from './signatures.view';

const STATUS: Readonly<Record<SignatureStatus, string>> = { standing: '有效', contested: '被否认，待处理', void: '否认成立，不算数', confirmed: '否认不成立，有效' };

/** Copies of record: what I or my organisation signed. */
@Controller('signatures')
export class SignaturesController {
  constructor(
    private readonly queries: SignatureQueries,
    private readonly repudiations: RepudiationService,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  @Get() @Allow('signature.list')
  list(@CurrentActor() actor: Actor, @Query() query: SignatureListDto): Promise<SignaturePageView> {
    return this.queries.list(actor, query);
  }

  @Get('export') @Allow('signature.list')
  export(@CurrentActor() actor: Actor, @Query() query: SignatureListDto): StreamableFile {
    const rows = allPages((cursor, limit) => this.queries.list(actor, { ...query, cursor, limit }));
    const columns = [
      { header: '存证编号', width: 38, of: (row: SignatureRowView) => row.id },
      { header: '签署事项', width: 36, of: (row: SignatureRowView) => row.what.zh },
      { header: '单位', width: 32, of: (row: SignatureRowView) => row.ownerName },
      { header: '签署人', width: 14, of: (row: SignatureRowView) => row.signerName },
      { header: '签署人所在单位', width: 32, of: (row: SignatureRowView) => row.signerOrgName },
      { header: '签署时间', width: 32, of: (row: SignatureRowView) => beijing(row.signedAt) },
      { header: '状态', width: 18, of: (row: SignatureRowView) => STATUS[row.status] },
      { header: '内容摘要（SM3）', width: 68, of: (row: SignatureRowView) => row.hash },
    ];
    return spreadsheet({ name: `签署存证 ${this.clock.today()}`, title: '签署存证', columns }, rows);
  }

  @Get(':id') @Allow('signature.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<SignatureView> {
    return this.queries.detail(actor, id);
  }

  /** The PDF: the whole of what was seen, with what proves it. */
  @Get(':id/paper') @Allow('signature.read') @Header('cache-control', 'no-store')
  async paper(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    const fileId = await this.queries.paperFileId(actor, id);
    await this.audit.record({ actor, action: 'signature.read', subject: { type: 'signature', id }, details: { what: 'paper' } });
    return new StreamableFile(await this.files.open(fileId), { type: 'application/pdf', disposition: `attachment; filename="signature-${id}.pdf"` });
  }

  /** The exact text whose SM3 was signed. */
  @Get(':id/content') @Allow('signature.read') @Header('cache-control', 'no-store')
  async content(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    const text = await this.queries.canonical(actor, id);
    await this.audit.record({ actor, action: 'signature.read', subject: { type: 'signature', id }, details: { what: 'content' } });
    return new StreamableFile(Buffer.from(text, 'utf8'), { type: 'application/json', disposition: `attachment; filename="signature-${id}.json"` });
  }

  /** That was not me, or not our will. What rests on it waits until the bureau has decided. */
  @Post(':id/repudiate') @Allow('signature.repudiate') @HttpCode(200)
  async repudiate(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: RepudiateDto): Promise<SignatureView> {
    await this.repudiations.repudiate(actor, id, input.reason);
    return this.queries.detail(actor, id);
  }

  /** Decides on a repudiation, with reasons. */
  @Post(':id/ruling') @Allow('signature.rule') @HttpCode(200)
  async rule(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: RuleDto): Promise<SignatureView> {
    await this.repudiations.rule(actor, id, input);
    return this.queries.detail(actor, id);
  }
}

/** Anyone who holds a copy of record may ask whether this platform kept it and whether it stands. */
@Controller('public/signatures')
export class PublicSignaturesController {
  constructor(private readonly queries: SignatureQueries) {}

  @Get('check') @Public() @RateLimit('public-search') @Header('cache-control', 'no-store')
  check(@Query() query: SignatureCheckDto): Promise<SignatureCheckView> {
    return this.queries.check(query.hash);
  }
}
