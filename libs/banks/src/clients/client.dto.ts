import { OmitType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { trimmed } from '../lists';
import { CLIENT_SCOPES, type ClientScope } from '../scopes';

export const LONGEST_OVERLAP_HOURS = 168;

/** A program of the bank, to be approved by the bureau. */
export class ProposeClientDto {
  @trimmed @IsString() @Length(2, 60)
  name!: string;

  /** What it is for, and which system it belongs to; the bureau reads it. */
  @trimmed @IsString() @Length(4, 300)
  purpose!: string;

  /** `query`: one enterprise; `batch`: many. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(CLIENT_SCOPES.length) @ArrayUnique() @IsIn(CLIENT_SCOPES, { each: true })
  scopes!: ClientScope[];

  /** SHA-256 of its client certificate in DER form, base64url (RFC 8705 `x5t#S256`): then no token opens anything without that certificate. */
  @IsOptional() @trimmed @Matches(/^[A-Za-z0-9_-]{43}$/, { message: '请填写证书 SHA-256 指纹的 base64url（43 个字符） | The SHA-256 thumbprint of the certificate in base64url, 43 characters' })
  certificateThumbprint?: string | null;
}

export class DecideClientDto {
  @IsIn(['approved', 'refused'])
  verdict!: 'approved' | 'refused';

  /** The bank reads it. */
  @IsOptional() @trimmed @IsString() @MaxLength(300)
  reason?: string | null;
}

export class RevokeClientDto {
  @trimmed @IsString() @Length(2, 300)
  reason!: string;
}

export class NewSecretDto {
  /** For how long the secret before opens as well. 0: it ends at once. */
  @IsOptional() @IsInt() @Min(0) @Max(LONGEST_OVERLAP_HOURS)
  overlapHours?: number;
}

export class ClientListQuery extends PageQuery {
  @IsOptional() @IsIn(['proposed', 'approved', 'refused', 'revoked'])
  state?: 'proposed' | 'approved' | 'refused' | 'revoked';

  @IsOptional() @IsIn(CLIENT_SCOPES)
  scope?: ClientScope;

  /** Name, client id or bank. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['proposed', '-proposed'])
  sort?: 'proposed' | '-proposed';
}

export class ClientExportQuery extends OmitType(ClientListQuery, ['limit', 'cursor'] as const) {}

/** RFC 6749 §4.4. Sent as a form. Id and secret in the `Authorization: Basic` header, or here. */
export class TokenRequestDto {
  /** `client_credentials` */
  grant_type!: string;
  /** Space between: `query batch`. All scopes of the client when it is not sent. */
  scope?: string;
  client_id?: string;
  client_secret?: string;
}
