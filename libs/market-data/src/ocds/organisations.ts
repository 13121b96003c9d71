import type { OrganisationFacts } from './facts';

export type { OrganisationFacts };

export interface Reference {
  readonly id: string;
  readonly name: string;
}
export interface Party extends Reference {
  readonly identifier?: { readonly scheme: string; readonly id: string; readonly legalName: string };
  readonly address: { readonly countryName: string };
  readonly roles: readonly string[];
}
export interface Value {
  readonly amount: number;
  readonly currency: 'CNY';
}

const SCHEME = 'CN-USCC';

/** OCDS amounts are JSON numbers; twelve digits and two decimals are exact as one. */
export const valueOf = (yuan: string): Value => ({ amount: Number(yuan), currency: 'CNY' });

const idOf = ({ uscc, name }: OrganisationFacts): string => (uscc ? `${SCHEME}-${uscc}` : `x_name-${name}`);
export const reference = (organisation: OrganisationFacts): Reference => ({ id: idOf(organisation), name: organisation.name });

/** Each organisation once, with every role it has. */
export function partiesOf(roles: readonly { readonly organisation: OrganisationFacts; readonly role: string }[]): Party[] {
  const known = new Map<string, { readonly organisation: OrganisationFacts; readonly roles: string[] }>();
  for (const { organisation, role } of roles) {
    const one = known.get(idOf(organisation)) ?? { organisation, roles: [] };
    if (!one.roles.includes(role)) one.roles.push(role);
    known.set(idOf(organisation), one);
  }
  return [...known.values()].map(each => ({
    ...reference(each.organisation), ...(each.organisation.uscc ? { identifier: { scheme: SCHEME, id: each.organisation.uscc, legalName: each.organisation.name } } : {}), address: { countryName: '中国' }, roles: each.roles,
  }));
}
