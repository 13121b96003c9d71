import { Controller, Get, Header, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Actor, Allow, CurrentActor, IdParam, notFound, Public, RateLimit } from '@huanbao/platform';
import { type SheetRequest, uploadOf } from '@huanbao/sheets';
import { ApplicationViews } from '../application-views';
import { BeginApplicationDto } from '../dto/application.dto';
import { ApplicationView } from '../views/application.view';
import type { PermitDocument } from './document';
import { PermitJson } from './permit-json.service';
import { PERMIT_JSON_SCHEMA } from './schema';

/** `BeginApplicationDto` as it stands in an address: numbers and lists are texts there. */
export class BeginFromJsonQuery extends BeginApplicationDto {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : value))
  declare siteSequence?: number;

  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').filter(one => one !== '') : value))
  declare triggers?: string[];
}

/** A whole permit as JSON (`huanbao-guanjia/permit/1`). */
@Controller()
export class PermitJsonController {
  constructor(
    private readonly json: PermitJson,
    private readonly views: ApplicationViews,
  ) {}

  /** The whole permit, sealed, for its holder, its agents and the bureau. */
  @Get('permits/:id/json') @Allow('permit.read')
  async full(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    return fileOf(await this.json.full(actor, id));
  }

  /** What everyone may have of it: trade secrets and persons are left out. */
  @Get('public/permits/:idOrNumber/json') @Public() @Header('cache-control', 'no-store')
  async public(@Param('idOrNumber') idOrNumber: string): Promise<StreamableFile> {
    return fileOf(await this.json.public(idOrNumber));
  }

  /** The JSON Schema (2020-12) of the format. */
  @Get('public/schemas/permit/:version') @Public() @Header('content-type', 'application/schema+json; charset=utf-8')
  schema(@Param('version') version: string): StreamableFile {
    if (version !== '1') throw notFound();
    return new StreamableFile(Buffer.from(JSON.stringify(PERMIT_JSON_SCHEMA, null, 2)), { type: 'application/schema+json; charset=utf-8' });
  }

  /** Begins an application with the content of a document of the same enterprise; faults are named by their JSON pointer. */
  @Post('permit-applications/from-json') @Allow('permit-application.create') @RateLimit('upload') @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  async begin(@CurrentActor() actor: Actor, @Query() query: BeginFromJsonQuery, @Req() request: SheetRequest): Promise<ApplicationView> {
    const application = await this.json.begin(actor, query, await uploadOf(request));
    return this.views.detail(actor, application.id);
  }
}

function fileOf(document: PermitDocument): StreamableFile {
  return new StreamableFile(Buffer.from(JSON.stringify(document, null, 2)), { type: 'application/json; charset=utf-8', disposition: `attachment; filename="permit-${document.permit.number}.json"` });
}
