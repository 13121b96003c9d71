import type { BankQuery } from '../entities';
import type { Purpose } from '../scopes';

/** One look of a bank at an enterprise. */
export class BankLookView {
  id!: string;
  authorizationId!: string;
  authorizationNumber!: string;
  enterpriseId!: string;
  enterpriseName!: string;
  bankName!: string;
  channel!: 'page' | 'api' | 'batch';
  byName!: string;
  purpose!: Purpose;
  purposeWords!: string;
  reference!: string | null;
  fields!: string[];
  at!: Date;
}

export class BankLookPageView {
  items!: BankLookView[];
  nextCursor!: string | null;
}

export function lookView({ id, authorizationId, authorizationNumber, enterpriseId, enterpriseName, bankName, channel, byName, purpose, purposeWords, reference, fields, at }: BankQuery): BankLookView {
  return { id, authorizationId, authorizationNumber, enterpriseId, enterpriseName, bankName, channel, byName, purpose, purposeWords, reference, fields, at };
}
