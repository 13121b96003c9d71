import type { paths } from './schema';

/** What the pages of the house rely on from the API, by name. Answers of other rooms come from `schema.d.ts`. */

export type OrgKind = 'enterprise' | 'firm' | 'bureau' | 'department' | 'bank';
export type OrgStatus = 'known' | 'pending' | 'active' | 'rejected' | 'suspended';

export const ROLES_OF = {
  enterprise: ['enterprise.admin', 'enterprise.staff'],
  firm: ['firm.manager', 'firm.staff'],
  bureau: ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'],
  department: ['department.officer'],
  bank: ['bank.manager'],
} as const satisfies Record<OrgKind, readonly string[]>;

export const MATTERS = ['permits', 'tasks', 'reports', 'monitoring', 'credit', 'rectification'] as const;
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
  readonly user: { readonly id: string; readonly name: string; readonly email: string; /** Masked. */ readonly phone: string | null; readonly totpEnabled: boolean };
  readonly memberships: Membership[];
  readonly current: Membership | null;
  /** Action → relations in which the current roles may do it. */
  readonly permissions: Readonly<Record<string, string[]>>;
  readonly preferences: Preferences;
}

/** One organisation in a list of the bureau. */
export interface OrganisationItem {
  readonly id: string;
  readonly kind: OrgKind;
  readonly uscc: string | null;
  readonly name: string;
  readonly status: OrgStatus;
  readonly createdAt: string;
}

export interface Organisation extends OrganisationItem {
  readonly statusReason: string | null;
  readonly regionCode: string;
  readonly address: string;
  readonly legalRepresentative: string;
  readonly contactName: string;
  /** Masked; the bureau asks for the whole number with a reason. */
  readonly contactPhone: string | null;
  readonly version: number;
}

export interface Partner {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly usccMasked: string;
}

export interface InvitationPreview {
  readonly organisationName: string;
  readonly email: string;
  readonly name: string;
  readonly roles: string[];
  /** True: the person signs with the password of the existing account. */
  readonly hasAccount: boolean;
  readonly expiresAt: string;
}

export interface SignInAnswer {
  /** `ok`, `totp-required`, `totp-setup-required` */
  readonly status: string;
  readonly ticket: string | null;
  readonly passwordExpired: boolean;
  readonly recoveryCodes: string[] | null;
}

export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: string[];
  readonly lastSignInAt: string | null;
}

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: string[];
  readonly expiresAt: string;
  readonly createdAt: string;
}

export type MandateStatus = 'proposed' | 'active' | 'declined' | 'revoked' | 'expired' | 'stopped';

/** 生产经营场所 */
export interface Site {
  readonly id: string;
  readonly sequence: number;
  readonly name: string;
  readonly address: string;
}

/** One step in the standing of an organisation. */
export interface StandingStep {
  readonly at: string;
  /** null: the registration itself. */
  readonly from: OrgStatus | null;
  readonly to: OrgStatus;
  readonly reason: string | null;
  readonly by: string;
}

export interface Mandate {
  readonly id: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly firmId: string;
  readonly firmName: string;
  readonly matters: string[];
  /** null = all sites. */
  readonly sites: readonly { readonly id: string; readonly name: string }[] | null;
  readonly verbs: string[];
  readonly validFrom: string;
  readonly validTo: string;
  /** MandateStatus */
  readonly status: string;
  readonly enterpriseConfirmedAt: string | null;
  readonly firmConfirmedAt: string | null;
  readonly note: string;
  readonly endedAt: string | null;
  readonly endedReason: string | null;
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
  readonly label: { readonly zh: string; readonly en: string };
  /** Always true: some messages start legal periods. */
  readonly inApp: boolean;
  readonly mail: boolean;
}

export interface TotpOffer {
  readonly secret: string;
  readonly otpauthUrl: string;
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
  readonly province: string;
  readonly prefecture: string;
  readonly bureauName: string;
  readonly bureauAddress: string | null;
  readonly bureauPhone: string | null;
  readonly permitIssuerName: string;
}

/** Answers of the GETs the house itself shows, by path. */
export interface Answers {
  '/api/v1/public/city': PublicCity;
  '/api/v1/auth/sessions': SignInSession[];
  '/api/v1/me': Me;
  '/api/v1/organisations': Page<OrganisationItem>;
  '/api/v1/organisations/partners': Partner[];
  '/api/v1/organisations/{id}': Organisation;
  '/api/v1/organisations/{id}/standing': StandingStep[];
  '/api/v1/organisations/{id}/sites': Site[];
  '/api/v1/organisations/{id}/members': Member[];
  '/api/v1/organisations/{id}/invitations': Invitation[];
  '/api/v1/invitations/preview': InvitationPreview;
  '/api/v1/mandates': Mandate[];
  '/api/v1/notifications': Page<Notification>;
  '/api/v1/notifications/unread-count': { readonly count: number };
  '/api/v1/notification-preferences': NotificationPreference[];
}

type Documented<P extends keyof Answers> = paths[P]['get']['responses'][200] extends { content: { 'application/json': infer Body } } ? Body : never;
type Strayed = { [P in keyof Answers]: Documented<P> extends Answers[P] ? never : P }[keyof Answers];
/** Does not compile when an answer above is not what `openapi.json` says; the message names its path. */
export const agreed: [Strayed] extends [never] ? true : Strayed = true;
