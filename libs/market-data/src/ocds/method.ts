import type { Method, Regime } from '@huanbao/marketplace';

/** The closed list of OCDS: open, only qualified suppliers invited, suppliers of the buyer's choice contacted, one supplier without competition. */
export type OcdsMethod = 'open' | 'selective' | 'limited' | 'direct';

/** Under the law on government procurement those asked to an inquiry or a negotiation are qualified suppliers found in a prescribed way; elsewhere whom the enterprise likes. */
const METHOD: Readonly<Record<Method, (regime: Regime) => OcdsMethod>> = {
  open: () => 'open',
  auction: () => 'open',
  invited: () => 'selective',
  inquiry: regime => (regime === 'government' ? 'selective' : 'limited'),
  negotiation: regime => (regime === 'government' ? 'selective' : 'limited'),
  direct: () => 'direct',
};

export interface MethodWords {
  readonly procurementMethod: OcdsMethod;
  readonly procurementMethodDetails: string;
  readonly procurementMethodRationale: string;
}

/** What the market calls a method and a law, and the articles that the two rest on. */
export interface MethodNames {
  readonly zh: string;
  readonly hint: string;
  readonly regime: string;
  /** Null where the law knows no such method. */
  readonly basis: string | null;
}

/** The method in the words of OCDS, by its Chinese name, and why it may be used: the law that binds, and the approval it wanted. */
export function methodOf({ method, regime, approvalNumber }: { readonly method: Method; readonly regime: Regime; readonly approvalNumber: string | null }, names: MethodNames): MethodWords {
  return {
    procurementMethod: METHOD[method](regime),
    procurementMethodDetails: `${names.zh}：${names.hint}`,
    procurementMethodRationale: `${names.regime}${names.basis ? `（${names.basis}）` : ''}${approvalNumber ? `；批准文号 ${approvalNumber}` : ''}`,
  };
}
