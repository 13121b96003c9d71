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
  /** Version 2: the share of the second office. */
  @IsOptional() @IsObject() @ValidateNested() @Type(() => WrappedShareDto)
  recovery?: WrappedShareDto;
  @IsObject() @ValidateNested() @Type(() => WrappedShareDto)
  platform!: WrappedShareDto;
}

const HASH = /^[0-9a-f]{64}$/;

export class ProofsDto {
  @IsString() @Matches(HASH) owner!: string;
  @IsString() @Matches(HASH) witness!: string;
  @IsString() @Matches(HASH) recovery!: string;
}

/** How many holders must come together, and what tells their shares from wrong ones. */
export class ThresholdDto {
  @IsIn([2, 3])
  needed!: number;
  @IsObject() @ValidateNested() @Type(() => ProofsDto)
  proofs!: ProofsDto;
  @IsString() @Matches(HASH)
  key!: string;
}

/** The envelope of a sealed bid without its ciphertext, which is sent as a file beside it. */
export class EnvelopeDto {
  @IsIn([1, 2])
  version!: 1 | 2;
  @IsString() @Matches(BASE64)
  iv!: string;
  @IsObject() @ValidateNested() @Type(() => SharesDto)
  shares!: SharesDto;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => ThresholdDto)
  threshold?: ThresholdDto;
  /** SHA-256 of the ciphertext, hex. */
  @IsString() @Matches(/^[0-9a-f]{64}$/)
  digest!: string;
}
