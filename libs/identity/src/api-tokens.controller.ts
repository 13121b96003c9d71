import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, Clock, CurrentActor, IdParam } from '@huanbao/platform';
import { ApiTokenView, NewApiTokenView, tokenView } from './api-token.view';
import { ApiTokens } from './api-tokens.service';
import { ApiTokenDto } from './dto/api-token.dto';

/** Keys of an enterprise's own programs. */
@Controller('organisations/:id/api-tokens')
export class ApiTokensController {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly clock: Clock,
  ) {}

  @Get() @Allow('api-token.manage')
  async list(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ApiTokenView[]> {
    return (await this.tokens.listOf(actor, id)).map(token => tokenView(token, this.clock.today()));
  }

  @Post() @Allow('api-token.manage')
  async create(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ApiTokenDto): Promise<NewApiTokenView> {
    const { token, key } = await this.tokens.create(actor, id, body);
    return { ...tokenView(token, this.clock.today()), key };
  }

  @Delete(':tokenId') @HttpCode(204) @Allow('api-token.manage')
  revoke(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('tokenId') tokenId: string): Promise<void> {
    return this.tokens.revoke(actor, id, tokenId);
  }
}
