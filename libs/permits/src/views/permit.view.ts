import { CaseRowView, TextView } from '@huanbao/casework';
import { PrintedSectionView } from './application.view';

/** One permit in a list; the same for everyone. */
export class PermitRowView {
  id!: string;
  number!: string;
  enterpriseName!: string;
  siteName!: string;
  industryName!: string;
  managementCategory!: string;
  issuer!: string;
  issuedOn!: string;
  validFrom!: string;
  /** Last day of validity. */
  validTo!: string;
  /** As of today. */
  status!: 'valid' | 'expired' | 'revoked' | 'forfeited' | 'withdrawn' | 'cancelled';
  /** Days to its last day, 0 on it, negative afterwards; null when it was ended before its time. */
  remainingDays!: number | null;
}

export class PermitPageView {
  items!: PermitRowView[];
  nextCursor!: string | null;
}

/** A permit for its holder, its agents and the bureau. */
/** The version in force while a renewal, or what follows it, is still to begin. */
export class RunningVersionView {
  number!: number;
  validFrom!: string;
  validTo!: string;
  originalFileId!: string | null;
  duplicateFileId!: string | null;
}

export class PermitView extends PermitRowView {
  /** The application that brought the newest version; null where it was taken from a list. */
  applicationId!: string | null;
  enterpriseId!: string;
  siteId!: string;
  /** Last day for asking for a renewal (条例 art. 14); null once it has been renewed or has ended. */
  renewalLastDay!: string | null;
  uscc!: string;
  siteAddress!: string;
  legalRepresentative!: string;
  industryCode!: string;
  regionCode!: string;
  /** 正本 and 副本 in `/files/:id/content`; null while they are being drawn. */
  /** Null where the newest version holds. */
  running!: RunningVersionView | null;
  originalFileId!: string | null;
  duplicateFileId!: string | null;
  signedText!: string;
  signature!: string;
  signingKey!: string;
  /** `national`: taken over from a list of the national platform, of the day `sourceOn`. */
  source!: 'platform' | 'national';
  sourceOn!: string | null;
  /** First day on which it no longer held, when it was ended before its time. */
  endedOn!: string | null;
  /** The ground of the law it was ended on; null where none was taken over with a list. */
  endGround!: TextView | null;
  /** The decision and article that ended it. */
  endBasis!: string | null;
  /** Its cases that the reader may see, the newest first: applications on it, 补领, 注销 and measures; a decision that is not served is none outside the bureau. */
  cases!: CaseRowView[];
  content!: PrintedSectionView[];
  actions!: string[];
  version!: number;
}
