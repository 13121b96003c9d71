/** What the pages of the house rely on from the API, by name. Answers of other rooms come from `schema.d.ts`. */

export type OrgKind = 'enterprise' | 'firm' | 'bureau' | 'department' | 'bank';
export type OrgStatus = 'pending' | 'active' | 'rejected' | 'suspended';

export const ROLES_OF = {
  enterprise: ['enterprise.admin', 'enterprise.staff'],
  firm: ['firm.manager', 'firm.staff'],
  bureau: ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'],
  department: ['department.officer'],
  bank: ['bank.manager'],
} as const satisfies Record<OrgKind, readonly string[]>;

export const MATTERS = ['permits', 'tasks', 'reports', 'monitoring', 'credit'] as const;
export const VERBS = ['prepare', 'submit', 'sign', 'answer'] as const;

export interface Membership {
  readonly orgId: string;
  readonly orgName: string;
  readonly orgKind: OrgKind;
  readonly orgStatus: OrgStatus;
  readonly roles: string[];
}

export interface Preferences {
  readonly language?: 'zh-CN' | 'en';
  readonly textSize?: 'normal' | 'large';
  readonly contrast?: 'normal' | 'high';
}

export interface Me {
  readonly user: { readonly id: string; readonly name: string; readonly email: string; readonly phone?: string | null; readonly totpEnabled?: boolean };
  readonly memberships: Membership[];
  readonly current?: unknown;
  /** Action → relations in which the current roles may do it. */
  readonly permissions: Readonly<Record<string, string[]>>;
  readonly preferences?: Preferences;
}

export interface Organisation {
  readonly id: string;
  readonly kind: OrgKind;
  readonly uscc: string | null;
  readonly name: string;
  readonly status: OrgStatus;
  readonly address?: string | null;
  readonly legalRepresentative?: string | null;
  readonly contactName?: string | null;
  readonly contactPhone?: string | null;
  readonly createdAt?: string;
  readonly statusReason?: string | null;
}

export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: string[];
  readonly status?: string;
  readonly lastSignInAt?: string | null;
}

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: string[];
  readonly expiresAt: string;
  readonly createdAt: string;
}

export type MandateStatus = 'proposed' | 'active' | 'revoked' | 'expired' | 'suspended';

export interface Mandate {
  readonly id: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly firmId: string;
  readonly firmName: string;
  readonly matters: string[];
  /** null = all sites. */
  readonly sites: string[] | null;
  readonly verbs: string[];
  readonly validFrom: string;
  readonly validTo: string;
  readonly status: MandateStatus;
  readonly enterpriseConfirmedAt: string | null;
  readonly firmConfirmedAt: string | null;
  readonly revokedAt?: string | null;
  readonly revokeReason?: string | null;
}

export interface SignInSession {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

export interface Notification {
  readonly id: string;
  readonly topic: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly body: { readonly zh: string; readonly en: string };
  readonly link: string | null;
  readonly createdAt: string;
  readonly readAt: string | null;
}

export interface NotificationPreference {
  readonly topic: string;
  readonly label?: { readonly zh: string; readonly en: string };
  readonly inApp: boolean;
  readonly mail: boolean;
}

export interface CaptchaChallenge {
  readonly algorithm: 'SHA-256';
  readonly challenge: string;
  readonly salt: string;
  readonly maxNumber: number;
  readonly signature: string;
}

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

export interface PublicCity {
  readonly adcode: string;
  readonly name: string;
  readonly shortName: string;
  readonly bureau: { readonly name: string; readonly address: string; readonly phone: string };
}
