import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, IfMatch } from '@huanbao/platform';
import { ChangeSearchDto, SavedSearchView, SaveSearchDto } from './saved-search.dto';
import { SavedSearches } from './saved-searches.service';

/** Searches of the own firm in the list of tasks. */
@Controller('saved-searches')
export class SavedSearchesController {
  constructor(private readonly searches: SavedSearches) {}

  @Get() @Allow('saved-search.list')
  list(@CurrentActor() actor: Actor): Promise<SavedSearchView[]> {
    return this.searches.list(actor);
  }

  @Post() @Allow('saved-search.save')
  save(@CurrentActor() actor: Actor, @Body() body: SaveSearchDto): Promise<SavedSearchView> {
    return this.searches.save(actor, body);
  }

  /** Another name, or alerts on and off. */
  @Patch(':id') @Allow('saved-search.change')
  change(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ChangeSearchDto, @IfMatch() version: number): Promise<SavedSearchView> {
    return this.searches.change(actor, id, body, version);
  }

  @Delete(':id') @HttpCode(204) @Allow('saved-search.change')
  remove(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.searches.remove(actor, id);
  }
}
