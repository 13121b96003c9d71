import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { PublicKeyDto } from './task.dto';

const BASE64 = /^[A-Za-z0-9+/]{1,200}={0,2}$/;

/** One wrapped share of the content key. */
export class WrappedShareDto {
  @IsObject() @ValidateNested() @Type(() => PublicKeyDto)
  epk!: PublicKeyDto;
  @IsString() @Matches(BASE64)
  iv!: string;
  @IsString() @Matches(BASE64)
  wrapped!: string;
}

export class SharesDto {
  @IsObject() @ValidateNested() @Type(() => WrappedShareDto)
  owner!: WrappedShareDto;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => WrappedShareDto)
  witness: WrappedShareDto | null = null;
  @IsObject() @ValidateNested() @Type(() => WrappedShareDto)
  platform!: WrappedShareDto;
}

/** The envelope of a sealed bid without its ciphertext, which is sent as a file beside it. */
export class EnvelopeDto {
  @IsIn([1])
  version!: 1;
  @IsString() @Matches(BASE64)
  iv!: string;
  @IsObject() @ValidateNested() @Type(() => SharesDto)
  shares!: SharesDto;
  /** SHA-256 of the ciphertext, hex. */
  @IsString() @Matches(/^[0-9a-f]{64}$/)
  digest!: string;
}
