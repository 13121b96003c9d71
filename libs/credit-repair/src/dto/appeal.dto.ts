import { IsBoolean, IsIn, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { APPEAL_GROUNDS, type AppealGround } from '../credit-repair.entity';
import { trimmed } from './repair.dto';

export class OpenAppealDto {
  /** The event of the own ledger that is said to be wrong. */
  @IsUUID() eventId!: string;
  @IsIn(APPEAL_GROUNDS) ground!: AppealGround;
}

export class SubmitAppealDto {
  @trimmed @IsString() @MaxLength(4000) statement!: string;
  /** Decisions may be served on this platform. */
  @IsBoolean() electronicService!: boolean;
}

export class ReviewAppealDto {
  @IsIn(['uphold', 'dismiss']) advice!: 'uphold' | 'dismiss';
  /** What was looked at, and what it showed. */
  @trimmed @IsString() @Length(10, 4000) findings!: string;
}

export class DecideAppealDto {
  @IsIn(['upheld', 'dismissed']) outcome!: 'upheld' | 'dismissed';
  @trimmed @IsString() @Length(4, 2000) reasons!: string;
}
