import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';

const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const BANK = ['bank.manager'];
/** What green finance comes to is read by who runs the platform and who supervises; never what a bank read. */
const FIGURES = ['bureau.admin', 'bureau.supervisor', 'bureau.approver'];

interface AuthorizationParties {
  readonly enterpriseId: string;
  readonly bankId: string;
}

export type AuthorizationAction = `bank-authorization.${'read' | 'list' | 'request' | 'withdraw' | 'grant' | 'decline' | 'revoke'}`;

/** Between an enterprise and a bank: the enterprise gives and takes back, the bank asks. Nobody else sees one. */
export const authorizationPolicy: Policy<AuthorizationAction, AuthorizationParties> = definePolicy({
  room: 'bank-authorizations',
  read: 'bank-authorization.read',
  relations: (actor: Actor, record) => [...(actor.orgId === record.enterpriseId ? ['giver'] : []), ...(actor.orgId === record.bankId ? ['bank'] : [])],
  table: {
    'bank-authorization.read': [grant('giver', ...ENTERPRISE), grant('bank', ...BANK)],
    'bank-authorization.list': [grant('any', ...ENTERPRISE, ...BANK)],
    'bank-authorization.request': [grant('any', ...BANK)],
    'bank-authorization.withdraw': [grant('bank', ...BANK)],
    // signed in the name of the enterprise
    'bank-authorization.grant': [grant('giver', 'enterprise.admin')],
    'bank-authorization.decline': [grant('giver', 'enterprise.admin')],
    'bank-authorization.revoke': [grant('giver', 'enterprise.admin')],
  },
});

export type BankQueryAction = `bank-query.${'ask' | 'batch' | 'list' | 'export' | 'figures'}` | 'bank-query.read';

/** Asking about an enterprise, and who asked. Whether there is an authorisation is decided for each question. */
export const queryPolicy: Policy<BankQueryAction, { readonly bankId: string }> = definePolicy({
  room: 'bank-queries',
  read: 'bank-query.read',
  relations: (actor: Actor, record) => (actor.orgId === record.bankId ? ['bank'] : []),
  table: {
    // a batch and what came of it
    'bank-query.read': [grant('bank', ...BANK, 'api.bank-batch')],
    'bank-query.ask': [grant('any', ...BANK, 'api.bank-query')],
    'bank-query.batch': [grant('any', ...BANK, 'api.bank-batch')],
    // the enterprise: who looked at us; the bank: what we asked
    'bank-query.list': [grant('any', ...ENTERPRISE, ...BANK)],
    'bank-query.export': [grant('any', ...ENTERPRISE, ...BANK)],
    'bank-query.figures': [grant('any', ...FIGURES)],
  },
});

interface ClientParties {
  readonly bankId: string;
  readonly regionCode: string;
}

export type ClientAction = `bank-client.${'read' | 'list' | 'propose' | 'secret' | 'revoke' | 'decide'}`;

/** Two parties: the bank proposes, the bureau approves; either ends it. Secrets are the bank's alone. */
export const clientPolicy: Policy<ClientAction, ClientParties> = definePolicy({
  room: 'bank-clients',
  read: 'bank-client.read',
  relations: (actor: Actor, record) => [...(actor.orgId === record.bankId ? ['bank'] : []), ...(actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode) ? ['jurisdiction'] : [])],
  table: {
    'bank-client.read': [grant('bank', ...BANK), grant('jurisdiction', 'bureau.admin')],
    'bank-client.list': [grant('any', ...BANK, 'bureau.admin')],
    'bank-client.propose': [grant('any', ...BANK)],
    'bank-client.secret': [grant('bank', ...BANK)],
    'bank-client.revoke': [grant('bank', ...BANK), grant('jurisdiction', 'bureau.admin')],
    'bank-client.decide': [grant('jurisdiction', 'bureau.admin')],
  },
});

export type WebhookAction = `bank-webhook.${'read' | 'list' | 'manage' | 'create'}`;

export const webhookPolicy: Policy<WebhookAction, { readonly bankId: string }> = definePolicy({
  room: 'bank-webhooks',
  read: 'bank-webhook.read',
  relations: (actor: Actor, record) => (actor.orgId === record.bankId ? ['bank'] : []),
  table: {
    'bank-webhook.read': [grant('bank', ...BANK)],
    'bank-webhook.list': [grant('any', ...BANK)],
    'bank-webhook.create': [grant('any', ...BANK)],
    'bank-webhook.manage': [grant('bank', ...BANK)],
  },
});
