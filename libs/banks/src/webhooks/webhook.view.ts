import type { BankDelivery, BankWebhook, DeliveryState, WebhookAlgorithm } from '../entities';

export class BankWebhookView {
  id!: string;
  name!: string;
  url!: string;
  clientId!: string;
  algorithm!: WebhookAlgorithm;
  /** The last four characters. */
  secretEnding!: string;
  /** Until when the secret before signs as well; null: it does not. */
  formerUntil!: Date | null;
  state!: 'active' | 'paused' | 'removed';
  createdByName!: string;
  createdAt!: Date;
  version!: number;
}

export class BankWebhookPageView {
  items!: BankWebhookView[];
  nextCursor!: string | null;
}

export class BankNewWebhookView extends BankWebhookView {
  /** Shown this once. */
  secret!: string;
}

export class BankDeliveryView {
  id!: string;
  webhookId!: string;
  enterpriseId!: string | null;
  enterpriseName!: string | null;
  event!: string;
  sequence!: number;
  state!: DeliveryState;
  attempts!: number;
  nextAt!: Date | null;
  /** HTTP status of the last attempt. */
  status!: number | null;
  problem!: string | null;
  millis!: number | null;
  /** What is sent. */
  body!: object;
  createdAt!: Date;
  sentAt!: Date | null;
  endedAt!: Date | null;
}

export class BankDeliveryPageView {
  items!: BankDeliveryView[];
  nextCursor!: string | null;
}

export function webhookView({ id, name, url, clientId, algorithm, secretEnding, formerUntil, state, createdByName, createdAt, version }: BankWebhook, now: Date): BankWebhookView {
  return { id, name, url, clientId, algorithm, secretEnding, formerUntil: formerUntil && formerUntil > now ? formerUntil : null, state, createdByName, createdAt, version };
}

export function deliveryView({ id, webhookId, enterpriseId, enterpriseName, event, sequence, state, attempts, nextAt, status, problem, millis, body, createdAt, sentAt, endedAt }: BankDelivery): BankDeliveryView {
  return { id, webhookId, enterpriseId, enterpriseName, event, sequence, state, attempts, nextAt, status, problem, millis, body, createdAt, sentAt, endedAt };
}
