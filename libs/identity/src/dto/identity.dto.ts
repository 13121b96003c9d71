import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsEmail, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { MATTERS, ORG_KINDS, ROLES, VERBS } from '../roles';

const PHONE = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/;
const PHONE_TEXT = { message: '请填写 11 位手机号，或带区号的座机号 | An 11-digit mobile number or a landline with area code' };
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_TEXT = { message: '请填写日期，例如 2026-11-23 | A date such as 2026-11-23' };
const CODE = /^[A-Za-z0-9-]{6,12}$/;
const CODE_TEXT = { message: '请填写 6 位数字验证码或恢复码 | A six-digit code or a recovery code' };

export class LoginDto {
  /** E-mail address or mobile number. */
  @IsString() @Length(1, 200) login!: string;
  @IsString() @Length(1, 200) password!: string;
  /** Solved challenge, base64 JSON; asked for after failures. */
  @IsOptional() @IsString() @MaxLength(2000) captcha?: string;
}

export class TicketDto {
  @IsString() @MaxLength(2000) ticket!: string;
}

export class TotpLoginDto extends TicketDto {
  @IsString() @Matches(CODE, CODE_TEXT) code!: string;
}

export class TotpSetupDto extends TotpLoginDto {
  /** The secret the page shows; another one than offered last is refused. */
  @IsOptional() @IsString() @Matches(/^[A-Z2-7]{16,64}$/) secret?: string;
}

export class TotpConfirmDto {
  @IsString() @Matches(/^\d{6}$/, { message: '请填写 6 位数字验证码 | Six digits' }) code!: string;
  /** The secret the page shows; another one than offered last is refused. */
  @IsOptional() @IsString() @Matches(/^[A-Z2-7]{16,64}$/) secret?: string;
}

export class PasswordDto {
  /** Needed a quarter of an hour after signing in. */
  @IsOptional() @IsString() @Length(1, 200) password?: string;
}

export class ForgotDto {
  @IsEmail() email!: string;
  @IsOptional() @IsString() @MaxLength(2000) captcha?: string;
}

export class ResetDto {
  @IsString() @MaxLength(200) token!: string;
  @IsString() @MaxLength(200) password!: string;
}

export class ChangePasswordDto {
  @IsString() @MaxLength(200) current!: string;
  @IsString() @MaxLength(200) next!: string;
}

export class PreferencesDto {
  @IsOptional() @IsIn(['zh-CN', 'en']) language?: 'zh-CN' | 'en';
  @IsOptional() @IsIn(['normal', 'large']) textSize?: 'normal' | 'large';
  @IsOptional() @IsIn(['normal', 'high']) contrast?: 'normal' | 'high';
}

export class UpdateMeDto {
  @IsOptional() @IsString() @Length(2, 50) name?: string;
  @IsOptional() @IsString() @Matches(PHONE, PHONE_TEXT) phone?: string | null;
  /** Only the choices sent change. */
  @IsOptional() @ValidateNested() @Type(() => PreferencesDto) preferences?: PreferencesDto;
}

export class OrganisationFactsDto {
  @IsString() @Length(2, 100) name!: string;
  @IsString() @Length(4, 200) address!: string;
  @IsString() @Length(2, 50) legalRepresentative!: string;
  @IsString() @Length(2, 50) contactName!: string;
  @IsString() @Matches(PHONE, PHONE_TEXT) contactPhone!: string;
}

export class RegistrationDto extends OrganisationFactsDto {
  @IsIn(['enterprise', 'firm']) kind!: 'enterprise' | 'firm';
  /** 统一社会信用代码 */
  @IsString() @MaxLength(40) uscc!: string;
  @IsString() @Length(2, 50) adminName!: string;
  @IsEmail() adminEmail!: string;
  @IsString() @MaxLength(200) adminPassword!: string;
  @IsOptional() @IsString() @MaxLength(2000) captcha?: string;
}

export class OrganisationListQuery extends PageQuery {
  @IsOptional() @IsIn(['known', 'pending', 'active', 'rejected', 'suspended']) status?: string;
  @IsOptional() @IsIn(ORG_KINDS) kind?: string;
  /** `requested`: those that ask for other facts and wait for an answer. */
  @IsOptional() @IsIn(['requested']) change?: 'requested';
  /** Fragment of name or credit code, from two characters. */
  @IsOptional() @IsString() @Length(2, 50) q?: string;
}

export class PartnerQuery extends PageQuery {
  @IsString() @Length(2, 50) q!: string;
  @IsOptional() @IsIn(['enterprise', 'firm']) kind?: string;
}

export class SiteDto {
  @IsString() @Length(2, 100) name!: string;
  @IsString() @Length(4, 200) address!: string;
}

export class OrganisationReasonDto {
  @IsString() @Length(4, 500) reason!: string;
}

export class ChangeRequestDto {
  @IsString() @Length(2, 100) name!: string;
  @IsString() @Length(4, 200) address!: string;
  @IsString() @Length(2, 50) legalRepresentative!: string;
  /** Why, and since when. The bureau reads it. */
  @IsString() @Length(4, 500) reason!: string;
}

export class OptionalReasonDto {
  @IsOptional() @IsString() @MaxLength(500) reason?: string;
}

export class MandateEndDto {
  /** The other side reads it. */
  @IsString() @Length(2, 500) reason!: string;
}

export class RolesDto {
  @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(ROLES as string[], { each: true }) roles!: string[];
}

export class InvitationDto extends RolesDto {
  @IsEmail() email!: string;
  @IsString() @Length(2, 50) name!: string;
}

export class AcceptInvitationDto {
  @IsString() @MaxLength(200) token!: string;
  /** For a person without account. */
  @IsOptional() @IsString() @Length(2, 50) name?: string;
  /** The new account's password, or the existing account's. */
  @IsString() @MaxLength(200) password!: string;
}

export class MandateDto {
  @IsUUID() enterpriseId!: string;
  @IsUUID() firmId!: string;
  @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(MATTERS as unknown as string[], { each: true }) matters!: string[];
  /** Ids of the enterprise's sites; null or left out for all of them, also those to come. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ArrayUnique() @IsUUID(undefined, { each: true }) sites?: string[] | null;
  @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(VERBS as unknown as string[], { each: true }) verbs!: string[];
  @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT) validFrom!: string;
  @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT) validTo!: string;
  @IsOptional() @IsString() @MaxLength(500) note?: string;
}
