import { Actor } from '@huanbao/platform';
import { AuthorizationAction, authorizationPolicy } from '../banks.policy';
import type { BankAuthorization } from '../entities';
import type { FieldGroup, Purpose } from '../scopes';
import type { AuthorizationStatus } from './authorization.dto';

export class BankAuthorizationView {
  id!: string;
  number!: string;
  enterpriseId!: string;
  enterpriseName!: string;
  enterpriseUscc!: string | null;
  bankId!: string;
  bankName!: string;
  origin!: 'request' | 'offer';
  /** As of today. */
  status!: AuthorizationStatus;
  purpose!: Purpose;
  purposeWords!: string;
  askedScopes!: FieldGroup[] | null;
  askedFrom!: string | null;
  askedTo!: string | null;
  askedByName!: string | null;
  askedAt!: Date | null;
  answerBy!: string | null;
  scopes!: FieldGroup[] | null;
  fromOn!: string | null;
  toOn!: string | null;
  /** Days left, today included; null when it does not hold. */
  daysLeft!: number | null;
  decidedByName!: string | null;
  decidedAt!: Date | null;
  decisionWords!: string | null;
  /** The copy of record of what was signed. */
  signatureRecordId!: string | null;
  endedAt!: Date | null;
  endReason!: string | null;
  createdAt!: Date;
  version!: number;
  /** What the reader may do now. */
  actions!: string[];
}

export class BankAuthorizationPageView {
  items!: BankAuthorizationView[];
  nextCursor!: string | null;
}

export class BankChoiceView {
  id!: string;
  name!: string;
}

/** What an enterprise reads before it signs. */
export class BankConsentView {
  zh!: string;
  en!: string;
  mostDays!: number;
  answerDays!: number;
}

type Dated = Pick<BankAuthorization, 'state' | 'fromOn' | 'toOn' | 'answerBy'>;

/** How it stands on a day: what people did comes before the calendar. */
export function statusOn({ state, fromOn, toOn, answerBy }: Dated, day: string): AuthorizationStatus {
  if (state === 'requested') return answerBy !== null && answerBy < day ? 'lapsed' : 'requested';
  if (state !== 'active') return state;
  if (fromOn !== null && day < fromOn) return 'upcoming';
  return toOn !== null && toOn < day ? 'expired' : 'active';
}

const OPEN_TO: Readonly<Partial<Record<AuthorizationAction, readonly AuthorizationStatus[]>>> = {
  'bank-authorization.grant': ['requested'],
  'bank-authorization.decline': ['requested', 'lapsed'],
  'bank-authorization.withdraw': ['requested', 'lapsed'],
  'bank-authorization.revoke': ['active', 'upcoming'],
};

export function authorizationView(actor: Actor, row: BankAuthorization, today: string): BankAuthorizationView {
  const status = statusOn(row, today);
  const { id, number, enterpriseId, enterpriseName, enterpriseUscc, bankId, bankName, origin, purpose, purposeWords, askedScopes, askedFrom, askedTo, askedByName, askedAt, answerBy, scopes, fromOn, toOn, decidedByName, decidedAt, decisionWords, signatureRecordId, endedAt, endReason, createdAt, version } = row;
  // the copy of record belongs to who signed it
  const isGiver = actor.orgId === enterpriseId;
  return {
    id, number, enterpriseId, enterpriseName, enterpriseUscc, bankId, bankName, origin, status, purpose, purposeWords, askedScopes, askedFrom, askedTo, askedByName, askedAt, answerBy, scopes, fromOn, toOn,
    daysLeft: status === 'active' && toOn !== null ? Math.round((Date.parse(toOn) - Date.parse(today)) / 86_400_000) + 1 : null,
    decidedByName: isGiver ? decidedByName : null, decidedAt, decisionWords, signatureRecordId: isGiver ? signatureRecordId : null, endedAt, endReason, createdAt, version,
    actions: authorizationPolicy.actionsOn(actor, row).filter(action => OPEN_TO[action]?.includes(status)),
  };
}
