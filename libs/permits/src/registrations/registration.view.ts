import { TextView } from '@huanbao/casework';
import { DifferenceView } from '../life/life.view';
import { FieldView } from '../views/form.view';

export class RegistrationRowView {
  id!: string;
  number!: string;
  enterpriseName!: string;
  siteName!: string;
  industryName!: string;
  validFrom!: string;
  /** Last day of validity. */
  validTo!: string;
  createdAt!: Date;
  /** As of today. */
  status!: 'valid' | 'expired' | 'cancelled';
  /** Days to its last day, 0 on it, negative afterwards; null when it was cancelled. */
  remainingDays!: number | null;
}

export class RegistrationCountView {
  key!: string;
  label!: string;
  count!: number;
}

/** What holds today, by industry and region. */
export class RegistrationNumbersView {
  valid!: number;
  byIndustry!: RegistrationCountView[];
  byRegion!: RegistrationCountView[];
}

export class RegistrationPageView {
  items!: RegistrationRowView[];
  nextCursor!: string | null;
}

export class RegistrationEntryView {
  /** Number in the catalogue. */
  no!: number;
  title!: string;
  text!: string | null;
}

export class RegistrationFactView {
  label!: TextView;
  value!: string;
}

export class RegistrationColumnView {
  label!: TextView;
  unit!: string | null;
}

export class RegistrationTableView {
  caption!: TextView;
  columns!: RegistrationColumnView[];
  rows!: string[][];
}

export class PrintedRegistrationView {
  facts!: RegistrationFactView[];
  tables!: RegistrationTableView[];
}

export class RegistrationHistoryView {
  number!: number;
  /** `restore`: what a repudiated signature had changed is undone. */
  kind!: 'first' | 'change' | 'renew' | 'cancel' | 'restore';
  filedAt!: Date;
  filedByName!: string;
  occurredOn!: string | null;
  reason!: string | null;
  /** Old → new of a change; persons are left out. */
  changes!: DifferenceView[];
  /** A change filed later than twenty days after it happened says so. */
  remark!: TextView | null;
  /** The receipt in `/files/:id/content`; null while it is being drawn. */
  receiptFileId!: string | null;
  /** Copy of record of what was signed, in `/signatures/:id`; null of what the platform or the bureau did, and of before. */
  recordId!: string | null;
}

/** A registration for its holder, agents and the bureau. */
export class RegistrationView extends RegistrationRowView {
  enterpriseId!: string;
  uscc!: string;
  siteId!: string;
  nationalNumber!: string | null;
  industryCode!: string;
  /** The entries of the catalogue that decided. */
  classification!: RegistrationEntryView[];
  /** What the class was decided on: four-digit classes and the answers, for a change. */
  industries!: string[];
  answers!: Record<string, unknown>;
  /** The first day on which it may be prolonged. */
  renewableFrom!: string;
  /** As typed, for a change. */
  content!: Record<string, unknown>;
  printed!: PrintedRegistrationView;
  history!: RegistrationHistoryView[];
  actions!: string[];
  version!: number;
}

/** What anyone may see of a registration. */
export class PublicRegistrationView extends RegistrationRowView {
  uscc!: string;
  industryCode!: string;
  checkedAt!: Date;
  classification!: RegistrationEntryView[];
  receiptText!: string;
  signature!: string;
  signingKey!: string;
  signatureHolds!: boolean;
  printed!: PrintedRegistrationView;
}

export class RegistrationFormView {
  fields!: FieldView[];
}
