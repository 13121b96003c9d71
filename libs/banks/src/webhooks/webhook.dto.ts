import { OmitType } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { LONGEST_OVERLAP_HOURS } from '../clients/client.dto';
import type { WebhookAlgorithm } from '../entities';
import { trimmed } from '../lists';

export class CreateWebhookDto {
  @trimmed @IsString() @Length(2, 60)
  name!: string;

  /** `https` only; no credentials in it; its host must have public addresses. */
  @trimmed @IsString() @Length(10, 500)
  url!: string;

  /** The approved client it belongs to: with it the webhook ends. */
  @IsUUID()
  clientId!: string;

  @IsOptional() @IsIn(['hmac-sha256', 'hmac-sm3'])
  algorithm?: WebhookAlgorithm;
}

export class WebhookStateDto {
  @IsIn(['active', 'paused', 'removed'])
  state!: 'active' | 'paused' | 'removed';
}

export class WebhookSecretDto {
  /** For how long alerts carry a signature by the secret before as well. */
  @IsOptional() @IsInt() @Min(0) @Max(LONGEST_OVERLAP_HOURS)
  overlapHours?: number;
}

export class WebhookListQuery extends PageQuery {
  @IsOptional() @IsIn(['active', 'paused', 'removed'])
  state?: 'active' | 'paused' | 'removed';

  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['created', '-created'])
  sort?: 'created' | '-created';
}

export class DeliveryListQuery extends PageQuery {
  @IsOptional() @IsUUID()
  webhookId?: string;

  @IsOptional() @IsIn(['waiting', 'sending', 'delivered', 'dead', 'cancelled'])
  state?: 'waiting' | 'sending' | 'delivered' | 'dead' | 'cancelled';

  @IsOptional() @IsIn(['credit.grade-changed', 'blacklist.changed', 'ping'])
  event?: string;

  /** Name of the enterprise. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['created', '-created'])
  sort?: 'created' | '-created';
}

export class DeliveryExportQuery extends OmitType(DeliveryListQuery, ['limit', 'cursor'] as const) {}
