import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import type { RulingOutcome } from './signature.entity';

/** `contested`: somebody says it was not them and nobody has decided; `void`: it was decided that it does not hold. */
export type SignatureStatus = 'standing' | 'contested' | 'void' | 'confirmed';
export const STATUSES = ['standing', 'contested', 'void', 'confirmed'] as const;

export class SignatureListDto extends PageQuery {
  /** From two characters: act, organisation or signer. */
  @IsOptional() @IsString() @Length(2, 60) q?: string;
  @IsOptional() @IsIn(STATUSES) status?: SignatureStatus;
  @IsOptional() @IsString() @Matches(/^[a-z-]{2,40}$/) subjectType?: string;
  @IsOptional() @IsUUID() subjectId?: string;
  /** Only what was signed in my own name. */
  @IsOptional() @IsIn(['true']) mine?: 'true';
}

export class RepudiateDto {
  /** Why it cannot have been you. */
  @IsString() @Length(5, 1000) reason!: string;
}

export class RuleDto {
  /** `upheld`: the signature does not count. */
  @IsIn(['upheld', 'dismissed']) outcome!: RulingOutcome;
  @IsString() @Length(5, 2000) reasons!: string;
}

export class SignatureCheckDto {
  /** SM3 of the content or of the PDF, or SHA-256 of the PDF: 64 hexadecimal characters. */
  @IsString() @Matches(/^[0-9a-fA-F]{64}$/) hash!: string;
}

export class BilingualView {
  zh!: string;
  en!: string;
}

export class SignatureRowView {
  id!: string;
  what!: BilingualView;
  subjectType!: string;
  subjectId!: string;
  ownerOrgId!: string;
  ownerName!: string;
  signerName!: string;
  signerOrgName!: string | null;
  signedAt!: Date;
  status!: SignatureStatus;
  hash!: string;
}

export class SignaturePageView {
  items!: SignatureRowView[];
  nextCursor!: string | null;
}

export class SignaturePaperView {
  sm3!: string;
  sha256!: string;
  signature!: string;
  drawnAt!: Date;
}

export class RepudiationView {
  reason!: string;
  byName!: string;
  at!: Date;
  outcome!: 'upheld' | 'dismissed' | null;
  reasons!: string | null;
  decidedByName!: string | null;
  decidedAt!: Date | null;
}

export class SignatureView extends SignatureRowView {
  agreed!: string | null;
  /** A firm signed for the enterprise. */
  onBehalf!: boolean;
  ip!: string | null;
  agent!: string | null;
  signedText!: string;
  signature!: string;
  signingKey!: string;
  /** The row is what was signed, and the signature holds. */
  holds!: boolean;
  /** null while it is being drawn. */
  paper!: SignaturePaperView | null;
  repudiation!: RepudiationView | null;
  actions!: string[];
}

export class SignatureCheckView {
  /** Whether this platform keeps a record of this hash. */
  known!: boolean;
  /** What the hash is of. */
  of!: 'content' | 'paper' | null;
  what!: BilingualView | null;
  ownerName!: string | null;
  signedAt!: Date | null;
  status!: SignatureStatus | null;
  holds!: boolean | null;
  signedText!: string | null;
  signature!: string | null;
  signingKey!: string | null;
  /** The key as PEM, for checking without this platform. */
  publicKeyPem!: string | null;
  checkedAt!: Date;
}
