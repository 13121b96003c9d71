import type { FirmProfile, FirmService, Qualification } from './provider.entity';

export class OfferedServiceView {
  kind!: string;
  stage!: string;
  title!: string;
}

export class ProfileView {
  firmId!: string;
  firmName!: string;
  intro!: string;
  regions!: string[];
  services!: OfferedServiceView[];
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
  validTo!: string;
  fileId!: string | null;
  /** pending, verified, rejected; `expired` when the last day has passed. */
  state!: string;
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
  services!: OfferedServiceView[];
  qualificationKinds!: string[];
  /** Mean of published ratings, two decimals; null without ratings. */
  score!: string | null;
  ratings!: number;
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
  validTo!: string;
}

export class FirmView extends FirmItemView {
  regions!: string[];
  qualifications!: PublicQualificationView[];
}

export function profileView(firm: { id: string; name: string }, profile: FirmProfile | null, services: readonly FirmService[]): ProfileView {
  return {
    firmId: firm.id,
    firmName: firm.name,
    intro: profile?.intro ?? '',
    regions: profile?.regions ?? [],
    services: services.map(({ kind, stage, title }) => ({ kind, stage, title })),
    version: profile?.version ?? 0,
  };
}

export function qualificationView(q: Qualification, today: string): QualificationView {
  const { id, firmId, firmName, kind, number, scope, issuer, validFrom, validTo, fileId, reason, version } = q;
  return { id, firmId, firmName, kind, number, scope, issuer, validFrom, validTo, fileId, reason, version, state: q.state === 'verified' && validTo < today ? 'expired' : q.state };
}
