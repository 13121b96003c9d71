export const ORG_KINDS = ['enterprise', 'firm', 'bureau', 'department', 'bank'] as const;
export type OrgKind = (typeof ORG_KINDS)[number];

/** The roles a membership may carry, by kind of organisation. The first one of a kind keeps its members. */
export const ROLES_OF = {
  enterprise: ['enterprise.admin', 'enterprise.staff'],
  firm: ['firm.manager', 'firm.staff'],
  bureau: ['bureau.admin', 'bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer'],
  department: ['department.officer'],
  bank: ['bank.manager'],
} as const satisfies Record<OrgKind, readonly string[]>;

export const ROLES: readonly string[] = Object.values(ROLES_OF).flat();
export type Role = (typeof ROLES_OF)[OrgKind][number];

export const KEEPER_OF: Readonly<Record<OrgKind, Role>> = {
  enterprise: 'enterprise.admin',
  firm: 'firm.manager',
  bureau: 'bureau.admin',
  department: 'department.officer',
  bank: 'bank.manager',
};

export const KEEPERS: readonly string[] = Object.values(KEEPER_OF);
export const BUREAU_ROLES: readonly string[] = ROLES_OF.bureau;

export const MATTERS = ['permits', 'tasks', 'reports', 'monitoring', 'credit', 'rectification'] as const;
export const VERBS = ['prepare', 'submit', 'sign', 'answer'] as const;
