import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { PenaltyReasonDto } from './dto';
import { DAY, DAY_TEXT, trimmed, YUAN, YUAN_TEXT } from './lists';
import { GIVE_UP_GROUNDS, type GiveUpGround, UNDOING_GROUNDS, type UndoingGround } from './words';

/** What is proposed by one person and decided by another, each time with the paper it rests on. */
export class UnpublishPenaltyDto extends PenaltyReasonDto {
  /** Uploaded to the subject `penalty`: the approval sheet, the decision that says so. */
  @IsUUID()
  fileId!: string;

  @IsOptional() @trimmed @IsString() @Length(2, 60)
  documentNo?: string;
}

export class RevokePenaltyDto extends PenaltyReasonDto {
  @IsIn(UNDOING_GROUNDS)
  ground!: UndoingGround;

  /** Number of the reconsideration decision, the judgment or the bureau's own paper. */
  @trimmed @IsString() @Length(2, 60)
  documentNo!: string;

  @IsUUID()
  fileId!: string;
}

export class EndPenaltyContestDto {
  @Matches(DAY, DAY_TEXT)
  endedOn!: string;

  @IsIn(['upheld', 'withdrawn', 'changed', 'revoked'])
  outcome!: 'upheld' | 'withdrawn' | 'changed' | 'revoked';

  @trimmed @IsString() @Length(4, 1000)
  words!: string;

  /** With `changed`. */
  @IsOptional() @Matches(YUAN, YUAN_TEXT)
  changedFineYuan?: string;

  /** Of the reconsideration decision, the judgment or the ruling. */
  @trimmed @IsString() @Length(2, 60)
  documentNo!: string;

  @IsUUID()
  fileId!: string;
}

/** 不再申请执行. */
export class GiveUpPursuitDto extends PenaltyReasonDto {
  /** `period-missed`: the period is over and nothing justifies it; `court-refused`: 不予受理、不予执行 stands; `dissolved`: the party is gone, left no property, and nobody took its duties over; `no-property`: after the period. */
  @IsIn(GIVE_UP_GROUNDS)
  ground!: GiveUpGround;

  /** The day from which it is pursued no more, where the registration or the ruling with its number says it; otherwise it is the day of the second person's decision. */
  @Matches(DAY, DAY_TEXT)
  endedOn!: string;

  @IsOptional() @trimmed @IsString() @Length(2, 60)
  documentNo?: string;

  /** 注销登记、财产查询结果、审批表, uploaded to the subject `penalty`. */
  @IsUUID()
  fileId!: string;
}

/** 终结执行. */
export class EndByCourtDto extends PenaltyReasonDto {
  /** The day of the ruling. */
  @Matches(DAY, DAY_TEXT)
  endedOn!: string;

  /** Number of the ruling. */
  @trimmed @IsString() @Length(2, 60)
  documentNo!: string;

  @IsUUID()
  fileId!: string;
}

export class DecidePenaltyUndoingDto extends PenaltyReasonDto {
  @IsBoolean()
  approved!: boolean;
}
