import { TextView } from '@huanbao/casework';
import type { SectionKey } from '../form/field';

export class DifferenceView {
  section!: SectionKey;
  pointer!: string;
  place!: TextView;
  kind!: 'changed' | 'added' | 'removed';
  /** In words; empty for nothing. */
  before!: string;
  after!: string;
}

/** Old → new: what the application would change of the permit. */
export class ApplicationChangesView {
  /** Null for a first application. */
  permitId!: string | null;
  /** The version compared with, and when it was issued. */
  baseVersion!: number | null;
  issuedOn!: string | null;
  items!: DifferenceView[];
}

export class TriggerView {
  key!: string;
  label!: TextView;
  article!: string;
  withinDays?: number;
}

/** One paper to be handed in. */
export class MaterialView {
  /** Value of the kinds of attachment of the form. */
  kind!: string;
  label!: TextView;
  /** `when`: only for the cases in `triggers`. */
  need!: 'always' | 'when' | 'optional';
  triggers!: string[];
  article!: string;
  /** False: nobody has compared it with the promulgated text yet. */
  verified!: boolean;
  note!: TextView | null;
}

export class ProcedureClockView {
  label!: TextView;
  /** 0: at once. */
  days!: number;
  dayType!: 'workday' | 'calendar';
  article!: string;
  verified!: boolean;
}

/** One business of a permit or a registration, for everyone. */
export class ProcedureView {
  key!: string;
  group!: 'permit' | 'registration';
  /** The authority begins it. */
  byBureau!: boolean;
  label!: TextView;
  purpose!: TextView;
  article!: string;
  triggers!: TriggerView[];
  /** Files; the form itself is filled in on line. */
  materials!: MaterialView[];
  clocks!: ProcedureClockView[];
  result!: TextView;
}

export class ProcedureGuideView {
  items!: ProcedureView[];
}

/** What can be begun for a site, and why not where it cannot. */
export class BusinessTypeView {
  key!: 'new' | 'reapply' | 'change' | 'adjust' | 'renew';
  label!: TextView;
  purpose!: TextView;
  article!: string;
  triggers!: TriggerView[];
  /** What is handed in, how long it takes, what comes of it. */
  materials!: MaterialView[];
  clocks!: ProcedureClockView[];
  result!: TextView;
  possible!: boolean;
  /** Why it cannot be begun, or what to mind when it can; null for nothing. */
  remark!: TextView | null;
}

export class SiteStandingView {
  siteId!: string;
  /** The living permit of the site; null when it has none. */
  permitId!: string | null;
  permitNumber!: string | null;
  validTo!: string | null;
  /** How it stands today. */
  standing!: 'none' | 'valid' | 'expired';
  /** Last day for asking for a renewal, and whether it has passed (条例 art. 14); null without a permit. */
  renewalLastDay!: string | null;
  renewalLate!: boolean;
  /** The application in progress. */
  openApplicationId!: string | null;
  types!: BusinessTypeView[];
}
