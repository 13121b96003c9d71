import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, Clock, CurrentActor, IdParam } from '@huanbao/platform';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsDateString, IsIn, IsString, Length } from 'class-validator';
import { ApiToken, TOKEN_SCOPES, type TokenScope } from './api-token.entity';
import { ApiTokens } from './api-tokens.service';

export class ApiTokenDto {
  /** What it is for: 生产系统台账上报. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)) @IsString() @Length(2, 60)
  name!: string;

  /** `ledger`: enter and read ledgers; `monitoring`: enter and read monitoring data. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(TOKEN_SCOPES.length) @IsIn(TOKEN_SCOPES, { each: true })
  scopes!: TokenScope[];

  /** Last day, at most two years ahead. */
  @IsDateString({ strict: true }) @Length(10, 10)
  expiresOn!: string;
}

export class ApiTokenView {
  id!: string;
  name!: string;
  scopes!: TokenScope[];
  /** The last four characters of the key. */
  ending!: string;
  expiresOn!: string;
  state!: 'active' | 'expired' | 'revoked';
  createdByName!: string;
  createdAt!: Date;
  lastUsedAt!: Date | null;
}

export class NewApiTokenView extends ApiTokenView {
  /** Shown this once. Send it as `Authorization: Bearer …`. */
  key!: string;
}

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

function tokenView(token: ApiToken, today: string): ApiTokenView {
  const { id, name, scopes, ending, expiresOn, createdByName, createdAt, lastUsedAt, revokedAt } = token;
  return { id, name, scopes, ending, expiresOn, state: revokedAt ? 'revoked' : expiresOn < today ? 'expired' : 'active', createdByName, createdAt, lastUsedAt };
}
