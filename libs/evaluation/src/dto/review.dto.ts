import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsString, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class BidReviewVoteDto {
  @IsUUID()
  bidId!: string;

  /** Ids of the published conditions that are not met; none: the bid is responsive. */
  @IsArray() @ArrayMaxSize(40) @ArrayUnique() @IsString({ each: true }) @MaxLength(40, { each: true })
  failed!: string[];

  /** Why, for a responsive bid too. */
  @trimmed @IsString() @MaxLength(1000)
  reason!: string;
}

export class BidReviewDto {
  @IsArray() @ArrayMaxSize(1000) @ValidateNested({ each: true }) @Type(() => BidReviewVoteDto)
  votes!: BidReviewVoteDto[];

  /** true hands the findings in (they can be corrected until all are in); false only saves them. */
  @IsBoolean()
  handIn!: boolean;
}

export class CompetitionDto {
  /** Whether the bids that are left still compete. */
  @IsBoolean()
  competitive!: boolean;

  @trimmed @IsString() @Length(4, 1000)
  reason!: string;
}
