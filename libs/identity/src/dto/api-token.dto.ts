import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsDateString, IsIn, IsString, Length } from 'class-validator';
import { TOKEN_SCOPES, type TokenScope } from '../api-token.entity';

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
