import { Actor, coversRegion, definePolicy, delegatedSights, grant, Policy } from '@huanbao/platform';

const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];

export type SignatureAction = `signature.${'read' | 'list' | 'repudiate' | 'rule'}`;

/** What the policy looks at in a record. */
export interface SignatureParties {
  readonly signerUserId: string;
  readonly ownerOrgId: string;
  readonly matter: string;
  readonly siteId: string | null;
  readonly regionCode: string;
  readonly toAuthority: boolean;
  readonly isRepudiated: boolean;
}

/**
 * Who reads a copy of record and who may say that it is not theirs. A person keeps what was signed in their name, also after
 * the mandate of their firm has ended.
 */
export const signaturePolicy: Policy<SignatureAction, SignatureParties> = definePolicy({
  room: 'signatures',
  read: 'signature.read',
  relations: signatureRelations,
  table: {
    'signature.read': [grant('signer', ...ENTERPRISE, ...FIRM), grant('own', ...ENTERPRISE), grant('delegated', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'signature.list': [grant('any', ...ENTERPRISE, ...FIRM, ...BUREAU)],
    'signature.repudiate': [grant('signer', ...ENTERPRISE, ...FIRM), grant('own', 'enterprise.admin')],
    'signature.rule': [grant('jurisdiction', 'bureau.intake', 'bureau.supervisor')],
  },
});

function signatureRelations(actor: Actor, record: SignatureParties): string[] {
  const entrusted = delegatedSights(actor, record.matter).some(one => one.principalOrgId === record.ownerOrgId && (one.sites === null || record.siteId === null || one.sites.includes(record.siteId)));
  return [
    ...(actor.userId === record.signerUserId ? ['signer'] : []),
    ...(actor.orgId !== null && actor.orgId === record.ownerOrgId ? ['own'] : []),
    ...(entrusted ? ['delegated'] : []),
    ...((record.toAuthority || record.isRepudiated) && actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode) ? ['jurisdiction'] : []),
  ];
}
