import { OmitType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, Equals, IsArray, IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { DAY, DAY_TEXT, trimmed } from '../lists';
import { FIELD_GROUPS, PURPOSES, type FieldGroup, type Purpose } from '../scopes';

export const USCC = /^[0-9A-Z]{18}$/;
export const USCC_TEXT = { message: '请填写 18 位统一社会信用代码 | The unified social credit code: 18 digits and capital letters' };

class AuthorizationTermsDto {
  /** Groups of fields. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(FIELD_GROUPS.length) @ArrayUnique() @IsIn(FIELD_GROUPS, { each: true })
  scopes!: FieldGroup[];

  /** First day, Asia/Shanghai. */
  @Matches(DAY, DAY_TEXT)
  fromOn!: string;

  /** Last day. */
  @Matches(DAY, DAY_TEXT)
  toOn!: string;
}

/** A bank asks an enterprise. */
export class RequestAuthorizationDto extends AuthorizationTermsDto {
  @trimmed @Matches(USCC, USCC_TEXT)
  uscc!: string;

  @IsIn(PURPOSES)
  purpose!: Purpose;

  /** What for, in words; the enterprise reads it. */
  @trimmed @IsString() @Length(4, 300)
  purposeWords!: string;
}

/** An enterprise gives an authorisation unasked, and signs it. */
export class OfferAuthorizationDto extends AuthorizationTermsDto {
  @IsUUID()
  bankId!: string;

  @IsIn(PURPOSES)
  purpose!: Purpose;

  @trimmed @IsString() @Length(4, 300)
  purposeWords!: string;

  /** The text was read and is signed. */
  @Equals(true)
  agreed!: boolean;
}

/** What the enterprise gives of what was asked for: as asked, or narrower. Signed. */
export class GrantAuthorizationDto extends AuthorizationTermsDto {
  @Equals(true)
  agreed!: boolean;
}

export class DeclineAuthorizationDto {
  /** The bank reads it. */
  @IsOptional() @trimmed @IsString() @MaxLength(300)
  words?: string | null;
}

export class RevokeAuthorizationDto {
  /** Why; the bank reads it. */
  @IsOptional() @trimmed @IsString() @MaxLength(300)
  reason?: string | null;
}

export const AUTHORIZATION_STATUSES = ['requested', 'lapsed', 'upcoming', 'active', 'expired', 'declined', 'withdrawn', 'revoked'] as const;
export type AuthorizationStatus = (typeof AUTHORIZATION_STATUSES)[number];

export class AuthorizationListQuery extends PageQuery {
  /** `waiting`: to be answered; `living`: in force or to come; `ended`: the others. */
  @IsOptional() @IsIn(['waiting', 'living', 'ended'])
  tab?: 'waiting' | 'living' | 'ended';

  @IsOptional() @IsIn(AUTHORIZATION_STATUSES)
  status?: AuthorizationStatus;

  @IsOptional() @IsIn(PURPOSES)
  purpose?: Purpose;

  @IsOptional() @IsIn(FIELD_GROUPS)
  scope?: FieldGroup;

  /** Number, name of the other side, or credit code. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['created', '-created', 'to', '-to'])
  sort?: 'created' | '-created' | 'to' | '-to';
}

export class AuthorizationExportQuery extends OmitType(AuthorizationListQuery, ['limit', 'cursor'] as const) {}
