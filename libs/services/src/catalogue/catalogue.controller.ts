import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IfMatch, notFound, Public } from '@huanbao/platform';
import { CatalogueEditDto, CatalogueListDto, NewServiceDto } from './catalogue.dto';
import { Catalogue } from './catalogue.queries';
import { CatalogueEditing } from './catalogue.service';
import { ServiceItemView, ServiceVersionView, ServiceView } from './catalogue.view';

/** A code as it may stand in an address; anything else is no service. */
const known = (code: string): string => {
  if (!/^[a-z][a-z0-9-]{2,59}$/.test(code)) throw notFound();
  return code;
};

/** The catalogue of services, for everybody. */
@Controller('public/services')
export class PublicCatalogueController {
  constructor(private readonly catalogue: Catalogue) {}

  @Get() @Public()
  list(@Query() query: CatalogueListDto): Promise<ServiceItemView[]> {
    return this.catalogue.list(query);
  }

  @Get(':code') @Public()
  show(@Param('code') code: string): Promise<ServiceView> {
    return this.catalogue.detail(known(code));
  }
}

/** The catalogue as the bureau keeps it. */
@Controller('services')
export class CatalogueController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly editing: CatalogueEditing,
  ) {}

  /** With what is no longer offered. */
  @Get() @Allow('catalogue.read')
  list(@Query() query: CatalogueListDto): Promise<ServiceItemView[]> {
    return this.catalogue.list(query, { inactive: true });
  }

  @Get(':code/versions') @Allow('catalogue.read')
  versions(@Param('code') code: string): Promise<ServiceVersionView[]> {
    return this.catalogue.history(known(code));
  }

  @Post() @Allow('catalogue.edit')
  async add(@CurrentActor() actor: Actor, @Body() body: NewServiceDto): Promise<ServiceView> {
    return this.catalogue.detail(await this.editing.add(actor, body));
  }

  /** Saves a new version; tasks that are published keep the one they were published under. */
  @Put(':code') @Allow('catalogue.edit')
  async edit(@CurrentActor() actor: Actor, @Param('code') code: string, @Body() body: CatalogueEditDto, @IfMatch() version: number): Promise<ServiceView> {
    return this.catalogue.detail(await this.editing.edit(actor, known(code), body, version));
  }
}
