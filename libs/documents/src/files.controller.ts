import { Controller, Delete, Get, HttpCode, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Readable } from 'node:stream';
import { Actor, Allow, CurrentActor, IdParam, RateLimit, SIGNED_IN } from '@huanbao/platform';
import { notMultipart } from './documents.errors';
import { FileSubjectQuery, FileView, fileView } from './files.view';
import { Files } from './files.service';
import { disposition } from './inspect/safe-name';

interface UploadRequest {
  isMultipart(): boolean;
  file(): Promise<{ filename: string; file: Readable & { truncated?: boolean } } | undefined>;
}

interface DownloadReply {
  header(name: string, value: string): unknown;
}

const SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'";

/**
 * What may be shown in the browser, with what it may do there. A browser's own PDF viewer does not start in a sandbox; it
 * runs no script of the page, and nothing may be loaded.
 */
const INLINE: Readonly<Record<string, string>> = {
  'application/pdf': "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  'image/png': SANDBOX,
  'image/jpeg': SANDBOX,
};

/** Files of records. Access follows the record; a route without rights to it answers 404. */
@Controller('files')
@Allow(SIGNED_IN)
export class FilesController {
  constructor(private readonly files: Files) {}

  /** One file, as multipart form data. */
  @Post() @RateLimit('upload') @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  async upload(@CurrentActor() actor: Actor, @Query() query: FileSubjectQuery, @Req() request: UploadRequest): Promise<FileView> {
    await this.files.assertMayWrite(actor, query.subjectType, query.subjectId);
    const part = request.isMultipart() ? await request.file() : undefined;
    if (!part) throw notMultipart();
    const subject = { subjectType: query.subjectType, subjectId: query.subjectId, purpose: query.purpose ?? 'attachment', ownerOrgId: actor.orgId };
    return fileView(await this.files.attach(actor, subject, { filename: part.filename, stream: part.file }));
  }

  @Get()
  async list(@CurrentActor() actor: Actor, @Query() query: FileSubjectQuery): Promise<FileView[]> {
    await this.files.assertMayRead(actor, query.subjectType, query.subjectId);
    return (await this.files.list(query.subjectType, query.subjectId)).map(fileView);
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<FileView> {
    return fileView(await this.files.readable(actor, id));
  }

  /** The bytes, as a download; PDF and images also `?inline=1`, in a sandbox. */
  @Get(':id/content')
  async content(@CurrentActor() actor: Actor, @IdParam() id: string, @Query('inline') inline: string | undefined, @Res({ passthrough: true }) reply: DownloadReply): Promise<StreamableFile> {
    const { file, stream } = await this.files.download(actor, id);
    const policy = inline === '1' ? INLINE[file.mediaType] : undefined;
    reply.header('x-content-type-options', 'nosniff');
    reply.header('content-security-policy', policy ?? SANDBOX);
    return new StreamableFile(stream, { type: file.mediaType, length: Number(file.sizeBytes), disposition: disposition(policy ? 'inline' : 'attachment', file.name) });
  }

  @Delete(':id') @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.files.remove(actor, id);
  }
}
