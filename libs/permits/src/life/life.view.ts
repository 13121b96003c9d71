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

/** What can be begun for a site, and why not where it cannot. */
export class BusinessTypeView {
  key!: 'new' | 'reapply' | 'change' | 'adjust' | 'renew';
  label!: TextView;
  purpose!: TextView;
  article!: string;
  triggers!: TriggerView[];
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
  /** The application in progress. */
  openApplicationId!: string | null;
  types!: BusinessTypeView[];
}
