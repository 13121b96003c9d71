import { PermitConditionView } from '../conditions/condition.view';
import { LimitTextView } from '../limits/limits.view';
import { PrintedSectionView } from '../views/application.view';
import { DifferenceView } from './life.view';

export class PermitLimitView {
  medium!: 'air' | 'water' | 'noise';
  /** DA001, DW001, `plant` for the sum of all outlets, or the point of a noise limit. */
  outletCode!: string;
  pollutant!: string;
  pollutantTitle!: LimitTextView;
  measure!: 'concentration' | 'hour-mean' | 'day-mean' | 'rate' | 'annual' | 'day-level' | 'night-level';
  permitYear!: number | null;
  /** Decimal as text. */
  value!: string;
  unit!: string;
  standard!: string | null;
  validFrom!: string;
  validUntil!: string | null;
}

export class VersionLineView {
  number!: number;
  businessType!: string;
  issuedOn!: string;
  effectiveFrom!: string;
}

/** Everything a permit said on one day. */
export class PermitAsOfView {
  permitId!: string;
  number!: string;
  day!: string;
  today!: string;
  /** The day lies ahead: what is known today. */
  isAhead!: boolean;
  standing!: 'valid' | 'expired' | 'revoked' | 'forfeited' | 'withdrawn' | 'cancelled';
  endedOn!: string | null;
  endBasis!: string | null;
  versionNumber!: number;
  newestVersion!: number;
  businessType!: string;
  issuedOn!: string;
  effectiveFrom!: string;
  validFrom!: string;
  validTo!: string;
  /** Who held it. */
  enterpriseName!: string;
  uscc!: string;
  siteName!: string;
  siteAddress!: string;
  legalRepresentative!: string;
  industryName!: string;
  managementCategory!: string;
  issuer!: string;
  limits!: PermitLimitView[];
  conditions!: PermitConditionView[];
  content!: PrintedSectionView[];
  versions!: VersionLineView[];
}

export class LimitDifferenceView {
  change!: 'added' | 'changed' | 'removed';
  medium!: 'air' | 'water' | 'noise';
  outletCode!: string;
  pollutant!: string;
  pollutantTitle!: LimitTextView;
  measure!: string;
  before!: string;
  after!: string;
}

export class ConditionDifferenceView {
  change!: 'added' | 'changed' | 'removed';
  before!: PermitConditionView | null;
  after!: PermitConditionView | null;
}

export class FactDifferenceView {
  fact!: 'standing' | 'enterpriseName' | 'siteName' | 'siteAddress' | 'legalRepresentative' | 'managementCategory' | 'issuer' | 'validTo';
  before!: string;
  after!: string;
}

export class SideView {
  day!: string;
  versionNumber!: number;
  standing!: 'valid' | 'expired' | 'revoked' | 'forfeited' | 'withdrawn' | 'cancelled';
}

/** Two days of a permit side by side. */
export class PermitComparisonView {
  from!: SideView;
  to!: SideView;
  facts!: FactDifferenceView[];
  limits!: LimitDifferenceView[];
  conditions!: ConditionDifferenceView[];
  items!: DifferenceView[];
}
