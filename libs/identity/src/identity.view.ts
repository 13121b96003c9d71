import type { FieldCipher } from '@huanbao/platform';
import type { Invitation, Mandate, Organisation, OrganisationChange, OrganisationStanding, Site, UserSession } from './identity.entity';
import { maskPhone } from './phones';
import { PHONE_CONTEXT } from './contact-phone';

export class LoginView {
  /** `ok`, `totp-required`, `totp-setup-required`. */
  status!: string;
  /** For the next step when one is due. */
  ticket!: string | null;
  /** The bureau password is older than 90 days: change it now. */
  passwordExpired!: boolean;
  /** Shown once, after a second factor was set up. */
  recoveryCodes!: string[] | null;
  /** Only for programs that send `X-Client: api`; browsers get cookies. */
  accessToken!: string | null;
}

export class ChallengeView {
  algorithm!: 'SHA-256';
  challenge!: string;
  salt!: string;
  maxNumber!: number;
  signature!: string;
}

export class TotpOfferView {
  secret!: string;
  otpauthUrl!: string;
}

export class RecoveryCodesView {
  recoveryCodes!: string[];
}

export class SessionView {
  id!: string;
  current!: boolean;
  createdAt!: string;
  lastSeenAt!: string;
  ip!: string | null;
  userAgent!: string | null;
}

export class PreferencesView {
  language?: 'zh-CN' | 'en';
  textSize?: 'normal' | 'large';
  contrast?: 'normal' | 'high';
}

export class MeUserView {
  id!: string;
  name!: string;
  email!: string;
  /** Masked: 138****0000. */
  phone!: string | null;
  totpEnabled!: boolean;
}

export class MembershipView {
  orgId!: string;
  orgName!: string;
  orgKind!: 'enterprise' | 'firm' | 'bureau' | 'department' | 'bank';
  orgStatus!: 'known' | 'pending' | 'active' | 'rejected' | 'suspended';
  roles!: string[];
}

/** A mandate the current organisation holds today. */
export class HeldMandateView {
  id!: string;
  enterpriseId!: string;
  enterpriseName!: string;
  matters!: string[];
  /** Ids; null = all sites. */
  sites!: string[] | null;
  verbs!: string[];
}

export class MeView {
  user!: MeUserView;
  memberships!: MembershipView[];
  current!: MembershipView | null;
  /** Action → relations in which the current roles may do it. */
  permissions!: Record<string, string[]>;
  preferences!: PreferencesView;
  /** For whom the current organisation, a firm, may act today. */
  mandates!: HeldMandateView[];
}

export class RegisteredOrganisationView {
  organisationId!: string;
}

export class OrganisationItemView {
  id!: string;
  kind!: 'enterprise' | 'firm' | 'bureau' | 'department' | 'bank';
  uscc!: string | null;
  name!: string;
  status!: 'known' | 'pending' | 'active' | 'rejected' | 'suspended';
  createdAt!: string;
}

export class OrganisationView extends OrganisationItemView {
  statusReason!: string | null;
  regionCode!: string;
  address!: string;
  legalRepresentative!: string;
  contactName!: string;
  /** Masked; the bureau asks for the whole number with a reason. */
  contactPhone!: string | null;
  version!: number;
}

/** 生产经营场所 */
export class SiteView {
  id!: string;
  /** The three digits of the site in the number of its permit. */
  sequence!: number;
  name!: string;
  address!: string;
}

/** One step in the standing of an organisation. */
export class StandingView {
  at!: string;
  /** null: the registration itself. */
  from!: 'known' | 'pending' | 'active' | 'rejected' | 'suspended' | null;
  to!: 'known' | 'pending' | 'active' | 'rejected' | 'suspended';
  reason!: string | null;
  /** Who did it. */
  by!: string;
}

export class FactsView {
  name!: string;
  address!: string;
  legalRepresentative!: string;
}

/** A change of verified facts: asked for, and what came of it. */
export class OrganisationChangeView {
  id!: string;
  state!: 'draft' | 'requested' | 'confirmed' | 'refused' | 'withdrawn';
  before!: FactsView;
  after!: FactsView;
  reason!: string;
  requestedAt!: string | null;
  requestedByName!: string | null;
  /** Confirmed: the new facts hold from this moment. */
  decidedAt!: string | null;
  decidedByName!: string | null;
  decisionReason!: string | null;
}

