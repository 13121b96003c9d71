import type { FirmProfile, FirmService, Qualification, QualificationEvent } from './provider.entity';

export class OfferedServiceView {
  kind!: string;
  stage!: string;
  title!: string;
  /** Code of the catalogue, or null for what the firm named itself. */
  serviceCode!: string | null;
}

export class ProfileView {
  firmId!: string;
  firmName!: string;
  intro!: string;
  regions!: string[];
  services!: OfferedServiceView[];
  capacityTasks!: number | null;
  /** 0 while nothing has been saved yet. */
  version!: number;
}

export class QualificationView {
  id!: string;
  firmId!: string;
  firmName!: string;
  kind!: string;
  number!: string;
  scope!: string;
  issuer!: string;
  validFrom!: string;
  validTo!: string | null;
  fileId!: string | null;
  /** pending, verified, rejected, suspended; `expired` when the last day has passed. */
  state!: string;
  /** Days until the last day, negative after it; null without one. */
  daysLeft!: number | null;
  reason!: string | null;
  version!: number;
}

export class QualificationPage {
  items!: QualificationView[];
  nextCursor!: string | null;
}

/** A firm in the public register. */
export class FirmItemView {
  firmId!: string;
  firmName!: string;
  intro!: string;
  regions!: string[];
  services!: OfferedServiceView[];
  qualificationKinds!: string[];
  /** Score from published ratings and outcomes, drawn to a start while ratings are few; two decimals, null without ratings. */
  score!: string | null;
  ratings!: number;
  confidence!: 'none' | 'low' | 'medium' | 'high';
  /** Last day of a finding of fraud that holds today. */
  vetoedUntil!: string | null;
  capacityTasks!: number | null;
  openTasks!: number;
  /** Restricted or warned by integrity points today. */
  integrity!: 'clear' | 'warned' | 'restricted';
}

export class FirmPage {
  items!: FirmItemView[];
  nextCursor!: string | null;
}

/** A verified qualification as the public sees it. */
export class PublicQualificationView {
  kind!: string;
  number!: string;
  scope!: string;
  issuer!: string;
  validFrom!: string;
  validTo!: string | null;
  /** When the bureau verified it. */
  verifiedOn!: string | null;
}

export class QualificationEventView {
  at!: string;
  kind!: string;
  number!: string;
  validTo!: string | null;
  what!: string;
  reason!: string | null;
}

export class PublicPointView {
  ruleZh!: string;
  ruleEn!: string;
  points!: number;
  article!: string;
  occurredOn!: string;
  expiresOn!: string;
  source!: string;
  /** The firm has objected and waits for the answer. */
  isObjected!: boolean;
}

/** How many people hold a certificate of a kind; nobody is named. */
export class StaffView {
  certificate!: string;
  people!: number;
}

export class FirmView extends FirmItemView {
  qualifications!: PublicQualificationView[];
  history!: QualificationEventView[];
  points!: PublicPointView[];
  staff!: StaffView[];
  responsibleEngineers!: number;
  /** Tasks the engineers may carry and carry now. */
  engineerCapacity!: number;
  engineerLoad!: number;
}

export function profileView(firm: { id: string; name: string }, profile: FirmProfile | null, services: readonly FirmService[]): ProfileView {
  return {
    firmId: firm.id,
    firmName: firm.name,
    intro: profile?.intro ?? '',
    regions: profile?.regions ?? [],
    services: services.map(({ kind, stage, title, serviceCode }) => ({ kind, stage, title, serviceCode })),
    capacityTasks: profile?.capacityTasks ?? null,
    version: profile?.version ?? 0,
  };
}

const DAY_MS = 86_400_000;

export function qualificationView(q: Qualification, today: string): QualificationView {
  const { id, firmId, firmName, kind, number, scope, issuer, validFrom, validTo, fileId, reason, version } = q;
  const daysLeft = validTo === null ? null : Math.round((Date.parse(validTo) - Date.parse(today)) / DAY_MS);
  return { id, firmId, firmName, kind, number, scope, issuer, validFrom, validTo, fileId, reason, version, daysLeft, state: q.state === 'verified' && daysLeft !== null && daysLeft < 0 ? 'expired' : q.state };
}

export const eventView = ({ at, kind, number, validTo, what, reason }: QualificationEvent): QualificationEventView => ({ at: at.toISOString(), kind, number, validTo, what, reason });
