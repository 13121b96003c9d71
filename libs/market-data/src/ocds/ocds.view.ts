import { IsIn, IsISO8601, IsOptional } from 'class-validator';
import { PageQuery } from '@huanbao/platform';

const KINDS = ['consulting', 'testing', 'engineering', 'disposal'] as const;

export class OcdsListQuery extends PageQuery {
  @IsOptional() @IsIn(KINDS)
  kind?: (typeof KINDS)[number];

  /** Only releases from this civil date on, e.g. 2026-11-01. */
  @IsOptional() @IsISO8601({ strict: true })
  since?: string;
}

export class OcdsPublisherView {
  name!: string;
  uri!: string;
}

export class OcdsLinksView {
  /** Where the list goes on. */
  next?: string;
}

/** A package as of OCDS 1.1; releases and records are as the standard says. */
export class OcdsPackageView {
  uri!: string;
  version!: string;
  publishedDate!: string;
  publisher!: OcdsPublisherView;
  license?: string;
  links?: OcdsLinksView;
}

export class OcdsReleasePackageView extends OcdsPackageView {
  /** Releases: https://standard.open-contracting.org/1.1/en/schema/release/ */
  releases!: object[];
}

export class OcdsRecordPackageView extends OcdsPackageView {
  /** Records with their releases and the compiled one. */
  records!: object[];
}

export class OcdsMonthView {
  /** Civil month, e.g. 2026-11. */
  month!: string;
  releases!: number;
  uri!: string;
}