export class OrganisationPage {
  items!: OrganisationItemView[];
  nextCursor!: string | null;
}

export class PhoneView {
  contactPhone!: string | null;
}

export class PartnerView {
  id!: string;
  kind!: string;
  name!: string;
  usccMasked!: string;
}

export class MemberView {
  userId!: string;
  name!: string;
  email!: string;
  roles!: string[];
  lastSignInAt!: string | null;
}

export class InvitationView {
  id!: string;
  email!: string;
  name!: string;
  roles!: string[];
  createdAt!: string;
  expiresAt!: string;
}

export class InvitationPreview {
  organisationName!: string;
  email!: string;
  name!: string;
  roles!: string[];
  /** True: the person signs with the password of the existing account. */
  hasAccount!: boolean;
  expiresAt!: string;
}

export class MandateSiteView {
  id!: string;
  name!: string;
}

export class MandateView {
  id!: string;
  enterpriseId!: string;
  enterpriseName!: string;
  firmId!: string;
  firmName!: string;
  matters!: string[];
  /** null = all sites. */
  sites!: MandateSiteView[] | null;
  verbs!: string[];
  validFrom!: string;
  validTo!: string;
  note!: string;
  /** proposed, active, declined, revoked, expired, stopped. */
  status!: string;
  enterpriseConfirmedAt!: string | null;
  firmConfirmedAt!: string | null;
  endedAt!: string | null;
  endedReason!: string | null;
}

export function organisationItem(o: Organisation): OrganisationItemView {
  return { id: o.id, kind: o.kind, uscc: o.uscc, name: o.name, status: o.status, createdAt: o.createdAt.toISOString() };
}

export function organisationView(o: Organisation, cipher: FieldCipher): OrganisationView {
  return {
    ...organisationItem(o),
    statusReason: o.statusReason,
    regionCode: o.regionCode,
    address: o.address,
    legalRepresentative: o.legalRepresentative,
    contactName: o.contactName,
    contactPhone: o.contactPhoneCipher && maskPhone(cipher.decrypt(o.contactPhoneCipher, PHONE_CONTEXT)),
    version: o.version,
  };
}

export function standingView(s: OrganisationStanding): StandingView {
  return { at: s.at.toISOString(), from: s.fromStatus, to: s.toStatus, reason: s.reason, by: s.byName };
}

export function changeView(c: OrganisationChange): OrganisationChangeView {
  const { id, state, before, after, reason, requestedByName, decidedByName, decisionReason } = c;
  return { id, state, before, after, reason, requestedByName, decidedByName, decisionReason, requestedAt: c.requestedAt?.toISOString() ?? null, decidedAt: c.decidedAt?.toISOString() ?? null };
}

export function sessionView(session: UserSession, currentId: string | null): SessionView {
  return { id: session.id, current: session.id === currentId, createdAt: session.createdAt.toISOString(), lastSeenAt: session.lastSeenAt.toISOString(), ip: session.ip, userAgent: session.agent };
}

export function invitationView(i: Invitation): InvitationView {
  return { id: i.id, email: i.email, name: i.name, roles: i.roles, createdAt: i.createdAt.toISOString(), expiresAt: i.expiresAt.toISOString() };
}

export function siteView({ id, sequence, name, address }: Site): SiteView {
  return { id, sequence, name, address };
}

/** @param names of organisations and sites by their id */
export function mandateView(m: Mandate, names: ReadonlyMap<string, { readonly name: string }>): MandateView {
  const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    id: m.id, enterpriseId: m.enterpriseId, enterpriseName: names.get(m.enterpriseId)?.name ?? '', firmId: m.firmId, firmName: names.get(m.firmId)?.name ?? '',
    matters: m.matters, sites: m.sites?.map(id => ({ id, name: names.get(id)?.name ?? '' })) ?? null, verbs: m.verbs, validFrom: m.validFrom, validTo: m.validTo, note: m.note, status: m.state,
    enterpriseConfirmedAt: iso(m.enterpriseConfirmedAt), firmConfirmedAt: iso(m.firmConfirmedAt), endedAt: iso(m.endedAt), endedReason: m.endedReason,
  };
}
