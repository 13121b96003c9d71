import { PrintedSectionView } from '../views/application.view';
import { ConditionDifferenceView, PermitLimitView } from '../life/as-of.view';
import { PermitConditionView } from '../conditions/condition.view';
import { PermitRowView } from '../views/permit.view';

/** A version that is granted and still to begin. */
export class ComingVersionView {
  number!: number;
  businessType!: string;
  issuedOn!: string;
  /** First day on which it holds. */
  effectiveFrom!: string;
  validTo!: string;
}

/** What the public check page shows: the standing of today and the content without trade secrets. */
export class PendingRenewalView {
  submittedOn!: string;
  /** Handed in sixty days before the end: it counts as granted while nothing is decided (行政许可法 art. 50). */
  inTime!: boolean;
}

export class PublicPermitView extends PermitRowView {
  uscc!: string;
  siteAddress!: string;
  industryCode!: string;
  /** When this answer was given. */
  checkedAt!: Date;
  /** The day whose content is shown. */
  asOf!: string;
  /** How it stood on that day. */
  standing!: 'valid' | 'expired' | 'revoked' | 'forfeited' | 'withdrawn' | 'cancelled';
  /** First day on which it no longer held, and the decision that ended it; null while it was not ended. */
  endedOn!: string | null;
  endBasis!: string | null;
  /** A renewal that was handed in and not decided when the period ended; null otherwise. */
  renewal!: PendingRenewalView | null;
  /** Number of the version that is shown, and of the newest. */
  shownVersion!: number;
  newestVersion!: number;
  /** The newest version while it is still to begin; what is shown is the one in force. */
  coming!: ComingVersionView | null;
  longitude!: number | null;
  latitude!: number | null;
  signedText!: string;
  signature!: string;
  /** SM2 public key, hex, to check the signature off-line. */
  signingKey!: string;
  /** Whether the stored record still fits its signature; null for a version that was not issued here and so never signed. */
  signatureHolds!: boolean | null;
  /** `national`: taken over from a list of the national platform, of the day `sourceOn`. */
  source!: 'platform' | 'national';
  sourceOn!: string | null;
  certificateReady!: boolean;
  /** Parts that were declared a trade secret and are left out. */
  withheld!: string[];
  /** Limits and conditions that held on the day; conditions that tell a secret are left out and counted. */
  limits!: PermitLimitView[];
  conditions!: PermitConditionView[];
  withheldConditions!: number;
  content!: PrintedSectionView[];
}

export class PublicVersionView {
  number!: number;
  /** new, change, adjust, renew, reapply …; `law` for one the authority made on its own. */
  businessType!: string;
  issuedOn!: string;
  /** First day on which it holds. */
  effectiveFrom!: string;
  validTo!: string;
  certificateReady!: boolean;
}

export class PublicDifferenceView {
  section!: string;
  /** Where, in both languages. */
  place!: { zh: string; en: string };
  kind!: 'changed' | 'added' | 'removed';
  /** In words; empty for nothing. */
  before!: string;
  after!: string;
}

export class PublicDifferencesView {
  from!: number;
  to!: number;
  items!: PublicDifferenceView[];
  /** Conditions that were added, changed and removed. */
  conditions!: ConditionDifferenceView[];
  /** Parts that are left out on both sides. */
  withheld!: string[];
}

export class MapPermitView {
  id!: string;
  /** Enterprise and site. */
  name!: string;
  number!: string;
}

export class MapPlaceView {
  longitude!: number;
  latitude!: number;
  /** How many permits stand here. */
  count!: number;
  /** Set when it is one permit. */
  id!: string | null;
  name!: string | null;
  number!: string | null;
  /** The first fifty by number, where the window is too narrow to be brought nearer (0.03 degrees); empty in wider ones. */
  permits!: MapPermitView[];
}

export class RegisterMapView {
  /** The outline as closed lines of [longitude, latitude]; a sketch, not the legal border. */
  outline!: number[][][];
  /** The window that the places are of. */
  west!: number;
  south!: number;
  east!: number;
  north!: number;
  places!: MapPlaceView[];
  total!: number;
  /** Permits that fit but state no coordinates. */
  withoutPlace!: number;
}

export class RegisterCountView {
  key!: string;
  label!: string;
  count!: number;
}

export class RegisterYearView {
  year!: number;
  /** First issues and applications anew, renewals, changes and adjustments, and permits that were ended. */
  issued!: number;
  renewed!: number;
  changed!: number;
  ended!: number;
}

export class RegisterNumbersView {
  /** When they were counted. */
  asOf!: Date;
  /** Permits that hold on that day. */
  valid!: number;
  years!: RegisterYearView[];
  byIndustry!: RegisterCountView[];
  byCategory!: RegisterCountView[];
  byRegion!: RegisterCountView[];
}

export class SigningKeysView {
  issuer!: string;
  /** SM2 public keys (uncompressed point, hex): today's first, then former ones that are still trusted. */
  keys!: string[];
}
