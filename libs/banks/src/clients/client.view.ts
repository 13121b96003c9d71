import { Actor } from '@huanbao/platform';
import { ClientAction, clientPolicy } from '../banks.policy';
import type { BankClient, BankClientSecret, ClientState } from '../entities';

export class BankSecretView {
  id!: string;
  /** The last four characters. */
  ending!: string;
  createdByName!: string;
  createdAt!: Date;
  /** Until when it opens; null: until a newer one takes its place. */
  expiresAt!: Date | null;
  lastUsedAt!: Date | null;
}

export class BankClientView {
  id!: string;
  clientId!: string;
  bankId!: string;
  bankName!: string;
  name!: string;
  purpose!: string;
  scopes!: string[];
  certificateThumbprint!: string | null;
  state!: ClientState;
  proposedByName!: string;
  proposedAt!: Date;
  decidedByName!: string | null;
  decidedAt!: Date | null;
  decisionReason!: string | null;
  revokedAt!: Date | null;
  revokedByName!: string | null;
  revokeReason!: string | null;
  lastUsedAt!: Date | null;
  version!: number;
  actions!: string[];
}

export class BankClientDetailView extends BankClientView {
  /** Those that open; for the bank only. */
  secrets!: BankSecretView[];
}

export class BankClientPageView {
  items!: BankClientView[];
  nextCursor!: string | null;
}

export class BankNewSecretView extends BankClientDetailView {
  /** Shown this once. */
  secret!: string;
}

/** RFC 6749 §5.1. */
export class AccessTokenView {
  access_token!: string;
  token_type!: 'Bearer';
  /** Seconds. */
  expires_in!: number;
  scope!: string;
}

/** RFC 6749 §5.2. */
export class TokenErrorView {
  error!: string;
  error_description!: string;
}

const OPEN_IN: Readonly<Partial<Record<ClientAction, readonly ClientState[]>>> = {
  'bank-client.secret': ['approved'],
  'bank-client.decide': ['proposed'],
  'bank-client.revoke': ['proposed', 'approved'],
};

export function clientView(actor: Actor, row: BankClient): BankClientView {
  const { id, clientId, bankId, bankName, name, purpose, scopes, certificateThumbprint, state, proposedByName, proposedAt, decidedByName, decidedAt, decisionReason, revokedAt, revokedByName, revokeReason, lastUsedAt, version } = row;
  const actions = clientPolicy.actionsOn(actor, row).filter(action => OPEN_IN[action]?.includes(state) && !(action === 'bank-client.decide' && row.proposedBy === actor.userId));
  return { id, clientId, bankId, bankName, name, purpose, scopes, certificateThumbprint, state, proposedByName, proposedAt, decidedByName, decidedAt, decisionReason, revokedAt, revokedByName, revokeReason, lastUsedAt, version, actions };
}

export const secretView = ({ id, ending, createdByName, createdAt, expiresAt, lastUsedAt }: BankClientSecret): BankSecretView => ({ id, ending, createdByName, createdAt, expiresAt, lastUsedAt });
