import { useQueryClient } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type Authorization = Schemas['BankAuthorizationView'];
export type BankChoice = Schemas['BankChoiceView'];
export type Consent = Schemas['BankConsentView'];
export type Answer = Schemas['BankAnswerView'];
export type FScore = Schemas['BankFScoreView'];
export type Look = Schemas['BankLookView'];
export type Client = Schemas['BankClientView'];
export type ClientDetail = Schemas['BankClientDetailView'];
export type NewSecret = Schemas['BankNewSecretView'];
export type Webhook = Schemas['BankWebhookView'];
export type NewWebhook = Schemas['BankNewWebhookView'];
export type Delivery = Schemas['BankDeliveryView'];
export type Batch = Schemas['BankBatchView'];
export type BatchItem = Schemas['BankBatchItemView'];
export type Figures = Schemas['BankFiguresView'];

export const AUTHORIZATIONS = '/api/v1/bank-authorizations';
export const QUERIES = '/api/v1/bank-queries';
export const CLIENTS = '/api/v1/bank-clients';
export const WEBHOOKS = '/api/v1/bank-webhooks';
export const DELIVERIES = '/api/v1/bank-deliveries';
export const BATCHES = '/api/v1/bank-batches';
export const FIGURES = '/api/v1/bank-figures';

export const GROUPS = ['credit', 'penalties', 'permit', 'performance', 'carbon', 'blacklist', 'f-score'] as const;
export const PURPOSES = ['new-loan', 'post-loan', 'green-credit', 'guarantee', 'other'] as const;
export const CLIENT_SCOPES = ['query', 'batch'] as const;
export const OVERLAPS = ['0', '1', '24', '72', '168'] as const;

export const STATUS_TONE: Readonly<Record<Authorization['status'], Tone>> = { requested: 'info', lapsed: 'muted', upcoming: 'info', active: 'success', expired: 'muted', declined: 'muted', withdrawn: 'muted', revoked: 'muted' };
export const CLIENT_TONE: Readonly<Record<Client['state'], Tone>> = { proposed: 'info', approved: 'success', refused: 'muted', revoked: 'muted' };
export const WEBHOOK_TONE: Readonly<Record<Webhook['state'], Tone>> = { active: 'success', paused: 'warning', removed: 'muted' };
export const DELIVERY_TONE: Readonly<Record<Delivery['state'], Tone>> = { waiting: 'info', sending: 'progress', delivered: 'success', dead: 'danger', cancelled: 'muted' };
export const BATCH_TONE: Readonly<Record<Batch['state'], Tone>> = { waiting: 'info', running: 'progress', done: 'success' };

/** Whatever was done, lists and pages of banks are fetched again. */
export function useBanksChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith('/api/v1/bank-') });
}
