import type { Actor } from '@huanbao/platform';
import type { CreditForce, CreditForceProposal, CreditScheme, CreditSchemeRow, SchemeState } from '../credit.entity';
import { schemePolicy } from '../credit.policy';
import { faultsOf } from '../engine/compile';
import type { Method, RowKind, SubjectKind } from '../engine/scheme';

export class CreditSchemeItemView {
  id!: string;
  key!: string;
  subjectKind!: SubjectKind;
  method!: Method;
  title!: string;
  legalBasis!: string;
  state!: SchemeState;
  effectiveFrom!: string;
  effectiveTo!: string | null;
  /** Rows nobody has compared with the official text. */
  unverified!: number;
  createdByName!: string;
  publishedByName!: string | null;
}

export class CreditSchemePage {
  items!: CreditSchemeItemView[];
  nextCursor!: string | null;
}

export class CreditSchemeRowView {
  id!: string;
  kind!: RowKind;
  code!: string;
  title!: string;
  value!: string;
  unit!: string;
  attributes!: Record<string, unknown>;
  legalBasis!: string;
  verified!: boolean;
  origin!: string | null;
  note!: string | null;
}

export class CreditForceView {
  schemeKey!: string;
  /** Of its newest version. */
  schemeTitle!: string;
  effectiveFrom!: string;
  effectiveTo!: string | null;
  legalBasis!: string;
  decidedByName!: string;
}

/** Waits for a second person. */
export class CreditForceProposalView {
  id!: string;
  effectiveFrom!: string;
  legalBasis!: string;
  proposedByName!: string;
  /** Who proposed it does not decide. */
  mayDecide!: boolean;
}

export class CreditSchemeFaultView {
  code!: string;
  row!: string | null;
  zh!: string;
  en!: string;
}

export class CreditSchemeView extends CreditSchemeItemView {
  rows!: CreditSchemeRowView[];
  /** Rows (`kind:code`) that ship since the scheme was stored, added by the platform. */
  additions!: string[];
  /** When which scheme has its effect, for subjects of this kind. */
  forces!: CreditForceView[];
  /** That this one is to have its effect; null when nothing waits. */
  forceProposal!: CreditForceProposalView | null;
  /** What keeps a draft from being published. */
  faults!: CreditSchemeFaultView[];
  version!: number;
  actions!: string[];
}

export function schemeItem({ id, key, subjectKind, method, title, legalBasis, state, effectiveFrom, effectiveTo, createdByName, publishedByName }: CreditScheme, unverified: number): CreditSchemeItemView {
  return { id, key, subjectKind, method, title, legalBasis, state, effectiveFrom, effectiveTo, unverified, createdByName, publishedByName };
}

export function schemeView(scheme: CreditScheme, rows: readonly CreditSchemeRow[], { actor, forces, titles, proposal }: { readonly actor: Actor; readonly forces: readonly CreditForce[]; readonly titles: ReadonlyMap<string, string>; readonly proposal: CreditForceProposal | null }): CreditSchemeView {
  const draft = scheme.state === 'draft';
  const open = (action: string): boolean => {
    if (action === 'credit-scheme.publish') return draft && scheme.createdBy !== actor.userId;
    if (action === 'credit-scheme.simulate') return scheme.state !== 'withdrawn';
    return action === 'credit-scheme.draft';
  };
  return {
    ...schemeItem(scheme, rows.filter(row => !row.verified).length),
    rows: rows.map(({ id, kind, code, title, value, unit, attributes, legalBasis, verified, origin, note }) => ({ id, kind, code, title, value, unit, attributes: attributes as Record<string, unknown>, legalBasis, verified, origin, note })),
    additions: scheme.additions, forces: forces.map(({ schemeKey, effectiveFrom, effectiveTo, legalBasis, decidedByName }) => ({ schemeKey, schemeTitle: titles.get(schemeKey) ?? schemeKey, effectiveFrom, effectiveTo, legalBasis, decidedByName })),
    forceProposal: proposal && { id: proposal.id, effectiveFrom: proposal.effectiveFrom, legalBasis: proposal.legalBasis, proposedByName: proposal.proposedByName, mayDecide: proposal.proposedBy !== actor.userId && schemePolicy.may(actor, 'credit-scheme.publish', {}) },
    faults: faultsOf({ key: scheme.key, method: scheme.method, rows }).map(fault => ({ ...fault })),
    version: scheme.version, actions: schemePolicy.actionsOn(actor, {}).filter(open),
  };
}
