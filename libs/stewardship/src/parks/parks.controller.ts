import { Body, Controller, Get, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { ParkDto } from '../dto';
import { ParkExportQuery, ParkListQuery } from '../lists.dto';
import { ParkPageView, ParkView } from './park.view';
import { ParksService } from './parks.service';

/** Parks: named lists of enterprises, for retainers that care for a whole park. */
@Controller('parks')
export class ParksController {
  constructor(private readonly parks: ParksService) {}

  @Get() @Allow('park.list')
  list(@CurrentActor() actor: Actor, @Query() query: ParkListQuery): Promise<ParkPageView> {
    return this.parks.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('park.list')
  export(@CurrentActor() actor: Actor, @Query() query: ParkExportQuery): Promise<StreamableFile> {
    return this.parks.export(actor, query);
  }

  @Post() @Allow('park.keep') @Idempotent()
  create(@CurrentActor() actor: Actor, @Body() body: ParkDto): Promise<ParkView> {
    return this.parks.create(actor, body);
  }

  @Get(':id') @Allow('park.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ParkView> {
    return this.parks.show(actor, id);
  }

  /** Name and list, whole. Send the version you saw as If-Match. */
  @Put(':id') @Allow('park.keep')
  change(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ParkDto, @IfMatch() version: number): Promise<ParkView> {
    return this.parks.change(actor, id, body, version);
  }
}
